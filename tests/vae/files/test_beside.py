"""What lies beside a VAE in its file: what training left, marks of quantization, a second VAE; and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.table import ALL, FamilyFiles
from families.taehv import taehv
from family_cases import photographs, saved, weights_below
from vae_files import random_kl, reference, save_pair, tiny_halves, tiny_reference, to_ldm

from vaelab.errors import UsageError, VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, describe_spec, find_vaes, open_codec
from vaelab.vae.files.source import open_source
from vaelab.vae.spec.grammar import VAESpec, parse_spec

IMAGES = photographs()
State = dict[str, torch.Tensor]


def ran(what: object) -> tuple[Any, list[str]]:
    codec = open_codec(parse_spec(str(what)), CodecOptions())
    try:
        return codec.decode(codec.encode(IMAGES, range(len(IMAGES)))).images, list(codec.notes)
    finally:
        codec.close()


def expected(seed: int = 0) -> Any:
    return reference(random_kl(seed=seed), IMAGES)


def under(prefix: str, state: State) -> State:
    return {f"{prefix}{name}": tensor for name, tensor in state.items()}


# What training left

LEFT: dict[str, State] = {
    "logvar": {"logvar": torch.zeros(())},
    "step": {"global_step": torch.tensor(7), "scale_factor": torch.ones(1)},
    "LDM's loss": {"loss.logvar": torch.zeros(()), "loss.discriminator.main.0.weight": torch.zeros(4, 3, 4, 4)},
    "discriminator": {"discriminator.main.0.weight": torch.zeros(4, 3, 4, 4), "discriminator.main.1.num_batches_tracked": torch.tensor(1)},
    "lpips": {"perceptual_loss.lin0.model.1.weight": torch.zeros(1, 64, 1, 1), "lpips.net.slice1.0.weight": torch.zeros(4, 3, 3, 3)},
    "numbered discriminator": {"disc_loss.discriminator_3d.net.0.weight": torch.zeros(4, 3, 3, 3, 3)},
}  # fmt: skip


@pytest.mark.parametrize("case", LEFT)
@pytest.mark.parametrize("prefix", ["", "first_stage_model."])
def test_what_training_left_beside_a_vae_is_left_out_with_a_note(
    case: str, prefix: str, tmp_path: Path
) -> None:
    state = under(prefix, {**to_ldm(random_kl().state_dict(), 2), **LEFT[case]})
    path = saved(state, tmp_path / "a.safetensors")
    images, notes = ran(path)
    assert np.array_equal(images, expected())
    (note,) = [note for note in notes if "training left" in note]
    assert f"{len(LEFT[case])} tensor" in note
    assert prefix + sorted(LEFT[case])[0] in note
    assert note in describe(str(path)).details["notes"]  # type: ignore[operator]
    plain = saved(random_kl().state_dict(), tmp_path / "b.safetensors")
    contents = {describe(str(each), hash_content=True).details["content sha256"] for each in (path, plain)}
    assert len(contents) == 1


@pytest.mark.parametrize("family", ["taesd pair", "taehv", "wan"])
def test_other_families_too(family: str, tmp_path: Path) -> None:
    left = {"global_step": torch.tensor(7), "discriminator.0.weight": torch.zeros(4, 3, 3, 3)}
    if family == "taesd pair":
        halves = tiny_halves()
        path = save_pair(tmp_path, halves)
        torch.save({**halves[0].state_dict(), **left}, path)
        assert np.array_equal(ran(path)[0], tiny_reference(halves, IMAGES))
    else:
        state = taehv().state_dict() if family == "taehv" else None
        if state is None:
            path, _ = ALL["AutoencoderKLWan", "Wan"](tmp_path)
            state = torch.load(path, weights_only=True)
        before = ran(saved(state, tmp_path / "before.safetensors"))[0]
        path = saved({**state, **left}, tmp_path / "a.safetensors")
        assert np.array_equal(ran(path)[0], before)
    assert any("training left" in note for note in ran(path)[1])


@pytest.mark.parametrize("key", ALL, ids=lambda key: " ".join(key))
def test_nothing_of_any_family_is_taken_for_what_training_left(
    key: tuple[str, str], family_files: FamilyFiles
) -> None:
    beside = open_source(family_files.path(key)).beside
    # Two of the cases hold the loss that taming's files hold.
    assert [name for name in beside if not name.startswith("loss.")] == []


@pytest.mark.parametrize(
    "extra",
    [
        {"decoder.scale": torch.ones(())},
        {"encoder.discriminator.weight": torch.ones(3)},
        {"adapter.weight": torch.zeros(3, 3)},
    ],
)
def test_what_may_be_part_of_the_vae_is_not_left_out(extra: State, tmp_path: Path) -> None:
    path = saved({**random_kl().state_dict(), **extra}, tmp_path / "a.safetensors")
    for work in (lambda: describe(str(path)), lambda: ran(path)):
        with pytest.raises(VAEError, match=f"has the unexpected '{next(iter(extra))}'"):
            work()


# Quantized


def bitsandbytes(state: State, bits: int) -> State:
    """The linear layers of an attention as bitsandbytes stores them."""
    result = dict(state)
    for name in [name for name in state if name.endswith(("to_q.weight", "to_k.weight", "attn_1.q.weight"))]:
        layer, weight = name.removesuffix(".weight"), state[name]
        if bits == 8:
            result[name] = torch.ones(weight.shape, dtype=torch.int8)
            result[f"{layer}.SCB"] = torch.ones(len(weight))
            result[f"{layer}.weight_format"] = torch.tensor(0, dtype=torch.uint8)
        else:
            result[name] = torch.zeros(weight.numel() // 2, 1, dtype=torch.uint8)
            result[f"{name}.absmax"] = torch.ones(weight.numel() // 64)
            result[f"{name}.quant_map"] = torch.ones(16)
            result[f"{name}.quant_state.bitsandbytes__nf4"] = torch.zeros(90, dtype=torch.uint8)
    assert len(result) > len(state)
    return result


@pytest.mark.parametrize("bits", [4, 8])
@pytest.mark.parametrize("prefix", ["", "first_stage_model."])
@pytest.mark.parametrize("ldm", [False, True])
def test_bitsandbytes_is_refused_by_name_by_all(bits: int, prefix: str, ldm: bool, tmp_path: Path) -> None:
    plain = random_kl().state_dict()
    state = under(prefix, bitsandbytes(to_ldm(plain, 2) if ldm else plain, bits))
    path = saved(state, tmp_path / "a.safetensors")
    (listed,) = find_vaes(tmp_path)
    said = [str(listed)]
    for work in (lambda: describe(str(path)), lambda: ran(path)):
        with pytest.raises(VAEError) as caught:
            work()
        said.append(str(caught.value))
    assert len(set(said)) == 1
    assert f"is quantized by bitsandbytes to {bits} bits ('{prefix}" in said[0]
    assert "pass the VAE in fp16 or bf16" in said[0]


def test_a_quantized_unet_beside_a_whole_vae_does_not_matter(tmp_path: Path) -> None:
    unet = {
        "model.diffusion_model.double_blocks.0.img_attn.qkv.weight": torch.zeros(8, 1, dtype=torch.uint8),
        "model.diffusion_model.double_blocks.0.img_attn.qkv.weight.absmax": torch.ones(2),
        "text_encoders.t5xxl.transformer.encoder.block.0.layer.0.SelfAttention.q.SCB": torch.ones(2),
    }
    path = saved({**under("vae.", random_kl().state_dict()), **unet}, tmp_path / "a.safetensors")
    assert np.array_equal(ran(path)[0], expected())


@pytest.mark.parametrize("dtype", [torch.int8, torch.uint8, torch.int32])
def test_integers_are_refused_by_a_description_as_well(dtype: torch.dtype, tmp_path: Path) -> None:
    state = random_kl().state_dict()
    state["decoder.conv_in.weight"] = torch.ones(64, 4, 3, 3, dtype=dtype)
    saved(state, tmp_path / "a.safetensors")
    (listed,) = find_vaes(tmp_path)
    name = str(dtype).removeprefix("torch.")
    assert f"'decoder.conv_in.weight' is stored as {name}, a quantized format" in str(listed)


# A codebook that is missing


@pytest.mark.parametrize("key", [("VQModel", "diffusers"), ("VQModel", "LDM"), ("VQModel", "LlamaGen"), ("GumbelVQ", "LDM"), ("VAR", "LDM")])  # fmt: skip
def test_a_vq_without_its_codebook_says_so(
    key: tuple[str, str], tmp_path: Path, family_files: FamilyFiles
) -> None:
    path = family_files.path(key)
    (file,) = weights_below(path)
    source = open_source(path)
    for kept in (False, True):
        tensors = {name: torch.zeros(ref.shape) for name, ref in source.tensors.items()}
        for name in list(tensors):
            book = name.endswith(("quantize.embedding.weight", "quantize.embed.weight"))
            if book or (not kept and "quantize." in name):
                del tensors[name]
        saved(tensors, tmp_path / "x.safetensors")
        with pytest.raises(VAEError, match=r"its codebook .*is missing"):
            describe(str(tmp_path / "x.safetensors"))
    assert file.is_file()


# Two VAEs in one file


def both(tmp_path: Path, first: str = "first_stage_model.", second: str = "vae.") -> Path:
    state = {
        **under(first, to_ldm(random_kl(seed=0).state_dict(), 2)),
        **under(second, random_kl(seed=1).state_dict()),
    }
    return saved(state, tmp_path / "two.safetensors")


def test_each_of_two_vaes_in_one_file_can_be_chosen(tmp_path: Path) -> None:
    path = both(tmp_path)
    images, notes = ran(path)
    assert np.array_equal(images, expected(1)), "the shortest prefix goes first"
    (note,) = [note for note in notes if "holds 2 VAEs" in note]
    assert "the one under 'vae.' was taken" in note
    assert "two.safetensors#first_stage_model" in note
    for prefix, seed in (("vae", 1), ("first_stage_model", 0), ("first_stage_model.", 0)):
        images, notes = ran(f"{path}#{prefix}")
        assert np.array_equal(images, expected(seed))
        assert not [note for note in notes if "holds 2 VAEs" in note]
        assert describe(f"{path}#{prefix}").details["prefix"] == f"{prefix.rstrip('.')}."


def test_the_two_do_not_share_an_encoding(tmp_path: Path) -> None:
    """The file's hash is the same for both."""
    path = both(tmp_path)
    first, second = (
        open_codec(parse_spec(f"{path}#{prefix}"), CodecOptions()) for prefix in ("vae", "first_stage_model")
    )
    assert first._encoder != second._encoder  # type: ignore[attr-defined]
    assert first.info.sha256 == second.info.sha256


