"""The menus, and the dialogs that they open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from vaelab import __version__
from vaelab.errors import VAELabError
from vaelab.gui import share, theme
from vaelab.gui.actions import Entry
from vaelab.gui.command_palette import CommandPalette
from vaelab.gui.comparing import Comparing
from vaelab.gui.picture_saving import PictureSaving
from vaelab.gui.results.rows_model import LEADING
from vaelab.gui.settings_store import runs_folder
from vaelab.gui.shortcuts import ShortcutSheet
from vaelab.gui.worker import Phase
from vaelab.images.files import EXTENSIONS
from vaelab.report.protocol import command
from vaelab.vae.sources import WEIGHT_SUFFIXES

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class Menus(QObject):
    """Fills the menu bar."""

    def __init__(self, window: MainWindow) -> None:
        """Build all menus."""
        super().__init__(window)
        self._window = window
        self.pictures = PictureSaving(window)
        self.comparing = Comparing(window)
        self._file()
        self._edit()
        self._run()
        self._view()
        self._help()
        window.setup_panel.images.choose_folder.connect(self.choose_folder)
        window.setup_panel.images.choose_files.connect(self.choose_images)
        window.setup_panel.images.show_skipped.connect(self.show_skipped)
        window.setup_panel.vaes.choose_files.connect(self.choose_vaes)
        window.setup_panel.vaes.choose_folder.connect(self.choose_vae_folder)
        window.start.choose_folder.connect(self.choose_folder)
        window.start.choose_vae.connect(window.setup_panel.vaes.open_menu)
        window.banner.chosen.connect(self._banner_action)

    def _file(self) -> None:
        w = self._window
        has_run = self._has_run
        w.actions_.menu(
            self.tr("&File"),
            [
                Entry("add_folder", self.tr("Add folder of images…"), self.choose_folder, ["Ctrl+O"], enabled=self._idle),
                Entry("add_images", self.tr("Add images…"), self.choose_images, enabled=self._idle),
                Entry("add_vaes", self.tr("Add VAE files…"), self.choose_vaes, ["Ctrl+Shift+O"], enabled=self._idle),
                Entry("add_vae_folder", self.tr("Add folder of VAEs…"), self.choose_vae_folder, enabled=self._idle),
                Entry("paste", self.tr("Paste paths"), w.paste, ["Ctrl+V"]),
                None,
                Entry("open_run", self.tr("Open run…"), self.choose_run, ["Ctrl+Shift+R"], enabled=self._idle),
                Entry("start_page", self.tr("Start page"), w.flow.show_start, ["Ctrl+Home"], enabled=self._idle),
                None,
                Entry("open_report", self.tr("Open report"), self.open_report, ["Ctrl+R"], enabled=has_run),
                Entry("compare", self.tr("Compare with another run…"), self.comparing.ask, enabled=has_run),
                Entry("export", self.tr("Export…"), self.export, ["Ctrl+E"], enabled=has_run),
                Entry("save_view", self.tr("Save view as PNG…"), self.pictures.save_view, ["Ctrl+S"], enabled=self._has_pair),
                Entry("save_original", self.tr("Save original as PNG…"), self.pictures.save_original, enabled=self._has_pair),
                Entry("save_other", self.tr("Save reconstruction as PNG…"), self.pictures.save_reconstruction, enabled=self._has_pair),
                Entry("open_folder", self.tr("Show run folder"), self.open_run_folder, enabled=has_run),
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
                Entry("redo", self.tr("Redo"), undo.redo, ["Ctrl+Shift+Z", "Ctrl+Y"], enabled=self._can(undo.canRedo)),
                None,
                Entry("copy_rows", self.tr("Copy rows"), self.copy_rows, ["Ctrl+C"]),
                Entry("copy_rows_md", self.tr("Copy rows as Markdown"), self.copy_rows_markdown, ["Ctrl+Shift+C"]),
                None,
                Entry("copy_md", self.tr("Copy table as Markdown"), self.copy_markdown, enabled=self._has_run),
                Entry("copy_tsv", self.tr("Copy table as TSV"), self.copy_tsv, enabled=self._has_run),
                Entry("copy_bbcode", self.tr("Copy table as BBCode"), self.copy_bbcode, enabled=self._has_run),
                Entry("copy_post", self.tr("Copy picture pair to post"), self.pictures.copy_post, ["Ctrl+Shift+V"], enabled=self._has_pair),
                Entry("copy_command", self.tr("Copy run as command"), self.copy_command, enabled=self._has_run),
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
                Entry("run", self.tr("Run / Pause / Resume"), w.flow.run_or_pause, ["F5", "Ctrl+Return", "Ctrl+Enter"]),
                Entry("stop", self.tr("Stop after this image"), w.controller.stop, ["Shift+F5"], enabled=running),
                Entry("resume", self.tr("Continue the run that is shown"), w.flow.resume_run, enabled=self._resumable),
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
                Entry("full_screen", self.tr("Viewer alone"), w.regions.viewer_alone, ["F11"], check=w.regions.is_alone),
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
                Entry(f"theme_{name}", words, _Set(w.set_theme, name), check=_Is(w.theme_name, name), group=themes.title())
                for name, words in names
            ],
        )
        sizes = menu.addMenu(self.tr("Text size"))
        w.actions_.fill(
            sizes,
            [
                Entry(f"text_{size}", f"{size} %", _Set(w.set_text_size, size), check=_Is(w.text_size, size), group=sizes.title())
                for size in theme.TEXT_SIZES
            ],
        )

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

    # Choosing

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder of images."""
        path = QFileDialog.getExistingDirectory(self._window, self.tr("Folder of images"), self._last("images"))
        self._take([path] if path else [], "images")

    @Slot()
    def choose_images(self) -> None:
        """Ask for images."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(EXTENSIONS))
        paths, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Images"), self._last("images"), self.tr("Images ({0})").format(patterns)
        )
        self._take(paths, "images")

    @Slot()
    def choose_vaes(self) -> None:
        """Ask for weight files."""
        patterns = " ".join(f"*{suffix}" for suffix in WEIGHT_SUFFIXES)
        paths, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("VAE files"), self._last("vaes"), self.tr("VAE weights ({0})").format(patterns)
        )
        self._take(paths, "vaes")

    @Slot()
    def choose_vae_folder(self) -> None:
        """Ask for a folder with a model, or with many."""
        path = QFileDialog.getExistingDirectory(self._window, self.tr("Folder of VAEs"), self._last("vaes"))
        self._take([path] if path else [], "vaes")

    @Slot()
    def choose_run(self) -> None:
        """Ask for a run folder."""
        start = runs_folder()
        path = QFileDialog.getExistingDirectory(self._window, self.tr("Run folder"), str(start if start.exists() else ""))
        if path:
            self._window.flow.open_run(Path(path))

    def _last(self, kind: str) -> str:
        return self._window.store.text(f"places/{kind}")

    def _take(self, paths: list[str], kind: str) -> None:
        if paths:
            self._window.store.put(f"places/{kind}", str(Path(paths[0]).parent))
            self._window.flow.take_paths(paths)

    @Slot()
    def show_skipped(self) -> None:
        """Write the files that were left out, with reasons, into the log and show it."""
        w = self._window
        listing = w.setup_model.listing
        for item in () if listing is None else listing.skipped:
            w.log.add(self.tr("Left out {0}: {1}").format(item.path, item.reason))
        w.flow.show_results()
        w.tabs.setCurrentWidget(w.log)

    # Sharing

    def _copy(self, text: str, what: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._window.statusBar().showMessage(self.tr("{0} copied").format(what), 4000)

    def _copy_table(self, fmt: str, words: str) -> None:
        data = self._window.session.data
        if data is not None:
            self._copy(share.table(data, fmt), self.tr("Table as {0}").format(words))

    @Slot()
    def copy_markdown(self) -> None:
        """Copy the summary as Markdown."""
        self._copy_table("md", "Markdown")

    @Slot()
    def copy_tsv(self) -> None:
        """Copy the summary for a spreadsheet."""
        self._copy_table("tsv", "TSV")

    @Slot()
    def copy_bbcode(self) -> None:
        """Copy the summary for a forum."""
        self._copy_table("bbcode", "BBCode")

    @Slot()
    def copy_command(self) -> None:
        """Copy the command line that repeats the run."""
        data = self._window.session.data
        if data is not None:
            self._copy(command(data), self.tr("Command"))

    @Slot()
    def copy_rows(self) -> None:
        """Copy the selected rows, tab-separated."""
        self._copy_rows(markdown=False)

    @Slot()
    def copy_rows_markdown(self) -> None:
        """Copy the selected rows as Markdown."""
        self._copy_rows(markdown=True)

    def _copy_rows(self, *, markdown: bool) -> None:
        w = self._window
        if w.tabs.currentWidget() is w.summary:
            self._copy_table("md" if markdown else "tsv", "Markdown" if markdown else "TSV")
            return
        table, model = w.images.table, w.rows
        places = sorted({index.row() for index in table.selectionModel().selectedRows()})
        header = table.horizontalHeader()
        columns = [
            model.metrics[column - len(LEADING)].name
            for column in map(header.logicalIndex, range(header.count()))
            if column >= len(LEADING) and not table.isColumnHidden(column)
        ]
        if places:
            text = share.rows_tsv([model.row_at(place) for place in places], columns, markdown=markdown)
            self._copy(text, self.tr("{0} rows").format(len(places)))

    @Slot()
    def open_report(self) -> None:
        """Open the HTML report in the browser."""
        data = self._window.session.data
        if data is None or data.folder is None:
            return
        path = data.folder / "report.html"
        try:
            if not path.is_file():
                share.save(data, "html", path)
        except VAELabError as error:
            self._window.banner.say(str(error), kind="bad")
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot()
    def open_run_folder(self) -> None:
        """Show the run folder in the file manager."""
        data = self._window.session.data
        if data is not None and data.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(data.folder)))

    @Slot()
    def export(self) -> None:
        """Ask for a place and a format, and write the report there."""
        data = self._window.session.data
        if data is None:
            return
        kinds = {
            self.tr("Report (*.html)"): "html",
            self.tr("Summary as Markdown (*.md)"): "md",
            self.tr("Summary as CSV (*.csv)"): "csv",
            self.tr("Summary as JSON (*.json)"): "json",
            self.tr("All rows as CSV (*.rows.csv)"): "rows",
        }
        start = str(Path(self._last("export") or str(Path.home())) / f"{data.name}.html")
        path, chosen = QFileDialog.getSaveFileName(self._window, self.tr("Export"), start, ";;".join(kinds))
        if path:
            self.export_to(Path(path), kinds.get(chosen, ""))

    def export_to(self, path: Path, fmt: str = "") -> None:
        """Write the report; the format is told from the name where it is not given."""
        data = self._window.session.data
        if data is None:
            return
        if not fmt or (fmt == "html" and path.suffix.lower() != ".html"):
            fmt = path.suffix.lower().lstrip(".")
            fmt = fmt if fmt in share.FORMATS else "html"
        self._window.store.put("places/export", str(path.parent))
        try:
            share.save(data, fmt, path)
        except VAELabError as error:
            self._window.banner.say(str(error), kind="bad")
            return
        self._window.statusBar().showMessage(self.tr("Saved {0}").format(path), 6000)

    @Slot(str)
    def _banner_action(self, name: str) -> None:
        w = self._window
        if name == "report":
            self.open_report()
        elif name == "copy":
            self.copy_markdown()
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
        text = self.tr("VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer.")
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
