"""The command line: arguments, exit codes, one sentence for each error. No torch at import."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn, get_args

from vaelab import __version__
from vaelab.cli.streams import Guard, drop_output, open_missing_streams, say, unwritable
from vaelab.errors import ExitCode, VAELabError, one_line, why
from vaelab.precisions import PRECISIONS
from vaelab.report.formats.table import FORMATS, JUDGE_FORMATS
from vaelab.report.grouping import Grouping
from vaelab.run_folder.durable import cure
from vaelab.settings import Option, options, parse_weights
from vaelab.text import brief


class _Parser(argparse.ArgumentParser):
    """Reports a wrong argument in one sentence instead of a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Print the problem and where help is, and leave with status 2."""
        self.exit(ExitCode.UNUSABLE, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0, 1, 2, 3, or 128 and a signal's number (README, "Exit status")."""
    open_missing_streams()
    _take_any_text()
    chosen = build_parser().parse_args(arguments)
    if not hasattr(chosen, "command"):
        return _open_window()
    try:
        code = int(chosen.command(chosen))
    except KeyboardInterrupt:
        say("vaelab: stopped")
        return ExitCode.STOPPED
    except BrokenPipeError:
        # The pipe was closed by the reader (`| head`): not an error.
        drop_output()
        return ExitCode.OK
    except (VAELabError, OSError, ImportError, MemoryError) as error:
        if chosen.debug:
            traceback.print_exc()
        say(f"vaelab: {one_line(_in_words(error))}")
        return _with_output_flushed(ExitCode.UNUSABLE)
    return _with_output_flushed(code)


def _with_output_flushed(code: int) -> int:
    """Return the exit status; what is printed must have arrived, unless nobody reads on."""
    guard = Guard()
    guard(sys.stdout.flush)
    if guard.failure is not None:
        drop_output()
    if guard.is_full:
        assert guard.failure is not None
        say(f"vaelab: {unwritable(guard.failure)}")
        return ExitCode.UNUSABLE
    return code


def _in_words(error: Exception) -> str:
    """Return an error as one sentence: what happened, why, what to do."""
    if isinstance(error, VAELabError):
        return str(error)
    if isinstance(error, MemoryError):
        return "the memory of this machine, or what this process may have of it, is used up: close other programs or raise the limit"
    if isinstance(error, ImportError):
        return f"a part of this installation cannot be loaded ({brief(error)}): install VAELab again, or give the process more memory"
    assert isinstance(error, OSError)
    what = "a file" if error.filename is None else f"'{error.filename}'"
    return f"{what} cannot be used: {why(error)}; {cure(error)}, or choose another place"


