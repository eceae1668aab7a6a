"""Axes: where they begin and end, their ticks, and how those are written."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recon.charts.axes import days, milliseconds, numbers, tick_text

DAY = dt.date(2031, 3, 1)


@pytest.mark.parametrize(
    ("values", "scale", "log", "labels"),
    [
        ([3_000, 12_000], "linear", False, ["0", "5,000", "10,000", "15,000"]),
        ([7], "linear", False, ["0", "2", "4", "6", "8"]),
        ([0], "linear", False, ["0", "0.2", "0.4", "0.6", "0.8", "1", "1.2"]),
        ([11_900, 12_100], "linear", False, ["11,850", "11,900", "11,950", "12,000", "12,050", "12,100", "12,150"]),
        ([-5, -40], "linear", False, ["-50", "-40", "-30", "-20", "-10", "0"]),
        ([-20, 30], "linear", False, ["-30", "-20", "-10", "0", "10", "20", "30", "40"]),
        ([1.1e6, 2.3e6], "linear", False, ["0", "500,000", "1 million", "1.5 million", "2 million", "2.5 million"]),
        ([10, 4_000], "log", True, ["5", "10", "20", "50", "100", "200", "500", "1,000", "2,000", "5,000"]),
        ([10, 4_000], "auto", True, ["5", "10", "20", "50", "100", "200", "500", "1,000", "2,000", "5,000"]),
        ([3, 50_000], "log", True, ["1", "10", "100", "1,000", "10,000", "100,000"]),
        ([10, 40], "auto", False, ["0", "10", "20", "30", "40", "50"]),
        ([0, 40], "log", False, ["0", "10", "20", "30", "40", "50"]),
        ([-3, 40], "log", False, ["-10", "0", "10", "20", "30", "40", "50"]),
    ],
)  # fmt: skip
def test_an_axis_of_numbers(values, scale, log, labels):
    axis = numbers(values, scale)
    assert axis.log is log
    assert [label for (label,) in axis.labels] == labels


@given(
    st.lists(st.floats(-1e12, 1e12) | st.floats(1e-6, 1e6), min_size=1, max_size=5),
    st.sampled_from(["linear", "log", "auto"]),
)
def test_every_number_stands_on_its_axis(values, scale):
    axis = numbers(values, scale)
    assert axis.low < axis.high
    assert all(-1e-9 <= axis.at(value) <= 1 + 1e-9 for value in values)
    assert 2 <= len(axis.ticks) <= 14
    assert len(set(axis.labels)) == len(axis.labels)
    assert axis.back(axis.at(values[0])) == pytest.approx(values[0], rel=1e-6, abs=(axis.high - axis.low) * 1e-9)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (12_000, "12,000"),
        (999_999, "999,999"),
        (1_200_000, "1.2 million"),
        (-3e9, "-3 billion"),
        (5e13, "50 trillion"),
        (5e38, "5e+38"),
        (0.25, "0.25"),
    ],
)
def test_a_tick_is_written_as_the_news_does(value, text):
    assert tick_text(value) == text


@pytest.mark.parametrize(
    ("length", "labels"),
    [
        (0, ["1 Mar 2031"]),
        (3, ["1 Mar 2031", "2 Mar", "3 Mar", "4 Mar"]),
        (13, ["2 Mar 2031", "4 Mar", "6 Mar", "8 Mar", "10 Mar", "12 Mar", "14 Mar"]),
        (40, ["3 Mar 2031", "10 Mar", "17 Mar", "24 Mar", "31 Mar", "7 Apr"]),
        (200, ["Mar 2031", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]),
        (500, ["Mar 2031", "May", "Jul", "Sep", "Nov", "Jan 2032", "Mar", "May", "Jul"]),
        (2_000, ["2032", "2033", "2034", "2035", "2036"]),
        (40_000, ["2040", "2060", "2080", "2100", "2120", "2140"]),
    ],
)
def test_days_are_told_in_the_steps_of_a_calendar(length, labels):
    ticks, told = days(milliseconds(DAY), milliseconds(DAY + dt.timedelta(days=length)), 9)
    assert [" ".join(label) for label in told] == labels
    assert all(first < second for first, second in pairwise(ticks))
    assert milliseconds(DAY) <= ticks[0]
    assert ticks[-1] <= milliseconds(DAY + dt.timedelta(days=length))
