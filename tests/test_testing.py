import datetime as dt

import pytest

from recon.checks import BUILTIN
from recon.model import Finding
from recon.testing import assert_check_examples, claim, document, figures, findings, series


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