def _take_any_text() -> None:
    """Write UTF-8 and escape what the terminal cannot encode, so that no file name can abort a command.

    What is piped or redirected is UTF-8, as the run folder's files are, also where the system's own encoding is another.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _open_window() -> int:
    """Open the window, unless there is nothing to open it on: Qt would abort the process."""
    named = (
        os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if sys.platform.startswith("linux") and not named:
        sys.stderr.write(
            "vaelab: there is no display to open a window on: use 'vaelab demo' or 'vaelab run', see --help\n"
        )
        return ExitCode.UNUSABLE
    from vaelab.gui.app import main as open_window

    return open_window([])


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="vaelab",
        description="Find out what a VAE does to your own pictures. Without a command: open the window.",
    )
    parser.add_argument("--version", action="version", version=f"vaelab {__version__}")
    parser.set_defaults(debug=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    _add_run(commands)
    _add_reading_commands(commands)
    _add_sets(commands)
    _add_train(commands)
    return parser


def _command(commands: Any, name: str, help_text: str, function: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    parser.set_defaults(command=_late(function))
    return parser


def _late(function: str) -> Any:
    """Import a command only when it is run, so that ``--help`` is immediate."""

    def call(chosen: argparse.Namespace) -> int:
        from vaelab.cli import commands

        return int(getattr(commands, function)(chosen))

    return call


def _add_run(commands: Any) -> None:
    parser = _command(commands, "run", "Measure images with VAEs and write a run folder.", "run")
    parser.add_argument("images", nargs="+", metavar="IMAGES", help="folders and files of images")
    parser.add_argument(
        "--vae",
        action="append",
        default=[],
        dest="vaes",
        metavar="SPEC",
        help=f"[LABEL=]WHAT[{'|'.join('@' + name for name in PRECISIONS)}][,encoder=WHAT][,padding=zeros|reflect|replicate][,weights=ema], WHAT being a "
        "built-in (see 'vaelab vaes'), a file (FILE#prefix: one of several VAEs in it), a folder or a Hub id; encoder: another VAE encodes, this one decodes; padding: "
        "what its convolutions see beyond the edge; weights=ema: the averaged copy in a training checkpoint; "
        "may be given several times",
    )
    parser.add_argument(
        "--precisions",
        metavar="NAME,…",
        default="",
        help=f"every VAE once in each of these, {', '.join(PRECISIONS)}, as if it were named with @ several times; the report says how each "
        "differs from fp32; one that the device cannot run is left out, and said so; a VAE that names its own with @ stays as it is",
    )
    parser.add_argument("--out", required=True, metavar="DIR", help="the run folder to write")
    for name, option in options().items():
        default = option.default
        flag = "--" + name.replace("_", "-")
        if isinstance(default, bool):
            parser.add_argument(flag, action="store_true", help=option.help)
        elif option.minimum is not None:
            shown = "|".join((*option.auto, "PX" if option.unit == "px" else "N"))
            text = f"{option.help} Default: {default if default is not None else option.auto[0]}."
            parser.add_argument(flag, type=_number_or(option), default=default, metavar=shown, help=text)
        else:
            shown = "|".join(option.choices) or name.upper()
            old = " on: as earlier versions wrote it, the same as separate." if name == "marker" else ""
            parser.add_argument(
                flag, default=default, metavar=shown, help=f"{option.help}{old} Default: {default}."
            )
    parser.add_argument(
        "--weights",
        type=_weights,
        default={},
        metavar="TERM=λ,…",
        help="weights of J's six terms; each is 1 if not named",
    )
    _add_trust(parser)
    parser.add_argument(
        "--resume", action="store_true", help="continue an interrupted run with equal settings"
    )
    parser.add_argument(
        "--json", action="store_true", help="print one event a line as JSON instead of progress"
    )


def _add_trust(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--trust-program",
        action="append",
        default=[],
        type=str.lower,
        metavar="SHA256",
        help="let the TorchScript program with this SHA-256 run, in a process closed off as far as the system allows: it is its "
        "author's program, so trust it as you would an installer; may be given several times",
    )


def _number_or(option: Option) -> Any:
    def whole_number(text: str) -> int | str | None:
        if text in option.auto:
            return option.value_of(text)
        try:
            return int(text)
        except ValueError:
            allowed = f"a whole number{''.join(f' or {word}' for word in option.auto)}"
            raise argparse.ArgumentTypeError(f"'{text}' is not {allowed}") from None

    return whole_number


def _weights(text: str) -> dict[str, float]:
    try:
        return parse_weights(text)
    except VAELabError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _add_reading_commands(commands: Any) -> None:
    demo = _command(
        commands, "demo", "Run the built-in codecs on the photographs that ship with VAELab.", "demo"
    )
    demo.add_argument(
        "--charts", action="store_true", help="on the eight test charts instead, as a run of their own"
    )
    demo.add_argument(
        "--out", metavar="DIR", help="the run folder to write (default: a new one in your documents)"
    )
    demo.add_argument("--json", action="store_true", help="print one event a line as JSON")

    vaes = _command(
        commands, "vaes", "List what can be loaded: built-ins, and VAE files found below PATH.", "vaes"
    )
    vaes.add_argument("paths", nargs="*", metavar="PATH")
    vaes.add_argument(
        "--known",
        action="store_true",
        help="list the publicly known VAEs that 'vaelab fetch' downloads instead; PATH are then words to search for",
    )
    vaes.add_argument("--json", action="store_true", help="as JSON")

    fetch = _command(
        commands,
        "fetch",
        "Download a VAE from the Hugging Face Hub, after showing its size and licence.",
        "fetch",
    )
    fetch.add_argument(
        "spec",
        metavar="ID",
        help="org/name, org/name:subfolder, org/name:file, or a name that 'vaelab vaes --known' lists",
    )
    fetch.add_argument("--yes", action="store_true", help="do not ask")

    inspect = _command(
        commands, "inspect", "Say what one VAE is, from its header, without loading it.", "inspect"
    )
    inspect.add_argument("spec", metavar="SPEC", help="as --vae of 'vaelab run' takes it, options and all")
    _add_trust(inspect)
    inspect.add_argument(
        "--no-hash",
        action="store_true",
        help="read the header alone, which takes no time on a file of any size",
    )
    inspect.add_argument("--json", action="store_true", help="as JSON")

    report = _command(
        commands, "report", "Write a report of a run folder, made anew from its rows.", "report"
    )
    report.add_argument("run", metavar="RUN")
    report.add_argument("--format", choices=[each.name for each in FORMATS], default="html")
    _add_view(report)
    report.add_argument(
        "--exclude",
        metavar="IMAGE",
        nargs="+",
        action="extend",
        default=[],
        help="leave images out of everything, named as per_image.csv names them",
    )
    report.add_argument(
        "--rows",
        metavar="FILE",
        help="write all rows instead, as what the name of FILE ends in: .csv, .tsv, .md, .parquet, .xlsx",
    )
    report.add_argument(
        "--by",
        choices=get_args(Grouping),
        help="a table for each group of images instead: folder: by the subfolder that an image's name begins with; tag: by "
        "what a CSV file says",
    )
    report.add_argument(
        "--tags",
        metavar="FILE",
        help="CSV file with the columns image and tag, a line a tag, for --by tag; default: tags.csv in the run folder",
    )
    report.add_argument(
        "--sheet",
        nargs="?",
        const="",
        metavar="originals,VAE,…",
        help="write a contact sheet as PNG instead, originals above reconstructions; without a value: the originals and all VAEs",
    )
    report.add_argument(
        "--count", type=int, metavar="N", help="most images on a contact sheet, evenly spread. Default: 64."
    )
    report.add_argument(
        "--out",
        metavar="FILE",
        help="default: standard output; for html, report.html in the run folder, or report_as_shown.html "
        "where weights or images are not the run's own",
    )

    compare = _command(
        commands, "compare", "Put several runs into one table; refuses to mix protocols.", "compare"
    )
    compare.add_argument("runs", nargs="+", metavar="RUN")
    compare.add_argument("--format", choices=[each.name for each in FORMATS if each.comparison], default="md")
    _add_view(compare)
    compare.add_argument("--out", metavar="FILE", help="default: standard output")
    compare.add_argument("--force", action="store_true", help="compare even where the protocols differ")

    verify = _command(
        commands,
        "verify",
        "Compute the numbers of a run a second time from its saved pictures, by other libraries, and compare.",
        "verify",
    )
    verify.add_argument("run", metavar="RUN", help="a run folder that was made with --save-images all")
    verify.add_argument("--json", action="store_true", help="as JSON")
    judge = _command(
        commands,
        "judge",
        "Say what people found in the blind test of a run: who is chosen, how far judges agree, which metric agrees with them.",
        "judge",
    )
    judge.add_argument("run", metavar="RUN")
    judge.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="files of judgements, as the window's blind test writes them; several merge. Default: judgements.csv in the run folder",
    )
    judge.add_argument("--format", choices=JUDGE_FORMATS, default="md")
    judge.add_argument("--out", metavar="FILE", help="default: standard output")

    doctor = _command(
        commands, "doctor", "Check this installation: versions, devices, precisions, a self-test.", "doctor"
    )
    doctor.add_argument("--json", action="store_true", help="as JSON")


def _add_view(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--weights",
        metavar="TERM=λ,…",
        type=_weights,
        default=None,
        help="weights of J instead of the run's own; a term that is not named has 1",
    )


def _add_sets(commands: Any) -> None:
    from vaelab.cli.sets import add_arguments

    sets = _command(
        commands, "sets", "Compare whole sets of pictures, generated ones against real ones.", "sets"
    )
    add_arguments(sets)


def _add_train(commands: Any) -> None:
    from vaelab.cli.train import add_arguments

    train = _command(commands, "train", "Train a small VAE of your own from photographs.", "train")
    add_arguments(train)
