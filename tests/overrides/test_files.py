"""What an overrides file may hold, and how everything else is refused: one line, with file and line."""

import datetime as dt

import pytest

from recon.errors import UsageError
from recon.overrides import load_overrides
from recon.overrides.files import KEYS, LARGEST, MEANT, VERBS
from recon.overrides.values import SETTABLE

A = '{ id = "a.txt#body:6-8", text = "30" }'
B = '{ id = "b.txt#title:9-11", text = "45", words = "At least 45 people" }'


def loaded(folder, text):
    path = folder / "recon.overrides.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_overrides(path)


def refused(folder, text):
    with pytest.raises(UsageError) as error:
        loaded(folder, text)
    told = str(error.value)
    assert "recon.overrides.toml" in told
    assert "\n" not in told
    assert len(told) < 600
    return told


def test_every_verb_and_key_is_taken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = f"""# ours
[[set]]
claim = {A}
as_of = 2031-05-04
status = "forecast"
measure = "increment"
chain = ["The Courier", "Harbour Office"]
origin = "Harbour Office"
said_by = "Harbour Office"
place = "Varn"
subject = "missing"
scope = ""
why = "a table"

[[fold]]
name = "Harbour Office"
also = ["Harbor Office"]
of = "speaker"

[[leave-out]]
doc = "wire/*.txt"
[[merge]]
claims = [
  {A},
  {B},
]
[[split]]
claim = {B}
[[note]]
claims = [{B}]
why = "looked at"
"""
    entries = loaded(tmp_path, text)
    assert [(one.verb, one.line) for one in entries] == [
        ("set", 2), ("fold", 15), ("leave-out", 20), ("merge", 22), ("split", 27), ("note", 29),
    ]  # fmt: skip
    assert entries[0].values["as_of"] == (dt.date(2031, 5, 4),) * 2
    assert entries[0].values["chain"] == ("The Courier", "Harbour Office")
    assert entries[0].where == "recon.overrides.toml:2"
    assert (entries[3].claims[1].doc, entries[3].claims[1].words) == ("b.txt", "At least 45 people")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2031-05-04", "2031-05-04", "2031-05-04"),
        ('"2031-05-04"', "2031-05-04", "2031-05-04"),
        ('"2028-02"', "2028-02-01", "2028-02-29"),
        ('"2031"', "2031-01-01", "2031-12-31"),
        ('[2031-05-04, ""]', "2031-05-04", None),
        ('["", "2031-05"]', None, "2031-05-31"),
        ('["2031-05", "2031-06"]', "2031-05-01", "2031-06-30"),
        ('"unknown"', None, None),
    ],
)
def test_days(tmp_path, written, first, last):
    (entry,) = loaded(tmp_path, f"[[set]]\nclaim = {A}\nas_of = {written}\n")
    assert [str(day) if day else None for day in entry.values["as_of"]] == [first, last]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[set]\n", "not TOML"),
        (b"\xff[[set]]", "not UTF-8"),
        ("[[set]]\n".encode("utf-16"), "not UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "not TOML"),
        ("x = 1\n", "there is no [[x]]"),
        (f"[[sett]]\nclaim = {A}\n", "did you mean set?"),
        (f"[[exclude]]\nclaim = {A}\n", "did you mean leave-out?"),
        ("set = 3\n", "begin each with [[set]]"),
        (f"[set]\nclaim = {A}\n", "begin each with [[set]]"),
        (f"\n[[set]]\nclaim = {A}\nspeaker = 'x'\n", ":2: set has no key 'speaker'; did you mean said_by?"),
        (f"[[set]]\nclaim = {A}\nstatis = 'x'\n", "did you mean status?"),
        (f"[[set]]\nclaim = {A}\nqqq = 'x'\n", "it has claim, claims, as_of"),
        (f"[[set]]\nclaim = {A}\nstatus = 'guess'\n", ":1: status is one of observed, forecast, planned, denied; not"),
        (f"[[set]]\nclaim = {A}\nmeasure = 3\n", "measure is one of total, increment, flow; not 3"),
        (f"[[set]]\nclaim = {A}\nas_of = '4 May'\n", "as_of is a day (2031-05-04)"),
        (f"[[set]]\nclaim = {A}\nas_of = '2031-13'\n", "as_of is a day"),
        (f"[[set]]\nclaim = {A}\nas_of = 2031-05-04T10:00:00\n", "as_of is a day"),
        (f"[[set]]\nclaim = {A}\nas_of = [2031-05-04, 2031-05-01]\n", "in that order; not a list of 2"),
        (f"[[set]]\nclaim = {A}\nas_of = ['', '']\n", "in that order"),
        (f"[[set]]\nclaim = {A}\nas_of = true\n", "as_of is a day"),
        (f"[[set]]\nclaim = {A}\nchain = 'x'\n", "chain is a list of speakers"),
        (f"[[set]]\nclaim = {A}\nchain = []\n", "chain is a list of speakers"),
        (f"[[set]]\nclaim = {A}\nchain = ['x', 3]\n", "chain is a text"),
        (f"[[set]]\nclaim = {A}\nchain = ['x']\nsaid_by = 'y'\n", "said_by 'y' is not in the chain; it is one of x"),
        (f"[[set]]\nclaim = {A}\norigin = ''\n", "origin is a text in quotes that is not empty; not ''"),
        (f"[[set]]\nclaim = {A}\nplace = ['Varn']\n", 'place is a text in quotes, "" for none; not a list of 1'),
        (f"[[set]]\nclaim = {A}\n", "a set has claims and what it sets: one of as_of"),
        ("[[set]]\nstatus = 'denied'\n", "a set has claims"),
        ("[[set]]\nclaim = 'a.txt#body:6-8'\nstatus = 'denied'\n", "claim is { id = "),
        (f"[[set]]\nclaim = {A}\nclaims = [{A}]\n", "both claim and claims"),
        (f"[[split]]\nclaims = {A}\n", "claims is a list, not a table of 2"),
        ("[[split]]\nclaim = { id = 'a.txt', text = '30' }\n", "claim has no claim id such as"),
        ("[[split]]\nclaim = { id = 'a.txt#body:1-2' }\n", "claim has no text; copy the number"),
        ("[[split]]\nclaim = { id = 'a.txt#body:1-2', text = 30 }\n", "text is a text, not 30"),
        ("[[split]]\nclaim = { id = 'a.txt#body:1-2', text = '30', word = '' }\n", "did you mean words?"),
        ("[[split]]\n", "a split has claims"),
        (f"[[merge]]\nclaims = [{A}]\n", "a merge has two claims or more"),
        (f"[[merge]]\nclaims = [{A}, {A}]\n", "a merge has two claims or more"),
        (f"[[move]]\nclaim = {A}\n", "a move has claims, and to"),
        (f"[[note]]\nclaim = {A}\n", "a note has claims and why"),
        ("[[fold]]\nname = 'A'\n", "a fold has a name and also"),
        ("[[fold]]\nname = 'A'\nalso = [3]\n", "also is a list of names"),
        ("[[fold]]\nname = 'A'\nalso = ['B']\nof = 'day'\n", "of is one of speaker, place, subject; not 'day'"),
        ("[[fold]]\nname = 'A'\nalso = ['a']\n", "folded into itself"),
        ("[[leave-out]]\n", "a leave-out has one of source, doc, claim and claims"),
        ("[[leave-out]]\nsource = 'A'\ndoc = 'b'\n", "a leave-out has one of"),
        ("[[leave-out]]\nsource = ' '\n", "source is empty"),
        ("[[leave-out]]\nsource = 7\n", "source is a text, not 7"),
        (f"[[set]]\nclaim = {A}\nstatus = '{'x' * 5000}'\n", "…"),
        (f"[[{'x' * 5000}]]\n", "there is no [[xxxx"),
    ],
)
def test_what_an_overrides_file_must_not_hold(tmp_path, text, words):
    assert words in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = " + "[" * 100_000, "not TOML"),
        ("a = " + "{a=" * 50_000, "not TOML"),
        ("a" + ".a" * 300_000 + " = 1\n", ":1: more than 64 dots in what is no text"),
        ("\n[" + '"a".' * 100_000 + "a]\n", ":2: more than 64 dots in what is no text"),
        ("a = {" + "a." * 100_000 + "a = 1}\n", "more than 64 dots in what is no text"),
        (f"[[set]]\nclaim = {A}\nas_of = {'9' * 10_000}\n", "not TOML"),
        ("[[set]]\n" * 20_000, ":1: a set has claims"),
        ("# x\n" * (LARGEST // 4 + 1), "larger than 4,000,000 bytes"),
        ("\x00" * 100, "not TOML"),
        ('"\\"' * 300_000 + "." * 70 + "\n", "not TOML"),
        ("x = '''it\nx'''" + ".a" * 600 + " = 1\n", "more than 64 dots"),
    ],
    ids=range(11),
)
def test_bombs_are_refused_at_once(tmp_path, text, words):
    assert words in refused(tmp_path, text)


def test_a_folder_and_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="directory"):
        load_overrides(tmp_path)
    with pytest.raises(UsageError, match="no such file"):
        load_overrides(tmp_path / "none.toml")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_windows_line_ends_and_a_byte_order_mark(tmp_path, mark):
    text = f"# ours\n[[split]]\nclaim = {A}\n".replace("\n", "\r\n").encode()
    (entry,) = loaded(tmp_path, mark + text)
    assert entry.line == 2


