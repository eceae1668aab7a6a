"""Why each claim is in its series: the reason is read off the same slots that put it there."""

import datetime as dt
from dataclasses import replace

import pytest

from recon.engine import Plan, chosen_extractor, discover, explained, reconcile, work_on
from recon.model import Document
from recon.series import reasons

PLAN = Plan(extractor=chosen_extractor(discover(), ""), attribute=True)


def read(*texts):
    documents = tuple(
        Document(id=f"{n}.txt", text=text, publisher="The Courier", published=dt.date(2031, 5, n))
        for n, text in enumerate(texts, 1)
    )
    return documents, reconcile(documents, work_on(PLAN, documents).claims, ())


@pytest.fixture
def reason():
    """The reason for the claim that prints a number, in the series it is in."""

    def reason(number, *texts):
        documents, result = read(*texts)
        claim, series = next((c, s) for s in result.series for c in s.claims if c.text == number)
        return reasons([series], [each for one in result.series for each in one.claims], documents)[claim.id]

    return reason


def test_what_where_and_which_others(reason):
    told = reason("45", "About 30 people were killed in Varn.", "The death toll in Varn is 45, the mayor said.")
    assert told == "counts the dead (“toll”), as [1] does; in Varn, which its sentence names"


def test_a_claim_alone_has_no_others(reason):
    assert reason("30", "Some 30 boats sank off Varn.").startswith("counts boat (“boats”); ")


def test_no_place_and_no_word(reason):
    assert reason("30", "Some 30 boats sank.") == "counts boat (“boats”); names no place"
    assert "and no word of what" in reason("$12 million", "He paid $12 million.")


def test_a_forecast_says_that_it_is_one(reason):
    told = reason(
        "90",
        "At least 40 people are missing in Varn. The governor expects that up to 90 people will be missing in Varn.",
    )
    assert told.endswith("forecast, which stands with what is counted")


@pytest.mark.parametrize(
    ("number", "texts", "words"),
    [
        (
            "45",
            [
                "In Holm, near Varn in Varnland, 45 people were killed.",
                "Varnland counts 60 killed. Some 70 were killed in Varnland.",
            ],
            "in Varn",
        ),
        (
            "12,000",
            ["Some 12,000 North Korean soldiers are in Varn.", "About 12,000 soldiers are in Varn, he said."],
            "of “north korea”, so its sentence",
        ),
        (
            "12,345",
            ["Some 12,000 North Korean soldiers are in Varn.", "There are 12,345 soldiers in Varn, he said."],
            "does not say whose, so it goes with “north korea”",
        ),
        ("200", ["Another 200 people were injured in Varn."], "told as added to another count"),
    ],
)
def test_other_slots(reason, number, texts, words):
    told = reason(number, *texts)
    assert words in told


def test_every_claim_of_every_series_has_a_reason_and_a_telling():
    documents, result = read(
        "About 30 people were killed in Varn, the mayor of Varn said. Twelve of them were children.",
        "“Another 15 people died”, Ada Lindqvist said. In Holm, near Varn, 8 houses burned. The loss is $3 million.",
        "As many as 4,000 soldiers, among them 200 officers, may reach Holm by Friday, according to Harbour Office.",
    )
    for one in result.series:
        made = explained(one, result)
        assert list(made) == [claim.id for claim in one.claims]
        assert all(each.here and each.told for each in made.values())
        assert made == explained(one, replace(result, documents=tuple(reversed(documents))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About 30 people are missing in Varn, the mayor said on Friday.", "“the mayor said”"),
        (
            "Harbour Office officials told The Post that 30 people are missing.",
            "“Harbour Office officials told”",
        ),
        ("Some 30 people are missing in Varn.", "nobody but the outlet is said to tell it"),
        ("According to Harbour Office, 30 people are missing.", "“According to Harbour Office”"),
    ],
)
def test_the_words_that_a_chain_was_read_from(text, words):
    _, result = read(text)
    (series,) = [one for one in result.series if one.claims[0].text == "30"]
    (made,) = explained(series, result).values()
    assert (made.told, made.status) == (words, "")


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("The governor expects that up to 90 people will be missing in Varn.", "forecast", "expects"),
        ("The ministry plans to send 400 soldiers to Varn.", "planned", "plans to"),
        ("The mayor denied that 90 people are missing.", "denied", "denied"),
        ("Some 90 people are missing.", "observed", ""),
    ],
)
def test_the_words_that_a_status_was_read_from(text, status, words):
    _, result = read(text)
    (made,) = explained(result.series[0], result).values()
    assert (result.series[0].claims[0].status, made.status) == (status, words)


def test_a_title_that_stands_apart_from_its_text():
    title = "Flood: mayor expects 90 dead"
    documents = (Document(id="r", title=title, title_start=0, text="It rained.", publisher="The Courier"),)
    result = reconcile(documents, work_on(PLAN, documents).claims, ())
    (made,) = explained(result.series[0], result).values()
    assert made.status == "expects"
    assert "“dead”" in made.here
