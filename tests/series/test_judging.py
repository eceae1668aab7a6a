import datetime as dt

import pytest

from recon.testing import claim


def of(value=None, day=2, *, printed=None, by="Harbour Office", doc=None, **known):
    """A claim of May 2031 by a named origin, in a document of its own day and origin unless one is given."""
    published = dt.date(2031, 5, printed or day)
    as_of = dt.date(2031, 5, day)
    known = {"as_of_start": as_of, "as_of_end": as_of, "step": 1.0, **known}
    return claim(value, doc=doc or f"{by}-{published.day}", published=published, origin=by, **known)


RANGE = {"bound": "range"}
CASES = {
    "restated": [
        (of(340, 2), of(340, 3, by="Varn Post")),
        (of(340, 2), of(340, 2, doc="other")),
        (of(340, 2, bound="at_least"), of(340, 2, printed=3, by="Varn Post")),
        (of(2600, 2), of(2600, 5, by="Coastal Radio", bound="about")),
    ],
    "same": [
        (of(53, 2), of(53, 2, by="Varn Post")),
        (of(53, 2, doc="page"), of(53, 2, doc="page", start=90)),
        (of(67, 2, by=""), of(67, 2, by="Varn Post", bound="at_least")),
    ],
    "rounded": [
        (of(10_400, 2), of(10_000, 3, by="Varn Post", bound="more_than")),
        (of(150, 2, bound="more_than"), of(152, 3, by="Varn Post")),
        (of(6_480, 2), of(6_500, 3, by="Varn Post", bound="about")),
    ],
    "forecast_of": [
        (of(5_000, 2, status="forecast", bound="at_most"), of(3_000, 3, by="Varn Post", bound="at_least")),
        (of(400, 2, status="forecast"), of(400, 9, by="Varn Post")),
        (of(90, 2, status="planned"), of(70, 4)),
    ],
    "agrees": [
        (of(5_000, 2, bound="at_most"), of(3_000, 3, by="Varn Post", bound="at_least")),
        (of(None, 2, low=100.0, high=200.0, **RANGE), of(None, 3, by="Varn Post", low=80.0, high=150.0, **RANGE)),
        (of(20, 2, bound="at_most"), of(14, 3, by="Varn Post")),
    ],
    "revised_down": [
        (of(340, 2), of(290, 4)),
        (of(5_300, 2, bound="about"), of(4_000, 4, bound="about")),
        (of(60, 2, bound="at_least"), of(44, 3)),
    ],
    "updated": [
        (of(36, 2), of(53, 3, by="Varn Post")),
        (of(900, 2, bound="more_than"), of(1_300, 3, bound="more_than")),
        (of(10_000, 30, printed=2, status="forecast"), of(10_900, 30, printed=4, status="forecast")),
        (of(16, 2, bound="at_most"), of(18, 2, by="Varn Post")),
    ],
    "conflict": [
        (of(12_000, 2, bound="about"), of(3_000, 4, by="Varn Post")),
        (of(8_000, 2, doc="page"), of(6_000, 2, doc="page", by="Relief Union", bound="about")),
        (of(100, 2, bound="more_than"), of(None, 4, by="Varn Post", low=45.0, high=50.0, **RANGE)),
    ],
}


@pytest.mark.parametrize(("kind", "a", "b"), [(kind, *pair) for kind, pairs in CASES.items() for pair in pairs])
def test_each_kind(stand, kind, a, b):
    assert stand(a, b)[0] == kind


def test_the_reason_gives_the_numbers_their_bounds_and_days(stand):
    a, b = of(5_000, 2, bound="at_most"), of(3_000, 3, by="Varn Post", bound="at_least")
    assert stand(a, b) == (
        "agrees",
        "at least 3,000 on 3 May 2031 (Varn Post) is within up to 5,000 on 2 May 2031 (Harbour Office)",
    )


def test_an_origin_may_lower_its_number_another_conflicts_unless_its_words_say_so(stand):
    a, b = of(340, 2), of(290, 4, by="Varn Post")
    assert stand(a, b)[0] == "conflict"
    assert stand(a, b, lowered=True)[0] == "revised_down"


def test_one_sentence_in_two_papers_of_a_day_is_a_restatement(stand):
    a, b = of(53, 2), of(53, 2, by="Varn Post")
    assert stand(a, b, verbatim=True)[0] == "restated"


def test_ranges_that_share_only_an_end_do_not_agree(stand):
    a = of(None, 2, low=100_000.0, high=200_000.0, bound="range")
    b = of(None, 3, by="Relief Union", low=50_000.0, high=100_000.0, bound="range")
    assert stand(a, b)[0] == "conflict"


def test_small_exact_counts_are_taken_at_their_word(stand):
    assert stand(of(16, 2), of(17, 3))[0] == "updated"


def test_units_of_one_dimension_are_compared_in_one(stand):
    a = of(5, 2, kind="length", unit="kilometer", step=1.0)
    b = of(3.1, 3, by="Varn Post", kind="length", unit="mile", step=0.1)
    assert stand(a, b)[0] in {"agrees", "rounded"}


def test_of_claims_without_a_day_none_is_later(stand):
    def told(value, doc):
        days = {"published": None, "as_of_start": None, "as_of_end": None, "as_of_basis": "unknown"}
        return claim(value, doc=doc, origin="Harbour Office", step=1.0, **days)

    assert stand(told(40, "a"), told(52, "b")) == (
        "conflict",
        "40 (Harbour Office) and 52 (Harbour Office) do not meet; which was first is not known",
    )
    assert stand(told(52, "a"), told(40, "b"))[0] == "conflict"
    assert stand(told(40, "a"), told(40, "b"))[0] == "restated"
    assert stand(told(40, "a"), of(52, 3))[0] == "conflict"
