import pytest

from recon.evidence.numbers import slip, standing

STANDINGS = [
    ("3,000 people", "3,000 people", "equal"),
    ("about 3,000 people", "about 3,000 people", "equal"),
    ("a dozen people", "12 people", "equal"),
    ("more than 3,000 people", "3,100 people", "implied"),
    ("more than 3,000 people", "2,990 people", "apart"),
    ("more than 3,000 people", "9,000 people", "apart"),
    ("at least 12 people", "12 people", "implied"),
    ("up to 500 people", "480 people", "implied"),
    ("dozens of people", "63 people", "implied"),
    ("20 to 30 people", "24 people", "implied"),
    ("3,000 people", "about 3,000 people", "hedged"),
    ("12 people", "at least 12 people", "hedged"),
    ("6,500 people", "6,480 people", "rounded"),
    ("nearly 5,000 people", "4,870 people", "rounded"),
    ("about 40 people", "41 people", "rounded"),
    ("61 percent", "61.4 percent", "rounded"),
    ("6,480 people", "about 6,500 people", "coarser"),
    ("40 miles", "64 kilometers", "converted"),
    ("about a third", "34 percent", "rounded"),
    ("3,400 people", "more than 3,000 people", "room"),
    ("60 people", "50 to 70 people", "room"),
    ("12 people", "13 people", "apart"),
    ("240 people", "310 people", "apart"),
    ("61 percent", "63 percent", "apart"),
    ("6,500 miles", "6,500 kilometers", "apart"),
]


@pytest.mark.parametrize(("draft", "evidence", "wanted"), STANDINGS)
def test_how_numbers_stand(claims, draft, evidence, wanted):
    (mine,), (theirs,) = claims(f"It was {draft}."), claims(f"It was {evidence}.")
    assert standing(mine, theirs) == wanted


def test_what_has_no_dimension_in_common_does_not_stand(claims):
    (mine,), (theirs,) = claims("It was 12 miles."), claims("It was 12 tonnes.")
    assert standing(mine, theirs) is None


SLIPS = [
    ("6,500 miles", "6,500 kilometers", "unit"),
    ("6 percent", "6 percentage points", "unit"),
    ("$4 million", "€4 million", "unit"),
    ("12 million people", "12 billion people", "magnitude"),
    ("1,200 people", "12,000 people", "magnitude"),
    ("182 meters", "18.2 feet", "unit and magnitude"),
    ("3 people", "30 people", ""),
    ("44 people", "44 percent", ""),
    ("12 miles", "12 tonnes", ""),
    ("12 people", "13 people", ""),
]


@pytest.mark.parametrize(("draft", "evidence", "wanted"), SLIPS)
def test_what_is_off(claims, draft, evidence, wanted):
    (mine,), (theirs,) = claims(f"It was {draft}."), claims(f"It was {evidence}.")
    assert slip(mine, theirs) == wanted
