"""TorchScript programs of unknown structure: refused, or run in a process of their own where their user trusts the very file."""

from __future__ import annotations

import multiprocessing
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import photographs
from torch import nn
from torchscript_pairs import LATENT, WIDTH, halves, opened, save_script, saved_pair

from vaelab.cli.parser import main
from vaelab.errors import UntrustedProgramError, UsageError, VAEError
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.program import codec as program_codec
from vaelab.vae.program import limits
from vaelab.vae.spec.grammar import VAESpec

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
