from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recon.grain import grain, interval

EFFORT = settings(max_examples=300, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        (6500, 1, 100),
        (30, 1, 1),
        (4038, 1, 2),
        (4039, 1, 1),
        (12_000, 1, 500),
        (10_000, 1, 500),
        (1000, 1, 50),
        (5000, 1, 200),
        (100, 1, 5),
        (40, 1, 2),
        (20, 1, 1),
        (19, 1, 1),
        (1.3e6, 1e5, 1e5),
        (4e6, 1e6, 1e6),
        (0.25, 0.01, 0.01),
        (2.5, 0.1, 0.1),
        (1, 1, 1),
        (0, 1, 1),
        (0, 0.1, 0.1),
        (-6500, 1, 100),
        (186, 1, 2),
    ],
)
def test_grain(value: float, step: float, expected: float) -> None:
    assert grain(value, step) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "step", "low", "high"),
    [
        (6500, 1, 6450, 6600),
        (30, 1, 29.5, 31),
        (4038, 1, 4037, 4040),
        (1.3e6, 1e5, 1.25e6, 1.4e6),
        (0, 1, -0.5, 1),
        (-20, 1, -21, -19.5),
        (-6500, 1, -6600, -6450),
    ],
)
def test_interval(value: float, step: float, low: float, high: float) -> None:
    assert interval(value, step) == pytest.approx((low, high))


@EFFORT
@given(st.integers(1, 10**9))
def test_the_grain_of_an_integer_divides_it_and_is_fine(n: int) -> None:
    size = grain(n, 1)
    assert n % size == 0
    assert size == 1 or size <= 0.05 * n
    lead = size / 10 ** math.floor(math.log10(size) + 1e-9)
    assert round(lead, 9) in (1, 2, 5)


@EFFORT
@given(
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from([1e-3, 0.01, 0.1, 0.5, 1.0, 12.0, 1e3, 1e6]),
)
def test_an_interval_holds_its_number_and_is_never_narrower_than_the_step(value: float, step: float) -> None:
    low, high = interval(value, step)
    assert low <= value <= high
    assert grain(value, step) >= step * (1 - 1e-9)


@EFFORT
@given(st.integers(1, 10**9))
def test_a_negative_number_mirrors_a_positive_one(n: int) -> None:
    low, high = interval(n, 1)
    assert interval(-n, 1) == (-high, -low)


@pytest.mark.parametrize("value", [1e-300, 1e300, 5e-324, 1.7e308])
def test_absurd_sizes_have_a_finite_grain(value: float) -> None:
    assert math.isfinite(grain(value, 1.0))
    assert math.isfinite(grain(value, value))
