"""The kinds of plot: one row, and it is offered with the controls that it needs, and drawn by its class."""

from __future__ import annotations

from importlib import import_module

import pytest
from pytestqt.qtbot import QtBot

from vaelab.gui.plots.controls import Controls
from vaelab.gui.plots.kinds import Needs, PlotKind
from vaelab.gui.plots.views.base import PlotView
from vaelab.metrics.registry import all_columns


@pytest.mark.parametrize("kind", PlotKind)
def test_a_row_names_a_plot_and_its_controls(kind: PlotKind, qtbot: QtBot) -> None:
    module, name = kind.view_class.split(":")
    assert issubclass(getattr(import_module(f"vaelab.gui.plots.{module}"), name), PlotView)
    controls = Controls(all_columns())
    qtbot.addWidget(controls)
    controls.set_kind(kind)
    assert controls.kind is kind
    assert controls.kinds.currentText() == kind.title
    assert controls.metrics.isHidden() != (Needs.METRIC in kind.needs)
    assert controls.others.isHidden() != (Needs.SECOND_METRIC in kind.needs)
    assert controls.first.isHidden() != (Needs.TWO_VAES in kind.needs)
    controls.allow(drawn=True)
    assert controls.select_button.isEnabled() == kind.has_rows


def test_the_metrics_offered_begin_with_the_headlines_and_name_no_place(qtbot: QtBot) -> None:
    controls = Controls(all_columns())
    qtbot.addWidget(controls)
    offered = [controls.metrics.itemData(place) for place in range(controls.metrics.count())]
    assert offered[:3] == ["score", "lpips", "psnr"]
    assert set(filter(None, offered)) == {column.name for column in all_columns() if column.averaged}
