"""The line: folder → images → marker → codec → metrics → row → event. No Qt, and no torch until the first VAE is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from vaelab import device as devices
from vaelab.control import Control
from vaelab.engine.events import LOADING_TORCH, RunEvent, RunStarted, StageChanged
from vaelab.engine.inputs.marked_image import by_size
from vaelab.engine.inputs.read_ahead import read_ahead
from vaelab.engine.pipeline import RunPipeline
from vaelab.engine.plan import Plan, make_plan
from vaelab.engine.resume import checked
from vaelab.engine.vaes.loaded_vae import load_vaes, resolve_device
from vaelab.errors import ImageError, RecordLostError, Stopped
from vaelab.settings import RunSettings

READ_AHEAD = 4
"""Images decoded, or waiting for the codec, at any time, at least; two batches where those are larger."""


def run(settings: RunSettings, control: Control | None = None, *, resume: bool = False) -> Iterator[RunEvent]:
    """Measure every image with every VAE.

    Iterate it in the thread that is to do the work. Events come in input order: image by image, and for each image VAE by
    VAE (in batches: chunk of images by chunk, VAE by VAE, image by image).

    Args:
        settings: what to do.
        control: how to pause and stop it from elsewhere.
        resume: continue the run in ``settings.out``; if there is none, start it.

    Raises:
        UsageError, RunFolderError: when nothing can be run; ``RunFolderError`` also later, when the run folder can no longer
            be written (what was measured is in it).
    """
    control = control or Control()
    plan = make_plan(settings, resume=resume)
    with closing(plan.folder):
        if plan.done:
            yield StageChanged("Checking the images that were measured")
            plan = checked(plan, control)
        with RunPipeline(plan, control) as pipeline:
            try:
                yield from _measure(plan, pipeline, control)
                yield pipeline.finish()
            except RecordLostError as error:
                raise pipeline.rescued(error) from error


def _measure(plan: Plan, pipeline: RunPipeline, control: Control) -> Iterator[RunEvent]:
    yield RunStarted(
        plan.folder.path,
        len(plan.images),
        plan.labels,
        plan.skipped,
        plan.done,
        plan.notes,
        without_marker=plan.marker_asked != plan.settings.marker,
    )
    try:
        yield StageChanged(LOADING_TORCH)
        device = resolve_device(plan)
        yield from load_vaes(pipeline.vaes, plan, device, control)
        yield StageChanged("Loading the metrics")
        pipeline.begin(device)
        largest = devices.largest_batch(plan.settings.batch_size, device)
        chunks = list(plan.chunks(largest))
        files = (file for chunk in chunks for _, file in chunk)
        with closing(read_ahead(files, plan.preparation, max(READ_AHEAD, 2 * largest))) as images:
            for chunk in chunks:
                control.wait_while_paused()
                if control.stopping or not pipeline.working:
                    break
                marked = []
                for index, file in chunk:
                    image = pipeline.mark(index, *next(images))
                    if isinstance(image, ImageError):
                        yield from pipeline.fail_image(file, image)
                    else:
                        marked.append(image)
                groups = by_size(marked)
                yield from pipeline.choose_batches(groups)
                for vae in pipeline.working:
                    for batch in pipeline.batches(groups, vae):
                        yield from pipeline.send(batch, vae)
                pipeline.write_interim_summary()
        yield from pipeline.drain(0)
        yield from pipeline.settle()
        yield from pipeline.measure_charts()
    except (Stopped, KeyboardInterrupt):
        control.stop_now()
