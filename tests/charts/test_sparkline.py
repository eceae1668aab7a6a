"""Series in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recon.charts import sparkline


@pytest.mark.parametrize(
    ("values", "width", "line"),
    [
        ([], 8, ""),
        ([5], 8, "▄"),
        ([0, 1, 2, 3, 4, 5, 6, 7], 8, "▁▂▃▄▅▆▇█"),
        ([7, None, 0], 8, "█ ▁"),
        ([None, None], 8, "  "),
        ([1, 2, 3, 4, 5, 6], 3, "▁▅█"),
        ([1, None, None, None, 9, 9], 3, "▁ █"),
        ([-5, 5], 8, "▁█"),
    ],
)
def test_a_sparkline(values, width, line):
    assert sparkline(values, width) == line


def test_a_terminal_without_blocks_gets_signs():
    assert sparkline([0, 1, 2, 3, 4, 5, 6, 7], ascii_only=True) == "_.-=+*#@"


@given(st.lists(st.none() | st.floats(-1e300, 1e300), max_size=60), st.integers(1, 40))
def test_it_is_never_too_wide_and_has_a_blank_only_where_nothing_is_known(values, width):
    line = sparkline(values, width)
    assert len(line) == min(len(values), width)
    if len(values) <= width:
        assert [char == " " for char in line] == [value is None for value in values]
