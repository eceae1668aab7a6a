from __future__ import annotations

from collections.abc import Callable

import pytest

from recon.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 3% to $7.2bn from $7.0bn.",
        "Sales rose 3% to $7.2bn (£5.1bn) in the three months to June, from $7.0bn a year earlier.",
        "Revenue slipped 9% from £4.13bn in 2012 to £3.76bn in 2013.",
        "The price fell by more than £800 from £240,516 to £239,693.",
        "The waiting list fell from 8,214 to 7,037, or 14.3%.",
        "Contributions rose from €4.4bn to €6.2bn a year, a rise of 41%.",
        "Debt fell by $64m from $567m in May to $503m in June.",
        "Sales rose 4% in local currencies to $56bn from $50bn.",
        "Sales rose 4% a year to $56bn from $50bn.",
        "Wages rose 4%. Sales went to $56bn from $90bn.",
        "Exports rose 25% to 560 tonnes from 0 tonnes.",
    ],
)
def test_changes_that_come_out_or_are_by_another_measure_pass(text: str, find: Find) -> None:
    assert find(text, "RC203") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 13% to $7.2bn from $7.0bn.",
        "Sales rose 13% to $7.2bn (£5.1bn) in the three months to June, from $7.0bn a year earlier.",
        "Revenue slipped 29% from £4.13bn in 2012 to £3.76bn in 2013.",
        "The waiting list fell from 8,214 to 7,037, or 41.3%.",
        "Debt fell by $90m from $567m in May to $503m in June.",
        "Debt rose by $60m from $563m in May to $503m in June.",
    ],
)
def test_changes_that_do_not_come_out_are_found(text: str, find: Find) -> None:
    (found,) = find(text, "RC203")
    assert "is a change of" in found.message
    assert "leave open" in found.working
    assert len(found.figures) == 3
