"""Pairs of TorchScript programs in the shape of NVIDIA's Cosmos image tokenizers, against the modules that they were made of."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import Cases, Images, check_case, photographs, round_trip, to_pixels
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.specs import VAESpec, parse_spec

LATENT, WIDTH, PATCH = 6, 16, 2


class Step(nn.Module):
    """A level: a convolution, and the change of size under the name that Cosmos gives it."""

    def __init__(self, down: bool) -> None:
        super().__init__()
        self.block = nn.Conv2d(WIDTH, WIDTH, 3, padding=1)
        name = "downsample" if down else "upsample"
        self.add_module(name, nn.Sequential())
        self.get_submodule(name).add_module(
            "conv", nn.Conv2d(WIDTH, WIDTH, 3, stride=2 if down else 1, padding=1)
        )


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv_in = nn.Conv2d(3 * PATCH**2, WIDTH, 3, padding=1)
        self.down = nn.ModuleList([Step(True), Step(True)])
        self.conv_out = nn.Conv2d(WIDTH, 8, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv_in(F.pixel_unshuffle(x, PATCH))
        for level in self.down:
            x = F.silu(level.downsample(F.silu(level.block(x))))
        return self.conv_out(x)


class Decoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv_in = nn.Conv2d(8, WIDTH, 3, padding=1)
        self.up = nn.ModuleList([Step(False), Step(False)])
        self.conv_out = nn.Conv2d(WIDTH, 3 * PATCH**2, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        z = self.conv_in(z)
        for level in self.up:
            z = z.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
            z = F.silu(level.upsample(F.silu(level.block(z))))
        return F.pixel_shuffle(self.conv_out(z), PATCH)


class Same(nn.Module):
    """Cosmos' distribution of a plain autoencoder: the latent, and a pair of zeros."""

    def forward(self, x: Tensor) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        return x, (torch.zeros(1), torch.zeros(1))


