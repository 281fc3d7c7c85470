"""TorchScript programs of unknown structure: refused, or run in a process of their own where their user trusts the very file."""

from __future__ import annotations

import contextlib
import multiprocessing
import re
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import Images, photographs, to_pixels
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.cli.parser import main
from vaelab.errors import Stopped, UntrustedProgramError, UsageError, VAEError
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.files.header import file_sha256
from vaelab.vae.files.source import open_source
from vaelab.vae.located import LocatedVAE
from vaelab.vae.program import codec as program_codec
from vaelab.vae.program import limits
from vaelab.vae.spec.grammar import VAESpec

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


RUN_BY_PYTORCH = torch.jit.load


@pytest.fixture
def trust(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], tuple[str, ...]]:
    """The hashes of a pair; nothing but its own process may load a program."""
    monkeypatch.setattr(
        torch.jit, "load", lambda *_, **__: pytest.fail("a program was loaded in this process")
    )
    return lambda folder: tuple(file_sha256(path) for path in sorted(folder.glob("*coder.jit")))


def opened(folder: Path, trusted: tuple[str, ...], **options: Any) -> Any:
    return open_codec(VAESpec("x", str(folder / "encoder.jit")), CodecOptions(trusted=trusted, **options))


Trust = Callable[[Path], tuple[str, ...]]
PRELOADED = pytest.mark.usefixtures("preloaded_programs")


@pytest.mark.parametrize("discrete", [False, True])
def test_a_trusted_pair_equals_its_modules(
    discrete: bool, tmp_path: Path, trust: Trust, request: pytest.FixtureRequest
) -> None:
    """Pixel for pixel, in the first run and in the third; with the moments and codes of its latents."""
    if discrete:  # the other starts its process as the program does
        request.getfixturevalue("preloaded_programs")
    _, run = saved_pair(tmp_path, discrete)
    codec = opened(tmp_path, trust(tmp_path))
    try:
        for images in (photographs()[:1], photographs(), photographs()):
            latents = codec.encode(images, range(len(images)))
            assert np.array_equal(codec.decode(latents).images, run(images))
        facts = codec.latent_facts(latents)
        assert [bool(one.codes) for one in facts] == [discrete, discrete]
        x = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
        with torch.no_grad():
            first, *more = halves(discrete)[0](x)
        if discrete:
            assert facts[0].codes[0].size == 8 * 8 * 5 * 5 * 5 * 4
            assert np.array_equal(np.flatnonzero(facts[0].codes[0].counts), np.unique(first[0]))
        z = more[0] if discrete else first
        assert np.allclose(facts[0].mean, z[0].double().mean((1, 2)), atol=1e-6)
        if sys.platform == "linux" and limits._landlock_version() >= 1:
            assert {"writing", "reading", "memory"} <= set(codec._process.closed)
        assert any(
            "since its user trusts it" in note and "process of its own" in note for note in codec.notes
        )
        # A larger batch than the shared memory holds: the process begins anew.
        big = np.concatenate([photographs()] * 300)
        before = codec._process._shared.size
        assert 4 * big.size > before
        assert np.array_equal(
            codec.decode(codec.encode(big, range(len(big)))).images[-2:], run(photographs())
        )
    finally:
        codec.close()
    assert not multiprocessing.active_children()


@PRELOADED
def test_half_precision_casts_the_weights(tmp_path: Path, trust: Trust) -> None:
    _, run = saved_pair(tmp_path)
    codec = opened(tmp_path, trust(tmp_path), precision="bf16")
    try:
        difference = np.abs(
            codec.decode(codec.encode(photographs(), [0, 1])).images.astype(int) - run(photographs())
        )
    finally:
        codec.close()
    assert codec.precision == "bf16"
    assert 0 < difference.mean() < 8