def test_an_empty_file_decides_nothing(tmp_path):
    assert loaded(tmp_path, "# nothing yet\n") == ()


def test_dots_in_quotes_and_comments_are_no_bomb(tmp_path):
    dots = "a." * 400
    assert len(loaded(tmp_path, f'# {dots}\n[[split]]\nclaim = {A}\nwhy = "{dots}"\n')) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"[[set]]\nclaim = {A}\nplace = 'X'\n[[set]]\nclaim = {A}\nplace = 'Y'\n",
            ":1 and line 4: place of “30” is set to two values; take one of the two out",
        ),
        (
            f"[[leave-out]]\nclaim = {A}\n[[set]]\nclaim = {A}\nplace = 'Y'\n",
            "1 and line 3: “30” is left out, and its place",
        ),
        (f"[[merge]]\nclaims = [{A}, {B}]\n[[leave-out]]\nclaim = {A}\n", "left out, and its series merged"),
        (f"[[move]]\nclaim = {B}\nto = {A}\n[[leave-out]]\nclaim = {A}\n", "left out, and other claims are moved to"),
        (f"[[move]]\nclaim = {A}\nto = {B}\n[[split]]\nclaim = {A}\n", ":1 and line 4: “30” is moved, and split off"),
        (f"[[split]]\nclaim = {A}\n[[split]]\nclaims = [{A}, {B}]\n", "“30” is split off, and split off"),
        (f"[[move]]\nclaim = {A}\nto = {B}\n[[move]]\nclaim = {B}\nto = {A}\n", "is moved itself"),
        (f"[[move]]\nclaim = {A}\nto = {B}\n[[merge]]\nclaims = [{A}, {B}]\n", "is moved alone, and its series merged"),
        (
            "[[fold]]\nname = 'A'\nalso = ['C']\n[[fold]]\nname = 'B'\nalso = ['c']\n",
            "'c' is folded into 'A' and into 'B'",
        ),
        (
            "[[fold]]\nname = 'A'\nalso = ['B']\n[[fold]]\nname = 'B'\nalso = ['C']\n",
            "'B' takes in names, and is itself folded into 'A'",
        ),
    ],
)
def test_contradictions_are_refused_with_both_lines(tmp_path, text, words):
    assert words in refused(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        f"[[set]]\nclaim = {A}\nplace = 'X'\n[[set]]\nclaim = {A}\nplace = 'X'\nstatus = 'denied'\n",
        f"[[split]]\nclaim = {A}\n[[split]]\nclaim = {A}\n",
        f"[[merge]]\nclaims = [{A}, {B}]\n[[merge]]\nclaims = [{B}, {A}]\n",
        "[[fold]]\nname = 'A'\nalso = ['B']\n[[fold]]\nname = 'B'\nalso = ['C']\nof = 'place'\n",
    ],
)
def test_saying_a_thing_twice_is_no_contradiction(tmp_path, text):
    assert len(loaded(tmp_path, text)) == 2


def test_what_is_meant_by_other_words_exists():
    known = {*VERBS, *SETTABLE, *(key for keys in KEYS.values() for key in keys)}
    assert set(MEANT.values()) <= known
    assert set(KEYS) == set(VERBS)