def test_a_scan_lists_both(tmp_path: Path) -> None:
    path = both(tmp_path)
    found = [item for item in find_vaes(tmp_path, compare=True) if not isinstance(item, VAEError)]
    assert [item.source for item in found] == [str(path), f"{path}#first_stage_model"]
    assert "same weights as" not in found[1].details
    for item in found:
        assert describe(item.source).family == item.family


def test_the_choice_goes_with_options_labels_and_pairs(tmp_path: Path) -> None:
    path = both(tmp_path)
    spec = parse_spec(f"mine={path}#vae@fp16,padding=reflect,encoder={path}#first_stage_model")
    assert (spec.label, spec.what, spec.encoder) == ("mine", f"{path}#vae", f"{path}#first_stage_model")
    assert parse_spec(str(spec)) == spec
    assert parse_spec(f"{path}#first_stage_model").label == "two:first_stage_model"
    info = describe_spec(parse_spec(f"{path}#vae,encoder={path}#first_stage_model"))
    assert info.details["encoder"] == f"{path}#first_stage_model"
    images, _ = ran(f"{path}#vae,encoder={path}#first_stage_model")
    assert not np.array_equal(images, expected(0))
    assert not np.array_equal(images, expected(1))


def test_two_families_and_one_without_prefix(tmp_path: Path) -> None:
    """Whichever is recognized first, the other can be chosen: '#.' is the one whose names begin with nothing."""
    state = {**taehv().state_dict(), **under("vae.", random_kl().state_dict())}
    path = saved(state, tmp_path / "a.safetensors")
    families = {str(describe(f"{path}#{prefix}").family).partition(" ")[0] for prefix in (".", "vae")}
    assert families == {"TAEHV", "AutoencoderKL"}
    assert np.array_equal(ran(f"{path}#vae")[0], expected())
    alone = ran(saved(taehv().state_dict(), tmp_path / "b.safetensors"))[0]
    assert np.array_equal(ran(f"{path}#.")[0], alone)


def test_two_state_dicts_in_one_pickle(tmp_path: Path) -> None:
    torch.save(
        {"old": random_kl(seed=0).state_dict(), "new": random_kl(seed=1).state_dict()}, tmp_path / "a.pt"
    )
    for prefix, seed in (("old", 0), ("new", 1)):
        assert np.array_equal(ran(f"{tmp_path / 'a.pt'}#{prefix}")[0], expected(seed))
    assert any("holds 2 VAEs" in note for note in ran(tmp_path / "a.pt")[1])


def test_a_prefix_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = both(tmp_path)
    with pytest.raises(
        VAEError,
        match=r"holds no VAE under 'nothing\.': it holds one under 'vae\.' and 'first_stage_model\.'",
    ):
        describe(f"{path}#nothing")
    with pytest.raises(UsageError, match="there is no such file"):
        parse_spec(f"{tmp_path / 'gone.safetensors'}#vae")


def test_a_name_that_holds_the_sign_is_still_a_name(tmp_path: Path) -> None:
    path = saved(random_kl().state_dict(), tmp_path / "a#b.safetensors")
    assert np.array_equal(ran(path)[0], expected())
    assert VAESpec("", str(path)).what == parse_spec(str(path)).what
    assert describe(f"{path}#.").factor == 2
