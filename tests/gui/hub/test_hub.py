"""Get VAEs: nothing is asked before a button is pressed, and what was fetched can be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_lies import LICENCES, LISTINGS
from hub_server import Hub, loopback
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window import walk
from window.fakes import Opener

from vaelab.gui.hub.dialog import HubDialog
from vaelab.gui.hub.downloads import DownloadManager, DownloadStage
from vaelab.gui.hub.table import LICENCE, NAME, SIZE, STATE
from vaelab.gui.hub.words import time_words
from vaelab.gui.style import theme
from vaelab.resources import assets_folder
from vaelab.vae.base import VAEInfo
from vaelab.vae.hub.ids import HubName, is_cached
from vaelab.vae.identity.known_table import VAES

WEIGHTS = "diffusion_pytorch_model.safetensors"
SDXL = HubName("stabilityai/sdxl-vae")
OTHER = HubName("org/name")


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with loopback(monkeypatch, tmp_path / "hub") as running:
        for repo in ("stabilityai/sdxl-vae", "org/name"):
            running.models[repo] = {"config.json": b"{}", WEIGHTS: b"w" * 900_000}
        running.cards["org/name"] = {"cardData": {"license": "apache-2.0"}}
        yield running


@pytest.fixture
def dialog(hub: Hub, qtbot: QtBot) -> Iterator[HubDialog]:
    downloads = DownloadManager()
    made = HubDialog(downloads)
    qtbot.addWidget(made)
    made.show()
    yield made
    downloads.stop_all()
    hub.wait.set()


def stage(dialog: HubDialog, name: HubName) -> DownloadStage:
    return dialog.model._fetches.state(name).stage


def choose(dialog: HubDialog, hub_id: object) -> None:
    place = dialog.model.place_of(str(hub_id))
    assert place is not None
    dialog.table.selectRow(place)


def cell(dialog: HubDialog, name: object, column: int) -> str:
    place = dialog.model.place_of(str(name))
    assert place is not None
    return str(dialog.model.data(dialog.model.index(place, column)))


def test_opening_and_searching_ask_nobody(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    assert dialog.model.rowCount() == len(VAES)
    qtbot.keyClicks(dialog.search, "sdxl mit")
    names = [dialog.model.vae(place).kind for place in range(dialog.model.rowCount())]
    assert names
    assert set(names) == {"SDXL"}
    choose(dialog, SDXL)
    assert dialog.details.act.text() == "Download 334.6 MB"
    assert "Licence: MIT" in dialog.details.facts.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.model.rowCount() == len(VAES)
    assert dialog.details.vae is not None
    dialog.search.setText("no such thing")
    assert dialog.count.text() == "none: look it up below"
    assert not hub.seen


def test_a_known_vae_is_fetched_by_one_press(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    choose(dialog, SDXL)
    added: list[object] = []
    dialog.chosen.connect(added.append)
    hub.gate[WEIGHTS] = 300_000
    dialog.details.act.click()
    assert dialog.details.act.isHidden()
    qtbot.waitUntil(lambda: cell(dialog, SDXL, STATE) == "33 %")
    assert "300.0 kB of 900.0 kB" in dialog.details.said.text()
    assert 0 < dialog.details.bar.value() < dialog.details.bar.maximum()
    hub.wait.set()
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.HERE)
    assert cell(dialog, SDXL, STATE) == "in cache"
    assert is_cached(SDXL)
    assert dialog.details.act.text() == "Add to list"
    dialog.details.act.click()
    assert added == [["stabilityai/sdxl-vae"]]


def test_what_is_larger_than_the_list_says_is_only_offered(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    choose(dialog, SDXL)
    hub.listed[WEIGHTS] = {"size": 900_000_000}
    dialog.details.act.click()
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.OFFERED)
    assert dialog.details.act.text() == "Download 900.0 MB"
    assert not [path for path in hub.paths() if "/resolve/" in path]


def test_a_vae_of_unknown_licence_is_looked_up_first(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    name = next(
        vae.hub_name for vae in VAES if vae.licence == "unknown" and vae.size and not vae.hub_name.place
    )
    hub.models[name.repo] = hub.models["org/name"]
    choose(dialog, name)
    dialog.details.act.click()
    qtbot.waitUntil(lambda: stage(dialog, name) is DownloadStage.OFFERED)
    assert not is_cached(name)


def test_any_other_model_is_looked_up_then_fetched(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    dialog.search.setText("flux")
    qtbot.keyClicks(dialog.any, "org/name")
    qtbot.keyClick(dialog.any, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage(dialog, OTHER) is DownloadStage.OFFERED)
    assert [cell(dialog, OTHER, column) for column in (NAME, SIZE, LICENCE)] == [
        "name",
        "900.0 kB",
        "apache-2.0",
    ]
    assert dialog.details.vae is not None
    assert dialog.details.vae.hub_id == "org/name"
    assert f"{WEIGHTS} (900.0 kB)" in dialog.details.said.text()
    assert not is_cached(OTHER)
    dialog.details.act.click()
    qtbot.waitUntil(lambda: stage(dialog, OTHER) is DownloadStage.HERE)
    assert is_cached(OTHER)


def test_an_id_that_is_none_is_refused_beside_the_field(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    dialog.any.setText("sdxl")
    dialog.ask.click()
    assert "is no Hub id" in dialog.problem.text()
    assert dialog.problem.isVisible()
    qtbot.keyClicks(dialog.any, "x")
    assert not dialog.problem.isVisible()
    assert not hub.seen


def test_cancel_keeps_what_arrived_and_continue_goes_on(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    choose(dialog, SDXL)
    hub.gate[WEIGHTS] = 300_000
    dialog.details.act.click()
    qtbot.waitUntil(lambda: cell(dialog, SDXL, STATE) == "33 %")
    dialog.details.cancel.click()
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.STOPPED)
    assert "What has arrived is kept" in dialog.details.said.text()
    assert not is_cached(SDXL)
    assert dialog.details.act.text() == "Continue"
    hub.wait.set()
    hub.seen.clear()
    dialog.details.act.click()
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.HERE)
    assert hub.seen[-1][1] == "bytes=300000-"


def test_a_failure_is_said_and_can_be_tried_again(dialog: HubDialog, hub: Hub, qtbot: QtBot) -> None:
    choose(dialog, SDXL)
    hub.answers["/api/"] = [403]
    dialog.details.act.click()
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.FAILED)
    assert cell(dialog, SDXL, STATE) == "failed"
    assert "accepted its licence" in dialog.details.said.text()
    assert dialog.details.act.text() == "Try again"
    dialog.details.act.click()
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.HERE)


def test_columns_sort(dialog: HubDialog) -> None:
    for order, least in ((Qt.SortOrder.AscendingOrder, min), (Qt.SortOrder.DescendingOrder, max)):
        dialog.table.sortByColumn(SIZE, order)
        assert (dialog.model.vae(0).size or 0) == least(vae.size or 0 for vae in VAES)
    dialog.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert dialog.model.vae(0) == VAES[0]


@pytest.mark.parametrize("percent", [100, 150])
def test_every_control_has_a_name_and_every_word_has_room(
    dialog: HubDialog, hub: Hub, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    dialog.hide()
    dialog.show()
    try:
        for state in ("chosen", "offered", "failed", "wrong"):
            if state == "chosen":
                choose(dialog, SDXL)
            elif state == "offered":
                dialog.any.setText("org/name")
                dialog.ask.click()
                qtbot.waitUntil(lambda: stage(dialog, OTHER) is DownloadStage.OFFERED)
            elif state == "failed":
                dialog.any.setText("nobody/nothing")
                dialog.ask.click()
                qtbot.waitUntil(lambda: stage(dialog, HubName("nobody/nothing")) is DownloadStage.FAILED)
            else:
                dialog.any.setText("wrong")
                dialog.ask.click()
            assert not walk.nameless(dialog), state
            assert not walk.too_small(dialog), state
            assert not walk.cut_off(dialog), state
    finally:
        theme.apply(qapp, "light")


def test_time_in_words() -> None:
    assert [time_words(seconds) for seconds in (5, 600, 9000)] == ["5 s", "10 min", "2.5 h"]


def test_from_the_menu_to_the_list_of_the_run(hub: Hub, open_window: Opener, qtbot: QtBot) -> None:
    mini = assets_folder() / "weights" / "mini.safetensors"
    hub.models["org/name"] = {mini.name: mini.read_bytes()}
    window = open_window()
    model = window.setup_model
    model.add_vaes(["org/name"])
    qtbot.waitUntil(lambda: "vaelab fetch org/name" in getattr(model.info("org/name"), "message", ""))
    window.actions_.action("get_vaes").trigger()
    dialog = window.controllers.hub.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.isModal()
    window.setup_panel.vaes.choose_from_hub.emit()
    assert window.controllers.hub.dialog is dialog
    dialog.any.setText("org/name")
    dialog.ask.click()
    qtbot.waitUntil(lambda: stage(dialog, OTHER) is DownloadStage.OFFERED)
    dialog.details.act.click()
    # It is in the list already: its header is read anew.
    qtbot.waitUntil(lambda: isinstance(model.info("org/name"), VAEInfo))
    dialog.details.act.click()
    assert [vae.what for vae in model.vaes] == ["org/name"]
    assert "in the list already" in window.statusBar().currentMessage()


@pytest.mark.parametrize("case", LISTINGS)
def test_a_lie_of_the_hub_is_one_sentence_in_the_window(
    case: str, dialog: HubDialog, hub: Hub, qtbot: QtBot
) -> None:
    choose(dialog, SDXL)
    hub.listing = LISTINGS[case]
    dialog.model._fetches.ask(SDXL)
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.FAILED)
    said = dialog.details.said.text()
    assert said.isprintable()
    assert said.endswith(".")
    assert len(said) < 600
    assert dialog.details.act.text() == "Try again"


@pytest.mark.parametrize("case", LICENCES)
def test_a_licence_of_the_hub_is_plain_words_in_the_window(
    case: str, dialog: HubDialog, hub: Hub, qtbot: QtBot
) -> None:
    choose(dialog, SDXL)
    fields, expected = LICENCES[case]
    hub.cards[SDXL.repo] = fields
    dialog.model._fetches.ask(SDXL)
    qtbot.waitUntil(lambda: stage(dialog, SDXL) is DownloadStage.OFFERED)
    shown = f"Licence: {'MIT' if expected == 'unknown' else expected}"
    assert shown in dialog.details.facts.text()
    assert dialog.details.facts.text().isprintable()
    assert cell(dialog, SDXL, LICENCE).isprintable()
