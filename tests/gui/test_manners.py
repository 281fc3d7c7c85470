"""Keyboard, names for screen readers, themes, memory, undo: what makes a window pleasant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from runs.strange_runs import change_summary
from window import walk
from window.fakes import FakeEngine, Opener

from vaelab.gui.controllers.path_kinds import paths_in, sort_out
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.dialogs import file_dialogs
from vaelab.gui.dialogs.settings import GeneralPage
from vaelab.gui.i18n import languages
from vaelab.gui.keys.command_palette import fit
from vaelab.gui.keys.shortcut_sheet import ShortcutSheet
from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.style import icons, theme
from vaelab.gui.style.appearance import AppearanceSettings, motion_is_reduced
from vaelab.gui.widgets.navigation import Page


def states(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Everything that a window with a finished run can show, one after the other."""
    window.viewer.histogram_button.setChecked(True)
    for page in range(window.navigation.tabs.count()):
        window.navigation.tabs.setCurrentIndex(page)
        yield window.navigation.tabs.tabText(page), window
    window.viewer.histogram_button.setChecked(False)
    window.setup_panel.options.toggle.setChecked(True)
    yield "options", window
    window.setup_panel.options.toggle.setChecked(False)
    window.navigation.show(Page.START)
    yield "start page", window
    window.navigation.show_results()
    window.show_settings()
    assert window.settings is not None
    for page in range(window.settings.pages.count()):
        window.settings.pages.setCurrentIndex(page)
        yield "settings", window.settings
    window.settings.close()
    sheet = ShortcutSheet(window.key_map, window)
    sheet.show()
    yield "keys", sheet
    sheet.close()
    window.controllers.palette.open_()
    yield "palette", window.controllers.palette
    window.controllers.palette.hide()


def test_every_control_has_a_name_and_is_large_enough_to_hit(finished: MainWindow) -> None:
    for state, root in states(finished):
        assert not walk.nameless(root), state
        assert not walk.too_small(root), state


