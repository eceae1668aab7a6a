"""The days that expressions of time mean."""

import datetime as dt

import pytest

from recon.claims.dates import resolve
from recon.claims.expressions import direction, find

WEDNESDAY = dt.date(2031, 5, 14)

MEANT = [
    ("today", "near", "2031-05-14", "2031-05-14"),
    ("yesterday", "near", "2031-05-13", "2031-05-13"),
    ("tomorrow", "near", "2031-05-15", "2031-05-15"),
    ("Wednesday", "past", "2031-05-14", "2031-05-14"),
    ("Monday", "past", "2031-05-12", "2031-05-12"),
    ("Monday", "future", "2031-05-19", "2031-05-19"),
    ("Thursday", "past", "2031-05-15", "2031-05-15"),
    ("last Wednesday", "past", "2031-05-07", "2031-05-07"),
    ("next Wednesday", "near", "2031-05-21", "2031-05-21"),
    ("late Tuesday night", "past", "2031-05-13", "2031-05-13"),
    ("last week", "near", "2031-05-05", "2031-05-11"),
    ("this week", "near", "2031-05-12", "2031-05-18"),
    ("next month", "near", "2031-06-01", "2031-06-30"),
    ("this year", "near", "2031-01-01", "2031-12-31"),
    ("the past three days", "near", "2031-05-11", "2031-05-14"),
    ("two days ago", "near", "2031-05-12", "2031-05-12"),
    ("six years ago", "near", "2025-01-01", "2025-12-31"),
    ("May 3", "past", "2031-05-03", "2031-05-03"),
    ("Dec. 28", "past", "2030-12-28", "2030-12-28"),
    ("Oct. 23 and 24", "future", "2031-10-23", "2031-10-24"),
    ("March 6-8, 2029", "near", "2029-03-06", "2029-03-08"),
    ("3 June 2030", "near", "2030-06-03", "2030-06-03"),
    ("Sunday, May eighteenth", "near", "2031-05-18", "2031-05-18"),
    ("December", "future", "2031-12-01", "2031-12-31"),
    ("December", "past", "2030-12-01", "2030-12-31"),
    ("last May", "near", "2030-05-01", "2030-05-31"),
    ("early March 2028", "near", "2028-03-01", "2028-03-31"),
    ("June last year", "near", "2030-06-01", "2030-06-30"),
    ("2013", "near", "2013-01-01", "2013-12-31"),
    ("1990s", "near", "1990-01-01", "1999-12-31"),
    ("mid-1990s", "near", "1990-01-01", "1999-12-31"),
    ("'90s", "near", "1990-01-01", "1999-12-31"),
    ("late '20s", "near", "2020-01-01", "2029-12-31"),
    ("nineteen ninety-one", "near", "1991-01-01", "1991-12-31"),
    ("the year two thousand", "near", "2000-01-01", "2000-12-31"),
    ("fiscal 2030", "near", "2030-01-01", "2030-12-31"),
    ("the first quarter", "near", "2031-01-01", "2031-03-31"),
    ("a weak first quarter", "near", "2031-01-01", "2031-03-31"),
    ("the 2029 quarter", "near", "2029-01-01", "2029-03-31"),
    ("the 2029 period", "near", "2029-01-01", "2029-03-31"),
    ("the fourth quarter", "near", "2030-10-01", "2030-12-31"),
    ("the third quarter of 2029", "near", "2029-07-01", "2029-09-30"),
    ("the third quarter, 2029", "near", "2029-07-01", "2029-09-30"),
    ("fiscal second-quarter", "near", "2031-04-01", "2031-06-30"),
    ("last year's third quarter", "near", "2030-07-01", "2030-09-30"),
    ("the 2029 third quarter", "near", "2029-07-01", "2029-09-30"),
    ("the quarter", "near", "2031-01-01", "2031-03-31"),
    ("its fourth quarter", "near", "2030-10-01", "2030-12-31"),
    ("the latest period", "near", "2031-01-01", "2031-03-31"),
    ("the year-ago quarter", "near", "2030-01-01", "2030-03-31"),
    ("the same quarter of last year", "near", "2030-01-01", "2030-03-31"),
    ("last year's quarter", "near", "2030-01-01", "2030-03-31"),
    ("the same period last year", "near", "2030-01-01", "2030-12-31"),
    ("the full year", "near", "2031-01-01", "2031-12-31"),
    ("the latest fiscal year", "near", "2031-01-01", "2031-12-31"),
    ("the first half of 2029", "near", "2029-01-01", "2029-06-30"),
    ("the last half of 2029", "near", "2029-07-01", "2029-12-31"),
    ("the second half of last year", "near", "2030-07-01", "2030-12-31"),
    ("first half of the year", "near", "2031-01-01", "2031-06-30"),
    ("the first nine months of 2030", "near", "2030-01-01", "2030-09-30"),
    ("the first two quarters of next year", "near", "2032-01-01", "2032-06-30"),
    ("the weekend", "past", "2031-05-10", "2031-05-11"),
    ("the week of March 6", "near", "2031-03-03", "2031-03-09"),
    ("the weekend of March 8", "near", "2031-03-08", "2031-03-09"),
    ("this coming Sunday, May 18", "near", "2031-05-18", "2031-05-18"),
    ("end of the year", "future", "2031-12-31", "2031-12-31"),
    ("last winter", "near", "2030-12-01", "2031-02-28"),
    ("the past winter", "near", "2030-12-01", "2031-02-28"),
    ("the coming spring", "near", "2032-03-01", "2032-05-31"),
    ("next winter", "near", "2031-12-01", "2032-02-29"),
    ("spring 2030", "near", "2030-03-01", "2030-05-31"),
    ("Fall of 2029", "near", "2029-09-01", "2029-11-30"),
    ("year-end", "near", "2031-12-31", "2031-12-31"),
    ("last night", "near", "2031-05-13", "2031-05-13"),
    ("Christmas Eve", "past", "2030-12-24", "2030-12-24"),
    ("New Year's Day", "past", "2031-01-01", "2031-01-01"),
    ("Thanksgiving Day", "past", "2030-11-28", "2030-11-28"),
    ("2029-02-11", "near", "2029-02-11", "2029-02-11"),
    ("5/14/2029", "near", "2029-05-14", "2029-05-14"),
    ("5/14/31", "near", "2031-05-14", "2031-05-14"),
]