def test_an_untrusted_program_is_refused_with_the_option_that_would_trust_it(
    tmp_path: Path, trust: Trust
) -> None:
    path, _ = saved_pair(tmp_path)
    both = trust(tmp_path)
    for trusted, named in (((), both), (both[:1], both[1:]), (("0" * 64,), both)):
        for attempt in (
            lambda trusted=trusted: describe(str(path), trusted=trusted),
            lambda trusted=trusted: open_codec(VAESpec("x", str(path)), CodecOptions(trusted=trusted)),
        ):
            with pytest.raises(UntrustedProgramError, match="nothing of it was run") as caught:
                attempt()
            assert caught.value.hashes == named
            options = re.findall(r"--trust-program ([0-9a-f]{64})", str(caught.value))
            assert tuple(options) == named
            assert "\n" not in str(caught.value)
    assert [type(item) for item in find_vaes(tmp_path)] == [UntrustedProgramError]
    assert describe(str(path), trusted=both).family == "TorchScript pair (continuous, 6 channels, 8×)"


@PRELOADED
def test_a_program_that_has_changed_since_is_not_run(
    tmp_path: Path, trust: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at its hash and its loading: the process hashes the very bytes that it runs."""
    saved_pair(tmp_path)
    trusted, real = trust(tmp_path), program_codec._programs

    def halves_then_change(found: Any) -> Any:
        known = real(found)
        (tmp_path / "encoder.jit").write_bytes((tmp_path / "encoder.jit").read_bytes() + b"\0")
        return known

    monkeypatch.setattr(program_codec, "_programs", halves_then_change)
    with pytest.raises(VAEError, match="the encoder is not the file that is trusted any more"):
        opened(tmp_path, trusted)


def test_trust_comes_from_the_user_alone(tmp_path: Path) -> None:
    """A run folder is a stranger's: it may say what it likes of trust."""
    settings = RunSettings(images=("a",), vaes=("linear",), out="o", trust_program=("ab" * 32,))
    plain = settings.to_json()
    assert "trust_program" not in plain
    assert RunSettings.from_json({**plain, "trust_program": ["ab" * 32]}, tmp_path).trust_program == ()
    assert not settings.differences(RunSettings(images=("a",), vaes=("linear",), out="o"))
    with pytest.raises(UsageError, match="is no SHA-256: copy the 64 digits"):
        RunSettings(images=("a",), vaes=("linear",), out="o", trust_program=("abc",))


def test_the_command_line_says_and_takes_the_hash(
    tmp_path: Path, trust: Trust, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = saved_pair(tmp_path)
    assert main(["inspect", str(path)]) == 2
    said = capsys.readouterr().err
    found = re.findall(r"--trust-program [0-9a-f]{64}", said)
    assert len(found) == 2
    assert main(["inspect", str(path), *" ".join(found).split()]) == 0
    assert "TorchScript pair (continuous" in capsys.readouterr().out


def script_encoder(last: nn.Module, folder: Path, hook: Any = None) -> None:
    """An encoder as before, with one step more."""
    encoder, _ = halves()
    steps = nn.Sequential()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        steps.add_module("encoder", torch.jit.trace(encoder.encoder, torch.rand(1, 3, 16, 16)))
    steps.add_module("quant_conv", encoder.quant_conv)
    steps.add_module("last", last)
    if hook is not None:
        steps.register_forward_hook(hook)
    save_script(steps, torch.zeros(1), folder / "encoder.jit", traced=False)


class Saves(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        torch.save(x, "TARGET-OF-THE-PROGRAM")
        return x


class Maps(nn.Module):
    """Exact bytes into a file that is there."""

    def forward(self, x: Tensor) -> Tensor:
        mapped = torch.from_file("TARGET-OF-THE-PROGRAM", True, 16, dtype=torch.uint8)
        mapped.fill_(65)
        return x + 0 * mapped[0]


class Stateful(nn.Module):
    """Runs while it is loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(1))

    @torch.jit.export
    def __getstate__(self) -> tuple[Tensor, bool]:
        return self.weight, self.training

    @torch.jit.export
    def __setstate__(self, state: tuple[Tensor, bool]) -> None:
        self.weight, self.training = state[0], state[1]
        torch.save("owned", "TARGET-OF-THE-PROGRAM")

    def forward(self, x: Tensor) -> Tensor:
        return x


class Prints(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        print('\x1b]0;owned\x07{"event":"RunFinished"}')  # noqa: T201
        return x


class Endless(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        k = 0
        while bool(x.numel() > k):
            k = k - 1
        return x


class Outside(nn.Module):
    """Writes to, and reads from, where it has no memory."""

    def forward(self, x: Tensor) -> Tensor:
        i = torch.full([1, 1], 1 << 40, dtype=torch.long)
        y = torch.ops.aten._sparse_coo_tensor_unsafe(i, torch.ones(1), [4]).to_dense()
        return x + y.sum() * 0


class Hungry(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x + torch.ones([1 << 38])[0] * 0


class Plain(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x


def saves_after(module: nn.Module, given: tuple[Tensor], made: Tensor) -> None:
    torch.save("owned", "TARGET-OF-THE-PROGRAM")


def aimed(path: Path, target: Path) -> list[tuple[str, bytes]]:
    """The members of a program, its target replaced: TorchScript's text holds it as a literal."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    return [(name, data.replace(b"TARGET-OF-THE-PROGRAM", str(target).encode())) for name, data in members]


def write(path: Path, members: list[tuple[str, bytes]]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in members:
                archive.writestr(zipfile.ZipInfo(name), data)


Members = list[tuple[str, bytes]]


def _rooted(evil: Members, root: str) -> Members:
    return [(name.replace("encoder/", f"{root}/", 1), data) for name, data in evil]


BYPASSES: dict[str, Callable[[Members, Members], Members]] = {
    "as it is": lambda evil, good: evil,
    "two roots, the program's first": lambda evil, good: (
        _rooted(evil[:1], "evil") + good + _rooted(evil[1:], "evil")
    ),
    "two roots, the program's last": lambda evil, good: good + _rooted(evil, "evil"),
    "no root for the tensors": lambda evil, good: (
        _rooted(evil[:1], "evil")
        + [(name.removeprefix("encoder/"), data) for name, data in good]
        + _rooted(evil[1:], "evil")
    ),
    "capital letters": lambda evil, good: [
        *((name.replace("/code/", "/CODE/"), data) for name, data in evil),
        ("encoder/code/decoy.py", b""),
    ],
    "every name twice, the program's first": lambda evil, good: evil + good,
    "every name twice, the program's last": lambda evil, good: good + evil,
    "a line that goes on": lambda evil, good: [
        (
            name,
            data.replace(b"torch.save(", b"torch.\\\nsave(").replace(
                b"torch.from_file(", b"torch.\\\nfrom_file("
            ),
        )
        for name, data in evil
    ],
    "a comment in between": lambda evil, good: [
        (name, data.replace(b"torch.save(", b"torch.#\nsave(")) for name, data in evil
    ],
    "no constants, as a plain checkpoint": lambda evil, good: [
        (name, data) for name, data in evil if not name.endswith("constants.pkl")
    ],
    "another name for the code": lambda evil, good: [
        (name.replace("/code/", "/code//"), data) for name, data in evil
    ],
    "names with backslashes": lambda evil, good: [
        (name.replace("/code/", "\\code\\"), data) for name, data in evil
    ],
}
PAYLOADS: dict[str, tuple[nn.Module, Any]] = {
    "saves": (Saves(), None),
    "maps": (Maps(), None),
    "on loading": (Stateful(), None),
    "in a hook": (Plain(), saves_after),
}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_archive_however_it_is_made_runs_untrusted(payload: str, tmp_path: Path, trust: Trust) -> None:
    """Refused, or read as the tensors that it holds; nothing is loaded, run or changed."""
    saved_pair(tmp_path)
    good = aimed(tmp_path / "encoder.jit", tmp_path)
    target = tmp_path / "bashrc"
    target.write_bytes(b"alias ls='ls -l'\n")
    script_encoder(PAYLOADS[payload][0], tmp_path, PAYLOADS[payload][1])
    evil = aimed(tmp_path / "encoder.jit", target)
    assert any(str(target).encode() in data for _, data in evil)
    before = {path.name for path in tmp_path.iterdir()}
    for name, make in BYPASSES.items():
        write(tmp_path / "encoder.jit", make(evil, good))
        for what in (tmp_path / "encoder.jit", tmp_path, tmp_path / "decoder.jit"):
            for attempt in (
                lambda what=what: describe(str(what)),
                lambda what=what: open_codec(VAESpec("x", str(what)), CodecOptions()),
            ):
                with pytest.raises(VAEError) as caught:
                    attempt()
                assert "\n" not in str(caught.value), name
        assert all(isinstance(item, VAEError) for item in find_vaes(tmp_path)), name
        assert target.read_bytes() == b"alias ls='ls -l'\n", name
        assert {path.name for path in tmp_path.iterdir()} == before, name
    assert not multiprocessing.active_children()


LOCKED = pytest.mark.skipif(
    limits._landlock_version() < 1,
    reason="this system has no Landlock: a program that is trusted can write",
)


@PRELOADED
@LOCKED
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_trusted_program_changes_no_file_either(payload: str, tmp_path: Path, trust: Trust) -> None:
    saved_pair(tmp_path)
    target = tmp_path / "bashrc"
    target.write_bytes(b"alias ls='ls -l'\n")
    script_encoder(PAYLOADS[payload][0], tmp_path, PAYLOADS[payload][1])
    write(tmp_path / "encoder.jit", aimed(tmp_path / "encoder.jit", target))
    with contextlib.suppress(VAEError):
        opened(tmp_path, trust(tmp_path)).close()
    assert target.read_bytes() == b"alias ls='ls -l'\n"
    assert not multiprocessing.active_children()
    # That there was something to be kept from: the same program, run as PyTorch runs it.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        RUN_BY_PYTORCH(str(tmp_path / "encoder.jit"))(torch.zeros(1, 3, 32, 32))
    assert target.read_bytes() != b"alias ls='ls -l'\n"


@PRELOADED
def test_what_a_trusted_program_prints_reaches_nobody(
    tmp_path: Path, trust: Trust, capfd: pytest.CaptureFixture[str]
) -> None:
    _, run = saved_pair(tmp_path)
    script_encoder(Prints(), tmp_path)
    codec = opened(tmp_path, trust(tmp_path))
    try:
        assert np.array_equal(codec.decode(codec.encode(photographs(), [0, 1])).images, run(photographs()))
    finally:
        codec.close()
    assert capfd.readouterr() == ("", "")


@PRELOADED
@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        (Outside(), r"crashed \(signal (6|11)\): no setting of VAELab changes that; ask its author"),
        (Hungry(), r"asked for more memory than the \d+\.\d GB .* no setting of VAELab raises it"),
    ],
)
def test_a_crash_and_a_want_of_memory_are_the_programs_own(
    last: nn.Module, sentence: str, tmp_path: Path, trust: Trust
) -> None:
    saved_pair(tmp_path)
    script_encoder(last, tmp_path)
    with pytest.raises(VAEError, match=sentence) as caught:
        opened(tmp_path, trust(tmp_path))
    assert not re.search("\n|--size|no pair", str(caught.value))
    assert not multiprocessing.active_children()


@PRELOADED
def test_a_loop_ends_with_its_time(tmp_path: Path, trust: Trust) -> None:
    path, _ = saved_pair(tmp_path)
    script_encoder(Endless(), tmp_path)
    source = open_source(path)
    found = LocatedVAE(source, detect(source))
    info = describe(str(path), trusted=trust(tmp_path))
    # Loading PyTorch alone takes longer, and does not count.
    with pytest.raises(
        VAEError, match="its trial took longer than 0.5 s: .* may take 600 s, and its trial 0.5 s"
    ):
        program_codec.load_program(found, info, CodecOptions(), trial_seconds=0.5)
    assert not multiprocessing.active_children()


@PRELOADED
def test_a_stop_kills_a_loop(tmp_path: Path, trust: Trust, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the trial, which the loop would hold up."""
    saved_pair(tmp_path)
    script_encoder(Endless(), tmp_path)
    tried: list[int] = []
    real = program_codec.try_program
    monkeypatch.setattr(program_codec, "try_program", lambda *given: tried.append(1) or real(*given))

    def check() -> None:
        if tried:
            raise Stopped

    with pytest.raises(Stopped):
        opened(tmp_path, trust(tmp_path), check=check)
    assert not multiprocessing.active_children()


def test_a_program_is_neither_paired_nor_padded(tmp_path: Path, trust: Trust) -> None:
    path, _ = saved_pair(tmp_path)
    trusted = CodecOptions(trusted=trust(tmp_path))
    with pytest.raises(VAEError, match="whose padding cannot be chosen"):
        open_codec(VAESpec("x", str(path), padding="reflect"), trusted)
    with pytest.raises(VAEError, match="only both halves together can be run"):
        open_codec(VAESpec("x", "mini", encoder=str(path)), trusted)


@PRELOADED
def test_halves_that_do_not_fit_are_refused(tmp_path: Path, trust: Trust) -> None:
    path, _ = saved_pair(tmp_path)
    decoder = halves()[1]
    decoder.add_module("more", nn.Upsample(scale_factor=2))
    save_script(decoder, torch.rand(1, LATENT, 4, 4), tmp_path / "decoder.jit")
    with pytest.raises(
        VAEError, match=r"'decoder' returned \(1, 3, 128, 128\) for an image \(1, 3, 64, 64\)"
    ):
        opened(tmp_path, trust(tmp_path))
    save_script(decoder.decoder.up[0].upsample, torch.rand(1, WIDTH, 4, 4), tmp_path / "decoder.jit")
    with pytest.raises(UntrustedProgramError) as caught:
        describe(str(path))
    assert not re.search("halving|return 16|returns 16", str(caught.value))


def test_a_lone_half_is_refused_and_whatever_is_whole_waits_for_trust(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    (tmp_path / "decoder.jit").rename(tmp_path / "other.pt")
    with pytest.raises(VAEError, match="its decoder is missing: put it beside it"):
        describe(str(path))
    encoder, decoder = halves()
    whole = nn.Sequential()
    whole.add_module("encoder", encoder.encoder)
    whole.add_module("decoder", decoder.decoder)
    save_script(whole, torch.rand(1, 3, 16, 16), tmp_path / "autoencoder.jit")
    with pytest.raises(UntrustedProgramError, match="nothing of it was run"):
        describe(str(tmp_path / "autoencoder.jit"))
    save_script(nn.Conv3d(3, 6, 1), torch.rand(1, 3, 1, 8, 8), path)
    save_script(nn.Conv3d(6, 3, 1), torch.rand(1, 6, 1, 8, 8), tmp_path / "decoder.jit")
    with pytest.raises(UntrustedProgramError, match="five axes, as those of networks for video"):
        describe(str(path))
    path.rename(tmp_path / "nameless.jit")
    with pytest.raises(UntrustedProgramError, match="nothing of it was run"):
        describe(str(tmp_path / "nameless.jit"))


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path, _ = saved_pair(tmp_path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content[:-20] if name.endswith("data.pkl") else content)
    with pytest.raises(VAEError, match="is damaged"):
        describe(str(path))
