"""What the README claims is what the code says."""

from __future__ import annotations

from project import ROOT

from vaelab.settings import options
from vaelab.vae.families import support
from vaelab.vae.spec.builtins import BUILT_INS

README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_families_is_the_generated_one() -> None:
    assert support.markdown().strip() in README


def test_every_built_in_is_named() -> None:
    for entry in BUILT_INS:
        assert f"`{entry.name}" in README, entry.name


def test_options_in_the_readme_exist() -> None:
    flags = {f"--{name.replace('_', '-')}" for name in options()}
    for flag in (
        "--size",
        "--fit",
        "--upscale",
        "--marker",
        "--marker-preset",
        "--precision",
        "--latent",
        "--save-images",
        "--device",
    ):
        assert flag in flags
        assert flag in README
