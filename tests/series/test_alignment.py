import datetime as dt
import random
from collections import Counter
from dataclasses import replace

import pytest

from recon.engine import Plan, chosen_extractor, discover, work_on
from recon.model import Document
from recon.series import align, relate
from recon.testing import claim


def of(value, day=2, *, doc, **known):
    """A claim of May 2031 in a document of that day."""
    known = {"subject": "dead", "place": "Varn", "step": 1.0, "start": 10 * day, **known}
    return claim(value, doc=doc, published=dt.date(2031, 5, day), **known)


def paper(id_, day, text, **known):
    return Document(id=id_, text=text, published=dt.date(2031, 5, day), **{"publisher": id_.title(), **known})


FLOOD = (
    paper(
        "courier",
        2,
        "VARN - At least 40 people were killed when the Ostra River broke its banks above Varn in Belmark, the mayor, "
        "Ida Holm, said on Friday. Another 120 people are missing in the flooded Ostra valley.\n",
    ),
    paper(
        "post",
        3,
        "The death toll of the flood in Varn has risen to 52, Mayor Ida Holm said on Saturday. "
        "The Ostra River is falling, and 95 people are still missing in Varn.\n",
    ),
)
FIRE = (
    paper(
        "gazette",
        3,
        "At least 52 people died in a fire at the Meridian theatre in Port Salis, Fire Chief Noor Baptiste said. "
        "Baptiste said the Meridian had two exits for an audience of 600.\n",
    ),
)


def claims_of(documents):
    return work_on(Plan(extractor=chosen_extractor(discover(), ""), attribute=True), documents).claims


def partition(series):
    return {frozenset(claim.id for claim in one.claims) for one in series}


def test_every_claim_is_in_exactly_one_series_under_its_key():
    claims = claims_of((*FLOOD, *FIRE))
    series = align(claims, (*FLOOD, *FIRE))
    assert Counter(c.id for one in series for c in one.claims) == Counter(c.id for c in claims)
    assert all(c.series == one.key for one in series for c in one.claims)
    assert len({one.key for one in series}) == len(series)


def test_one_toll_of_two_papers_is_one_series_and_the_missing_are_another():
    documents = (*FLOOD, *FIRE)
    by_text = {c.text: one for one in align(claims_of(documents), documents) for c in one.claims}
    assert {c.doc for c in by_text["40"].claims} == {"courier", "post"}
    assert [c.text for c in by_text["120"].claims] == ["120", "95"]


def test_two_stories_never_share_a_series_even_with_one_number():
    documents = (*FLOOD, *FIRE)
    for one in align(claims_of(documents), documents):
        docs = {c.doc for c in one.claims}
        assert docs <= {"courier", "post"} or docs == {"gazette"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_changes_no_series_and_no_relation(seed):
    documents = (*FLOOD, *FIRE)
    claims = list(claims_of(documents))
    shuffled = random.Random(seed).sample(claims, len(claims))
    first, second = align(claims, documents), align(shuffled, documents)
    assert partition(first) == partition(second)
    assert {(r.a, r.b, r.kind) for r in relate(first, documents)} == {
        (r.a, r.b, r.kind) for r in relate(second, documents)
    }


def test_claims_stand_by_as_of_then_publication():
    late = of(40, 2, doc="a")
    early = replace(of(12, 4, doc="b"), as_of_start=dt.date(2031, 5, 1), as_of_end=dt.date(2031, 5, 1))
    [one] = align([late, early])
    assert [c.value for c in one.claims] == [12, 40]


def test_forecasts_and_observations_are_together():
    [one] = align([of(90, 2, doc="a", status="forecast"), of(70, 5, doc="a", bound="at_least")])
    assert [c.status for c in one.claims] == ["forecast", "observed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"subject": "dead"}, {"subject": "injured"}),
        ({"subject": "missing"}, {"subject": "displaced"}),
        ({"subject": "households"}, {"subject": "families"}),
        ({"subject": "North Korean troops"}, {"subject": "officers"}),
        ({"subject": "Belmark troops"}, {"subject": "Ostrian troops"}),
        ({"place": "Libya"}, {"place": "Morocco"}),
        ({"place": "Belgium"}, {"place": "Varn"}),
        ({"subject": "crops", "kind": "money", "unit": "USD"}, {"subject": "crops", "kind": "money", "unit": "EUR"}),
        ({"measure": "total"}, {"measure": "increment", "value": 7}),
        ({}, {"as_of_start": dt.date(1998, 1, 1), "as_of_end": dt.date(1998, 12, 31)}),
        ({}, {"scope": "including the gunman", "value": 41}),
    ],
)
def test_what_is_kept_apart(one, other):
    value = other.get("value", 40)
    other = {key: given for key, given in other.items() if key != "value"}
    assert len(align([of(40, 2, doc="a", **one), of(value, 2, doc="a", **{"start": 300, **other})])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"subject": "North Korean soldiers"}, {"subject": "North Korean troops"}),
        ({"subject": "troops"}, {"subject": "North Korean troops"}),
        ({"subject": "", "noun": "deaths"}, {"subject": "dead"}),
        ({"place": "Varn County"}, {"place": "Varn"}),
        ({"place": ""}, {"place": "Varn"}),
        ({"scope": "including 40 officers"}, {}),
        ({"bound": "at_least"}, {"bound": "about"}),
    ],
)
def test_what_goes_together(one, other):
    assert len(align([of(40, 2, doc="a", **one), of(44, 3, doc="a", **other)])) == 1


def test_alone_names_the_place():
    claims = [of(40, 2, doc="a", place="Norway", scope="Varn alone"), of(44, 3, doc="a", place="Norway")]
    assert [one.title for one in align(claims)] == ["Dead in Varn", "Dead in Norway"]


def test_a_title_says_it_as_most_papers_print_it():
    known = {"subject": "belmark troops", "place": "Varn"}
    claims = [
        of(40, day, doc="a", noun=noun, **known)
        for day, noun in ((2, "Belmark troops"), (3, "Belmark troops"), (4, "men"))
    ]
    [one] = align(claims)
    assert (one.key, one.title) == ("belmark-troops-varn", "Belmark troops in Varn")


def test_numbers_of_nothing_in_particular_stay_alone():
    claims = [of(40, 2, doc="a", subject="", noun="", place=""), of(44, 2, doc="a", subject="", noun="", place="")]
    assert len(align(claims)) == 2


def test_keys_and_titles_are_readable_and_told_apart():
    claims = [
        of(5, 2, doc="a", subject="dead", place="Norway"),
        of(7, 2, doc="a", subject="dead", place="Norway", scope="including the gunman"),
    ]
    series = align(claims)
    assert [one.key for one in series] == ["dead-norway", "dead-norway-2"]
    assert series[0].title == "Dead in Norway"


def test_a_count_far_below_its_neighbour_is_a_part_of_it():
    series = align([of(14, 2, doc="a"), of(3_000, 2, doc="a", start=90), of(3_200, 3, doc="a")])
    assert sorted(len(one.claims) for one in series) == [1, 2]
    assert [r.kind for r in relate(series) if r.a.endswith(":20-22")] == ["part_of", "part_of"]


def test_no_claims_make_no_series():
    assert align([]) == ()
    assert relate(()) == ()
