"""When an image or a VAE is given up, and what is said of it. No threads and no files: a decision follows from what happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from vaelab.engine.vaes.precision_ladder import wider
from vaelab.errors import ImageError, OutOfMemoryError, VAEError, VAELabError
from vaelab.images import LoadedImage
from vaelab.precisions import PRECISIONS

FAILURES_AT_START: Final = 3
"""A VAE that has failed on so many images, and has never succeeded, is broken itself."""


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """How a VAE has fared in a run so far; frozen, each outcome makes a new one.

    Attributes:
        failures: images it failed on.
        succeeded: whether it has ever given a reconstruction.
        reason: why it failed on the last of these images, where the reason may be the VAE itself.
    """

    failures: int = 0
    succeeded: bool = False
    reason: VAEError | None = None

    def after_batch(
        self, images: int, overflows: int, precision: str, *, is_program: bool = False
    ) -> FailureRecord:
        """Count a batch that came back: of so many images, with so many whose pixels are NaN or Inf."""
        succeeded = self.succeeded or overflows < images
        if not overflows:
            return replace(self, succeeded=succeeded)
        return FailureRecord(self.failures + overflows, succeeded, overflow(precision, is_program=is_program))

    def after_error(self, error: Exception) -> FailureRecord:
        """Count an image that a VAE failed on."""
        failures = self.failures + (not isinstance(error, ImageError))
        return replace(
            self, failures=failures, reason=error if isinstance(error, OutOfMemoryError) else self.reason
        )

    def why_given_up(self, failures: int = FAILURES_AT_START) -> VAEError | None:
        """Return why the VAE is to be taken out, having failed so often and never succeeded; None where it goes on."""
        return self.reason if not self.succeeded and self.failures >= failures else None


def is_retried_one_by_one(error: Exception, images: int) -> bool:
    """Whether the images of a batch are tried one by one after an error, so that only the bad one fails."""
    return images > 1 and not _is_fatal(error)


def ends_vae(error: Exception, record: FailureRecord) -> bool:
    """Whether an error on a single image takes the VAE out of the run at once.

    Args:
        error: what the VAE raised.
        record: of the VAE, this error counted.
    """
    if isinstance(error, OutOfMemoryError):
        return False
    return _is_fatal(error) or (not record.succeeded and record.failures >= FAILURES_AT_START)


def reason(error: Exception, label: str, what: str = "this image") -> str:
    """Return why there is no result of an image, in a sentence for its row."""
    if isinstance(error, VAELabError):  # written for people already
        return str(error)
    return f"{label} failed on {what} with {type(error).__name__}: {error}"


def changed_since(loaded: LoadedImage, sha256: str | None) -> ImageError | None:
    """Return why an image is not measured whose file is another than its earlier rows are of; None where it is the same.

    Args:
        loaded: as it is now.
        sha256: of the file that the rows of an interrupted run were measured on, None where there are none.
    """
    if sha256 is None or sha256 == loaded.sha256:
        return None
    return ImageError(
        "the file was changed since the run began, and the rows that it has are of the old picture: put that back, or "
        "measure the new one in a new run"
    )


def overflow(precision: str, *, is_program: bool = False) -> VAEError:
    """Return what is said of a VAE whose output is not finite in a precision, and what may cure it.

    Args:
        precision: that it ran in.
        is_program: whether it is its author's program, which may compute NaN from weights that are whole, or have none.
    """
    cures = wider(precision)
    name = PRECISIONS[precision].dtype if precision in PRECISIONS else "its numbers"
    if cures:
        return VAEError(
            f"its output became NaN in {name}: many VAEs, those of SDXL for example, overflow in half precision; "
            f"run it in {' or '.join(cures)}",
            remedies=cures,
        )
    if is_program:
        return VAEError(f"its output became NaN in {name}: the program itself returned it, so ask its author")
    return VAEError(f"its output became NaN in {name}: its weights are broken, so download them again")


def _is_fatal(error: Exception) -> bool:
    """An error of the VAE itself and not of one image: it cannot go on."""
    return isinstance(error, VAEError) and not isinstance(error, OutOfMemoryError)