@pytest.mark.parametrize(
    ("code", "percent", "mirrored"),
    [("en", 100, False), ("en", 150, False), (languages.PSEUDO, 100, True)],
    ids=["100 %", "150 %", "longer words, mirrored"],
)
def test_no_word_is_cut_off(
    code: str, percent: int, mirrored: bool, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    languages.install(qapp, code)
    languages.mirror(qapp, mirrored)
    try:
        window: MainWindow = request.getfixturevalue("finished")
        window.appearance.set_text_size(percent)
        for state, root in states(window):
            assert not walk.cut_off(root), state
        window.appearance.set_text_size(100)
    finally:
        languages.install(qapp, "en")
        languages.mirror(qapp, False)


def test_the_walk_sees_what_is_cut_off_nameless_and_small(window: MainWindow) -> None:
    window.start.demo_button.setMaximumWidth(40)
    window.start.demo_button.setMinimumWidth(40)
    window.start.demo_button.setAccessibleName("")
    window.start.demo_button.setText("")
    window.start.folder_button.setFixedSize(20, 20)
    assert any("Choose folder" in text for text in walk.cut_off(window))
    assert any("QPushButton" in text for text in walk.nameless(window))
    assert len(walk.too_small(window)) == 1


@pytest.mark.parametrize("colors", theme.THEMES, ids=["light", "dark", "light contrast", "dark contrast"])
def test_words_stand_out_from_every_background(colors: theme.Theme) -> None:
    for text in ("text", "muted", "good", "warn", "bad", "accent"):
        for background in ("window", "surface", "raised"):
            ratio = contrast(getattr(colors, text), getattr(colors, background))
            assert ratio >= 4.5, (text, background, round(ratio, 2))
    assert contrast(colors.text, colors.selection) >= 4.5
    if colors in (theme.LIGHT_CONTRAST, theme.DARK_CONTRAST):
        assert min(contrast(colors.text, colors.window), contrast(colors.muted, colors.surface)) >= 7
        assert contrast(colors.border, colors.window) >= 4.5
    assert contrast(colors.on_accent, colors.accent) >= 4.5


def contrast(one: str, two: str) -> float:
    def luminance(name: str) -> float:
        parts = QColor(name).getRgbF()[:3]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_the_theme_changes_while_the_window_is_open(finished: MainWindow, qtbot: QtBot) -> None:
    finished.appearance.set_theme("dark")
    dark = finished.grab().toImage()
    assert finished.palette().color(QPalette.ColorRole.Window) == QColor(theme.DARK.window)
    assert mean_lightness(dark) < 0.35
    finished.appearance.set_theme("light")
    assert mean_lightness(finished.grab().toImage()) > 0.65
    assert finished.store.text("look/theme") == "light"


def test_high_contrast_and_the_desktops_own_theme_are_followed_live(qapp: QApplication) -> None:
    looks = AppearanceSettings(SettingsStore())
    looks.set_contrast(True)
    assert theme.current() is theme.LIGHT_CONTRAST
    looks.set_theme("dark")
    assert theme.current() is theme.DARK_CONTRAST
    looks.set_contrast(False)
    looks.set_theme("system")
    assert theme.current() is theme.LIGHT
    hints = QGuiApplication.styleHints()
    # The platform of the tests has no desktop to ask: stand in for its answer.
    with patch.object(theme, "desktop_is_dark", lambda: True):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current() is theme.DARK
    looks.set_theme("light")
    assert not looks.reduced_motion()
    looks.set_reduced_motion(True)
    assert motion_is_reduced()
    looks.set_reduced_motion(False)


def test_icons_are_sharp_on_a_fine_screen_and_grow_with_the_text(window: MainWindow) -> None:
    picture = icons.pixmap("folder", "#000000", 16, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (32, 16)
    button = window.setup_panel.images.folder_button
    assert button.iconSize().width() == 16
    window.appearance.set_text_size(150)
    assert button.iconSize().width() == 24
    window.appearance.set_text_size(100)


def mean_lightness(image: object) -> float:
    small = image.scaled(64, 40)  # type: ignore[attr-defined]
    values = [small.pixelColor(x, y).lightnessF() for x in range(64) for y in range(40)]
    return sum(values) / len(values)


def test_f6_walks_through_the_regions(finished: MainWindow, qtbot: QtBot) -> None:
    finished.navigation.turn_to(Page.IMAGES)
    finished.images.table.setFocus()
    seen = []
    for _ in range(3):
        finished.actions_.action("next_region").trigger()
        seen.append(finished.focusWidget())
    assert seen == [finished.viewer.canvas, finished.setup_panel.images.folder_button, finished.images.table]


def test_f11_gives_the_viewer_the_window_and_escape_takes_it_back(finished: MainWindow, qtbot: QtBot) -> None:
    finished.actions_.action("full_screen").trigger()
    assert not finished.setup_panel.isVisible()
    assert not finished.navigation.stack.isVisible()
    qtbot.waitUntil(lambda: finished.viewer.canvas.width() > 1300)
    finished.actions_.action("leave").trigger()
    assert finished.setup_panel.isVisible()
    assert finished.navigation.stack.isVisible()


def test_the_palette_finds_an_action_by_a_few_letters_and_does_it(finished: MainWindow, qtbot: QtBot) -> None:
    palette = finished.controllers.palette
    palette.open_()
    qtbot.keyClicks(palette.line, "tabl tsv")
    assert palette.list.count() == 1
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert QGuiApplication.clipboard().text().startswith("VAE\t")


def test_letters_must_stand_in_order_and_close_ones_win() -> None:
    assert fit("xyz", "Open report") is None
    close, far = fit("rep", "Open report"), fit("rep", "Remove the next picture")
    assert close is not None
    assert far is not None
    assert close < far


def test_the_sheet_of_keys_names_every_shortcut(finished: MainWindow) -> None:
    sheet = ShortcutSheet(finished.key_map, finished)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    for _, action in finished.actions_.all():
        if not action.shortcut().isEmpty():
            assert action.text().rstrip("…") in words
    sheet.deleteLater()


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [sequence.toString() for _, action in window.actions_.all() for sequence in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_letters_typed_into_the_filter_are_letters(finished: MainWindow, qtbot: QtBot) -> None:
    finished.navigation.turn_to(Page.IMAGES)
    mode = finished.viewer.canvas.mode
    finished.images.filter.setFocus()
    qtbot.keyClicks(finished.images.filter, "sfj 2?")
    assert finished.images.filter.text() == "sfj 2?"
    assert finished.viewer.canvas.mode is mode


def test_list_edits_are_undone_and_redone(window: MainWindow, qtbot: QtBot, image_folder: Path) -> None:
    model = window.setup_model
    model.add_vaes(["identity", "jpeg:75"])
    model.change_vae(0, label="the image")
    model.remove_vae(1)
    assert [vae.name for vae in model.vaes] == ["the image"]
    window.actions_.refresh()
    window.actions_.action("undo").trigger()
    assert [vae.name for vae in model.vaes] == ["the image", "jpeg:75"]
    window.actions_.action("undo").trigger()
    assert [vae.name for vae in model.vaes] == ["identity", "jpeg:75"]
    window.actions_.action("redo").trigger()
    assert [vae.name for vae in model.vaes] == ["the image", "jpeg:75"]


def test_columns_and_looks_are_remembered(finished: MainWindow, open_window: Opener, qtbot: QtBot) -> None:
    table = finished.images.table
    lpips = finished.rows.column_of("lpips")
    finished.appearance.set_text_size(125)
    table.setColumnHidden(lpips, True)
    table.setColumnWidth(1, 333)
    finished.put_away()
    other = open_window(FakeEngine())
    assert other.images.table.isColumnHidden(lpips)
    # The other window opens at 100 % text, as the fixture says: the same place for words.
    assert other.images.table.columnWidth(1) == pytest.approx(333 / 1.25, rel=0.1)
    assert other.appearance.text_size() == 125
    other.appearance.set_text_size(100)


def test_a_settings_file_full_of_nonsense_does_not_keep_the_window_from_opening(
    open_window: Opener, tmp_path: Path
) -> None:
    folder = tmp_path / "settings" / "VAELab"
    folder.mkdir(parents=True)
    (folder / "VAELab.ini").write_text(
        '[General]\nschema=1\n[window]\nsizes="[1, {]"\ngeometry=garbage\n[look]\ntheme=purple\ntext=many\n[recent]\nruns="{}"\n'
    )
    window = open_window(FakeEngine())
    assert window.isVisible()
    assert window.appearance.theme_name() == "system"
    assert window.controllers.history.recent_folders() == []


def test_ten_kinds_of_things_are_told_apart(tmp_path: Path, image_folder: Path) -> None:
    vae_folder = tmp_path / "my-vae"
    vae_folder.mkdir()
    (vae_folder / "config.json").write_text("{}")
    run = tmp_path / "run"
    run.mkdir()
    (run / "per_image.csv").write_text("image,vae\r\n")
    empty = tmp_path / "empty"
    empty.mkdir()
    files = {
        name: tmp_path / name
        for name in ("a.safetensors", "b.ckpt", "c.txt", "d.PNG", "e.index.json", "f.SFT")
    }
    for path in files.values():
        path.write_bytes(b"")
    found = sort_out(
        map(
            str,
            [image_folder, vae_folder, run, run / "summary.json", empty, *files.values(), tmp_path / "no"],
        )
    )
    assert found.runs == (run,)
    assert set(found.images) == {str(image_folder), str(files["d.PNG"])}
    assert set(found.vaes) == {
        str(vae_folder),
        *(str(files[name]) for name in ("a.safetensors", "b.ckpt", "e.index.json", "f.SFT")),
    }
    refused = {Path(path).name for path, _ in found.refused}
    assert refused == {"empty", "c.txt", "no", "summary.json"}


def test_one_of_several_vaes_in_a_file_is_pasted_and_taken(tmp_path: Path) -> None:
    path = tmp_path / "two.sft"
    path.write_bytes(b"")
    text = f"{path}#first_stage_model"
    assert paths_in(text) == (text,)
    assert sort_out([text]).vaes == (text,)
    assert paths_in(f"{tmp_path / 'no.sft'}#vae") == ()
    assert [what for what, _ in sort_out([f"{tmp_path / 'no.sft'}#vae"]).refused] == [
        f"{tmp_path / 'no.sft'}#vae"
    ]


def test_the_dialog_for_vae_files_shows_every_kind(
    monkeypatch: pytest.MonkeyPatch, open_window: Opener
) -> None:
    asked: list[str] = []

    def choose(*arguments: object) -> tuple[list[str], str]:
        asked.append(str(arguments[3]))
        return [], ""

    monkeypatch.setattr(file_dialogs.QFileDialog, "getOpenFileNames", choose)
    open_window().controllers.file_dialogs.choose_vaes()
    assert all(f"*{suffix}" in asked[0] for suffix in (".safetensors", ".sft", ".ckpt", ".pth"))


def test_pasted_paths_are_found_in_quotes_and_as_addresses(tmp_path: Path) -> None:
    path = tmp_path / "with space.png"
    path.write_bytes(b"")
    text = f'"{path}"\n{path.as_uri()}\nnot a path\n'
    assert paths_in(text) == (str(path), str(path))


def test_the_first_images_are_shown_as_they_are_measured(ready: MainWindow, qtbot: QtBot) -> None:
    strip = ready.start.thumbs
    qtbot.waitUntil(
        lambda: len(strip.thumbs) == 3 and all(thumb.pixels is not None for thumb in strip.thumbs)
    )
    for mode in ("separate", "embedded", "off"):
        ready.setup_model.set_option("marker", mode)
        qtbot.waitUntil(lambda: all(thumb.pixels is not None for thumb in strip.thumbs))
        pixels = strip.thumbs[0].pixels
        assert pixels is not None
        assert (pixels[-4, -4].tolist() == [0, 0, 255]) is (mode == "embedded"), mode


def test_a_preset_of_an_earlier_version_keeps_its_marker(ready: MainWindow) -> None:
    for old, mode in ((True, "embedded"), (False, "off"), ("separate", "separate")):
        ready.setup_model.set_options({"marker": old, "size": 64})
        assert ready.setup_model.values["marker"] == mode
        assert ready.setup_panel.options.fields["marker"].value() == mode


def test_the_form_offers_every_option_and_the_run_gets_what_was_set(
    ready: MainWindow, qtbot: QtBot, engine: FakeEngine
) -> None:
    from vaelab.settings import options

    card = ready.setup_panel.options
    assert set(card.fields) == set(options())
    card.toggle.setChecked(True)
    card.fields["fit"].control.setCurrentText("native")  # type: ignore[union-attr]
    card.fields["limit"]._word.setCurrentIndex(1)  # type: ignore[union-attr]
    card.fields["limit"].control.setValue(2)  # type: ignore[union-attr]
    line = card.fields["matte"].control
    assert isinstance(line, QLineEdit)
    line.setText("#102030")
    line.editingFinished.emit()
    qtbot.waitUntil(ready.setup_panel.run_button.isEnabled)
    ready.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: bool(engine.seen))
    assert (engine.seen[0].fit, engine.seen[0].limit, engine.seen[0].matte) == ("native", 2, "#102030")
    assert engine.seen[0].save_images == "all"
    qtbot.waitUntil(lambda: not ready.run_bar.isVisible())


def test_an_option_that_cannot_be_used_disables_run_and_says_why(ready: MainWindow) -> None:
    ready.setup_model.set_option("matte", "white")
    assert not ready.setup_panel.run_button.isEnabled()
    assert "colour" in ready.setup_panel.words.text()


def test_recent_runs_are_cards_that_open_resume_and_forget(window: MainWindow, qtbot: QtBot) -> None:
    facts = {
        "created": "2026-03-04T05:06:07+00:00",
        "vaes": ["mini", "linear"],
        "images": 150,
        "images_done": 57,
    }
    whole = {
        **facts,
        "path": "/runs/a",
        "title": "a",
        "best": ("mini", 0.0417),
        "unfinished": False,
        "images_listed": 150,
    }
    ended = {**whole, "path": "/runs/b", "title": "b", "unfinished": True}
    window.start.show_recent([whole, ended])
    one, other = window.start.recent.cards
    assert one.found.full_text() == "Closest: mini, J 0.042"
    assert "4 Mar 2026" in one.facts.full_text()
    assert "57 of 150" in other.found.full_text()
    asked: list[tuple[str, Path]] = []
    window.start.recent.open_wanted.disconnect()
    for name in ("open", "resume", "discard"):
        getattr(window.start.recent, f"{name}_wanted").connect(
            lambda path, name=name: asked.append((name, path))
        )
    window.start.recent.resume_wanted.disconnect(window.start.resume_wanted)
    window.start.recent.discard_wanted.disconnect(window.start.discard_wanted)
    for button in (*one.buttons, *other.buttons):
        button.click()
    assert asked == [
        ("open", Path("/runs/a")),
        ("resume", Path("/runs/b")),
        ("open", Path("/runs/b")),
        ("discard", Path("/runs/b")),
    ]


def test_pasted_names_of_built_ins_are_taken_as_vaes_and_wrong_ones_are_not() -> None:
    assert paths_in("mini\njpeg:75\njpeg:500\nsomething else") == ("mini", "jpeg:75")
    assert sort_out(["mini", "jpeg:75"]).vaes == ("mini", "jpeg:75")


def test_pasting_nothing_usable_says_so(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("not a path")
    window.actions_.action("paste").trigger()
    assert window.banner.isVisible()
    assert "clipboard" in window.banner.words.text()


def test_one_is_not_many(open_window: Opener, qtbot: QtBot, image_folder: Path) -> None:
    """A run of one image, wherever the window counts it."""
    window = open_window(FakeEngine(images=1))
    window.setup_model.add_images([str(image_folder)])
    window.setup_model.add_vaes(["identity", "blur:2"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.run_model.data is not None)
    folder = window.run_model.folder
    assert folder is not None
    texts: list[str] = []

    def look() -> None:
        texts.extend(label.text() for label in window.findChildren(QLabel))
        for model in (window.rows, window.summary_model):
            texts.extend(
                str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole))
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            )

    window.navigation.turn_to(Page.IMAGES)
    window.images.select(window.rows.rows()[0].key)
    window.controllers.exports.copy_rows()
    texts.append(window.statusBar().currentMessage())
    window.images.bar.put("blur:2")
    window.images.bar.put("nothing of that name")
    window.summary.model.set_baseline("identity")
    look()
    window.navigation.turn_to(Page.PLOTS)
    for kind in PlotKind:
        window.plots.choose(kind)
        window.plots.redraw()
        view = window.plots.current()
        texts.extend([view.heading.title, view.heading.caption] if view is not None else [])
    window.images.bar.put("")
    change_summary(folder, ["state"], "stopped")
    rows = folder / "per_image.csv"
    rows.write_bytes(b"".join(rows.read_bytes().splitlines(keepends=True)[:2]))
    window.controllers.history.open_run(folder)
    qtbot.waitUntil(lambda: window.rows.rowCount() == 1)
    look()
    window.controllers.history.show_recent()
    window.navigation.show(Page.START)
    qtbot.waitUntil(lambda: bool(window.start.recent.cards))
    look()
    said = "\n".join(texts)
    assert "early, with 1 row" in said
    assert "better on 0 of 1 image" in said
    assert not re.findall(r".*\b1 (?:images|rows|VAEs)\b.*", said)


def test_the_home_of_nobody_is_no_folder_for_runs(window: MainWindow) -> None:
    window.show_settings()
    assert window.settings is not None
    (page,) = window.settings.findChildren(GeneralPage)
    before = window.store.text("runs/folder")
    page.set_folder("~no-such-user/runs")
    assert "knows no user 'no-such-user'" in page.problem.text()
    assert window.store.text("runs/folder") == before
    window.settings.close()
