"""Which numbers a VAE runs with: the padding of its convolutions, averaged copies, 8-bit floats with and without scales."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.dc import sana, to_efficientvit
from safetensors.torch import save_file
from torch import Tensor, nn
from vae_files import Images, random_kl, reference, save_pair, tiny_halves, tiny_reference, to_ldm

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, describe_spec, open_codec
from vaelab.vae.files.float8 import FORMATS, restored
from vaelab.vae.spec.grammar import VAESpec, parse_spec

State = dict[str, Tensor]


@pytest.fixture
def images() -> Images:
    return np.random.default_rng(3).integers(0, 256, (1, 24, 16, 3)).astype(np.uint8)


def saved(state: State, path: Path) -> Path:
    save_file({name: tensor.contiguous().clone() for name, tensor in state.items()}, path)
    return path


def ran(spec: str, images: Images) -> Images:
    codec = open_codec(parse_spec(spec), CodecOptions())
    return codec.decode(codec.encode(images, [0])).images


def switched(module: nn.Module, mode: str) -> Any:
    """The reference class with every padded convolution switched, as the model cards do it."""
    for layer in module.modules():
        if isinstance(layer, nn.Conv2d) and max(layer.padding) > 0:  # type: ignore[type-var]
            layer.padding_mode = mode  # type: ignore[assignment]
    return module


# Padding


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate"])
def test_padding_is_that_of_a_reference_whose_convolutions_were_switched(
    mode: str, images: Images, tmp_path: Path
) -> None:
    path = saved(random_kl().state_dict(), tmp_path / "a.safetensors")
    found = ran(f"{path},padding={mode}", images)
    assert np.array_equal(found, reference(switched(random_kl(), mode), images))
    assert np.array_equal(found, ran(str(path), images)) == (mode == "zeros")


def test_padding_of_a_tiny_autoencoder(images: Images, tmp_path: Path) -> None:
    path = save_pair(tmp_path, tiny_halves())
    found = ran(f"{path},padding=reflect", images)
    halves = tuple(switched(half, "reflect") for half in tiny_halves())
    assert np.array_equal(found, tiny_reference(halves, images))  # type: ignore[arg-type]
    assert not np.array_equal(found, ran(str(path), images))


def test_padding_is_noted_and_described(tmp_path: Path) -> None:
    path = saved(random_kl().state_dict(), tmp_path / "a.safetensors")
    spec = parse_spec(f"{path},padding=reflect")
    assert describe_spec(spec, hash_files=False).details["padding"] == "reflect"
    assert "padding" not in describe(str(path), hash_files=False).details
    (note,) = open_codec(spec, CodecOptions()).notes
    padded = [
        layer for layer in random_kl().modules() if isinstance(layer, nn.Conv2d) and layer.padding != (0, 0)
    ]
    assert note.startswith(f"padding=reflect: what its {len(padded)} padded convolutions see")


def test_a_name_that_speaks_of_reflect_padding_is_taken_notice_of(tmp_path: Path) -> None:
    path = saved(random_kl().state_dict(), tmp_path / "pad_eqb7-decb2.fp16.safetensors")
    (note,) = opened_notes(str(path))
    assert "made for reflect padding and ran without it: add ,padding=reflect" in note
    assert describe(str(path), hash_files=False).details["notes"] == [note]
    (note,) = opened_notes(f"{path},padding=reflect")
    assert note.startswith("padding=reflect: what its")
    assert opened_notes(f"{path},padding=zeros")[0].startswith("padding=zeros: what its")
    other = saved(random_kl().state_dict(), tmp_path / "other.safetensors")
    said = [note for note in opened_notes(f"{other},encoder={path}") if "made for reflect" in note]
    assert len(said) == 1
    assert said[0].startswith("encoder: its name is that of")
    assert said[0].endswith("ran without it")


def opened_notes(spec: str) -> tuple[str, ...]:
    return tuple(open_codec(parse_spec(spec), CodecOptions()).notes)


def test_padding_is_refused_where_there_is_none_to_choose() -> None:
    with pytest.raises(VAEError, match=r"linear .* has no padded convolution"):
        open_codec(parse_spec("linear,padding=reflect"), CodecOptions())


# Averaged copies


def dotless(state: State) -> State:
    return {name.replace(".", ""): tensor for name, tensor in state.items()}


def with_ema(plain: State, averaged: State, layout: str) -> tuple[dict[str, Any], bool]:
    """A checkpoint that holds both, and whether it must be a pickle."""
    if layout == "LitEma":
        extra = {"model_ema.decay": torch.tensor(0.99), "model_ema.num_updates": torch.tensor(7)}
        copies = {f"model_ema.{name}": tensor for name, tensor in dotless(averaged).items()}
        return {**plain, **copies, **extra}, False
    if layout == "LitEma in a checkpoint":
        inner, _ = with_ema(plain, averaged, "LitEma")
        unet = {
            "model_ema.diffusion_modelout2bias": torch.zeros(4),
            "model.diffusion_model.out.2.bias": torch.zeros(4),
        }
        return {**{f"first_stage_model.{name}": tensor for name, tensor in inner.items()}, **unet}, False
    if layout == "names":
        return {**plain, **{f"ema.{name}": tensor for name, tensor in averaged.items()}}, False
    if layout == "model, ema":
        return {"model": plain, "ema": averaged, "steps": 3}, True
    return {"params_ema": averaged, "params": plain}, True


LAYOUTS = ("LitEma", "LitEma in a checkpoint", "names", "model, ema", "params, params_ema")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_averaged_copy_is_run_when_it_is_asked_for(layout: str, images: Images, tmp_path: Path) -> None:
    plain, averaged = random_kl(seed=0), random_kl(seed=1)
    state, nested = with_ema(to_ldm(plain.state_dict(), 2), to_ldm(averaged.state_dict(), 2), layout)
    path = tmp_path / ("a.pth" if nested else "a.safetensors")
    if nested:
        torch.save(state, path)
    else:
        saved(state, path)
    assert describe(str(path), hash_files=False).details["EMA copy"] == "present"
    assert np.array_equal(ran(str(path), images), reference(plain, images))
    assert np.array_equal(ran(f"{path},weights=ema", images), reference(averaged, images))
    alone = saved(averaged.state_dict(), tmp_path / "averaged.safetensors")
    contents = {
        describe_spec(parse_spec(spec), hash_content=True).details["content sha256"]
        for spec in (f"{path},weights=ema", str(alone))
    }
    assert len(contents) == 1
    assert (
        "weights=ema: the averaged copy"
        in open_codec(parse_spec(f"{path},weights=ema"), CodecOptions()).notes[0]
    )


def test_a_file_of_averaged_weights_alone_is_what_it_is(images: Images, tmp_path: Path) -> None:
    torch.save({"params_ema": random_kl(seed=1).state_dict()}, tmp_path / "a.pth")
    expected = reference(random_kl(seed=1), images)
    assert np.array_equal(ran(f"{tmp_path / 'a.pth'},weights=ema", images), expected)
    assert np.array_equal(ran(str(tmp_path / "a.pth"), images), expected)


def test_averaged_weights_are_never_half_of_them(tmp_path: Path) -> None:
    plain = random_kl().state_dict()
    path = saved(plain, tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match="holds no averaged copy"):
        open_codec(parse_spec(f"{path},weights=ema"), CodecOptions())
    state, _ = with_ema(plain, plain, "LitEma")
    del state["model_ema.decoderconv_inbias"]
    path = saved(state, tmp_path / "b.safetensors")
    assert (
        describe(str(path), hash_files=False).details["EMA copy"]
        == f"of {len(plain) - 1} of {len(plain)} tensors"
    )
    with pytest.raises(VAEError, match=r"no averaged copy \(EMA\) of 'decoder.conv_in.bias': leave out"):
        open_codec(parse_spec(f"{path},weights=ema"), CodecOptions())
    # A copy of another shape is another model's.
    state["model_ema.decoderconv_inbias"] = torch.zeros(3)
    path = saved(state, tmp_path / "c.safetensors")
    with pytest.raises(VAEError, match="no averaged copy"):
        open_codec(parse_spec(f"{path},weights=ema"), CodecOptions())


# 8-bit floats


def quantized(state: State, form: str) -> State:
    """Matrices and kernels divided by a scale and stored in float8, as the tools write them."""
    result: State = (
        {"scaled_fp8": torch.empty(0, dtype=torch.float8_e4m3fn)} if form == "scale_weight" else {}
    )
    for name, tensor in state.items():
        if tensor.ndim < 2:
            result[name] = tensor
            continue
        layer = name.removesuffix(".weight")
        peak = tensor.abs().amax(dim=tuple(range(1, tensor.ndim))) if form == "rows" else tensor.abs().max()
        scale = (peak / 448).float()
        wide = scale.reshape(-1, *[1] * (tensor.ndim - 1)) if form == "rows" else scale
        result[name] = (tensor / wide).to(torch.float8_e4m3fn)
        if form == "scale_weight":
            result[f"{layer}.scale_weight"] = scale
            result[f"{layer}.scale_input"] = torch.ones(())
        else:
            result[f"{layer}.weight_scale"] = scale
            said = json.dumps({"format": "float8_e4m3fn"}).encode()
            result[f"{layer}.comfy_quant"] = torch.tensor(list(said), dtype=torch.uint8)
    return result


def multiplied(state: State) -> State:
    """The weights that a quantized state stands for, by torch."""
    result = {}
    for name, tensor in state.items():
        if name.endswith(("scale_weight", "weight_scale", "scale_input", "comfy_quant", "scaled_fp8")):
            continue
        layer = name.removesuffix(".weight")
        scale = state.get(f"{layer}.scale_weight", state.get(f"{layer}.weight_scale"))
        value = tensor.float()
        if tensor.dtype == torch.float8_e4m3fn and scale is not None:
            value = value * scale.reshape(-1, *[1] * (tensor.ndim - 1))
        result[name] = value
    return result


@pytest.mark.parametrize(("form", "ldm"), [("scale_weight", True), ("weight_scale", False), ("rows", False)])
def test_scaled_float8_is_multiplied_by_its_scale(
    form: str, ldm: bool, images: Images, tmp_path: Path
) -> None:
    plain = random_kl().state_dict()
    state = quantized(to_ldm(plain, 2) if ldm else plain, form)
    path = saved(state, tmp_path / "a.safetensors")
    module = random_kl()
    module.load_state_dict(multiplied(quantized(plain, form)))
    expected = reference(module, images)
    assert np.array_equal(ran(str(path), images), expected)
    # The scales matter, and rounding to 8 bits does not ruin the picture.
    assert abs(expected.astype(int) - reference(random_kl(), images)).mean() < 8
    info = describe(str(path), hash_content=True)
    assert info.stored_dtype == "mixed"
    assert info.details["scaled tensors"] == sum(tensor.ndim > 1 for tensor in plain.values())
    whole = saved(multiplied(quantized(plain, form)), tmp_path / "b.safetensors")
    assert info.details["content sha256"] == describe(str(whole), hash_content=True).details["content sha256"]


def test_unscaled_float8_counts_as_what_it_stands_for(images: Images, tmp_path: Path) -> None:
    state = {name: tensor.to(torch.float8_e4m3fn) for name, tensor in random_kl().state_dict().items()}
    path = saved(state, tmp_path / "a.safetensors")
    module = random_kl()
    module.load_state_dict({name: tensor.float() for name, tensor in state.items()})
    assert np.array_equal(ran(str(path), images), reference(module, images))
    info = describe(str(path), hash_content=True)
    assert info.stored_dtype == "float8_e4m3fn"
    whole = saved(module.state_dict(), tmp_path / "b.safetensors")
    assert info.details["content sha256"] == describe(str(whole), hash_content=True).details["content sha256"]


def test_a_scale_for_each_row_goes_with_the_part_of_a_fused_tensor(images: Images, tmp_path: Path) -> None:
    """Query, key and value lie in one tensor there."""
    state = quantized(to_efficientvit(sana().state_dict()), "rows")
    assert any(name.endswith("qkv.conv.weight_scale") for name in state)
    path = saved(state, tmp_path / "a.safetensors")
    whole = saved(multiplied(state), tmp_path / "b.safetensors")
    assert np.array_equal(ran(str(path), images), ran(str(whole), images))
    contents = {describe(str(each), hash_content=True).details["content sha256"] for each in (path, whole)}
    assert len(contents) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_numbers_of_8_bits_are_torchs(name: str) -> None:
    stored = np.arange(256, dtype=np.uint8)
    expected = torch.from_numpy(stored.copy()).view(getattr(torch, name)).float().numpy()
    assert np.array_equal(restored(stored, name), expected, equal_nan=True)
    assert np.array_equal(np.signbit(restored(stored, name)), np.signbit(expected))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"comfy_quant": b'{"format": "mxfp8"}'}, "is quantized as mxfp8, which VAELab does not read"),
        ({"comfy_quant": b"nothing"}, "is quantized as something unnamed"),
        (
            {"weight_scale": torch.ones(2, 2)},
            r"has the shape \(2, 2\), neither one number nor one for each row",
        ),
        ({"weight": torch.ones(64, 4, 3, 3, dtype=torch.int8)}, "weight_scale"),
    ],
)
def test_other_quantizations_are_refused(change: dict[str, Any], sentence: str, tmp_path: Path) -> None:
    state = quantized(random_kl().state_dict(), "weight_scale")
    for name, value in change.items():
        said = torch.tensor(list(value), dtype=torch.uint8) if isinstance(value, bytes) else value
        state[f"decoder.conv_in.{name}"] = said
    path = saved(state, tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match=sentence):
        open_codec(VAESpec("x", str(path)), CodecOptions())


def test_integers_in_the_place_of_weights_are_refused(tmp_path: Path) -> None:
    state = random_kl().state_dict()
    state["decoder.conv_in.weight"] = torch.ones(64, 4, 3, 3, dtype=torch.int8)
    path = saved(state, tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match=r"'decoder.conv_in.weight' is stored as int8, a quantized format"):
        open_codec(VAESpec("x", str(path)), CodecOptions())
