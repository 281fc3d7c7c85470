"""When an image or a VAE is given up: decisions alone, without threads, files or a codec."""

from __future__ import annotations

import numpy as np
import pytest

from vaelab.engine.failure_policy import (
    FAILURES_AT_START,
    FailureRecord,
    changed_since,
    ends_vae,
    is_retried_one_by_one,
    overflow,
    reason,
)
from vaelab.errors import ImageError, OutOfMemoryError, VAEError
from vaelab.images import LoadedImage

TOO_LARGE = OutOfMemoryError("out of memory", remedies=("tiling",))


@pytest.mark.parametrize(
    ("error", "images", "expected"),
    [
        (RuntimeError("one strange image"), 2, True),
        (ImageError("one strange image"), 2, True),
        (TOO_LARGE, 2, True),
        (VAEError("its weights are broken"), 2, False),
        (RuntimeError("one strange image"), 1, False),
    ],
)
def test_a_batch_is_tried_one_by_one_unless_the_vae_itself_cannot_go_on(
    error: Exception, images: int, expected: bool
) -> None:
    assert is_retried_one_by_one(error, images) is expected


def test_a_vae_that_never_succeeded_ends_after_three_images_and_one_that_did_never() -> None:
    error = RuntimeError("no")
    for succeeded, expected in ((False, [False, False, True]), (True, [False] * 3)):
        record, ended = FailureRecord(succeeded=succeeded), []
        for _ in range(FAILURES_AT_START):
            record = record.after_error(error)
            ended.append(ends_vae(error, record))
        assert ended == expected


def test_its_own_error_ends_a_vae_at_once_and_a_lack_of_memory_does_not() -> None:
    seasoned = FailureRecord(failures=9, succeeded=True)
    assert ends_vae(VAEError("its weights are broken"), seasoned)
    assert not ends_vae(TOO_LARGE, FailureRecord(failures=9))


def test_an_image_that_cannot_be_read_is_not_the_vaes_failure() -> None:
    assert FailureRecord().after_error(ImageError("no image")).failures == 0


def test_lack_of_memory_is_remembered_as_the_reason_and_given_up_for_after_three() -> None:
    record = FailureRecord()
    for number in range(1, FAILURES_AT_START + 1):
        assert record.why_given_up() is None
        record = record.after_error(TOO_LARGE)
        assert record.failures == number
    assert record.why_given_up() is TOO_LARGE
    assert FailureRecord(1, reason=TOO_LARGE).why_given_up(failures=1) is TOO_LARGE, (
        "all of the few there were"
    )
    assert record.after_batch(1, 0, "fp32").why_given_up() is None, "it has succeeded since"


def test_pixels_that_are_not_finite_count_as_failures_with_what_may_cure_them() -> None:
    record = FailureRecord().after_batch(4, 3, "fp16")
    assert (record.failures, record.succeeded) == (3, True), "one of four came back"
    broken = FailureRecord().after_batch(3, 3, "fp16").why_given_up()
    assert broken is not None
    assert broken.remedies == ("bf16", "fp32")
    assert FailureRecord().after_batch(3, 3, "fp32").why_given_up() is not None
    assert overflow("fp32").remedies == ()
    program = FailureRecord().after_batch(3, 3, "fp32", is_program=True).why_given_up()
    assert str(program).endswith("the program itself returned it, so ask its author")
    assert overflow("fp16", is_program=True).remedies == ("bf16", "fp32")
    assert FailureRecord(2).after_batch(3, 0, "fp32") == FailureRecord(2, succeeded=True)


def test_what_was_written_for_people_is_said_as_it_is() -> None:
    assert reason(TOO_LARGE, "a") == "out of memory"
    assert reason(ValueError("odd"), "a") == "a failed on this image with ValueError: odd"
    assert (
        reason(ValueError("odd"), "a", "the marked image")
        == "a failed on the marked image with ValueError: odd"
    )


def test_an_image_is_refused_where_its_rows_are_of_another_file() -> None:
    loaded = LoadedImage(np.zeros((1, 1, 3), np.uint8), (), "ab", (1, 1))
    assert changed_since(loaded, None) is None
    assert changed_since(loaded, "ab") is None
    assert "was changed since the run began" in str(changed_since(loaded, "cd"))
