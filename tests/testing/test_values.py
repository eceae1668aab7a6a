import datetime as dt
from dataclasses import asdict, dataclass, replace

import pytest

from recon.checks import BUILTIN
from recon.model import Estimate, Finding
from recon.testing import assert_check_examples, claim, document, estimates, figures, findings, series


def test_a_document_has_what_it_is_not_given():
    made = document("Text.", publisher="Post")
    assert (made.text, made.publisher, made.published) == ("Text.", "Post", dt.date(2024, 1, 15))


def test_a_claim_follows_from_little():
    made = claim(3000, bound="at_least", start=7, chain=("Post", "the mayor"))
    assert (made.text, made.id, made.low, made.high) == ("3,000", "a.txt#body:7-12", 3000, None)
    assert (made.said_by, made.origin, made.origin_basis) == ("the mayor", "the mayor", "named")
    assert (made.as_of_start, made.as_of_basis) == (made.published, "published")


def test_a_series_orders_its_claims():
    late, early = claim(2, start=5, published=dt.date(2024, 2, 2)), claim(1)
    made = series([late, early], key="k")
    assert [one.value for one in made.claims] == [1, 2]
    assert {one.series for one in made.claims} == {"k"}


def test_figures_are_those_of_the_own_extractor():
    assert [figure.value for figure in figures("About 30 people died.")] == [30]


@pytest.mark.parametrize("check", BUILTIN, ids=lambda check: check.code)
def test_the_examples_of_the_own_checks_hold(check):
    assert_check_examples(check)


class Loud:
    code, name, severity = "ZZ101", "loud", "warning"
    ok, not_ok = "It has 3 parts.", "It has 300 parts."

    def check(self, document, figures):
        for figure in figures:
            yield Finding(code=self.code, name=self.name, severity="warning", doc=document.id, message=figure.text)


class Mute(Loud):
    def check(self, document, figures):
        return ()


def test_a_check_whose_examples_do_not_hold_fails():
    assert len(findings(Loud(), "It has 3 parts and 4 doors.")) == 2
    with pytest.raises(AssertionError, match="finds something in its ok example"):
        assert_check_examples(Loud())
    with pytest.raises(AssertionError, match="finds nothing in its not_ok example"):
        assert_check_examples(Mute())


@dataclass(frozen=True)
class Sum:
    """What it makes is what a test says of it, for each claim."""

    name: str = "sum"
    high: float = 9.0
    least: int = 0

    def reconcile(self, series):
        for one in series.claims:
            if one.value > self.least:
                yield Estimate(
                    series=series.key, at=one.as_of_end, low=0, best=one.value, high=self.high, support=(one.id,),
                    why="so",
                )  # fmt: skip


class Learns(Sum):
    def fit(self, series):
        return Sum(least=max(claim.value for one in series for claim in one.claims) - 1)


def test_estimates_are_those_of_a_run():
    few, more = series([claim(3)], key="few"), series([claim(4), claim(5, start=9)], key="more")
    assert [(one.series, one.best, one.by) for one in estimates(Sum(), few, more)] == [
        ("few", 3, "sum"),
        ("more", 4, "sum"),
        ("more", 5, "sum"),
    ]
    assert [one.best for one in estimates(Learns(), few, more)] == [5]


def test_an_estimate_that_recon_would_leave_out_fails():
    with pytest.raises(AssertionError, match="not in order: low 0, best 3, high 1"):
        estimates(Sum(high=1.0), series([claim(3)]))


class Digits:
    name = "digits"

    def __init__(self, at=0):
        self.at = at

    def extract(self, documents):
        [read] = documents
        start = read.text.index("4") + self.at
        made = figures("40")[0]
        row = asdict(replace(made, doc=read.id, start=start, end=start + 2))
        return {name: [value] for name, value in row.items()}


def test_figures_of_another_extractor():
    assert [one.text for one in figures("Some 40 boats.", extractor=Digits())] == ["40"]
    with pytest.raises(AssertionError, match="text does not stand at its span"):
        figures("Some 40 boats.", extractor=Digits(at=1))
