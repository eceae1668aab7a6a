"""Whose rule made each number, those that agree together, and what nobody printed marked."""

import datetime as dt

import pytest

from recon.model import Estimate, SetAside
from recon.reports.estimates import alike, estimated, estimates_text, estimates_whole
from recon.reports.layout import columns_of_text, plain

NUMBERS = {f"c{n}": f"[{n}]" for n in range(1, 40)}


def made(by, low, best, high, support=("c1",), *, day=4, aside=(), modelled=(), why="so"):
    return Estimate(
        series="s", at=dt.date(2031, 5, day), low=low, best=best, high=high, support=tuple(support), why=why, by=by,
        set_aside=tuple(SetAside(claim=claim, why=why) for claim, why in aside), modelled=tuple(modelled),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ends", "modelled", "shown"),
    [
        ((40, 40, 40), (), "40"),
        ((30, 40, 50), (), "40 (30–50)"),
        ((None, 40, None), (), "40"),
        ((40, 40, None), (), "40 (≥40)"),
        ((30, None, 50), (), "30–50"),
        ((None, None, None), (), "no number"),
        ((25, 25, 25), ("low", "best", "high"), "25 modelled"),
        ((None, 25, None), ("best",), "25 modelled"),
        ((38, 41, 47), ("low", "best", "high"), "41 modelled (38–47)"),
        ((38, 40, 47), ("low", "high"), "40 (38–47 modelled)"),
        ((40, 40, 47), ("high",), "40 (40–47 modelled)"),
        ((38, None, 47), ("low",), "38–47 modelled"),
    ],
)
def test_a_modelled_number_is_never_shown_as_a_printed_one(ends, modelled, shown):
    assert estimated(made("rule", *(end and float(end) for end in ends), modelled=modelled)) == shown


def test_only_those_of_one_day_and_of_the_same_numbers_go_together():
    one, other, later = made("a", 40, 40, 40), made("b", 40, 40, 40), made("c", 40, 40, 40, day=5)
    modelled = made("d", 40, 40, 40, modelled=("best",))
    assert [[each.by for each in group] for group in alike([one, later, other, modelled])] == [["a", "b"], ["c"], ["d"]]


def lines(*estimates, width=80, told=estimates_text):
    return list(told(estimates, NUMBERS, plain, width))


def test_few_rules_say_why_and_what_they_leave_out():
    assert lines(
        made("latest", 40, 40, 40, ["c3"], why="the newest"),
        made("range", 30, None, 40, ["c1", "c3"], why="the ends", aside=[("c2", "said again")]),
    ) == [
        "latest  2031-05-04  40  from [3]: the newest",
        "range   2031-05-04  30–40  from [1] [3]: the ends",
        "        without [2]: said again",
    ]


def test_many_rules_are_told_in_a_line_for_each_number():
    aside = [("c2", "said again")]
    assert lines(
        made("latest", 40, 40, 40, ["c3"], why="the newest"),
        made("range", 30, None, 40, ["c1", "c3"], why="the ends", aside=aside),
        made("first", 30, 30, 30, ["c1"], day=2, why="the first"),
        made("books", 40, 40, 40, ["c3"], aside=[*aside, ("c1", "older")]),
        made("votes", 40, 40, 40, ["c2", "c3"], aside=aside),
    ) == [
        "latest, books, votes  2031-05-04  40  from [3] (latest, books), [2]–[3] (votes)",
        "range                 2031-05-04  30–40  from [1] [3]: the ends",
        "first                 2031-05-02  30  from [1]: the first",
        "most                  without [2]: said again",
        "each                  sets aside more, and says why, with --explain",
    ]  # fmt: skip


def test_the_last_of_each_rule_counts_unless_all_are_wanted():
    first, last = made("latest", 30, 30, 30, day=2), made("latest", 40, 40, 40, day=4)
    assert lines(first, last) == ["latest  2031-05-04  40  from [1]: so"]
    assert lines(first, last, told=estimates_whole) == [
        "latest  2031-05-02  30  from [1]: so",
        "latest  2031-05-04  40  from [1]: so",
    ]


def test_names_of_plugins_neither_widen_the_page_nor_steer_the_terminal():
    shown = lines(*(made(f"house-rule-{n}\x1b[31m", 40, 40, 40, [f"c{2 * n}" for n in range(1, 19)]) for n in range(9)))
    assert max(map(columns_of_text, shown)) <= 80
    assert not any("\x1b" in line for line in shown)
    assert "from 18 claims" in shown[0]
