"""The table of what loads says what tests show, no more and no less."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import test_family_cosmos
import test_family_dc
import test_family_flux2
import test_family_image_kl
import test_family_ltx
import test_family_rae
import test_family_stages
import test_family_taehv
import test_family_video
import test_family_vq
import test_family_vq_published
import test_family_wan
import torch
from diffusers import AutoencoderTiny
from family_cases import Cases, by_class, check_case, prepared, saved
from vae_files import random_kl, save_pair, tiny_halves, tiny_reference, to_ldm

from vaelab.vae.families.support import markdown
from vaelab.vae.families.table import FAMILIES

ROOT = Path(__file__).parents[1]


def kl_folder(folder: Path) -> Any:
    module = random_kl()
    module.save_pretrained(folder / "vae")
    return folder / "vae", by_class(module)


def kl_ldm(folder: Path) -> Any:
    module = random_kl(attention=True)
    state = {f"first_stage_model.{k}": v for k, v in to_ldm(module.state_dict(), 2).items()}
    return saved(state, folder / "a.safetensors"), by_class(module)


def taesd_pair(folder: Path) -> Any:
    halves = tiny_halves(4)
    return save_pair(folder, halves, "tiny"), lambda images: tiny_reference(halves, images)


def taesd_merged(folder: Path) -> Any:
    halves = tiny_halves(16)
    state = {
        f"taesd_{name}.{key}": tensor
        for name, half in zip(("encoder", "decoder"), halves, strict=True)
        for key, tensor in half.state_dict().items()
    }
    return saved(state, folder / "merged.safetensors"), lambda images: tiny_reference(halves, images)


def taesd_diffusers(folder: Path) -> Any:
    torch.manual_seed(0)
    module = AutoencoderTiny()
    prepared(module, module.decoder.layers[-1])
    module.save_pretrained(folder / "vae")
    return folder / "vae", by_class(module)


CASES: Cases = {
    ("AutoencoderKL", "diffusers"): kl_folder,
    ("AutoencoderKL", "LDM"): kl_ldm,
    ("TAESD-type", "taesd pair"): taesd_pair,
    ("TAESD-type", "taesd merged"): taesd_merged,
    ("TAESD-type", "diffusers"): taesd_diffusers,
}
ALL: Cases = {
    **CASES,
    **test_family_flux2.CASES,
    **test_family_wan.CASES,
    **test_family_dc.CASES,
    **test_family_vq.CASES,
    **test_family_vq_published.CASES,
    **test_family_stages.CASES,
    **test_family_image_kl.CASES,
    **test_family_video.CASES,
    **test_family_ltx.CASES,
    **test_family_rae.CASES,
    **test_family_taehv.CASES,
    **test_family_cosmos.CASES,
}
"""The others' modules run theirs themselves."""


@pytest.mark.parametrize("key", CASES)
def test_the_first_families_equal_their_classes(key: tuple[str, str], tmp_path: Path) -> None:
    check_case(key, CASES[key], tmp_path)


def test_every_line_has_a_case_and_every_case_a_line() -> None:
    lines = [(family.label, layout.name) for family in FAMILIES for layout in family.layouts]
    assert len(set(lines)) == len(lines)
    assert set(lines) == set(ALL)


def test_the_printed_table_holds_every_line_and_needs_no_torch() -> None:
    script = (
        "import sys, runpy; runpy.run_module('vaelab.vae.families.support', run_name='__main__');"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout == markdown()
    rows = done.stdout.splitlines()
    assert len(rows) == 2 + len(ALL)
    assert all(row.count("|") == 5 for row in rows)


def test_every_line_is_described_without_torch(tmp_path: Path) -> None:
    paths = []
    for number, make in enumerate(ALL.values()):
        (tmp_path / str(number)).mkdir()
        paths.append(str(make(tmp_path / str(number))[0]))
    script = (
        "import sys; from vaelab.vae.catalog import describe\n"
        "for path in sys.argv[1:]:\n"
        "    info = describe(path); print(info.family.split(' ')[0], info.details['layout'], sep='|')\n"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script, *paths], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert [tuple(row.split("|")) for row in done.stdout.splitlines()] == list(ALL)
