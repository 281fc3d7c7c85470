"""Kills, full disks and second processes against run folders: how often what was tried, and what did not hold.

    nice python benchmarks/kill.py [--kills 200] [--full 60] [--pairs 6] [--seed 0] [--work FOLDER]

Three kinds of run on tiny images. A kill is a SIGKILL at a random moment of a run, or of a resume of one that was killed before;
at the end the run is resumed and compared with one that nobody disturbed: every row cell by cell, the times aside, every
latent, every picture byte by byte, the summary. A row that was whole on disk when its process was killed must be there at the
end to the last bit, its times too. A full disk is a tmpfs of so many kilobytes where that can be mounted, else a limit on the
size of files. Two processes: one runs or resumes while another does, and one of them is killed. Exit status 1 if
anything was lost, doubled, different, left over or falsely called a success. Linux and macOS: it forks, so that
PyTorch is loaded once.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import hashlib
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from PIL import Image

TIMED = {"encode_ms", "decode_ms", "total_ms"}
NOT_COMPARED = {"created", "updated", "timing", "environment", "settings"}
REFUSED = 2
DISTURBED = -1
"""Status of a child that was killed."""


@dataclass(frozen=True)
class Kind:
    """A kind of run: its VAEs, and which pictures it saves."""

    vaes: tuple[str, ...]
    save: str

    def arguments(self, images: Path, out: Path, *, resume: bool) -> list[str]:
        vaes = [part for vae in self.vaes for part in ("--vae", vae)]
        fixed = ["--size", "64", "--device", "cpu", "--metrics", "psnr,ssim", "--save-images", self.save]
        return ["run", str(images), *vaes, *fixed, "--out", str(out), *(["--resume"] if resume else [])]


KINDS = (
    Kind(("identity", "linear"), "none"),
    Kind(("identity", "linear"), "all"),
    Kind(("linear", "blur:2", "jpeg:60"), "reconstructions"),
)


@dataclass(frozen=True)
class Record:
    """What a run folder holds, the times aside."""

    rows: list[dict[str, str]]
    latents: list[dict[str, Any]]
    pictures: dict[str, str]
    summary: dict[str, Any]

    @classmethod
    def read(cls, out: Path) -> Record:
        summary = json.loads((out / "summary.json").read_text("utf-8"))
        pictures = {
            str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in out.rglob("*.png")
        }
        latents = [json.loads(line) for line in (out / "latents.jsonl").read_text("utf-8").splitlines()]
        rows = [{name: cell for name, cell in row.items() if name not in TIMED} for row in table(out)]
        return cls(rows, latents, pictures, _without_times(summary))

    def differences(self, other: Record) -> list[str]:
        """Say what is not as in another; nothing where all is equal."""
        mine, theirs = (Counter((row["image"], row["vae"]) for row in part.rows) for part in (self, other))
        found = [f"doubled {key}" for key, times in mine.items() if times > 1]
        found += [f"lost {key}" for key in theirs if key not in mine]
        found += [f"foreign {key}" for key in mine if key not in theirs]
        if not found and self.rows != other.rows:
            found.append("rows differ")
        if self.latents != other.latents:
            found.append(f"latents differ: {len(self.latents)}, not {len(other.latents)}")
        if self.pictures != other.pictures:
            found.append("pictures differ")
        keys = [key for key in other.summary if self.summary.get(key) != other.summary[key]]
        return found + ([f"summary differs: {keys}"] if keys else [])


def table(out: Path) -> list[dict[str, str]]:
    """Rows of a table that are whole, with their times."""
    path = out / "per_image.csv"
    text = path.read_bytes().decode(errors="replace") if path.exists() else ""
    whole = text[: text.rfind("\r\n") + 2]
    return list(csv.DictReader(io.StringIO(whole, newline="")))


def _without_times(summary: dict[str, Any]) -> dict[str, Any]:
    plain = {key: value for key, value in summary.items() if key not in NOT_COMPARED}
    for vae in plain["vaes"].values():
        for name in ("speed", "peak_memory_mb"):
            vae.pop(name, None)
        for name in TIMED:
            vae.get("metrics", {}).pop(name, None)
            vae.get("own", {}).get("metrics", {}).pop(name, None)
    plain["comparisons"] = [pair for pair in plain.get("comparisons", []) if pair.get("metric") not in TIMED]
    return plain


class Child:
    """A ``vaelab`` command in a process of its own, forked from this one."""

    def __init__(self, arguments: list[str], log: Path, limit: int | None = None) -> None:
        self.log = log
        self.pid = os.fork()
        if self.pid:
            return
        code = 99
        try:
            target = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.dup2(target, 1)
            os.dup2(target, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            from vaelab.cli.parser import main

            code = main(arguments)
            sys.stdout.flush()
        finally:
            os._exit(code)

    def kill(self) -> int:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        return self.wait()

    def wait(self, seconds: float = 300) -> int:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return DISTURBED if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
            time.sleep(0.005)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise TimeoutError(f"no end after {seconds} s: {self.said}")

    @property
    def said(self) -> str:
        lines = self.log.read_text(errors="replace").strip().splitlines() if self.log.exists() else []
        return lines[-1] if lines else ""

    @property
    def traceback(self) -> bool:
        return self.log.exists() and "Traceback" in self.log.read_text(errors="replace")


class Trials:
    """All trials of one sitting, and what did not hold in them."""

    def __init__(self, work: Path, images: Path, seed: int) -> None:
        self.work, self.images, self.random = work, images, random.Random(seed)
        self.bad: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self.references: list[Record] = []
        self.seconds: list[float] = []
        for number, kind in enumerate(KINDS):
            start = time.monotonic()
            out = work / f"reference{number}"
            assert self.child(kind, out).wait() == 0, f"the undisturbed run failed: {out}"
            self.seconds.append(time.monotonic() - start)
            self.references.append(Record.read(out))

    def child(self, kind: Kind, out: Path, *, resume: bool = False, limit: int | None = None) -> Child:
        return Child(kind.arguments(self.images, out, resume=resume), self.work / f"{out.name}.log", limit)

    def blame(self, what: str, problems: list[str]) -> None:
        """Count and print what did not hold."""
        for problem in problems:
            self.bad[f"{what}: {problem.split(' ')[0]}"] += 1
            print(f"BAD {what}: {problem}", flush=True)

    def judge(
        self, what: str, kind: int, out: Path, status: int, before: list[dict[str, str]], said: str
    ) -> None:
        """Compare a folder that was brought to its end with the undisturbed run."""
        problems = [] if status == 0 else [f"exit {status}: {said}"]
        try:
            problems += Record.read(out).differences(self.references[kind])
            after = {(row["image"], row["vae"]): row for row in table(out)}
            kept = [row for row in before if after.get((row["image"], row["vae"])) != row]
            problems += [f"changed {row['image']} × {row['vae']}, which was finished" for row in kept]
            left = [path.name for path in out.rglob(".*")]
            problems += [f"left {left}"] if left else []
        except (OSError, ValueError, KeyError) as error:
            problems.append(f"unreadable {error!r}")
        if status == 0 and problems:
            self.blame(what, ["false success"])
        self.blame(what, problems)
        shutil.rmtree(out, ignore_errors=True)

    def kills(self, count: int) -> None:
        """Kill runs, and resumes of them, until so many were hit."""
        while self.tried["kills"] < count:
            number = self.random.randrange(len(KINDS))
            kind, seconds, out = KINDS[number], self.seconds[number], self.work / "killed"
            before: list[dict[str, str]] = []
            status, last = 0, None
            for attempt in range(1 + self.random.choice((0, 0, 1, 2))):
                last = self.child(kind, out, resume=attempt > 0)
                time.sleep(self.random.uniform(0.0, 1.0) * seconds)
                status = last.kill()
                hit = status == DISTURBED
                self.tried["kills"] += hit
                self.tried["kills of a resume"] += hit and attempt > 0
                if out.exists():
                    before = table(out)
                    self.tried["kills before the first row"] += hit and not before
            self.tried["runs that were killed"] += 1
            if self.tried["runs that were killed"] % 20 == 0:
                print(f"{self.tried['kills']} kills", {**self.bad}, flush=True)
            last = self.child(kind, out, resume=True)
            self.judge("kill", number, out, last.wait(), before, last.said)

    def full_disks(self, count: int) -> None:
        """Run into a disk that is full at points over the whole of a run, make room, resume."""
        size = {number: self._size(number) for number in range(len(KINDS))}
        for point in range(count):
            number = point % len(KINDS)
            share = (point // len(KINDS) + 1) / (count / len(KINDS) + 1)
            with self._disk(max(4, int(share * size[number] / 1024))) as (place, limit, make_room):
                out = place / "full"
                first = self.child(KINDS[number], out, limit=limit)
                status = first.wait()
                self.tried["full disks"] += 1
                self.tried["full disks that ended a run"] += status != 0
                problems = []
                if status not in (0, REFUSED):
                    problems.append(f"exit {status}: {first.said}")
                if first.traceback:
                    problems.append("traceback")
                self.blame("full disk", problems)
                rows = table(out) if out.exists() else []
                make_room()
                again = self.child(KINDS[number], out, resume=True)
                self.judge("full disk", number, out, again.wait(), rows, again.said)

    def _size(self, number: int) -> int:
        files = [path for path in (self.work / f"reference{number}").rglob("*") if path.is_file()]
        return sum(-(-path.stat().st_size // 4096) * 4096 for path in files)

    @contextlib.contextmanager
    def _disk(self, kilobytes: int) -> Iterator[tuple[Path, int | None, Any]]:
        place = self.work / "disk"
        place.mkdir(exist_ok=True)
        mounted = (
            subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)],
                capture_output=True,
                check=False,
            ).returncode
            == 0
            if shutil.which("mount")
            else False
        )
        self.tried["full disks by tmpfs" if mounted else "full disks by a limit on files"] += 1

        def make_room() -> None:
            if mounted:
                subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)

        try:
            yield place, None if mounted else 256 * kilobytes, make_room
        finally:
            if mounted:
                subprocess.run(["umount", "-l", str(place)], check=True)

    def pairs(self, count: int) -> None:
        """Let a second process run or resume beside the first; kill either."""
        for turn in range(count):
            number = turn % len(KINDS)
            kind, seconds, out = KINDS[number], self.seconds[number], self.work / "pair"
            first = self.child(kind, out)
            while not (out / "summary.json").exists():
                time.sleep(0.005)
            time.sleep(self.random.uniform(0.1, 0.5) * seconds)
            second = Child(kind.arguments(self.images, out, resume=turn % 4 < 2), self.work / "second.log")
            time.sleep(self.random.uniform(0.0, 0.6) * seconds)
            killed = second if turn % 2 else first
            killed.kill()
            other = first if turn % 2 else second
            other_status = other.wait()
            self.tried["two processes"] += 1
            self.tried["second processes that were refused"] += (
                "is being written by another run" in second.said
            )
            before = table(out)
            problems = ["traceback"] if first.traceback or second.traceback else []
            if other is second and other_status == 0 and len(before) != len(self.references[number].rows):
                problems.append("false success of the second")
            if other is first and other_status == 0:
                problems += Record.read(out).differences(self.references[number])
            self.blame("two processes", problems)
            last = self.child(kind, out, resume=True)
            self.judge("two processes", number, out, last.wait(), before, last.said)


def make_images(folder: Path, count: int) -> None:
    """Draw so many small pictures, each another."""
    folder.mkdir(parents=True)
    numbers = np.random.default_rng(4)
    for number in range(count):
        rough = numbers.normal(0, 3 + number, (64, 64, 3)).cumsum(1)
        Image.fromarray(np.clip(rough + 128, 0, 255).astype(np.uint8)).save(folder / f"{number:02d}.png")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--full", type=int, default=60)
    parser.add_argument("--pairs", type=int, default=6)
    parser.add_argument("--images", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--work", type=Path, help="where the runs are written (default: a temporary folder)")
    chosen = parser.parse_args()
    # Before the first fork, so that no child loads them again; nothing of them has begun a thread by then.
    import torch  # noqa: F401

    import vaelab.cli.commands
    import vaelab.engine.runner  # noqa: F401

    with tempfile.TemporaryDirectory(dir=chosen.work) as name:
        work = Path(name)
        make_images(work / "images", chosen.images)
        trials = Trials(work, work / "images", chosen.seed)
        print(f"undisturbed runs: {', '.join(f'{seconds:.1f} s' for seconds in trials.seconds)}", flush=True)
        for part, count in (
            (trials.pairs, chosen.pairs),
            (trials.full_disks, chosen.full),
            (trials.kills, chosen.kills),
        ):
            part(count)
            print({**trials.tried}, "bad:", {**trials.bad}, flush=True)
    print(f"\n{'tried':42} times")
    for what, times in trials.tried.items():
        print(f"{what:42} {times}")
    print(f"{'did not hold':42} {sum(trials.bad.values())} {dict(trials.bad) or ''}")
    return 1 if trials.bad else 0


if __name__ == "__main__":
    sys.exit(main())