class Rounded(nn.Module):
    """Finite scalar quantization: indices, vectors, a loss of zero."""

    def __init__(self, levels: tuple[int, ...]) -> None:
        super().__init__()
        self.register_buffer("_levels", torch.tensor(levels, dtype=torch.int32))
        self.register_buffer("_basis", torch.tensor([1, *levels[:-1]]).cumprod(0).int())

    def forward(self, z: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        rows = z.permute(0, 2, 3, 1)
        half = (self._levels - 1) * (1 + 1e-3) / 2
        offset = torch.where(self._levels % 2 == 0, 0.5, 0.0)
        bounded = (rows + (offset / half).atanh()).tanh() * half - offset
        codes = bounded.round() / (self._levels // 2)
        indices = ((codes * (self._levels // 2) + self._levels // 2) * self._basis).sum(-1).int()
        return indices, codes.permute(0, 3, 1, 2), torch.zeros(len(z))


class Unrounded(nn.Module):
    def __init__(self, quantizer: Rounded) -> None:
        super().__init__()
        self.quantizer = quantizer

    def forward(self, indices: Tensor) -> Tensor:
        digits = (indices.unsqueeze(-1) // self.quantizer._basis) % self.quantizer._levels
        half = self.quantizer._levels // 2
        return ((digits - half) / half).permute(0, 3, 1, 2)


def halves(discrete: bool = False) -> tuple[nn.Sequential, nn.Sequential]:
    torch.manual_seed(0)
    middle: nn.Module = Rounded((8, 8, 5, 5, 5, 4)) if discrete else Same()
    encoder, decoder = nn.Sequential(), nn.Sequential()
    encoder.add_module("encoder", Encoder())
    encoder.add_module("quant_conv", nn.Conv2d(8, LATENT, 1))
    encoder.add_module("quantizer" if discrete else "distribution", middle)
    if discrete:
        decoder.add_module("inv_quant", Unrounded(middle))  # type: ignore[arg-type]
    decoder.add_module("post_quant_conv", nn.Conv2d(LATENT, 8, 1))
    decoder.add_module("decoder", Decoder())
    for half in (encoder, decoder):
        half.eval().requires_grad_(False)
    encoder.quant_conv.weight.mul_(30)
    decoder.decoder.conv_out.weight.mul_(25)
    return encoder, decoder


def expected(encoder: nn.Module, decoder: nn.Module) -> Any:
    @torch.no_grad()
    def run(images: Images) -> Images:
        for half in (encoder, decoder):
            half.to(memory_format=torch.channels_last)
        x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
        return to_pixels(decoder(encoder(x)[0]))

    return run


def save_script(module: nn.Module, example: Tensor, path: Path, traced: bool = True) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.jit.trace(module, example) if traced else torch.jit.script(module)
        torch.jit.save(program, str(path))
    return path


def saved_pair(folder: Path, discrete: bool = False) -> tuple[Path, Any]:
    encoder, decoder = halves(discrete)
    image = torch.rand(1, 3, 16, 16) * 2 - 1
    path = save_script(encoder, image, folder / "encoder.jit")
    save_script(decoder, encoder(image)[0], folder / "decoder.jit")
    return path, expected(encoder, decoder)


CASES: Cases = {("TorchScript", "encoder.jit + decoder.jit"): saved_pair}
KEY = ("TorchScript", "encoder.jit + decoder.jit")


@pytest.mark.parametrize("discrete", [False, True])
def test_a_pair_equals_its_modules(discrete: bool, tmp_path: Path) -> None:
    check_case(KEY, lambda folder: saved_pair(folder, discrete), tmp_path)


def test_a_pair_is_described_without_running_it(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    info = describe(str(path))
    assert info.family == "TorchScript pair (continuous, 6 channels, 8×)"
    assert (info.latent_channels, info.factor, info.stored_dtype) == (6, 8, "fp32")
    assert info.parameters == sum(p.numel() for half in halves() for p in half.parameters())
    assert info.details["container"] == "TorchScript"
    assert info.files == (tmp_path / "decoder.jit", tmp_path / "encoder.jit")


def test_the_folder_as_published_and_either_half_are_the_pair(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    (tmp_path / "config.json").write_text('{"architectures": ["CosmosTokenizer"]}')
    (tmp_path / "autoencoder.jit").write_bytes(path.read_bytes())
    found = [describe(str(place)).sha256 for place in (tmp_path, path, tmp_path / "decoder.jit")]
    assert len(set(found)) == 1
    (tmp_path / "autoencoder.jit").unlink()
    assert [entry.family.split(" ")[0] for entry in find_vaes(tmp_path)] == ["TorchScript"]  # type: ignore[union-attr]


def test_a_pair_is_named_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / "Cosmos-CI8x8").mkdir()
    path, _ = saved_pair(tmp_path / "Cosmos-CI8x8")
    assert {parse_spec(str(place)).label for place in (path, path.parent)} == {"Cosmos-CI8x8"}


def test_runs_are_alike_and_the_note_says_what_runs(tmp_path: Path) -> None:
    """The interpreter optimizes a program in its second run, unless it is told not to."""
    path, run = saved_pair(tmp_path)
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    for _ in range(4):
        assert np.array_equal(codec.decode(codec.encode(photographs(), [0, 1])).images, run(photographs()))
    assert any("TorchScript: runs the program in the file" in note for note in codec.notes)
    codec.close()


def test_half_precision_casts_the_weights(tmp_path: Path) -> None:
    path, run = saved_pair(tmp_path)
    difference = np.abs(round_trip(path, photographs(), precision="bf16").astype(int) - run(photographs()))
    assert 0 < difference.mean() < 8


def test_discrete_codes_are_the_indices_of_the_program(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path, discrete=True)
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    latents = codec.encode(photographs(), [0, 1])
    ((indices, size),) = codec._network.codes(latents.data.z)
    assert size == 8 * 8 * 5 * 5 * 5 * 4
    x = torch.from_numpy(photographs()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
    with torch.no_grad():
        assert torch.equal(indices, halves(True)[0].to(memory_format=torch.channels_last)(x)[0].long())
    assert len(indices.unique()) > 3


def save_hostile(hostile: type[nn.Module], path: Path) -> None:
    """An encoder as before, with one step more."""
    encoder, _ = halves()
    steps = nn.Sequential()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        steps.add_module("encoder", torch.jit.trace(encoder.encoder, torch.rand(1, 3, 16, 16)))
    steps.add_module("quant_conv", encoder.quant_conv)
    steps.add_module("last", hostile())
    save_script(steps, torch.zeros(1), path, traced=False)


class Saves(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        torch.save(x, "written.pt")
        return x


class Maps(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x + torch.from_file("written.pt", True, 4).sum()


class Stateful(nn.Module):
    """Asks to be run while it is loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 1

    @torch.jit.export
    def __getstate__(self) -> int:
        return self.number

    @torch.jit.export
    def __setstate__(self, number: int) -> None:
        self.number = number
        self.training = False

    def forward(self, x: Tensor) -> Tensor:
        return x


@pytest.mark.parametrize(
    ("hostile", "word"), [(Saves, "torch.save"), (Maps, "torch.from_file"), (Stateful, "__")]
)
def test_a_program_that_reaches_beyond_arithmetic_is_refused_before_it_is_loaded(
    hostile: type[nn.Module], word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path, _ = saved_pair(tmp_path)
    save_hostile(hostile, path)
    monkeypatch.setattr(torch.jit, "load", lambda *_, **__: pytest.fail("it was loaded"))
    with pytest.raises(VAEError, match=rf"asks for more than arithmetic \('{word}.*so it is not run"):
        describe(str(path))
    assert not (tmp_path / "written.pt").exists()


@pytest.mark.parametrize("hostile", [Saves, Maps])
def test_the_loaded_graph_is_checked_too(
    hostile: type[nn.Module], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that passes, by whatever trick, does not help."""
    monkeypatch.chdir(tmp_path)
    path, _ = saved_pair(tmp_path)
    save_hostile(hostile, path)
    monkeypatch.setattr("vaelab.vae.pickles.check_program", lambda *_: None)
    with pytest.raises(VAEError, match=r"asks for more than arithmetic \('aten::(save|from_file)'\)"):
        round_trip(path, photographs())
    assert not (tmp_path / "written.pt").exists()


def test_halves_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    decoder = halves()[1]
    decoder.add_module("more", nn.Upsample(scale_factor=2))
    save_script(decoder, torch.rand(1, LATENT, 4, 4), tmp_path / "decoder.jit")
    with pytest.raises(VAEError, match=r"make \(1, 3, 64, 64\) of an image of 32 px where \(1, 3, 32, 32\)"):
        round_trip(path, photographs())
    save_script(decoder.decoder.up[0].upsample, torch.rand(1, WIDTH, 4, 4), tmp_path / "decoder.jit")
    with pytest.raises(
        VAEError, match="take 12 channels and return 16, halving the size 2 times and doubling it 0"
    ):
        describe(str(path))


def test_a_lone_half_a_whole_one_and_a_video_tokenizer_are_refused(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    (tmp_path / "decoder.jit").rename(tmp_path / "other.pt")
    with pytest.raises(VAEError, match="its decoder is missing: put it beside it"):
        describe(str(path))
    encoder, decoder = halves()
    whole = nn.Sequential()
    whole.add_module("encoder", encoder.encoder)
    whole.add_module("decoder", decoder.decoder)
    save_script(whole, torch.rand(1, 3, 16, 16), tmp_path / "autoencoder.jit")
    with pytest.raises(
        VAEError, match="of a whole autoencoder, whose latents cannot be had: pass its encoder"
    ):
        describe(str(tmp_path / "autoencoder.jit"))
    save_script(nn.Conv3d(3, 6, 1), torch.rand(1, 3, 1, 8, 8), path)
    save_script(nn.Conv3d(6, 3, 1), torch.rand(1, 6, 1, 8, 8), tmp_path / "decoder.jit")
    with pytest.raises(VAEError, match="for video; VAELab runs those for images"):
        describe(str(path))
    path.rename(tmp_path / "nameless.jit")
    with pytest.raises(VAEError, match="neither its tensors nor its name call an encoder or a decoder"):
        describe(str(tmp_path / "nameless.jit"))


def test_a_damaged_program_is_named(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        places = {member.filename: member for member in archive.infolist()}
        members = {name: archive.read(name) for name in places}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content[:-20] if name.endswith("data.pkl") else content)
    with pytest.raises(VAEError, match="is damaged"):
        describe(str(path))
    code = next(member for name, member in places.items() if name.endswith(".py"))
    assert code.compress_type == zipfile.ZIP_DEFLATED
    start = code.header_offset + 30 + len(code.filename) + 200
    path.write_bytes(
        whole[:start] + bytes(byte ^ 0x5A for byte in whole[start : start + 60]) + whole[start + 60 :]
    )
    with pytest.raises(VAEError, match="is damaged"):
        describe(str(path))


class OnCuda(nn.Module):
    """As what was traced on a GPU: its graph names the device."""

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.zeros([1], device=torch.device("cuda"))


@pytest.mark.skipif(torch.cuda.is_available(), reason="the program runs where there is such a device")
def test_a_program_bound_to_a_gpu_loads_and_fails_by_name_without_one(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    save_hostile(OnCuda, path)
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    with pytest.raises((RuntimeError, VAEError), match="CUDA|NVIDIA"):
        codec.encode(photographs(), [0, 1])


@pytest.mark.parametrize("discrete", [False, True])
def test_use_of_the_codebook_is_reported_where_there_is_one(discrete: bool, tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path, discrete)
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    facts = codec.latent_facts(codec.encode(photographs(), [0, 1]))
    assert all(bool(one.codes) is discrete for one in facts)
