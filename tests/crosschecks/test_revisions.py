import datetime as dt

import pytest

from recon.crosschecks.revisions import Revision, load_revisions
from recon.errors import UsageError

ENTRY = '[[revision]]\nseries = "dead-varn"\ndate = 2031-03-05\nreason = "names stood twice"\n'


def test_an_entry_with_where_it_stands(tmp_path):
    path = tmp_path / "revisions.toml"
    path.write_text(f'# known\n{ENTRY}link = "https://example.org/r"\n')
    [one] = load_revisions(path)
    assert (one.series, one.date, one.line) == ("dead-varn", dt.date(2031, 3, 5), 2)
    assert str(one) == "names stood twice (https://example.org/r)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ENTRY.replace("2031-03-05", '"5 March"'), ":1: date is a day"),
        (ENTRY.replace("reason", "cause"), ":1: an entry has no key 'cause'; it has series, date, reason, link"),
        (ENTRY.replace('"names stood twice"', '""'), ":1: the entry has no reason"),
        (ENTRY.replace('"names stood twice"', "12"), ":1: reason is a text, not 12"),
        ("# known\n[revision]\nseries = 1\n", ":2: holds more than entries"),
        ('series = "dead-varn"\n', ":1: holds more than entries"),
        (f"{ENTRY}other = 1\n".replace("[[revision]]", "[[revision]]\n[[known]]"), ":2: holds more than entries"),
        ("# known\n[[revision]\n", ":2: not TOML"),
        ("a = " + "[" * 5_000, "not TOML"),
    ],
)
def test_what_it_must_not_hold_is_told_with_its_line(tmp_path, text, words):
    path = tmp_path / "revisions.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as refusal:
        load_revisions(path)
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_none(tmp_path):
    with pytest.raises(UsageError, match="there is no such file"):
        load_revisions(tmp_path / "nowhere.toml")


def test_a_known_revision_makes_a_note_of_a_flag(recon_run):
    told = Revision(series="Dead in Varn", date=dt.date(2031, 3, 5), reason="names stood twice")
    articles = """The Courier, 2031-03-04: The flood in Varn killed 42 people, police said.
Coastal Radio, 2031-03-05: The flood in Varn killed 24 people, police said."""
    [plain] = recon_run(articles)
    [known] = recon_run(articles, told)
    assert (plain.severity, known.severity) == ("warning", "info")
    assert known.suggestion == "explained: names stood twice"
    assert recon_run(articles, Revision(series="dead-holm", date=told.date, reason="so")) == [plain]
    assert recon_run(articles, Revision(series="dead-varn", date=dt.date(2031, 3, 6), reason="so")) == [plain]
