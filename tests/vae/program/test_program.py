"""Any TorchScript program that its user trusts: what it is found to be by a trial, and what is said where it fails."""

from __future__ import annotations

import multiprocessing
import re
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import photographs, to_pixels
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor, nn

from vaelab.cli.parser import main
from vaelab.device import is_out_of_memory
from vaelab.errors import UntrustedProgramError, VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.files.header import file_sha256
from vaelab.vae.program import child, failures, limits
from vaelab.vae.program.trial import Trial, try_program
from vaelab.vae.spec.grammar import VAESpec

pytestmark = pytest.mark.usefixtures("preloaded_programs")  # one true start is in families/test_torchscript


def scripted(module: nn.Module, path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.save(torch.jit.script(module.eval()), str(path))
    return path


class Same(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x


class Joint(nn.Module):
    """Means and log variances by ``encode``, pictures by ``decode``; it fails, or draws noise, where the image's height says so."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.inward = nn.Conv2d(3, 10, 8, 8)
        self.outward = nn.ConvTranspose2d(5, 3, 8, 8)

    @torch.jit.export
    def encode(self, x: Tensor) -> tuple[Tensor, int]:
        if x.size(2) == 96:
            raise RuntimeError("first line\nthe last \x1b[31mline")
        k = 0
        while x.size(2) == 104 and k <= 0:
            k -= 1
        if x.size(2) == 112:
            x = x + torch.ones([1 << 38])[0]
        if x.size(2) == 120:
            x = x + torch.rand_like(x)
        return self.inward(x), 1

    @torch.jit.export
    def decode(self, z: Tensor) -> list[Tensor]:
        return [self.outward(z)]


class Scaled(nn.Module):
    """Encoder and decoder with something in between that only ``forward`` knows."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.encoder = nn.Conv2d(3, 4, 8, 8)
        self.between = nn.Conv2d(4, 4, 1)
        self.decoder = nn.ConvTranspose2d(4, 3, 8, 8)

    def forward(self, x: Tensor) -> Tensor:
        return self.decoder(self.between(self.encoder(x)))


def refusal(path: Path) -> UntrustedProgramError:
    with pytest.raises(UntrustedProgramError) as caught:
        describe(str(path))
    return caught.value


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("thing.pt", Same()),
        ("autoencoder.jit", Joint()),
        ("half.pt", nn.Sequential(nn.Conv2d(3, 16, 1))),
        ("film.pt", nn.Conv3d(3, 6, 1)),
        ("scaled.pt", Scaled()),
    ],
)
def test_a_refusal_says_which_option_trusts_the_file(
    name: str, module: nn.Module, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = scripted(module, tmp_path / name)
    error = refusal(path)
    assert error.hashes == (file_sha256(path),)
    assert str(error).startswith(f"{path} is a TorchScript program")
    assert str(error).endswith(f"add --trust-program {file_sha256(path)}")
    assert not re.search(r"halving|returns|named tensors|decoder is missing|\n", str(error))
    assert ("five axes" in str(error)) == (name == "film.pt")
    assert [type(item) for item in find_vaes(tmp_path)] == [UntrustedProgramError]
    assert main(["inspect", str(path)]) == 2
    option = re.findall(r"--trust-program [0-9a-f]{64}", capsys.readouterr().err)
    assert main(["inspect", str(path), *option[0].split()]) == 0
    said = capsys.readouterr().out
    assert "TorchScript program" in said
    assert "(N, 3, height, width) in [-1, 1]" in said
    assert file_sha256(path) in said


def test_a_hash_that_is_of_none_of_the_files_is_refused_before_anything_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As of a program that was edited after it was trusted."""
    path = scripted(Same(), tmp_path / "thing.pt")
    out, old = tmp_path / "run", "0123456789ab" * 5 + "0123"
    common = ["run", str(tmp_path / "no images"), "--out", str(out), "--vae", "linear"]
    assert main([*common, "--vae", str(path), "--trust-program", old]) == 2
    said = capsys.readouterr().err
    assert "--trust-program 0123456789ab… is the SHA-256 of none of the VAEs' files" in said
    assert f"{path} has {file_sha256(path)[:12]}… (edited after you trusted it?)" in said
    assert not out.exists()
    assert main([*common, "--trust-program", old]) == 2
    assert "none of them is a program that needs it" in capsys.readouterr().err
    plain = tmp_path / "plain.safetensors"
    save_file({"x": torch.zeros(1)}, plain)
    assert main(["inspect", str(plain), "--trust-program", file_sha256(plain)]) == 2
    assert "none of the VAEs' files" not in capsys.readouterr().err
    other = scripted(Scaled(), tmp_path / "other.pt")
    with pytest.raises(UntrustedProgramError) as caught:
        describe(str(other), trusted=[file_sha256(path)])
    assert f"{file_sha256(path)[:12]}…, which you gave, is of another file" in str(caught.value)


def test_a_list_of_vaes_names_the_command_that_runs_a_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = scripted(Same(), tmp_path / "thing.pt")
    assert main(["vaes", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert f"measure it with 'vaelab run … --trust-program {file_sha256(path)}'" in said
    assert "family" not in said, "no head of an empty table"
    path.unlink()
    assert main(["vaes", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "There is no file of weights.\n"


def test_a_pair_may_have_any_names_that_differ_by_half(tmp_path: Path) -> None:
    """And weights under any names, or none."""
    path = scripted(nn.PixelUnshuffle(8), tmp_path / "My-Encoder_v2.pt")
    other = scripted(nn.PixelShuffle(8), tmp_path / "My-Decoder_v2.pt")
    error = refusal(path)
    assert set(error.hashes) == {file_sha256(path), file_sha256(other)}
    assert refusal(other).hashes == error.hashes
    info = describe(str(path), trusted=error.hashes)
    assert set(info.files) == {path, other}
    assert (info.family, info.latent_channels, info.factor) == ("TorchScript pair", None, None)


def test_no_part_of_a_program_can_be_chosen(tmp_path: Path) -> None:
    two = Scaled()
    two.add_module("b", Scaled())
    path = scripted(two, tmp_path / "two.pt")
    with pytest.raises(VAEError, match="can only be run as a whole: leave out '#b'"):
        describe(f"{path}#b", trusted=[file_sha256(path)])
    info = describe(str(path), trusted=[file_sha256(path)])
    assert "other VAEs in the file" not in info.details


def loaded(path: Path, **options: Any) -> Any:
    return open_codec(VAESpec("x", str(path)), CodecOptions(trusted=(file_sha256(path),), **options))


def given(images: Any) -> Tensor:
    return torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0


def test_a_joint_program_is_encoded_and_decoded_by_its_methods(tmp_path: Path) -> None:
    """Its means are measured, its numbers come from a trial; what fails while measuring is said as it is."""
    codec = loaded(scripted(Joint(), tmp_path / "autoencoder.jit"))
    module, images = Joint(), photographs()
    try:
        assert (codec.info.latent_channels, codec.info.factor) == (5, 8)
        assert codec.info.family == "TorchScript program (continuous, 5 channels, 8×)"
        assert any("(N, 3, height, width) in [-1, 1]" in note for note in codec.notes)
        assert any("mean and log variance" in note for note in codec.notes)
        latents = codec.encode(images, [0, 1])
        with torch.no_grad():
            mean, logvar = module.inward(given(images)).chunk(2, 1)
            assert np.array_equal(codec.decode(latents).images, to_pixels(module.outward(mean)))
        facts = codec.latent_facts(latents)
        assert np.allclose(facts[0].mean, mean[0].double().mean((1, 2)), atol=1e-6)
        assert np.allclose(facts[1].variance, logvar[1].double().exp().mean((1, 2)), atol=1e-6)
        said = r"^the program failed: RuntimeError: first line the last \\u001b\[31mline$"
        with pytest.raises(RuntimeError, match=said):
            codec.encode(np.zeros((1, 96, 64, 3), np.uint8), [0])
        with pytest.raises(RuntimeError, match="out of memory: asked for more memory than") as hungry:
            codec.encode(np.zeros((1, 112, 64, 3), np.uint8), [0])
        # So that the run tries a smaller batch, and says which image was too large.
        assert is_out_of_memory(hungry.value)
        noisy = [codec.encode(np.zeros((1, 120, 64, 3), np.uint8), [place]).data.z for place in (3, 3, 4)]
        assert torch.equal(noisy[0], noisy[1])
        assert not torch.equal(noisy[0], noisy[2])
        codec._process.call_seconds = 1
        with pytest.raises(VAEError, match="longer than 1 s: one call while measuring may take 1 s") as slow:
            codec.encode(np.zeros((1, 104, 64, 3), np.uint8), [0])
        assert f"its trial {limits.TRIAL_SECONDS} s" in str(slow.value)
    finally:
        codec.close()
    assert not multiprocessing.active_children()


def test_what_only_forward_knows_is_a_round_trip_without_latent(tmp_path: Path) -> None:
    codec = loaded(scripted(Scaled(), tmp_path / "scaled.pt"))
    images = photographs()
    try:
        assert (codec.info.latent_channels, codec.info.factor) == (None, None)
        assert codec.info.family == "TorchScript program (round trip without latent)"
        latents = codec.encode(images, [0, 1])
        assert codec.latent_facts(latents) is None
        with torch.no_grad():
            assert np.array_equal(codec.decode(latents).images, to_pixels(Scaled()(given(images))))
    finally:
        codec.close()


class Undefined(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x * float("nan")


def test_what_a_program_returns_as_nan_is_its_authors_to_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = scripted(Undefined(), tmp_path / "nan.pt")
    for place, image in enumerate(photographs()):
        Image.fromarray(image).save(tmp_path / f"{place}.png")
    arguments = ["run", str(tmp_path), "--vae", str(path), "--trust-program", file_sha256(path)]
    arguments += [
        "--device",
        "cpu",
        "--out",
        str(tmp_path / "run"),
        "--size",
        "64",
        "--metrics",
        "psnr",
        "--marker",
        "off",
    ]
    assert main(arguments) in (1, 3)
    said = capsys.readouterr().out
    assert "nan failed: its output became NaN in float32: the program itself returned it" in said
    assert "download" not in said


class Told(nn.Module):
    def forward(self, x: Tensor) -> str:
        return "a picture"


class Empty(nn.Module):
    def forward(self, x: Tensor) -> None:
        return None


class Count(nn.Module):
    def forward(self, x: Tensor) -> int:
        return x.dim()


class Listed(nn.Module):
    def forward(self, x: Tensor) -> list[int]:
        return [1]


@pytest.mark.parametrize(
    ("module", "what"),
    [(Told(), "text"), (Empty(), "None"), (Count(), "a number"), (Listed(), "a list without a tensor")],
)
def test_what_is_returned_instead_of_a_tensor_is_named(module: nn.Module, what: str, tmp_path: Path) -> None:
    """And nobody is told to pass weights that there are not."""
    path = scripted(module, tmp_path / "thing.pt")
    assert "safetensors" not in str(refusal(path))
    with pytest.raises(VAEError, match=f"it returned {what} where a tensor was expected") as caught:
        loaded(path)
    assert "safetensors" not in str(caught.value)
    assert str(caught.value).endswith("ask its author.")


@pytest.mark.parametrize("code", [None, 3, -9, -11])
def test_advice_speaks_of_weights_only_where_there_are_any(code: int | None) -> None:
    for what in (failures.LOADING, failures.TRIAL, failures.MEASURING):
        assert "safetensors" in failures.too_long(what, 30, 60, True)
        assert "safetensors" not in failures.too_long(what, 30, 60, False)
        assert "safetensors" not in failures.ended(code, what, 30, 60, False)
    assert "safetensors" in failures.not_agreed(True)
    assert "safetensors" not in failures.not_agreed(False)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("one\n\ttwo"), "ValueError: one two"),
        (KeyError(), "KeyError"),
        (RuntimeError("x" * 999), "RuntimeError: " + "x" * 287),
    ],
)
def test_what_an_exception_says_is_one_bounded_line(error: Exception, said: str) -> None:
    assert child._shown(error) == said


class Direct:
    """A process whose program runs here: for the trial alone."""

    name, trial_seconds, has_weights = "thing.pt", 30.0, True

    def __init__(self, beside: bool = False, **calls: Any) -> None:
        self.calls, self.has, self.beside = calls, tuple(calls), beside

    def run(self, call: str, array: Any, shapes: None, *, part: int = 0, **_: object) -> Any:
        x = torch.from_numpy(array)
        try:
            made = self.calls[call](given(array) if array.dtype == np.uint8 else x)
        except RuntimeError as error:
            raise RuntimeError(f"the program failed: {error}") from error
        return (made if isinstance(made, tuple) else (made,))[part].numpy()


def tried(process: Direct) -> Trial:
    return try_program(process, None, 0)  # type: ignore[arg-type]


def test_a_trial_finds_channels_and_factor() -> None:
    down, up = nn.PixelUnshuffle(4), nn.PixelShuffle(4)
    found = tried(Direct(encode=down, decode=up))
    assert (found.kind, found.channels, found.factor) == ("continuous", 48, 4)
    found = tried(Direct(encode=lambda x: (down(x) * 9).long(), decode=lambda z: up(z.float())))
    assert (found.kind, found.factor) == ("indices", 4)
    found = tried(Direct(forward=lambda x: x))
    assert (found.kind, found.channels, found.factor) == ("round trip", None, None)


def test_submodules_are_used_where_forward_is_the_same() -> None:
    down, up = nn.PixelUnshuffle(4), nn.PixelShuffle(4)
    same = {"encoder": down, "decoder": up, "forward": lambda x: up(down(x))}
    assert tried(Direct(beside=True, **same)).kind == "continuous"
    other = tried(Direct(beside=True, **{**same, "forward": lambda x: 0.5 * x}))
    assert other.kind == "round trip"
    with pytest.raises(VAEError, match="other modules beside encoder and decoder"):
        tried(Direct(beside=True, encoder=down, decoder=up))
    assert tried(Direct(encoder=down, decoder=up)).kind == "continuous"


def test_a_size_that_a_program_does_not_take_is_not_the_last_tried() -> None:
    def fixed(x: Tensor) -> Tensor:
        if x.shape[-1] != 256:
            raise RuntimeError("256 px alone")
        return nn.functional.pixel_unshuffle(x, 8)

    assert tried(Direct(encode=fixed, decode=nn.PixelShuffle(8))).factor == 8


@pytest.mark.parametrize(
    ("calls", "sentence"),
    [
        ({"forward": lambda x: x[..., ::2]}, r"'forward' returned \(1, 3, 64, 32\) for an image"),
        ({"encode": lambda x: x.flatten(2), "decode": lambda z: z}, r"'encode' made \(1, 3, 4096\)"),
        (
            {"encode": nn.PixelUnshuffle(4), "decode": nn.PixelShuffle(2)},
            r"'decode' returned \(1, 12, 32, 32\) for an image",
        ),
        ({"encode": nn.Linear(5, 5), "decode": nn.Linear(5, 5)}, "the program failed: mat1 and mat2"),
    ],
)
def test_what_a_trial_could_not_do_is_said(calls: dict[str, Any], sentence: str) -> None:
    with pytest.raises(VAEError, match=sentence) as caught, torch.no_grad():
        tried(Direct(**calls))
    assert not re.search("smaller size|no pair", str(caught.value))
    assert "ask its author" in str(caught.value)
