"""A TorchScript program in the list of VAEs: not run, explained, and trusted by one button."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot
from torch import nn
from window.fakes import FakeEngine, Opener

from vaelab.errors import UntrustedProgramError
from vaelab.gui.controllers.path_kinds import sort_out
from vaelab.vae.base import VAEInfo
from vaelab.vae.catalog import describe
from vaelab.vae.files.header import file_sha256


def program(folder: Path) -> Path:
    """A pair of programs for images, of a structure of their own."""
    halves = {"encoder": nn.Conv2d(12, 8, 1), "decoder": nn.Conv2d(8, 12, 1)}
    for half, layer in halves.items():
        module = nn.Sequential()
        module.add_module(half, nn.Sequential())
        module.get_submodule(half).add_module("conv_in" if half == "encoder" else "conv_out", layer)
        if half == "decoder":
            module.add_module("post_quant_conv", nn.Conv2d(12, 12, 1))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.jit.save(
                torch.jit.trace(module, torch.zeros(1, layer.in_channels, 8, 8)), str(folder / f"{half}.jit")
            )
    return folder / "encoder.jit"


def test_a_program_waits_for_trust_and_the_button_gives_it(
    open_window: Opener, qtbot: QtBot, image_folder: Path, tmp_path: Path
) -> None:
    path = program(tmp_path)
    window = open_window(FakeEngine())
    model, panel = window.setup_model, window.setup_panel
    model.add_images([str(image_folder)])
    model.add_vaes([str(path)])
    qtbot.waitUntil(lambda: bool(panel.vaes.trust_cards))
    (card,) = panel.vaes.trust_cards.values()
    qtbot.waitUntil(card.isVisible)
    assert card.title.text() == f"{model.vaes[0].name} is a program"
    # As the terminal says it, but for how trust is given.
    with pytest.raises(UntrustedProgramError) as caught:
        describe(str(path))
    same = str(caught.value).partition("an installer, ")[0]
    assert card.words.text().startswith(same)
    assert card.words.text().endswith("press the button, which holds until the window closes")
    assert panel.vaes.rows[0].facts.text() == "⚠ a program, which was not run"
    qtbot.waitUntil(lambda: "trust its file" in model.obstacle())
    assert not panel.run_button.isEnabled()
    card.button.click()
    qtbot.waitUntil(lambda: isinstance(model.info(model.vaes[0]), VAEInfo))
    qtbot.waitUntil(panel.run_button.isEnabled)
    assert not panel.vaes.trust_cards
    both = {file_sha256(tmp_path / f"{half}.jit") for half in ("encoder", "decoder")}
    settings = model.settings(tmp_path / "out")
    assert set(settings.trust_program) == both
    # Another file is another program.
    path.write_bytes(path.read_bytes() + b"\0")
    model.look_again(str(path))
    qtbot.waitUntil(lambda: not panel.run_button.isEnabled())


def test_a_folder_with_a_program_brings_it_into_the_list_once(tmp_path: Path) -> None:
    path = program(tmp_path)
    assert [Path(vae).parent for vae in sort_out([str(tmp_path)], "vaes").vaes] == [path.parent]
