import pytest

from recon.crosschecks.catalogue import CODES, RULES
from recon.crosschecks.falls import slipped
from recon.crosschecks.rules import JUDGES
from recon.together import flagged

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
RISING = """The Courier, 2031-03-04: The flood in Varn killed 40 people, police said.
The Courier, 2031-03-05: The flood in Varn killed 44 people, police said.
The Courier, 2031-03-06: The flood in Varn killed 47 people, police said."""


@EACH
def test_it_finds_something_in_its_failing_articles(found, rule):
    [one] = found(rule.not_ok, rule.code)
    assert (one.name, one.severity) == (rule.name, rule.severity)
    assert len(one.figures) == 2
    assert one.end > one.start
    assert len(one.working.splitlines()) == 2


@EACH
def test_it_finds_nothing_in_its_passing_articles(found, rule):
    assert found(rule.ok, rule.code) == []


def test_every_rule_has_a_judge():
    assert {rule.code for rule in JUDGES} == CODES == {f"RC40{number}" for number in range(1, 7)}


@pytest.mark.parametrize(
    ("last", "suggestion"),
    [
        ("The flood in Varn killed 38 people, the hospital said.", "may be another office: hospital for police"),
        ("The flood in Varn killed 46 people, police said.", "may be a revision by police"),
        ("The flood in Varn killed 470 people, police said.", None),
        ("The flood in Varn killed 44 people, the hospital said.", None),
        ("The flood in Varn killed at least 30 people, the hospital said.", None),
        ("The flood in Varn killed 3 people, the hospital said.", None),
        ("The flood in Holm killed 38 people, the hospital said.", None),
        ("Some 38 people are missing in Varn, the hospital said.", None),
    ],
)
def test_a_fall_and_what_only_looks_like_one(found, last, suggestion):
    told = found(f"{RISING}\nCoastal Radio, 2031-03-07: {last}", "RC401")
    assert [one.suggestion for one in told] == ([suggestion] if suggestion else [])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (96, 69, "two digits swapped"),
        (1_200, 12_000, "a zero too few or too many"),
        (1_234, 134, "a digit left out or added"),
        (96, 95, ""),
        (12.5, 1.25, ""),
        (40, 40, ""),
    ],
)
def test_how_digits_slip(one, other, words):
    assert slipped(one, other) == words


def test_a_steep_start_is_no_jump(found):
    steep = """The Courier, 2031-03-04: The flood in Varn killed 4 people, police said.
The Courier, 2031-03-05: The flood in Varn killed 19 people, police said.
The Courier, 2031-03-06: The flood in Varn killed 90 people, police said."""
    assert found(steep, "RC402") == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("About 4,900 troops have arrived in Varn, the ministry said.", False),
        ("About 9,000 troops have arrived in Varn, the ministry said.", True),
        ("About 2,000 troops are in Holm, the ministry said.", False),
    ],
)
def test_a_forecast_that_came_due(found, text, finds):
    foreseen = "The Courier, 2031-03-04: Some 5,000 troops will arrive in Varn by March 6, the ministry said."
    assert bool(found(f"{foreseen}\nCoastal Radio, 2031-03-07: {text}", "RC403")) == finds


def test_an_older_number_that_gives_its_day_is_not_stale(found):
    told = """The Courier, 2031-03-04: The flood in Varn killed 42 people, police said.
Coastal Radio, 2031-03-05: The flood in Varn killed 51 people, police said.
Varn Post, 2031-03-06: As of March 4, the flood in Varn had killed 42 people, police said."""
    assert found(told, "RC404") == []


def test_what_fails_is_named_and_the_next_series_is_heard(found):
    class One:
        key = "dead-varn"

    def fails():
        raise ZeroDivisionError("no luck")

    told = list(flagged([(One(), fails), (One(), lambda: ["kept"])]))
    assert told[0].code == "RX904"
    assert "series dead-varn" in told[0].message
    assert told[1] == "kept"
