import time

import pytest

LAKE = "The lake at Varn holds 340 million cubic meters of water, the agency said."

# What tells two numbers apart, a pair for each: nothing of the left is borne out by the right.
APART = {
    "role": ("The crash near Lindby injured 40 people.", "The crash near Lindby killed 40 people."),
    "noun": ("The flood at Varn drowned 52,000 sheep.", "The flood at Varn drowned 52,000 cows."),
    "word": ("The fire in Pell destroyed 240 houses.", "In Pell, 240 houses were damaged by the fire."),
    "kind of thing": ("The chip factory in Tarsk employs 900 people.", "The toy factory in Tarsk employs 900 people."),
    "side": ("Some 58 percent of voters back the tax.", "Some 58 percent of voters oppose the tax."),
    "place": ("The ministry vaccinated 310,000 children in Daro.", "The ministry vaccinated 310,000 children in Selu."),
    "name": ("Sandvik Mills sold 18,000 tractors.", "Norvik Motors sold 18,000 tractors."),
    "owner": (
        "Norvik Motors sold 12,000 tractors.",
        "Norvik Motors sold 18,000 tractors, and Sandvik Mills sold 12,000 tractors.",
    ),
    "quarter": (
        "Norvik Foods made a profit of $340 million in the third quarter.",
        "Norvik Foods made a profit of $340 million in the second quarter.",
    ),
    "year": ("Crews rescued 26 hikers from Mount Hollis.", "In 2024, crews rescued 26 hikers from Mount Hollis."),
    "level and change": ("The river rose to 8.4 meters at Linden.", "The river rose by 8.4 meters at Linden."),
    "part and whole": ("The party won 61 of the 120 seats.", "The party won 40 of the 61 seats."),
    "rate": ("The convoy brought 400 tonnes of flour to Ashfar.", "Ashfar needs 400 tonnes of flour a week."),
    "forecast": ("The bridge over the Tarn cost $85 million.", "The bridge over the Tarn will cost $85 million."),
    "past": ("The factory in Tarsk will employ 900 people.", "The factory in Tarsk employed 900 people."),
}


@pytest.mark.parametrize("draft", [pair[0] for pair in APART.values()], ids=APART)
def test_a_sentence_supports_itself(weigh, draft):
    assert weigh(draft, draft)[0].name == "supported"


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_the_same_number_elsewhere_supports_nothing(weigh, pair):
    assert weigh(*pair)[0].name not in {"supported", "rounded"}


def test_a_conflict_names_who_says_the_other(weigh):
    (verdict,) = weigh(LAKE, LAKE.replace("340", "430"))
    assert (verdict.name, [one.text for one in verdict.shown]) == ("conflict", ["430 million cubic meters"])


def test_what_rises_does_not_fall(weigh):
    (verdict,) = weigh("Exports fell by 11 percent.", "Exports rose by 11 percent.")
    assert (verdict.name, verdict.why) == ("conflict", "turned")


def test_what_is_denied_supports_nothing(weigh):
    told = "In Ashfar, 200 soldiers had been captured."
    (verdict,) = weigh(told, "The army denied that 200 soldiers had been captured in Ashfar.")
    assert (verdict.name, verdict.why) == ("conflict", "denied")


def test_another_speaker_is_noted(weigh):
    (verdict,) = weigh(
        "Governor Ines Vela said 160 soldiers had been sent to Corda.",
        "Army chief Pavel Rusk said 160 soldiers had been sent to Corda.",
    )
    assert verdict.name == "supported"
    assert verdict.notes == ("the draft credits Ines Vela, the evidence Pavel Rusk",)


def test_a_newer_number_of_another_named_origin_supersedes_nothing(weigh):
    draft = "Police said 12 people were killed in Orsted."
    (verdict,) = weigh(draft, draft, "Hospital director Ann Dahl said 14 people were killed in Orsted.")
    assert verdict.name == "supported"
    assert verdict.notes == ("the evidence has 14 too (Ann Dahl)",)


def test_the_place_of_a_number_in_the_evidence_is_told_where_it_is_another_quantity(weigh):
    (verdict,) = weigh("Varn has 9,300 inhabitants.", "Varn collected 9,300 euros for the families.")
    assert (verdict.name, verdict.why, verdict.shown[0].text) == ("not found", "other", "9,300 euros")


@pytest.mark.parametrize(
    "piece",
    ["12 of the 12 of the ", "Aa Bb ", "rose from 3 to 4 ", "in 2031, which ", "left their homes ", "a a a 5 an hour "],
)
def test_the_work_grows_with_the_text(weigh, piece):
    start = time.process_time()
    weigh(piece * 400 + ".", "Twelve people died in Varn.")
    assert time.process_time() - start < 20
