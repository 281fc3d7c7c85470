"""The menus, and the dialogs that they open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from vaelab import __version__
from vaelab.gui import languages, theme
from vaelab.gui.actions import Entry
from vaelab.gui.choosing import Choosing
from vaelab.gui.command_palette import CommandPalette
from vaelab.gui.comparing import Comparing
from vaelab.gui.picture_saving import PictureSaving
from vaelab.gui.sharing import Sharing
from vaelab.gui.shortcuts import ShortcutSheet
from vaelab.gui.worker import Phase

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class Menus(QObject):
    """Fills the menu bar."""

    def __init__(self, window: MainWindow) -> None:
        """Build all menus."""
        super().__init__(window)
        self._window = window
        self.choosing = Choosing(window)
        self.sharing = Sharing(window)
        self.pictures = PictureSaving(window)
        self.comparing = Comparing(window)
        self._file()
        self._edit()
        self._run()
        self._view()
        self._help()
        window.setup_panel.images.choose_folder.connect(self.choosing.choose_folder)
        window.setup_panel.images.choose_files.connect(self.choosing.choose_images)
        window.setup_panel.images.show_skipped.connect(self.choosing.show_skipped)
        window.setup_panel.vaes.choose_files.connect(self.choosing.choose_vaes)
        window.setup_panel.vaes.choose_folder.connect(self.choosing.choose_vae_folder)
        window.start.choose_folder.connect(self.choosing.choose_folder)
        window.start.choose_vae.connect(window.setup_panel.vaes.open_menu)
        window.banner.chosen.connect(self._banner_action)

    def _file(self) -> None:
        w = self._window
        has_run = self._has_run
        w.actions_.menu(
            self.tr("&File"),
            [
                Entry(
                    "add_folder",
                    self.tr("Add folder of images…"),
                    self.choosing.choose_folder,
                    ["Ctrl+O"],
                    enabled=self._idle,
                ),
                Entry("add_images", self.tr("Add images…"), self.choosing.choose_images, enabled=self._idle),
                Entry(
                    "add_vaes",
                    self.tr("Add VAE files…"),
                    self.choosing.choose_vaes,
                    ["Ctrl+Shift+O"],
                    enabled=self._idle,
                ),
                Entry(
                    "add_vae_folder",
                    self.tr("Add folder of VAEs…"),
                    self.choosing.choose_vae_folder,
                    enabled=self._idle,
                ),
                Entry("paste", self.tr("Paste paths"), w.paste, ["Ctrl+V"]),
                None,
                Entry(
                    "open_run",
                    self.tr("Open run…"),
                    self.choosing.choose_run,
                    ["Ctrl+Shift+R"],
                    enabled=self._idle,
                ),
                Entry(
                    "start_page", self.tr("Start page"), w.flow.show_start, ["Ctrl+Home"], enabled=self._idle
                ),
                None,
                Entry(
                    "open_report",
                    self.tr("Open report"),
                    self.sharing.open_report,
                    ["Ctrl+R"],
                    enabled=has_run,
                ),
                Entry("compare", self.tr("Compare with another run…"), self.comparing.ask, enabled=has_run),
                Entry("export", self.tr("Export…"), self.sharing.export, ["Ctrl+E"], enabled=has_run),
                Entry(
                    "save_view",
                    self.tr("Save view as PNG…"),
                    self.pictures.save_view,
                    ["Ctrl+S"],
                    enabled=self._has_pair,
                ),
                Entry(
                    "save_original",
                    self.tr("Save original as PNG…"),
                    self.pictures.save_original,
                    enabled=self._has_pair,
                ),
                Entry(
                    "save_other",
                    self.tr("Save reconstruction as PNG…"),
                    self.pictures.save_reconstruction,
                    enabled=self._has_pair,
                ),
                Entry(
                    "open_folder", self.tr("Show run folder"), self.sharing.open_run_folder, enabled=has_run
                ),
                None,
                Entry("quit", self.tr("Quit"), w.close, ["Ctrl+Q"]),
            ],
        )

    def _edit(self) -> None:
        w = self._window
        undo = w.setup_model.undo
        w.actions_.menu(
            self.tr("&Edit"),
            [
                Entry("undo", self.tr("Undo"), undo.undo, ["Ctrl+Z"], enabled=self._can(undo.canUndo)),
                Entry(
                    "redo",
                    self.tr("Redo"),
                    undo.redo,
                    ["Ctrl+Shift+Z", "Ctrl+Y"],
                    enabled=self._can(undo.canRedo),
                ),
                None,
                Entry("copy_rows", self.tr("Copy rows"), self.sharing.copy_rows, ["Ctrl+C"]),
                Entry(
                    "copy_rows_md",
                    self.tr("Copy rows as Markdown"),
                    self.sharing.copy_rows_markdown,
                    ["Ctrl+Shift+C"],
                ),
                None,
                Entry(
                    "copy_md",
                    self.tr("Copy table as Markdown"),
                    self.sharing.copy_markdown,
                    enabled=self._has_run,
                ),
                Entry("copy_tsv", self.tr("Copy table as TSV"), self.sharing.copy_tsv, enabled=self._has_run),
                Entry(
                    "copy_bbcode",
                    self.tr("Copy table as BBCode"),
                    self.sharing.copy_bbcode,
                    enabled=self._has_run,
                ),
                Entry(
                    "copy_post",
                    self.tr("Copy picture pair to post"),
                    self.pictures.copy_post,
                    ["Ctrl+Shift+V"],
                    enabled=self._has_pair,
                ),
                Entry(
                    "copy_command",
                    self.tr("Copy run as command"),
                    self.sharing.copy_command,
                    enabled=self._has_run,
                ),
                None,
                Entry("filter", self.tr("Filter images"), self.focus_filter, ["Ctrl+F"]),
            ],
        )

    def _run(self) -> None:
        w = self._window
        running = self._running
        w.actions_.menu(
            self.tr("&Run"),
            [
                Entry(
                    "run",
                    self.tr("Run / Pause / Resume"),
                    w.flow.run_or_pause,
                    ["F5", "Ctrl+Return", "Ctrl+Enter"],
                ),
                Entry(
                    "stop", self.tr("Stop after this image"), w.controller.stop, ["Shift+F5"], enabled=running
                ),
                Entry(
                    "resume",
                    self.tr("Continue the run that is shown"),
                    w.flow.resume_run,
                    enabled=self._resumable,
                ),
                None,
                Entry("demo", self.tr("Try the demo"), w.flow.run_demo, enabled=self._idle),
            ],
        )

    def _view(self) -> None:
        w = self._window
        menu = w.actions_.menu(
            self.tr("&View"),
            [
                Entry("tab_summary", self.tr("Summary"), self._tab(0), ["Ctrl+1"]),
                Entry("tab_images", self.tr("Images"), self._tab(1), ["Ctrl+2"]),
                Entry("tab_plots", self.tr("Plots"), self._tab(2), ["Ctrl+3"]),
                Entry("tab_log", self.tr("Log"), self._tab(3), ["Ctrl+4"]),
                None,
                Entry("fold_setup", self.tr("Setup"), self.fold_setup, ["Ctrl+B"], check=self._setup_shown),
                Entry(
                    "full_screen",
                    self.tr("Viewer alone"),
                    w.regions.viewer_alone,
                    ["F11"],
                    check=w.regions.is_alone,
                ),
                Entry("next_region", self.tr("Next region"), w.regions.next_region, ["F6"]),
                Entry("previous_region", self.tr("Previous region"), w.regions.previous_region, ["Shift+F6"]),
                Entry("leave", self.tr("Clear filter, leave viewer alone"), w.regions.leave, ["Esc"]),
                None,
                Entry("actual_size", self.tr("Zoom to 100 %"), w.viewer.canvas.actual_size, ["Ctrl+0"]),
                None,
            ],
        )
        themes = menu.addMenu(self.tr("Theme"))
        names: list[tuple[theme.ThemeName, str]] = [
            ("system", self.tr("As the desktop")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ]
        w.actions_.fill(
            themes,
            [
                Entry(
                    f"theme_{name}",
                    words,
                    _Set(w.set_theme, name),
                    check=_Is(w.theme_name, name),
                    group=themes.title(),
                )
                for name, words in names
            ],
        )
        sizes = menu.addMenu(self.tr("Text size"))
        w.actions_.fill(
            sizes,
            [
                Entry(
                    f"text_{size}",
                    f"{size} %",
                    _Set(w.set_text_size, size),
                    check=_Is(w.text_size, size),
                    group=sizes.title(),
                )
                for size in theme.TEXT_SIZES
            ],
        )
        self._languages(menu)

    def _languages(self, menu: QMenu) -> None:
        w = self._window
        chosen = menu.addMenu(self.tr("Language"))
        w.actions_.fill(
            chosen,
            [
                Entry(
                    f"language_{code}",
                    name,
                    _Set(self._set_language, code),
                    check=_Is(self._language, code),
                    group=chosen.title(),
                )
                for code, name in languages.NAMES.items()
            ],
        )

    def _language(self) -> str:
        return languages.chosen(self._window.store)

    def _set_language(self, code: object) -> None:
        self._window.store.put("look/language", str(code))
        self._window.banner.say(self.tr("The language changes when VAELab starts again."))

    def _help(self) -> None:
        w = self._window
        self.palette = CommandPalette(w.actions_, w)
        w.actions_.menu(
            self.tr("&Help"),
            [
                Entry("palette", self.tr("Search commands…"), self.palette.open_, ["Ctrl+K", "Ctrl+Shift+P"]),
                Entry("keys", self.tr("Keys"), self.show_keys, ["F1", "?"]),
                None,
                Entry("about", self.tr("About VAELab"), self.show_about),
            ],
        )

    # Whether an action makes sense

    def _idle(self) -> bool:
        return self._window.controller.phase is Phase.IDLE

    def _running(self) -> bool:
        return not self._idle()

    def _has_run(self) -> bool:
        return self._window.session.data is not None

    def _has_pair(self) -> bool:
        return self._window.viewer.pair is not None

    def _resumable(self) -> bool:
        data = self._window.session.data
        return self._idle() and data is not None and data.summary.get("state") != "finished"

    def _can(self, able: Callable[[], bool]) -> Callable[[], bool]:
        return lambda: self._idle() and able()

    def _setup_shown(self) -> bool:
        return not self._window.setup_panel.isHidden()

    @Slot(str)
    def _banner_action(self, name: str) -> None:
        w = self._window
        if name == "report":
            self.sharing.open_report()
        elif name == "copy":
            self.sharing.copy_markdown()
        elif name == "compare":
            self.comparing.show()
        elif name == "resume":
            w.flow.resume_run()
        elif name.startswith("retry:"):
            w.flow.retry(name.removeprefix("retry:"))
        elif name == "log":
            w.flow.show_results()
            w.tabs.setCurrentWidget(w.log)

    # Help

    @Slot()
    def show_keys(self) -> None:
        """Show all keys."""
        ShortcutSheet(self._window.actions_, self._window).show()

    @Slot()
    def show_about(self) -> None:
        """Say which version this is."""
        text = self.tr(
            "VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer."
        )
        self._window.banner.say(text.format(__version__))

    # Looking

    def _tab(self, place: int) -> Callable[[], object]:
        return lambda: self._window.tabs.setCurrentIndex(place)

    @Slot()
    def focus_filter(self) -> None:
        """Go to the filter of the visible tab."""
        w = self._window
        if w.tabs.currentWidget() is w.log:
            w.log.filter.setFocus()
            return
        w.tabs.setCurrentWidget(w.images)
        w.images.filter.setFocus()

    @Slot()
    def fold_setup(self) -> None:
        """Hide or show the setup."""
        panel = self._window.setup_panel
        panel.setVisible(panel.isHidden())


class _Set:
    def __init__(self, call: Callable[..., object], value: object) -> None:
        self._call, self._value = call, value

    def __call__(self) -> None:
        self._call(self._value)


class _Is:
    def __init__(self, read: Callable[[], object], value: object) -> None:
        self._read, self._value = read, value

    def __call__(self) -> bool:
        return self._read() == self._value
