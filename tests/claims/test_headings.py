"""Lines that date what stands below them."""

import datetime as dt

import pytest

PUBLISHED = dt.date(2031, 5, 14)  # a Wednesday

HEADS = [
    ("All figures as of 9 May.\n\nThe shelters hold 14 people.", dt.date(2031, 5, 9)),
    ("Figures are as of 6 p.m. on May 9 unless stated otherwise.\n\nThe shelters hold 14 people.", dt.date(2031, 5, 9)),
    ("As of May 9, 6 p.m. local time\n\nThe shelters hold 14 people.", dt.date(2031, 5, 9)),
    ("Situation as of 9 May\n\nThe shelters hold 14 people.", dt.date(2031, 5, 9)),
    ("As of May 9 the clinics had closed.\n\nThe shelters hold 14 people.", PUBLISHED),
    ("As of May 9, nobody had been charged. The shelters hold 14 people.", PUBLISHED),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_a_line_at_the_head_dates_the_whole_a_sentence_only_itself(read, text, expected):
    assert read(text, "14").as_of_start == expected


CHRONOLOGY = (
    "Monday, May 5\nThe dam breaks.\n3 p.m.: The toll stands at 14 people.\nTuesday, May 6\nNoon: It is 23 people."
)


def test_the_days_of_a_chronology_date_what_stands_below_them(read):
    assert read(CHRONOLOGY, "14").as_of_start == dt.date(2031, 5, 5)
    assert read(CHRONOLOGY, "23").as_of_start == dt.date(2031, 5, 6)


def test_one_line_with_a_day_is_that_of_publication(read):
    assert read("May 9, 2031\nThe toll stands at 14 people.", "14").as_of_start == PUBLISHED
