"""Makes the controllers of a window, each from what it uses, and connects buttons and keys with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vaelab.gui.controllers.exports import Exports
from vaelab.gui.controllers.first_steps import FirstSteps
from vaelab.gui.controllers.hub import HubController
from vaelab.gui.controllers.imports import ImportController
from vaelab.gui.controllers.judging.blind_test import BlindTest
from vaelab.gui.controllers.judging.judges_summary import JudgesSummary
from vaelab.gui.controllers.picture_export import PictureExport
from vaelab.gui.controllers.row_selection import RowSelection
from vaelab.gui.controllers.run_comparison import RunComparison
from vaelab.gui.controllers.run_history import RunHistory
from vaelab.gui.controllers.run_outcome import RunOutcomeBanner
from vaelab.gui.controllers.run_phase import RunPhaseDisplay
from vaelab.gui.controllers.run_verification import RunVerification
from vaelab.gui.controllers.vae_failures import VAEFailures
from vaelab.gui.controllers.workflow import WorkflowController
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.dialogs.file_dialogs import FileDialogs
from vaelab.gui.keys.action_table import Actions
from vaelab.gui.keys.command_palette import CommandPalette
from vaelab.gui.keys.key_map import KeyMap
from vaelab.gui.keys.viewer_keys import ViewerKeys
from vaelab.gui.layout import PaneLayout
from vaelab.gui.menus.controllers import Controllers
from vaelab.gui.menus.enabled import Enabled
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.results.charts.tab import ChartsTab
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.results.log import LogPanel
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.app_models import Models
from vaelab.gui.run.chart_view import ChartView
from vaelab.gui.run.forecast import ForecastController
from vaelab.gui.run.headline import Headline
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.run_view import RunView
from vaelab.gui.setup.panel import SetupPanel
from vaelab.gui.start.start_page import StartPage
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.gui.widgets.desktop import Desktop
from vaelab.gui.widgets.navigation import Navigation
from vaelab.gui.widgets.run_bar import RunBar


@dataclass(frozen=True)
class Widgets:
    """The widgets that the controllers are made from; none of them is handed this."""

    setup_panel: SetupPanel
    start: StartPage
    summary: SummaryTab
    images: ImagesTab
    plots: PlotsTab
    charts: ChartsTab
    log: LogPanel
    viewer: ViewerPanel
    run_bar: RunBar


def make_controllers(
    models: Models,
    widgets: Widgets,
    run_model: RunModel,
    navigation: Navigation,
    notifier: Notifier,
    actions: Actions,
    key_map: KeyMap,
    *,
    show_settings: Callable[[], object],
    show_keys: Callable[[], object],
    window: QWidget,
) -> Controllers:
    """Make them in the order in which they hear of a run: what is shown first, then what follows from it.

    Args:
        models: what the window shows.
        widgets: what it shows it with.
        run_model: the run that goes on, or is reopened.
        navigation: between the pages.
        notifier: banner and status bar.
        actions: for the palette; empty as yet.
        key_map: for the palette.
        show_settings: opens the settings.
        show_keys: opens the sheet of keys.
        window: owner of the controllers and of their dialogs.
    """
    rows, setup_model, run_controller = models.rows, models.setup, models.controller
    jobs, store = models.jobs, models.store
    setup_panel, start = widgets.setup_panel, widgets.start
    summary, images, log, viewer = widgets.summary, widgets.images, widgets.log, widgets.viewer
    desktop = Desktop(notifier, window)
    setup_panel.vaes.reveal_wanted.connect(desktop.open)
    row_selection = RowSelection(
        rows,
        run_model,
        run_controller,
        images=images,
        summary=summary,
        plots=widgets.plots,
        viewer=viewer,
        parent=window,
    )
    headline = Headline(run_model, summary, window)
    chart_view = ChartView(run_model, widgets.charts, jobs, window)
    run_view = RunView(
        run_model,
        rows,
        setup_model.undo,
        jobs,
        notifier,
        navigation,
        images=images,
        summary=summary,
        log=log,
        parent=window,
    )
    exports = Exports(
        run_model, rows, images, setup_model.hashes, navigation, jobs, store, notifier, desktop, window
    )
    history = RunHistory(
        run_model,
        run_controller,
        setup_model,
        row_selection,
        exports,
        start=start,
        log=log,
        navigation=navigation,
        jobs=jobs,
        store=store,
        notifier=notifier,
        parent=window,
    )
    failures = VAEFailures(run_model, run_controller, rows, setup_model, setup_panel.vaes, notifier, window)
    comparison = RunComparison(run_model, run_view, jobs, store, notifier, desktop, window)
    outcome = RunOutcomeBanner(
        run_model,
        rows,
        setup_model,
        setup_panel,
        navigation,
        notifier,
        row_selection=row_selection,
        history=history,
        failures=failures,
        comparison=comparison,
        exports=exports,
        parent=window,
    )
    ForecastController(setup_model, setup_panel, run_controller, run_model, rows, jobs, store, window)
    FirstSteps(setup_model, start, viewer, navigation, window)
    blind_test = BlindTest(run_model, jobs, store, notifier, window)
    JudgesSummary(run_model, summary, blind_test, jobs, window)
    run_controller.events.connect(run_model.handle)
    run_phase = RunPhaseDisplay(
        run_controller, setup_model, setup_panel, images, widgets.plots, widgets.run_bar, window
    )
    workflow = WorkflowController(
        run_controller,
        run_model,
        run_view,
        setup_model,
        row_selection=row_selection,
        history=history,
        failures=failures,
        outcome=outcome,
        summary=summary,
        images=images,
        navigation=navigation,
        store=store,
        notifier=notifier,
        parent=window,
    )
    imports = ImportController(setup_model, history, log, navigation, jobs, store, notifier, window)
    return Controllers(
        appearance=models.appearance,
        blind_test=blind_test,
        canvas=viewer.canvas,
        chart_view=chart_view,
        enabled=Enabled(run_controller, run_model, viewer),
        exports=exports,
        failures=failures,
        file_dialogs=FileDialogs(imports, history, setup_model, log, navigation, store, window),
        headline=headline,
        history=history,
        hub=HubController(models.downloads, setup_model, notifier, window),
        imports=imports,
        navigation=navigation,
        notifier=notifier,
        outcome=outcome,
        palette=CommandPalette(actions, key_map, window),
        pane_layout=PaneLayout(
            navigation,
            setup_panel=setup_panel,
            start=start,
            summary=summary,
            images=images,
            log=log,
            canvas=viewer.canvas,
            window=window,
        ),
        picture_export=PictureExport(viewer, widgets.plots, jobs, store, notifier, window),
        row_selection=row_selection,
        run_comparison=comparison,
        run_controller=run_controller,
        run_phase=run_phase,
        run_view=run_view,
        undo=setup_model.undo,
        verification=RunVerification(run_model, desktop, window),
        workflow=workflow,
        show_settings=show_settings,
        show_keys=show_keys,
        close=window.close,
    )


def connect(
    controllers: Controllers, widgets: Widgets, models: Models, keys: ViewerKeys, actions: Actions
) -> None:
    """Let buttons and keys reach the controllers, and let the actions follow what they depend on."""
    setup, start = widgets.setup_panel, widgets.start
    workflow, ask, selection = controllers.workflow, controllers.file_dialogs, controllers.row_selection
    setup.run_wanted.connect(workflow.run)
    setup.pause_wanted.connect(workflow.pause_or_resume)
    setup.stop_wanted.connect(controllers.run_controller.stop)
    setup.images.choose_folder.connect(ask.choose_folder)
    setup.images.choose_files.connect(ask.choose_images)
    setup.images.show_skipped.connect(ask.show_skipped)
    setup.vaes.choose_files.connect(ask.choose_vaes)
    setup.vaes.choose_folder.connect(ask.choose_vae_folder)
    setup.vaes.choose_from_hub.connect(controllers.hub.show)
    start.run_wanted.connect(workflow.run)
    start.demo_wanted.connect(workflow.run_demo)
    start.choose_folder.connect(ask.choose_folder)
    start.choose_vae.connect(setup.vaes.open_menu)
    keys.step_image.connect(selection.step_image)
    keys.step_worst.connect(selection.step_worst)
    keys.step_vae.connect(selection.step_vae)
    widgets.log.problems_changed.connect(controllers.navigation.count_problems)
    for changed in (
        models.setup.changed,
        models.controller.phase_changed,
        controllers.outcome.ended,
        controllers.history.shown,
    ):
        changed.connect(actions.refresh)
    for edited in (models.rows.marks.edited, widgets.images.views.changed):
        # Queued: an edit counts as one that can be undone only after it has been done.
        edited.connect(actions.refresh, Qt.ConnectionType.QueuedConnection)
