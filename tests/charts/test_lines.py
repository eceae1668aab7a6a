"""Estimates as lines in steps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from recon.charts.axes import milliseconds
from recon.charts.lines import lines, spans
from recon.model import Estimate
from recon.reconcilers import Latest, Range
from recon.testing import DAY, claim, series

CLAIMS = series(
    [
        claim(40, doc="a.txt", bound="at_least", chain=("A", "Army")),
        claim(60, doc="b.txt", published=DAY + dt.timedelta(days=2), chain=("A", "Police")),
    ]
)


def estimate(**known):
    support = tuple(each.id for each in CLAIMS.claims)
    defaults = {
        "series": "series",
        "at": DAY,
        "low": None,
        "best": None,
        "high": None,
        "support": support,
        "why": "",
        "by": "x",
    }
    return Estimate(**{**defaults, **known})  # fmt: skip


def test_a_reconciler_that_gives_a_number_nobody_printed_is_modelled():
    (told,) = lines(CLAIMS, [estimate(best=40.0), estimate(best=60.0, at=DAY + dt.timedelta(days=2))])
    assert (told.modelled, told.label) == (False, "x")
    (told,) = lines(CLAIMS, [estimate(best=40.0), estimate(best=51.0, at=DAY + dt.timedelta(days=2))])
    assert (told.modelled, told.label) == (True, "x, modelled")
    (told,) = lines(CLAIMS, [estimate(best=40.0, low=38.5, high=60.0)])
    assert told.modelled, "an end is a number too"
    (told,) = lines(CLAIMS, [estimate(best=40.0, support=(CLAIMS.claims[1].id,))])
    assert told.modelled, "and it is the support that prints it"


def test_what_the_rules_say_is_printed():
    for rule in (Latest(), Range()):
        (told,) = lines(CLAIMS, [replace(one, by=rule.name) for one in rule.reconcile(CLAIMS)])
        assert not told.modelled


def test_an_estimate_holds_until_the_next_and_the_last_until_the_end():
    (line,) = lines(CLAIMS, [estimate(best=60.0, at=DAY + dt.timedelta(days=2)), estimate(best=40.0)])
    first, second = spans(line, milliseconds(DAY + dt.timedelta(days=5)))
    assert (first.step.best, first.until) == (40.0, milliseconds(DAY + dt.timedelta(days=2)))
    assert (second.step.best, second.until) == (60.0, milliseconds(DAY + dt.timedelta(days=5)))
    assert first.run == second.run


def test_a_line_has_a_gap_where_there_is_no_best():
    days = [DAY + dt.timedelta(days=place) for place in range(3)]
    (line,) = lines(CLAIMS, [estimate(best=best, at=day) for best, day in zip([40.0, None, 60.0], days, strict=True)])
    assert len({span.run for span in spans(line, milliseconds(DAY)) if span.step.best is not None}) == 2


def test_a_side_that_is_open_has_a_band_only_where_no_line_says_it():
    (band,) = spans(lines(CLAIMS, [estimate(low=40.0)])[0], 0)
    assert band.open
    assert not band.closed
    (line,) = spans(lines(CLAIMS, [estimate(low=40.0, best=40.0)])[0], 0)
    assert not line.open
    (both,) = spans(lines(CLAIMS, [estimate(low=40.0, high=60.0)])[0], 0)
    assert both.closed
    (point,) = spans(lines(CLAIMS, [estimate(low=40.0, best=40.0, high=40.0)])[0], 0)
    assert not point.closed


def test_an_estimate_without_a_day_is_on_no_line():
    assert lines(CLAIMS, [estimate(best=40.0, at=None)]) == ()
