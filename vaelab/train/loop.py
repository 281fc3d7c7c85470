"""The training itself: mean absolute error + LPIPS + a little KL, on random crops.

``train`` is a generator of events. Everything random is drawn from generators made of (seed, step), so the checkpoint needs no
random state: weights, averaged weights, optimizer and the step number are enough to go on exactly.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

import vaelab
from vaelab.arithmetic import use_exact_arithmetic
from vaelab.arrays import Pixels
from vaelab.control import Control
from vaelab.errors import UsageError
from vaelab.resources import assets_folder
from vaelab.train.arithmetic import Arithmetic, resolve_arithmetic
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
from vaelab.vae.noise import seeded_noise

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
    use_exact_arithmetic()
    # Before the pictures are read, which takes minutes: a device that is not there is said at once.
    arithmetic = resolve_arithmetic(settings.device, settings.precision)
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
    training = Training(settings, corpus, linear, arithmetic)
    if settings.resume:
        training.restore()
    yield Begun(training.step, settings.steps, arithmetic)
    yield from training.run(control)
    if training.step < settings.steps:
        return
    target = settings.out / "mini.safetensors"
    summary |= {"device": arithmetic.kind, "precision": arithmetic.precision, **settings.as_text()}
    _write(target, lambda path: training.averaged.save(path, summary))
    yield FileSaved(target, final=True)


class Training:
    """The state of one training run: weights, averaged weights, optimizer, step."""

    def __init__(
        self, settings: TrainSettings, corpus: Corpus, linear: LinearVAE, arithmetic: Arithmetic
    ) -> None:
        self.settings, self.corpus, self.arithmetic, self.step = settings, corpus, arithmetic, 0
        # Made on the CPU, so that a seed means the same first weights on every device.
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(settings.seed)
            model = MiniVAE.load(settings.start) if settings.start else MiniVAE(linear)
        self.model = model.to(arithmetic.device).to(memory_format=torch.channels_last).train()
        self.average = AveragedModel(self.model, multi_avg_fn=self._average, use_buffers=False)
        features = assets_folder() / "weights" / "lpips_alexnet" / "features.safetensors"
        perceptual = PerceptualLoss(features).to(arithmetic.device)
        self.perceptual = perceptual.to(memory_format=torch.channels_last)
        self.optimizer = optimizer_of(self.model, settings.learning_rate)
        crops = validation_batch(corpus, settings.seed, settings.size)
        self.validation = to_tensor(crops, arithmetic.device)

    @property
    def averaged(self) -> MiniVAE:
        """The model with exponentially averaged weights, which is the one to use."""
        return cast(MiniVAE, self.average.module)

    def run(self, control: Control | None = None) -> Iterator[TrainEvent]:
        """Train up to the last step, or until it is to stop; a row, warnings and a checkpoint after each epoch."""
        control = control or Control()
        losses: list[Tensor] = []
        begun = time.perf_counter()
        while self.step < self.settings.steps:
            if control.stopping:
                _write(self.settings.out / CHECKPOINT, self._save)
                yield Halted(self.step, self.settings.steps, self.settings.out / CHECKPOINT)
                return
            losses.append(self.advance())
            if self.step % self.settings.epoch and self.step < self.settings.steps:
                continue
            # One look at the device an epoch: asked after each step, a GPU would wait for the question.
            means = torch.stack(losses).cpu().double().mean(0)
            row = self._row(means, (time.perf_counter() - begun) / len(losses))
            yield row
            yield from collapse(row)
            _write(self.settings.out / CHECKPOINT, self._save)
            yield FileSaved(self.settings.out / CHECKPOINT, final=False)
            losses, begun = [], time.perf_counter()

    def advance(self) -> Tensor:
        """One optimizer step; returns mean absolute error, LPIPS, KL and total loss, (4,) float32 on the device."""
        settings, arithmetic = self.settings, self.arithmetic
        crops = to_tensor(
            training_batch(self.corpus, settings.seed, self.step, settings.batch, settings.size),
            arithmetic.device,
        )
        for group in self.optimizer.param_groups:
            group["lr"] = settings.learning_rate * rate(self.step, settings.steps)
        noise_seed = settings.seed * NOISE_STREAM + self.step
        with torch.autocast(arithmetic.kind, torch.bfloat16, enabled=arithmetic.precision == "bf16"):
            mean, logvar = self.model.encode(crops)
            (noise,) = seeded_noise(mean.shape, [noise_seed], like=crops)
            z = mean + torch.exp(0.5 * logvar) * noise
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
        return torch.stack([reconstruction, perceptual, kl, total]).detach()

    def _average(self, averaged: Sequence[Tensor], current: Sequence[Tensor], count: Tensor | int) -> None:
        """Exponential moving average whose decay rises from zero, so that the start is forgotten soon.

        By the step, which is what ``count`` holds: reading it would make a GPU wait.
        """
        decay = min(AVERAGE_DECAY, (1 + self.step) / (10 + self.step))
        for mean, value in zip(averaged, current, strict=True):
            mean.add_((value - mean) * (1 - decay))

    def _row(self, means: Tensor, seconds: float) -> EpochDone:
        psnr, lpips, active = evaluate(self.averaged, self.perceptual, self.validation)
        reconstruction, perceptual, kl, total = means.tolist()
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


def optimizer_of(model: MiniVAE, learning_rate: float) -> torch.optim.AdamW:
    """AdamW for a model's weights, on their device."""
    return torch.optim.AdamW(
        model.parameters(), lr=learning_rate, betas=(0.9, 0.99), weight_decay=0.01, fused=True
    )


def to_tensor(crops: Pixels, device: str = "cpu") -> Tensor:
    """Pictures (N, 3, H, W) in [-1, 1] on a device, channels last in memory, from uint8 RGB (N, H, W, 3)."""
    return torch.from_numpy(crops).to(device).permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)


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


def _write(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file by way of a neighbour, so that it is never seen half done."""
    part = path.with_name(path.name + ".part")
    write(part)
    part.replace(path)
