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
    assert "is a rise of" in found.message or "is a fall of" in found.message
    assert "leave open" in found.working
    assert len(found.figures) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Output slipped to 450 tonnes, down 10% from 500 tonnes.",
        "The rate rose by 0.25 percentage points to 4.75% from 4.5%.",
        "Support slipped from 48% to 41%, a fall of seven points.",
        "Support rose 50% from 4% to 6%.",
        "Burglaries fell by a third to 400 from 600.",
        "House prices rose from £150,000 to £165,000, a 10% increase.",
        "The single crept up from 16 to 15 in the charts.",
        "The dollar rose to $1.29 from $1.30 against the pound.",
        "Losses were cut to $8m from $12m.",
        "Output grew 15.7% in the year, down from 23%, and inflation slowed to 4.3%.",
    ],
)
def test_points_shares_and_directions_that_come_out_pass(text: str, find: Find) -> None:
    assert find(text, "RC203") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Output slipped to 450 tonnes, down 30% from 500 tonnes.", 'is a fall of 10%, not one of "30%"'),
        ("The rate rose by 0.75 percentage points to 4.75% from 4.5%.", "is a rise of 0.25 points, not one of"),
        ("Exports fell 12% to 560 tonnes from 500 tonnes.", 'is a rise of 12%, not a fall of "12%"'),
        ("Burglaries fell by a third to 300 from 600.", "is a fall of 50%"),
        ("House prices rose from £150,000 to £165,000, a 30% increase.", "is a rise of 10%"),
        ("The number of visitors rose from 5,000 to 4,000.", "is a fall, not a rise"),
        ("The toll increased by 21 to 62 from 50.", "is a rise of 12"),
    ],
)
def test_the_message_says_which_way_and_how_far(text: str, says: str, find: Find) -> None:
    (found,) = find(text, "RC203")
    assert says in found.message
