"""As of when a number holds."""

import datetime as dt

import pytest

CASES = [
    # the words of the number's own clause
    ("As of Monday, 14 people were missing.", "2031-05-12", "2031-05-12", "stated"),
    ("Some 14 ships were expected to arrive by Friday.", "2031-05-16", "2031-05-16", "stated"),
    ("About 14 ships will be needed by December.", "2031-12-01", "2031-12-31", "stated"),
    # what was counted cannot lie ahead, whatever else is to come
    ("Marek won 14 seats in Sunday’s run-off and will take office.", "2031-05-11", "2031-05-11", "stated"),
    ("The fire of 2019 killed 14 people.", "2019-01-01", "2019-12-31", "stated"),
    ("Police said Tuesday that 14 ships would sail on June 3.", "2031-06-03", "2031-06-03", "stated"),
    # what has happened since is counted up to now
    ("The blast on Sunday killed 14 people.", "2031-05-11", "2031-05-14", "stated"),
    ("Since August, 14 ships have sunk.", "2030-08-01", "2031-05-14", "stated"),
    ("So far this year 14 ships have sunk.", "2031-05-14", "2031-05-14", "stated"),
    # the day of speaking
    ("Police said on Monday that 14 people were missing.", "2031-05-12", "2031-05-12", "speech"),
    ("On Monday, police said 14 people were missing.", "2031-05-12", "2031-05-12", "speech"),
    ("“There are 14 people missing,” Ana Silva told reporters late Tuesday.", "2031-05-13", "2031-05-13", "speech"),
    ("The toll is now 14, police said Tuesday.", "2031-05-13", "2031-05-13", "speech"),
    (
        "Ana Silva spoke on Monday. Silva said on Monday it was bad. Silva said 14 died.",
        "2031-05-12",
        "2031-05-12",
        "speech",
    ),
    ("Police said last week that 14 ships had sunk.", "2031-05-05", "2031-05-11", "speech"),
    # a number given as an earlier one is not of the day of the newer; a comparison dates nothing
    ("The ministry raised the toll to 20 on Monday, from an earlier 14.", "2031-05-14", "2031-05-14", "published"),
    ("Some 14 people died, the deadliest clash since 2027.", "2031-05-14", "2031-05-14", "published"),
    # the day of publication
    ("Some 14 people are missing.", "2031-05-14", "2031-05-14", "published"),
    ("Some 14 people died in the fire of May 2, 2030.", "2031-05-14", "2031-05-14", "published"),
]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The ministry raised the toll to 20, from an earlier 14.", True),
        ("The toll stands at 20, up from 14.", True),
        ("Officials had previously put the toll at 14.", True),
        ("The toll stands at 20, up from 14 on Monday.", False),
        ("The toll rose to 14, from 9.", False),
    ],
)
def test_a_number_given_as_an_earlier_one_is_known_by_its_words(read, text, earlier):
    assert read(text, "14", noun="").superseded is earlier


@pytest.mark.parametrize(("text", "first", "last", "basis"), CASES)
def test_as_of(read, text, first, last, basis):
    claim = read(text, "14", noun="")
    assert (str(claim.as_of_start), str(claim.as_of_end), claim.as_of_basis) == (first, last, basis)


def test_the_words_are_kept(read):
    assert read("Police said on Monday that 14 people were missing.", "14").as_of_text == "Monday"


def test_soon_has_no_end(read):
    claim = read("Police expect that they will soon have 14 boats.", "14", noun="boats")
    assert (claim.as_of_end, claim.as_of_text, claim.status) == (None, "soon", "forecast")


def test_without_a_date_it_is_unknown(read):
    claim = read("Police said on Monday that 14 people were missing.", "14", published=None)
    assert (claim.as_of_start, claim.as_of_end, claim.as_of_basis) == (None, None, "unknown")


def test_a_full_date_needs_no_day_of_publication(read):
    claim = read("By June 3, 2031 some 14 ships will have sailed.", "14", published=None, noun="ships")
    assert (claim.as_of_start, claim.as_of_basis) == (dt.date(2031, 6, 3), "stated")


@pytest.mark.parametrize(
    "text",
    [
        "Some 14 people came, twice as many as in 2019.",
        "Some 14 people came to the 2019 Harbour Games.",
        "Sales of 14 boats compare well, up from 9 in 2019.",
    ],
)
def test_the_time_of_something_else_is_not_the_numbers(read, text):
    assert read(text, "14").as_of_basis == "published"


def test_what_was_counted_cannot_lie_ahead(read):
    claim = read("The port counted 14 ships in November.", "14", noun="ships")
    assert (str(claim.as_of_start), str(claim.as_of_end)) == ("2030-11-01", "2030-11-30")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was the worst since the Varn flood of 1910, which killed 14 people.", "1910-01-01", "1910-12-31"),
        ("Nobody has forgotten last year’s Varn flood, which killed 14 people.", "2030-01-01", "2030-12-31"),
        ("The dam, opened in 1910, failed in a storm, which killed 14 people.", "2031-05-14", "2031-05-14"),
    ],
)
def test_a_clause_about_an_earlier_event_holds_as_of_that_event(read, text, first, last):
    found = read(text, "14")
    assert (str(found.as_of_start), str(found.as_of_end)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge, opened in 1964, is 14 metres long.",
        "The bridge is 14 metres high and opened in 1964.",
        "Some 14 people live in tents nine years after the quake.",
    ],
)
def test_the_year_of_a_building_and_an_event_without_a_day_date_no_number(read, text):
    assert str(read(text, "14").as_of_start) == "2031-05-14"
