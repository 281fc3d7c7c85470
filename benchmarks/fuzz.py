"""Hostile files against the code that sniffs and reads headers, for as many minutes as asked.

    nice python benchmarks/fuzz.py [--minutes 10] [--seed 0] [--keep FOLDER]

Every file must give a description or one sentence: no other exception, no file that takes over five seconds (of processor time),
and never more than 200 MB of memory above what the process took before it (hypothesis keeps much of what it has drawn).
hypothesis shrinks what it finds; the bytes are kept in FOLDER. Linux only, for the peak of a process' memory.
"""

from __future__ import annotations

import argparse
import ctypes
import faulthandler
import gc
import io
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis.strategies import SearchStrategy

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from hostile import fuzz_bytes, pickle_bombs

from vaelab.errors import VAEError
from vaelab.vae.families.detect import detect
from vaelab.vae.files.header import sniff
from vaelab.vae.files.source import open_source

LIMIT_MB = 200
LIMIT_SECONDS = 5
_ROUND = 300


def memory_mb(what: str) -> float:
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(what)) * 1024 / 1e6


class Examiner:
    """Reads one file after the other and holds each to the limits."""

    def __init__(self, folder: Path, keep: Path | None) -> None:
        gc.collect()
        self.start = memory_mb("VmRSS")
        self.peak, self.last, self.slowest = 0.0, 0.0, 0.0
        self.files: Counter[str] = Counter()
        self._folder, self._keep = folder, keep
        self._trim = ctypes.CDLL("libc.so.6").malloc_trim

    def examine(self, data: bytes, kind: str) -> None:
        path = self._folder / ("x.safetensors.index.json" if kind == "index" else "x.bin")
        path.write_bytes(data)
        # What earlier files took and gave back is the allocator's, and would hide what this one takes.
        self._trim(0)
        start = memory_mb("VmRSS")
        Path("/proc/self/clear_refs").write_text("5")
        begin = time.process_time()
        try:
            outcome = self._read(path)
        except Exception:
            if self._keep is not None:
                (self._keep / f"{kind.replace('/', ' ')}.bin").write_bytes(data)
            raise
        seconds, peak = time.process_time() - begin, memory_mb("VmHWM") - start
        self.files[f"{kind}: {outcome}"] += 1
        self.peak, self.last, self.slowest = max(self.peak, peak), peak, max(self.slowest, seconds)
        if (peak > LIMIT_MB or seconds > LIMIT_SECONDS) and self._keep is not None:
            (self._keep / f"{kind.replace('/', ' ')}.bin").write_bytes(data)
        assert peak < LIMIT_MB, f"{peak:.0f} MB"
        assert seconds < LIMIT_SECONDS, f"{seconds:.1f} s"

    @staticmethod
    def _read(path: Path) -> str:
        outcome = "refused"
        try:
            sniff(path)
            source = open_source(path)
            outcome = "header read"
            size = path.stat().st_size
            for name, reference in source.tensors.items():
                assert 0 <= reference.offset <= size, name
                assert reference.offset + reference.extent <= size, name
            detect(source)
        except VAEError as error:
            sentence = str(error)
        else:
            return "recognized"
        assert "\n" not in sentence, "more than one line"
        assert len(sentence) < 3000, "an endless sentence"
        return outcome


def torch_seeds() -> list[bytes]:
    """Whole files of every container, as PyTorch and safetensors write them."""
    import torch
    from safetensors.torch import save

    state = {
        "decoder.conv_in.weight": torch.zeros(4, 4, 1, 1),
        "encoder.conv_in.weight": torch.zeros(4, 3, 3, 3).half(),
    }
    found = [save(state)]
    for new in (True, False):
        for content in (state, {"state_dict": state, "epoch": 3, "callbacks": {"a": [1.0, None]}}):
            file = io.BytesIO()
            torch.save(content, file, _use_new_zipfile_serialization=new)
            found.append(file.getvalue())
    script = io.BytesIO()
    torch.jit.save(torch.jit.trace(torch.nn.Conv2d(1, 1, 1), torch.zeros(1, 1, 2, 2)), script)
    return [*found, script.getvalue()]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    if chosen.keep is not None:
        chosen.keep.mkdir(parents=True, exist_ok=True)
    strategies: dict[str, SearchStrategy[bytes]] = {
        "safetensors": fuzz_bytes.safetensors(),
        "pickle": fuzz_bytes.pickles(),
        "bomb": fuzz_bytes.bombs(),
        "text": fuzz_bytes.TEXTS,
        "index": fuzz_bytes.indices(),
        "mutated": fuzz_bytes.mutated(torch_seeds()),
    }
    end = time.monotonic() + 60 * chosen.minutes
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        examiner = Examiner(Path(folder), chosen.keep)
        print(
            f"{examiner.start:.0f} MB at the start, {LIMIT_MB} MB more allowed, seed {chosen.seed}",
            flush=True,
        )
        for scale in (1.0, 1.5):
            for name, make in fuzz_bytes.large(scale).items():
                examiner.examine(make(), name)
                print(f"  {name}, {scale} times the limit: +{examiner.last:.0f} MB", flush=True)
        for name, make in pickle_bombs.bombs().items():
            examiner.examine(make(), name)
            print(f"  {name}: +{examiner.last:.0f} MB", flush=True)
        rounds = 0
        while time.monotonic() < end:
            faulthandler.dump_traceback_later(300, exit=True)  # a hang names itself
            kind = chance.choice(list(strategies))

            @seeded(chance.getrandbits(32))
            @settings(
                max_examples=_ROUND,
                deadline=None,
                database=None,
                phases=(Phase.generate, Phase.shrink),
                suppress_health_check=list(HealthCheck),
            )
            @given(data=strategies[kind])
            def attack(data: bytes) -> None:
                examiner.examine(data, kind)  # noqa: B023 - it runs at once

            attack()
            rounds += 1
            if rounds % 50 == 0:
                done = sum(examiner.files.values())
                print(f"{done} files, +{examiner.peak:.0f} MB, {examiner.slowest:.1f} s at most", flush=True)
        faulthandler.cancel_dump_traceback_later()
    for outcome, count in sorted(examiner.files.items()):
        print(f"  {outcome}: {count}")
    done = sum(examiner.files.values())
    print(f"{done} files without a failure: +{examiner.peak:.0f} MB, {examiner.slowest:.1f} s at most")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
