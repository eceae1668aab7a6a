import datetime as dt

import pytest

from recon.model import Document
from recon.series.counted import counted, phrase
from recon.series.nesting import Nesting
from recon.series.seen import at
from recon.series.slots import places, scope_of
from recon.series.stories import names, stories


def told(*texts, days=None):
    days = days or range(1, len(texts) + 1)
    documents = [
        Document(id=str(n), text=text, published=dt.date(2031, 5, 1) + dt.timedelta(days=day))
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    found = stories((), documents).of
    return [found[document.id] for document in documents]


QUAKE = "The earthquake near Lake Tarn destroyed the old town of Belmora, and Governor Ines Pardo called in the army."
AGAIN = "Rescuers in Belmora dug for a third day, Governor Pardo said, after the earthquake at Lake Tarn."
MATCH = "Striker Tomas Aldo scored twice as Union Velden beat Port Salis in the cup final at the Arena Nord."


def test_stories_are_told_apart_by_the_names_they_share():
    assert told(QUAKE, MATCH, AGAIN) == [0, 1, 0]


def test_a_document_without_words_is_a_story_of_its_own():
    assert told("", QUAKE, "") == [0, 1, 2]


def test_a_word_that_opens_a_sentence_is_a_name_only_if_it_stands_elsewhere_too():
    assert names("Heavy rain fell. Belmora was cut off, and in Belmora the power failed.") == ["Belmora", "Belmora"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("In Varn, Belmark, the water rose.", True),
        ("Belmark’s eastern port city of Varn was flooded.", True),
        ("The Belmarkan town of Varn was flooded.", True),
        ("Belmark sent aid. Varn was flooded, and nobody came.", False),
    ],
)
def test_the_text_tells_which_place_lies_in_which(text, inside):
    nesting = Nesting([Document(id="a", text=text)])
    assert nesting.within("varn", "belmark", ["a"]) is inside
    assert not nesting.within("belmark", "varn", ["a"])


def test_a_name_within_a_name_is_no_place_within_a_place():
    nesting = Nesting(
        [Document(id="a", text="West Virginia and Virginia were flooded; New Mexico and Mexico were not.")]
    )
    assert not nesting.within("west virginia", "virginia", ["a"])
    assert not nesting.within("new mexico", "mexico", ["a"])


@pytest.mark.parametrize(
    ("subject", "noun", "expected"),
    [
        ("dead", "people", ("dead", "", "")),
        ("", "people killed", ("dead", "", "")),
        ("dead", "bodies", ("dead", "bodies", "")),
        ("", "North Korean soldiers", ("", "troops", "korean north")),
        ("belmark troops", "Belmark special forces", ("", "special troops", "belmark")),
        ("", "households", ("", "households", "")),
        ("people", "people", ("", "", "")),
    ],
)
def test_what_a_phrase_counts(subject, noun, expected):
    assert phrase(subject, noun) == expected


def test_places_are_folded_and_cities_that_have_it_in_their_name_are_not():
    assert places("Varn region, Belmark") == ("varn", "belmark")
    assert places("Salis City") == ("salis city",)


def test_the_role_is_the_nearest_of_the_sentence():
    text = "The number of dead is now 67, and 12 others were injured."
    roles = [
        counted("", "", "count", at(text, text.index(number), text.index(number) + 2))[0] for number in ("67", "12")
    ]
    assert roles == ["dead", "injured"]


def test_scopes_are_one_word_for_one_thing():
    assert scope_of("including the gunman") == scope_of("including himself, the shooter") == "with attacker"
    assert scope_of("including three generals") == ""
