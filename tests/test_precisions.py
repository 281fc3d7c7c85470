"""The table of number formats against torch's own facts, and what is read from it."""

import math

import pytest
import torch

from vaelab.device import torch_dtype
from vaelab.precisions import BY_RANGE, EXACT, HALF, PRECISIONS
from vaelab.settings import options
from vaelab.vae.files.tensor_ref import ITEM_SIZES, TensorRef, stored_dtype


@pytest.mark.parametrize("row", PRECISIONS.values(), ids=str)
def test_bits_of_each_format_are_those_that_torch_computes_with(row) -> None:
    found = torch.finfo(torch_dtype(row.name))
    assert row.size == found.bits // 8 == ITEM_SIZES[row.dtype]
    assert row.fraction <= -math.log2(found.eps)
    assert row.exponent == round(math.log2(math.log2(found.max))) + 1


def test_the_order_is_that_of_range_and_then_of_rounding() -> None:
    assert (BY_RANGE[0], EXACT, HALF) == ("fp16", "fp32", "bf16")


def test_every_format_is_offered_once_and_a_stored_dtype_has_the_name_of_the_first() -> None:
    assert options()["precision"].choices == ("auto", *PRECISIONS)
    for row in PRECISIONS.values():
        named = stored_dtype([TensorRef(None, row.dtype, (1,), 0, (1,))])
        assert named == next(each.name for each in PRECISIONS.values() if each.dtype == row.dtype)
