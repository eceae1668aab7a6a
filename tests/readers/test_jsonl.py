import datetime as dt
import json

import pytest

from recon.errors import ReadError
from recon.readers.jsonl import JsonLinesReader


def read(tmp_path, *lines):
    """Documents and errors, as somebody gets them who goes on after an error."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    documents, found = JsonLinesReader().read(path), []
    while True:
        try:
            found.append(next(documents))
        except StopIteration:
            return found
        except ReadError as error:
            found.append(error)


def test_a_record_has_the_fields_of_front_matter(tmp_path):
    record = {
        "id": "a1",
        "text": "Three\r\ndied.",
        "title": "Flood",
        "source": "The Courier",
        "date": "2024-05-02",
        "x": [1],
    }
    (document,) = read(tmp_path, json.dumps(record), "")
    assert (document.id, document.text, document.publisher) == ("a1", "Three\r\ndied.", "The Courier")
    assert document.published == dt.date(2024, 5, 2)
    assert (document.title, document.title_start, document.body_start) == ("Flood", 0, 0)


def test_a_record_without_a_title_has_none_to_read(tmp_path):
    (document,) = read(tmp_path, '\ufeff{"id": 7, "text": ""}')
    assert (document.id, document.title_start) == ("7", None)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON at column 2"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"text": "x"}', "no id"),
        ('{"id": "", "text": "x"}', "no id"),
        ('{"id": "b"}', "no text"),
        ('{"id": "b", "text": null}', "no text"),
        ('{"id": "b", "text": "x", "date": "May"}', "not an ISO 8601 date"),
        ('{"id": "b", "text": "x", "date": 20240501}', "date is not text"),
        ('{"id": "b", "text": "\\ud800"}', "surrogate"),
        ('{"id": "a", "text": "again"}', "'a' stands in line 1 already"),
        (b'{"id": "b", "text": "\xff"}', "not UTF-8"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path, line, words):
    first, error, last = read(tmp_path, '{"id": "a", "text": "x"}', line, '{"id": "z", "text": "y"}')
    assert (first.id, last.id) == ("a", "z")
    assert error.line == 2
    assert words in error.problem
    assert error.remedy


def test_a_missing_file(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        next(JsonLinesReader().read(tmp_path / "none.jsonl"))
