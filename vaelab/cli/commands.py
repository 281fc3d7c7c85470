"""What the commands do: each takes the parsed arguments and returns its exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from vaelab.cli.progress import show, show_json
from vaelab.cli.streams import Guard, OutputConsole, drop_output, print_json, say, table_console, write_output
from vaelab.control import Control
from vaelab.engine.demo import demo_settings
from vaelab.engine.events import RunFinished
from vaelab.engine.forecast.from_settings import will_not_fit
from vaelab.engine.interrupts import Interrupts
from vaelab.engine.runner import run as run_line
from vaelab.errors import ExitCode, RunFolderError, Stopped, UsageError, one_line, why
from vaelab.run_files import REPORT, SHEET
from vaelab.run_folder.new_folder import new_run_folder
from vaelab.run_folder.read.sets_summary import is_sets
from vaelab.run_folder.store import write_atomic
from vaelab.settings import RunSettings, expanded, options

if TYPE_CHECKING:
    from vaelab.report.run.data import RunData

_MOST_DAMAGED = 20


def run(chosen: argparse.Namespace) -> int:
    """``vaelab run``."""
    if not chosen.vaes:
        raise UsageError("no VAE was named: add at least one --vae, for example --vae linear")
    named = {name: getattr(chosen, name) for name in options()}
    # What earlier versions called it; their marker was in the picture, which is not what "on" should go on to mean.
    named["marker"] = "separate" if named["marker"] == "on" else named["marker"]
    settings = RunSettings(
        images=tuple(chosen.images),
        vaes=_in_precisions(chosen) if chosen.precisions else tuple(chosen.vaes),
        out=chosen.out,
        weights=chosen.weights,
        trust_program=tuple(chosen.trust_program),
        **named,
    )
    if settings.trust_program:
        from vaelab.vae.catalog import check_trust
        from vaelab.vae.spec.grammar import parse_spec

        check_trust(map(parse_spec, settings.vaes), settings.trust_program)
    return _run(settings, resume=chosen.resume, as_json=chosen.json)


def _in_precisions(chosen: argparse.Namespace) -> tuple[str, ...]:
    """The VAEs once in each precision that was named and that the device can run."""
    from vaelab.device import resolve_device, runs
    from vaelab.vae.spec.precision_study import in_precisions, parse_precisions

    names = parse_precisions(chosen.precisions)
    device = resolve_device(chosen.device)
    able = [name for name in names if runs(device, name)]
    for name in names:
        if name not in able:
            say(f"vaelab: {name} is left out: {device} cannot run it")
    if not able:
        raise UsageError(
            f"{device} can run none of {', '.join(names) or 'the precisions that were named'}: name others, for example fp32,bf16"
        )
    return in_precisions(chosen.vaes, able)


def demo(chosen: argparse.Namespace) -> int:
    """``vaelab demo``."""
    out = (
        Path(expanded(chosen.out))
        if chosen.out
        else new_run_folder("demo-charts" if chosen.charts else "demo")
    )
    return _run(demo_settings(out, charts=chosen.charts), resume=False, as_json=chosen.json)


def _run(settings: RunSettings, *, resume: bool, as_json: bool) -> int:
    control = Control()
    console = OutputConsole(stderr=True)
    output = Guard()
    with Interrupts(control) as interrupts:
        try:
            if (warning := will_not_fit(settings)) is not None:
                say(one_line(warning))
            events = interrupts.watch(run_line(settings, control, resume=resume))
            end = show_json(events, output) if as_json else show(events, console)
        except KeyboardInterrupt:
            say("vaelab: stopped")
            return interrupts.exit_code(ExitCode.STOPPED)
    if not as_json:
        output(lambda: _print_outcome(end))
        output(sys.stdout.flush)
    if output.failure is not None:
        drop_output()
    if output.is_full:
        assert output.failure is not None
        raise UsageError(
            f"standard output can no longer be written: {why(output.failure)}; the run went on to its end all the same, and is in "
            f"'{end.folder}'"
        )
    return interrupts.exit_code(end.exit_code)


def _print_outcome(end: RunFinished) -> None:
    from vaelab.report.formats.terminal import outcome_lines, outcome_table
    from vaelab.report.run.data import RunData
    from vaelab.run_folder.read.rows import read_rows

    console = table_console()
    run = RunData(end.folder, end.summary, read_rows(end.folder))
    console.print(outcome_table(run.summary))
    for line in filter(None, outcome_lines(run)):
        console.print(line, highlight=False, soft_wrap=True, markup=False)
    how = ", continue with --resume" if end.exit_code == ExitCode.STOPPED else ""
    console.print(f"{end.message}{how}.", highlight=False, soft_wrap=True)
    console.print(f"Report: {end.folder / REPORT}", highlight=False, soft_wrap=True, markup=False)


def vaes(chosen: argparse.Namespace) -> int:
    """``vaelab vaes``."""
    from vaelab.cli.vaes import list_vaes

    return list_vaes(chosen)


def fetch(chosen: argparse.Namespace) -> int:
    """``vaelab fetch``."""
    from vaelab.cli.fetch import fetch as fetch_from_hub

    return fetch_from_hub(chosen)


def inspect(chosen: argparse.Namespace) -> int:
    """``vaelab inspect``."""
    from vaelab.cli.vaes import inspect_vae

    return inspect_vae(chosen)


def report(chosen: argparse.Namespace) -> int:
    """``vaelab report``."""
    from vaelab.report.formats.table import by_group, render
    from vaelab.report.run.load import load_run
    from vaelab.report.words.protocol import report_name

    _check_report_options(chosen)
    if is_sets(Path(expanded(chosen.run))):
        return _report_sets(chosen)
    data = load_run(Path(expanded(chosen.run)), weights=chosen.weights, excluded=chosen.exclude)
    out = Path(expanded(chosen.out)) if chosen.out else None
    _say_damage([data])
    if chosen.rows:
        from vaelab.report.formats.rows import render_rows

        path = Path(expanded(chosen.rows))
        _write(render_rows(data, data.rows, path.suffix.lower().removeprefix(".")), path)
    elif chosen.sheet is not None:
        from vaelab.report.formats.contact_sheet import COUNT, contact_sheet, sheet_lines

        sheet = contact_sheet(
            data, sheet_lines(data, chosen.sheet), COUNT if chosen.count is None else chosen.count
        )
        assert data.folder is not None
        if out is not None and out.suffix.lower() != ".png":
            raise UsageError(f"A contact sheet is a PNG: name it so, and not '{out.name}'.")
        _write(sheet.png, out or data.folder / SHEET)
    elif chosen.by:
        from vaelab.report.run.image_groups import groups_of, unknown_tagged

        tags = Path(expanded(chosen.tags)) if chosen.tags else None
        groups = groups_of(data, chosen.by, tags)
        unknown = unknown_tagged(data, tags) if chosen.by == "tag" else ()
        if unknown:
            shown = ", ".join(map(one_line, unknown[:5])) + (" …" if len(unknown) > 5 else "")
            sys.stderr.write(f"vaelab: no image of this run, so not counted: {shown}\n")
        text = by_group(data, groups, chosen.format)
        if out is None and chosen.format == "html":
            assert data.folder is not None
            out = data.folder / f"report_by_{chosen.by}.html"
        _deliver(text, out)
    else:
        if out is None and chosen.format == "html":
            assert data.folder is not None
            out = data.folder / report_name(data)
        _deliver(render(data, chosen.format), out)
    return ExitCode.OK


def _report_sets(chosen: argparse.Namespace) -> int:
    """The report of a comparison of sets, which has one format and no rows."""
    from vaelab.report.formats.sets_html import sets_html
    from vaelab.run_folder.read.sets_summary import read_sets

    folder = Path(expanded(chosen.run))
    if chosen.format != "html" or chosen.rows or chosen.exclude or chosen.weights:
        raise UsageError(
            f"'{folder}' holds a comparison of sets, whose report is HTML alone, without rows, weights or exclusions: its numbers are in "
            "summary.json"
        )
    _deliver(
        sets_html(folder, read_sets(folder)), Path(expanded(chosen.out)) if chosen.out else folder / REPORT
    )
    return ExitCode.OK


def _check_report_options(chosen: argparse.Namespace) -> None:
    """That what is asked for is one report.

    Raises:
        UsageError: it is two, or an option belongs to another.
    """
    kinds = [name for name in ("rows", "sheet", "by") if getattr(chosen, name) is not None]
    if chosen.rows and chosen.out:
        raise UsageError("--rows and --out are two files: ask for one at a time")
    if len(kinds) > 1:
        raise UsageError(f"--{kinds[0]} and --{kinds[1]} are two reports: ask for one at a time")
    if chosen.tags and chosen.by != "tag":
        raise UsageError("--tags is read for --by tag alone: add that, or leave it out")
    if chosen.count is not None and chosen.sheet is None:
        raise UsageError("--count is of a contact sheet: add --sheet, or leave it out")


def _say_damage(runs: Sequence[RunData]) -> None:
    """Name on standard error what was not counted, for whoever takes the report from standard output alone."""
    from vaelab.report.words.notes import doubled_and_missing

    for run in runs:
        damage = run.damage
        for line in damage.lines[:_MOST_DAMAGED]:
            _warn(f"{run.folder}: {line}: not counted; --resume measures its image again")
        if damage.count > _MOST_DAMAGED:
            _warn(f"{run.folder}: further damaged lines, not counted: {damage.count - _MOST_DAMAGED}")
        for sentence in doubled_and_missing(damage):
            _warn(f"{run.folder}: {sentence}")


def _warn(text: str) -> None:
    Console(stderr=True).print(one_line(text), highlight=False, soft_wrap=True, markup=False)


def compare(chosen: argparse.Namespace) -> int:
    """``vaelab compare``."""
    from vaelab.report.formats.table import comparison
    from vaelab.report.run.load import load_run
    from vaelab.report.words.differences import protocol_differences

    runs = [load_run(Path(expanded(path)), weights=chosen.weights) for path in chosen.runs]
    _say_damage(runs)
    if len(runs) < 2:
        raise UsageError("one run is not a comparison: name at least two run folders")
    differences = protocol_differences(runs)
    if differences and not chosen.force:
        raise UsageError(
            f"these runs were not measured alike ({'; '.join(differences)}), so one table of them would mislead: "
            "measure them with equal settings, give --weights where only those differ, or add --force"
        )
    _deliver(comparison(runs, chosen.format), Path(expanded(chosen.out)) if chosen.out else None)
    return ExitCode.OK


def judge(chosen: argparse.Namespace) -> int:
    """``vaelab judge``."""
    from vaelab.report.formats.sections.judges import render_judges
    from vaelab.report.run.judged import judged
    from vaelab.report.run.load import load_run

    data = load_run(Path(expanded(chosen.run)))
    outcome = judged(data, [Path(expanded(path)) for path in chosen.files])
    if outcome is None:
        raise UsageError(
            f"nobody has judged the run in '{data.folder}': judge it in the window (menu Run, Judge…), or name a file of judgements"
        )
    _say_damage([data])
    _deliver(render_judges(data, outcome, chosen.format), Path(expanded(chosen.out)) if chosen.out else None)
    return ExitCode.OK


def doctor(chosen: argparse.Namespace) -> int:
    """``vaelab doctor``."""
    from vaelab.cli.doctor import examine
    from vaelab.report.formats.terminal import doctor_lines

    findings = examine()
    if chosen.json:
        print_json(findings)
    else:
        for line in doctor_lines(findings):
            Console().print(line, highlight=False, soft_wrap=True, markup=False)
    return ExitCode.OK if findings["healthy"] else ExitCode.UNHEALTHY


def verify(chosen: argparse.Namespace) -> int:
    """``vaelab verify``."""
    from vaelab.cli.verify import verify_run

    control = Control()
    with Interrupts(control) as interrupts:
        try:
            return verify_run(chosen, control, interrupts.arm)
        except (KeyboardInterrupt, Stopped):
            say("vaelab: stopped")
            return interrupts.exit_code(ExitCode.STOPPED)


def train(chosen: argparse.Namespace) -> int:
    """``vaelab train``."""
    from vaelab.cli.train import train_from_arguments

    control = Control()
    with Interrupts(control) as interrupts:
        try:
            ended = train_from_arguments(chosen, control, interrupts.arm)
        except KeyboardInterrupt:
            say("vaelab: stopped")
            return interrupts.exit_code(ExitCode.STOPPED)
    return ExitCode.OK if ended else interrupts.exit_code(ExitCode.STOPPED)


def sets(chosen: argparse.Namespace) -> int:
    """``vaelab sets``."""
    from vaelab.cli.sets import compare_from_arguments

    control = Control()
    with Interrupts(control) as interrupts:
        try:
            interrupts.arm()
            end = compare_from_arguments(chosen, control)
        except KeyboardInterrupt:
            end = None
    if end is None:
        say("vaelab: stopped; nothing was written")
        return interrupts.exit_code(ExitCode.STOPPED)
    return interrupts.exit_code(end.exit_code)


def _deliver(text: str, out: Path | None) -> None:
    if out is None:
        write_output(text if text.endswith("\n") else text + "\n")
        return
    _write(text.encode(errors="backslashreplace"), out)


def _write(data: bytes, out: Path) -> None:
    try:
        write_atomic(out, data)
    except OSError as error:
        raise RunFolderError(f"'{out}' cannot be written: {why(error)}") from error
    Console(stderr=True).print(f"Written: {out}", highlight=False, soft_wrap=True, markup=False)
