"""The training itself: mean absolute error + LPIPS + a little KL, on random crops.

``train`` is a generator of events. Everything random is drawn from generators made of (seed, step), so the checkpoint needs no
random state: weights, averaged weights, optimizer and the step number are enough to go on exactly.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

import vaelab
from vaelab.arrays import Floats, Pixels
from vaelab.control import Control
from vaelab.errors import UsageError
from vaelab.resources import assets_folder
from vaelab.train.data import Corpus, all_pictures, prepare, training_batch, validation_batch
from vaelab.train.perceptual import PerceptualLoss
from vaelab.train.settings import (
    Begun,
    EpochDone,
    FileSaved,
    Halted,
    Prepared,
    TrainEvent,
    TrainSettings,
    TrainWarning,
)
from vaelab.vae.families.vaelab.linear import LinearVAE, fit_linear
from vaelab.vae.families.vaelab.mini import MiniVAE

CHECKPOINT = "checkpoint.pt"
AVERAGE_DECAY = 0.999
WARM_UP, WARM_UP_STEPS, WARM_UP_LIMIT = (
    0.05,
    200,
    0.3,
)  # the rate rises for 5 % of the steps, at least 200, at most 30 %
FIRST_RATE, LAST_RATE = 0.04, 0.001  # of the highest
CLIP = 1.0
COLLAPSED_KL = 0.01  # nats per latent value
ACTIVE_VARIANCE = 0.01  # Burda, Grosse & Salakhutdinov, "Importance Weighted Autoencoders", ICLR 2016
NOISE_STREAM = 1_000_003


def train(settings: TrainSettings, control: Control | None = None) -> Iterator[TrainEvent]:
    """Prepare the pictures, train, and write the weights into ``settings.out``.

    Args:
        settings: all of them.
        control: how to stop it from elsewhere: after the step in flight, with a checkpoint, and ``Halted`` as the last event.
    """
    settings.validate()
    control = control or Control()
    if settings.threads:
        torch.set_num_threads(settings.threads)
    settings.out.mkdir(parents=True, exist_ok=True)
    corpus = prepare(settings.images, settings.out / "cache", settings.size)
    yield Prepared(len(corpus.training), len(corpus.validation), corpus.held_out, corpus.skipped)
    linear = fit_linear(all_pictures(corpus))
    summary = {
        "data": f"{len(corpus.training)} pictures for training, {len(corpus.validation)} held out",
        "vaelab": vaelab.__version__,
    }
    if settings.kind == "linear":
        target = settings.out / "linear.safetensors"
        _write(target, lambda path: linear.save(path, summary))
        yield FileSaved(target, final=True)
        return
    training = Training(settings, corpus, linear)
    if settings.resume:
        training.restore()
    yield Begun(training.step, settings.steps)
    yield from training.run(control)
    if training.step < settings.steps:
        return
    target = settings.out / "mini.safetensors"
    _write(target, lambda path: training.averaged.save(path, summary | settings.as_text()))
    yield FileSaved(target, final=True)


class Training:
    """The state of one training run: weights, averaged weights, optimizer, step."""

    def __init__(self, settings: TrainSettings, corpus: Corpus, linear: LinearVAE) -> None:
        self.settings, self.corpus, self.step = settings, corpus, 0
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(settings.seed)
            model = MiniVAE.load(settings.start) if settings.start else MiniVAE(linear)
        self.model = model.to(memory_format=torch.channels_last).train()
        self.average = AveragedModel(self.model, avg_fn=_average, use_buffers=False)
        features = assets_folder() / "weights" / "lpips_alexnet" / "features.safetensors"
        self.perceptual = PerceptualLoss(features).to(memory_format=torch.channels_last)
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(),
            lr=settings.learning_rate,
            betas=(0.9, 0.99),
            weight_decay=0.01,
            fused=True,
        )
        self.validation = to_tensor(validation_batch(corpus, settings.seed, settings.size))

    @property
    def averaged(self) -> MiniVAE:
        """The model with exponentially averaged weights, which is the one to use."""
        return cast(MiniVAE, self.average.module)

    def run(self, control: Control | None = None) -> Iterator[TrainEvent]:
        """Train up to the last step, or until it is to stop; a row, warnings and a checkpoint after each epoch."""
        control = control or Control()
        sums, count, begun = np.zeros(4), 0, time.perf_counter()
        while self.step < self.settings.steps:
            if control.stopping:
                _write(self.settings.out / CHECKPOINT, self._save)
                yield Halted(self.step, self.settings.steps, self.settings.out / CHECKPOINT)
                return
            sums += self.advance()
            count += 1
            if self.step % self.settings.epoch and self.step < self.settings.steps:
                continue
            seconds = (time.perf_counter() - begun) / count
            row = self._row(sums / count, seconds)
            yield row
            yield from collapse(row)
            _write(self.settings.out / CHECKPOINT, self._save)
            yield FileSaved(self.settings.out / CHECKPOINT, final=False)
            sums, count, begun = np.zeros(4), 0, time.perf_counter()

    def advance(self) -> Floats:
        """One optimizer step; returns mean absolute error, LPIPS, KL and total loss."""
        settings = self.settings
        crops = to_tensor(
            training_batch(self.corpus, settings.seed, self.step, settings.batch, settings.size)
        )
        for group in self.optimizer.param_groups:
            group["lr"] = settings.learning_rate * rate(self.step, settings.steps)
        noise = torch.Generator().manual_seed(settings.seed * NOISE_STREAM + self.step)
        with torch.autocast("cpu", torch.bfloat16):
            mean, logvar = self.model.encode(crops)
            z = mean + torch.exp(0.5 * logvar) * torch.randn(mean.shape, generator=noise)
            picture = self.model.decode(z)
            perceptual = self.perceptual(picture, crops).mean()
        reconstruction = (picture - crops).abs().mean()
        kl = kl_divergence(mean.float(), logvar.float()).mean()
        total = reconstruction + settings.lpips_weight * perceptual + settings.kl_weight * kl
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.average.update_parameters(self.model)
        self.step += 1
        values = torch.stack([reconstruction, perceptual, kl, total]).detach()
        return np.asarray(values.double().numpy())

    def _row(self, means: Floats, seconds: float) -> EpochDone:
        psnr, lpips, active = evaluate(self.averaged, self.perceptual, self.validation)
        reconstruction, perceptual, kl, total = (float(value) for value in means)
        return EpochDone(
            step=self.step,
            steps=self.settings.steps,
            reconstruction=reconstruction,
            lpips=perceptual,
            kl=kl,
            total=total,
            validation_psnr=psnr,
            validation_lpips=lpips,
            active_channels=active,
            channels=self.model.latent_channels,
            seconds_per_step=seconds,
            learning_rate=self.optimizer.param_groups[0]["lr"],
        )

    def _save(self, path: Path) -> None:
        state = {
            "fingerprint": self.settings.fingerprint(),
            "pictures": self.corpus.digest(),
            "step": self.step,
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, path)

    def restore(self) -> None:
        """Go on from the checkpoint; refuses one that was made with other settings."""
        path = self.settings.out / CHECKPOINT
        if not path.is_file():
            raise UsageError(f"There is no {CHECKPOINT} in {self.settings.out} to resume from.")
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        if state["fingerprint"] != self.settings.fingerprint():
            raise UsageError(
                f"{path} was made with other settings: resume with the same, or use a new folder."
            )
        if state["pictures"] != self.corpus.digest():
            raise UsageError(
                f"{path} was made with other pictures: resume with the same, or use a new folder."
            )
        self.step = state["step"]
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])


def to_tensor(crops: Pixels) -> Tensor:
    """Pictures (N, 3, H, W) in [-1, 1], channels last in memory, from uint8 RGB (N, H, W, 3)."""
    return torch.from_numpy(crops).permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)


def kl_divergence(mean: Tensor, logvar: Tensor) -> Tensor:
    """KL(N(mean, exp(logvar)) || N(0, 1)) of every latent value, in nats."""
    return 0.5 * (mean.square() + logvar.exp() - 1.0 - logvar)


def rate(step: int, steps: int) -> float:
    """The one-cycle schedule, as a share of the highest learning rate: cosine up, cosine down (Smith & Topin 2018)."""
    rising = max(1.0, min(WARM_UP_LIMIT * steps, max(WARM_UP * steps, WARM_UP_STEPS)))
    if step < rising:
        return FIRST_RATE + (1 - FIRST_RATE) * 0.5 * (1 - math.cos(math.pi * step / rising))
    done = (step - rising) / max(1.0, steps - rising)
    return LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))


@torch.no_grad()
def evaluate(
    model: MiniVAE | LinearVAE, perceptual: PerceptualLoss, pictures: Tensor
) -> tuple[float, float, int]:
    """Mean PSNR in dB and mean LPIPS after 8-bit rounding, and the number of active channels; the posterior's mean is decoded."""
    mean, _ = model.encode(pictures)
    decoded = model.decode(mean).clamp(-1, 1).add(1).mul(127.5).round().div(127.5).sub(1)
    errors = (decoded - pictures).square().mean(dim=(1, 2, 3)).clamp_min(1e-12)
    psnr = (10 * torch.log10(4.0 / errors)).mean().item()
    # Each place of each crop is one input: a channel is active if its posterior mean differs between them.
    variance = mean.transpose(0, 1).flatten(1).var(dim=1)
    return psnr, perceptual(decoded, pictures).mean().item(), int((variance > ACTIVE_VARIANCE).sum())


def collapse(row: EpochDone) -> Iterator[TrainWarning]:
    """Say in words what is wrong with an epoch: a loss that is no number, or a posterior that carries nothing."""
    if not math.isfinite(row.total):
        yield TrainWarning("The loss is no longer a number: lower the learning rate and start again.")
    if row.kl < COLLAPSED_KL:
        yield TrainWarning(
            f"Posterior collapse: {row.kl:.4f} nats per latent value; the latents carry almost nothing. Lower the KL weight."
        )
    elif row.active_channels < row.channels / 2:
        yield TrainWarning(
            f"Posterior collapse: only {row.active_channels} of {row.channels} latent channels are active. Lower the KL weight."
        )


def _average(averaged: Tensor, current: Tensor, count: Tensor | int) -> Tensor:
    """Exponential moving average whose decay rises from zero, so that the start is forgotten soon."""
    done = int(count)
    decay = min(AVERAGE_DECAY, (1 + done) / (10 + done))
    return averaged + (current - averaged) * (1 - decay)


def _write(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file by way of a neighbour, so that it is never seen half done."""
    part = path.with_name(path.name + ".part")
    write(part)
    part.replace(path)