@pytest.mark.parametrize(("expression", "towards", "first", "last"), MEANT)
def test_resolve(expression, towards, first, last):
    assert resolve(expression, WEDNESDAY, towards) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("expression", [expression for expression, *_ in MEANT])
def test_what_is_resolved_is_found(expression):
    text = f"It fell in {expression}, by 40 percent."
    assert [found.text for found in find(text)] == [expression]


@pytest.mark.parametrize("expression", ["soon", "some day", "February 31", "99 March", "", "the year 0"])
def test_what_names_no_day(expression):
    assert resolve(expression, WEDNESDAY) is None


def test_without_a_day_of_publication_only_full_dates_are_known():
    assert resolve("Monday", None) is None
    assert resolve("last week", None) is None
    assert resolve("May 3", None) is None
    assert resolve("May 3, 2029", None) == (dt.date(2029, 5, 3), dt.date(2029, 5, 3))
    assert resolve("2013", None) == (dt.date(2013, 1, 1), dt.date(2013, 12, 31))


def test_a_year_ago_of_company_results_is_the_quarter():
    text = "Profit in the quarter was 14 cents a share, up from 12 a year ago."
    assert resolve("a year ago", WEDNESDAY, context=text) == (dt.date(2030, 1, 1), dt.date(2030, 3, 31))
    assert resolve("a year ago", WEDNESDAY) == (dt.date(2030, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("text", "expression", "expected"),
    [
        ("The fleet sailed on Monday.", "Monday", "past"),
        ("The fleet will sail on Monday.", "Monday", "future"),
        ("The fleet is expected to sail on Monday.", "Monday", "future"),
        ("The navy said Monday that the fleet will sail.", "Monday", "past"),
        ("The fleet, which arrived in June, rests.", "June", "past"),
        ("Fleet on Monday", "Monday", "near"),
    ],
)
def test_the_verb_tells_the_direction(text, expression, expected):
    start = text.index(expression)
    assert direction(text, start, start + len(expression)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Oct. 23 and 24 they may march.", ["Oct. 23 and 24"]),
        ("They met last Thursday in May.", ["last Thursday", "May"]),
        ("Some 2,000 people and 1,950 cars came in 2013.", ["2013"]),
        ("Mayor May may come soon.", ["soon"]),
        ("A 2031-model car, earlier this year", ["earlier this year"]),
        ("The quarter-final and the quarter of the city were full.", []),
        ("The full year 2030 was in the 2030s.", ["year 2030", "2030s"]),
        ("so far this year", ["so far", "this year"]),
    ],
)
def test_find(text, expected):
    assert [found.text for found in find(text)] == expected


def test_a_day_that_owns_something_is_that_day():
    assert resolve("Monday's", WEDNESDAY, "past") == resolve("Monday", WEDNESDAY, "past")
