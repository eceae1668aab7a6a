"""The stage as a whole: what it hands on, and what it makes of hostile text."""

import time

import pytest

from recon.claims import attribute
from recon.claims.layout import page
from recon.model import Document


def test_one_claim_for_each_quantity_with_its_id(read_all):
    claims = read_all("Some 14 people and 15 dogs came.", "14", "15")
    assert [(claim.text, claim.series) for claim in claims] == [("14", ""), ("15", "")]
    assert claims[0].id == "a.txt#body:5-7"


def test_what_is_no_quantity_makes_no_claim(read_all):
    assert read_all("It was 2031.", "2031", kind="date") == ()


def test_no_figures_no_claims():
    assert attribute(Document(id="a.txt", text="Police said so."), []) == ()


def test_the_title_in_front_matter_is_the_first_utterance():
    text = "---\ntitle: 14 hurt: police\n---\nIt was night."
    document = Document(id="a.txt", text=text, body_start=31, title="14 hurt: police", title_start=11, publisher="Post")
    first = page(document).utterances[0]
    assert (first.part, first.start, text[first.start : first.end]) == ("title", 11, "14 hurt: police")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two went.", ["One came.", "Two went."]),
        ("“One came. Two went,” he said. Three stayed.", ["“One came. Two went,” he said.", "Three stayed."]),
        ("Gov. Ana Silva came. Lt. Dahl left.", ["Gov. Ana Silva came.", "Lt. Dahl left."]),
        ("It came from the U.S. On Monday it left.", ["It came from the U.S.", "On Monday it left."]),
        ("It is U.S. Army land.", ["It is U.S. Army land."]),
        ("A headline\nOne came.", ["A headline", "One came."]),
        ("He is 5'10\" tall. She is not.", ["He is 5'10\" tall.", "She is not."]),
    ],
)
def test_utterances(text, expected):
    assert [utterance.text for utterance in page(Document(id="a.txt", text=text)).utterances] == expected


HOSTILE = [
    "said ", "according to ", "“", '"', ", ", "A, ", "The Star ", "(ABC) ", "in A ", "A and ", "Monday ", "2013 ",
    "of the ", "who said ", "a", "A-", "citing ", "A: ", ". ", "\n", "He said it. ", "killed ", "A’s ", "''", "((((",
    "will ", "\u00a0",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(read, piece):
    text = piece * (20_000 // len(piece)) + " 14 people"
    begin = time.process_time()
    claim = read(text, "14")
    assert time.process_time() - begin < 5
    assert claim.text == "14"


@pytest.mark.parametrize(
    "text", ["14", "14 said", "said 14", "“14", "14”", ", 14,", "according to 14", "14 \x00 people said"]
)
def test_scraps_are_read_without_failing(read, text):
    assert read(text, "14").value == 14


def test_the_same_text_gives_the_same_claims(read_all):
    text = "Police in Bergen said on Monday that 14 people, including 3 guards, had died in Norway’s Hordaland region."
    assert read_all(text, "14", "3") == read_all(text, "14", "3")
