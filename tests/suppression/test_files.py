import pytest

from recon.errors import UsageError
from recon.model import Document, Finding
from recon.suppression.baseline import baseline_text, load_baseline
from recon.suppression.files import load_entries

NAMES = {"RC101": "conversion-mismatch", "RX901": "unreadable-document"}
ENTRY = '[[suppress]]\ndoc = "a.txt"\ncode = "RC101"\ntext = "16 km (16 miles)"\nreason = "quoted"\n'


def entries(folder, text):
    path = folder / "recon.suppressions.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_entries(path, NAMES)


def found(text, words):
    start = text.index(words)
    return Finding(
        code="RC101", name="n", severity="error", doc="a.txt", message="m", start=start, end=start + len(words)
    )


def test_entries_know_their_lines(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first, second = entries(tmp_path, f"# ours\n{ENTRY}\n{ENTRY.replace('RC101', 'conversion-mismatch')}")
    assert (first.file, first.line, second.line) == ("recon.suppressions.toml", 2, 8)
    assert (second.code, second.reason) == ("conversion-mismatch", "quoted")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_windows_line_ends_and_a_byte_order_mark(tmp_path, mark):
    (entry,) = entries(tmp_path, mark + ENTRY.replace("\n", "\r\n").encode())
    assert entry.line == 1


@pytest.mark.parametrize(
    ("text", "words", "holds"),
    [
        ("A lake of 16 km (16 miles) lies.", "16 km (16 miles", True),
        ("A lake of 16 km\r\n(16  miles) lies.", "16 km\r\n(16  miles", True),
        ("Now 5 km (5 miles). Later 16 km (16 miles).", "5 km (5 miles", False),
        ("A lake of 16 km (17 miles) lies.", "16 km (17 miles", False),
        ("From 16 km (16 miles) to 20 km (20 miles", "16 km (16 miles) to 20 km (20 miles", True),
    ],
)
def test_an_entry_holds_where_its_words_stand(tmp_path, text, words, holds):
    (entry,) = entries(tmp_path, ENTRY)
    assert entry.holds(Document(id="a.txt", text=text), found(text, words)) is holds


def test_a_finding_without_a_span_is_told_by_its_message(tmp_path):
    (entry,) = entries(tmp_path, ENTRY.replace("16 km (16 miles)", "too few"))
    finding = Finding(code="RC101", name="n", severity="error", doc="a.txt", message="figures: too few of them")
    assert entry.holds(Document(id="a.txt", text="x"), finding)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[suppress]\n", "not TOML"),
        (b"\xff", "not UTF-8"),
        ("x = 1\n", "holds more than entries"),
        ("suppress = 3\n", "holds more than entries"),
        (ENTRY.replace("doc", "file"), ":1: an entry has no key 'file'; it has doc, code, text, reason"),
        (f"{ENTRY}\n[[suppress]]\ncode = 'RC101'\ntext = 'x'\n", ":7: the entry has no doc"),
        (ENTRY.replace('"16 km (16 miles)"', '" "'), "has no text"),
        (ENTRY.replace('"16 km (16 miles)"', "16"), "text is a text, not 16"),
        (ENTRY.replace("RC101", "RC111"), "did you mean RC101"),
        (ENTRY.replace("RC101", "RX901"), "of the machinery"),
    ],
)
def test_what_a_suppressions_file_must_not_hold(tmp_path, text, words):
    with pytest.raises(UsageError) as error:
        entries(tmp_path, text)
    assert "recon.suppressions.toml" in str(error.value)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("[]", "no baseline"),
        ('{"recon-baseline": 2, "findings": []}', "no baseline"),
        ('{"recon-baseline": 1, "findings": [{"doc": "a"}]}', "finding 1 has no"),
        ('{"recon-baseline": 1, "findings": [{"doc": "a", "code": "b", "text": "c", "count": 0}]}', "finding 1 has no"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_no_baseline(tmp_path, text, words):
    path = tmp_path / "b.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=words):
        load_baseline(path)


def test_files_that_are_not_there(tmp_path):
    with pytest.raises(UsageError, match="there is no such file"):
        load_baseline(tmp_path / "b.json")
    with pytest.raises(UsageError, match="directory"):
        load_entries(tmp_path, NAMES)


def test_a_baseline_is_written_sorted_with_counts_and_read_again(tmp_path):
    keys = [("b.txt", "RC101", "x"), ("a.txt", "RC101", "人"), ("b.txt", "RC101", "x")]
    text = baseline_text(keys)
    assert text.splitlines()[1:3] == [
        '  {"doc": "a.txt", "code": "RC101", "text": "人"},',
        '  {"doc": "b.txt", "code": "RC101", "text": "x", "count": 2}',
    ]
    assert text == baseline_text(reversed(keys))
    (tmp_path / "b.json").write_text(text)
    assert load_baseline(tmp_path / "b.json").known == {keys[0]: 2, keys[1]: 1}
    (tmp_path / "b.json").write_text(baseline_text([]))
    assert load_baseline(tmp_path / "b.json").known == {}
