"""Who prints whose text, and what that makes of origins."""

import datetime as dt
from random import Random

import pytest

from benchmarks.syndication import made, score
from recon.engine import Plan, chosen_extractor, discover, reconcile, work_on
from recon.model import Document
from recon.series import copies

BODY = (
    "At least 45 people were missing in Varn on Friday after the dam above the town gave way. Rescue teams from the "
    "province searched the lower valley through the night, and boats were brought in from the coast to the farms "
    "that the water had cut off.\n\nThe dam held back a lake of some size, and its owner had been told to mend the "
    "spillway. A court in Orsted had ordered an inspection, which was to begin in June. Shops and schools there "
    "stayed shut, and the railway to the coast was closed.\n\nFarmers said that most of the cattle had been lost, and "
    "that the fields would not dry before the summer."
)
FIRST, SECOND, THIRD = BODY.split("\n\n")


def document(name, text, day=3, publisher=""):
    return Document(id=name, text=text, publisher=publisher or f"The {name}", published=dt.date(2031, 5, day))


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{FIRST}\n\n{SECOND}",
        f"By our own staff in Varn\n\n{BODY}",
        f"{FIRST}\n\n{THIRD}\n\n{SECOND}",
        BODY.replace("45", "61"),
        BODY.upper(),
        f"{BODY}\n\nElsewhere the rain went on, and the mayor of another town asked all to leave the low streets.",
    ],
    ids=["whole", "cut", "byline", "reordered", "updated", "in capitals", "gone on"],
)
def test_a_copy_is_found_however_an_outlet_sets_it(text):
    assert copies([document("late", text, day=4), document("wire", BODY, day=2)]) == {"late": "wire"}


@pytest.mark.parametrize(
    "text",
    [
        "In Varn the dam broke on Friday. At least 45 people were missing, and teams searched the valley all night.",
        f'He said: "{SECOND.split(".", maxsplit=1)[0]}." ' + "Nobody else in the town hall would speak of it. " * 9,
        "",
        "45",
    ],
    ids=["own words", "a quoted sentence", "empty", "a number"],
)
def test_what_is_no_copy(text):
    assert copies([document("wire", BODY, day=2), document("late", text, day=4)]) == {}


def test_a_footer_makes_no_copies():
    footer = "All rights are reserved and nothing of this page may be printed again without leave in writing from us. "
    rng = Random(3)
    names = ["".join(rng.choices("abcdefghij", k=6)) for _ in range(4_000)]
    pages = [document(f"d{n}", " ".join(names[n * 80 : n * 80 + 80]) + footer) for n in range(40)]
    assert copies(pages) == {}


def test_most_copies_of_a_made_up_archive_are_found_and_nothing_else():
    documents, of = made(600)
    recall, precision = score(copies(documents), of)
    assert recall > 0.95
    assert precision > 0.99


def reconciled(*documents):
    plan = Plan(extractor=chosen_extractor(discover(), ""), attribute=True)
    batch = work_on(plan, documents)
    return reconcile(documents, batch.claims, ())


def missing(result):
    [series] = [one for one in result.series if one.title.startswith("Missing")]
    return {claim.doc: claim for claim in series.claims}


def test_copies_of_one_text_are_one_origin_the_first_to_be_published():
    result = reconciled(
        document("star", f"{FIRST}\n\n{SECOND}", day=3), document("wire", BODY, day=2), document("post", BODY, day=4)
    )
    claims = missing(result)
    assert {claim.origin for claim in claims.values()} == {"The wire"}
    assert claims["star"].chain == ("The star", "The wire")
    assert claims["star"].origin_basis == "inferred"
    assert dict(result.copies) == {"star": "wire", "post": "wire"}


def test_what_an_outlet_changes_is_its_own():
    result = reconciled(document("wire", BODY, day=2), document("post", BODY.replace("45", "61"), day=4))
    claims = [claim for series in result.series for claim in series.claims if claim.text in ("45", "61")]
    assert {claim.origin for claim in claims} == {"The wire", "The post"}
    assert dict(result.copies) == {"post": "wire"}


def test_a_named_speaker_stays_who_it_is():
    told = BODY.replace("gave way.", "gave way, the Harbour Office said.")
    claims = missing(reconciled(document("wire", told, day=2), document("post", told, day=4)))
    assert {claim.origin for claim in claims.values()} == {"Harbour Office"}
    assert {claim.origin_basis for claim in claims.values()} == {"named"}
