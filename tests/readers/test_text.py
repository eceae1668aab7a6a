import datetime as dt
import os
from pathlib import Path
from threading import Thread

import pytest

from recon.errors import ReadError
from recon.readers.files import LIMIT, text_of, unreadable
from recon.readers.text import TextReader


def read(tmp_path, data, name="a.txt"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (document,) = TextReader().read(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert document.text == file.read()
    return document


def problem(tmp_path, data):
    with pytest.raises(ReadError) as caught:
        read(tmp_path, data)
    return caught.value


def test_plain_text_is_all_body(tmp_path):
    document = read(tmp_path, "Flood at Varn\r\n\r\nThree died.\n")
    assert (document.body_start, document.title, document.title_start) == (0, "", None)


def test_an_empty_file_is_an_empty_document(tmp_path):
    assert read(tmp_path, "").text == ""


def test_a_byte_order_mark_counts_but_is_no_body(tmp_path):
    document = read(tmp_path, b"\xef\xbb\xbfThree died.")
    assert document.body_start == 1


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter(tmp_path, mark, newline):
    lines = [
        "---",
        "title: 'Flood at Varn: 30 missing'  # working title",
        "",
        "tags:",
        "  - rivers",
        "source: The Courier",
        "date: 2024-05-02T09:30:00+02:00",
        "URL: https://courier.example/varn#top",
        "fetched: ~",
        "---",
        "Three died.",
    ]
    document = read(tmp_path, mark + newline.join(lines))
    assert document.title == "Flood at Varn: 30 missing"
    assert document.text[document.title_start :].startswith(document.title)
    assert document.text[document.body_start :] == "Three died."
    assert document.publisher == "The Courier"
    assert document.published == dt.date(2024, 5, 2)
    assert document.url == "https://courier.example/varn#top"
    assert document.fetched is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "A \\"quoted\\" word"', 'A \\"quoted\\" word'),
        ("title: 'It''s 30'", "It''s 30"),
        ("title: Bare: with a colon", "Bare: with a colon"),
        ("title: Bare # with a comment", "Bare"),
        ("title: No.1#2 stays", "No.1#2 stays"),
    ],
)
def test_a_title_stands_verbatim_in_the_file(tmp_path, line, title):
    document = read(tmp_path, f"---\n{line}\n---\nText.")
    assert document.title == title
    assert document.text[document.title_start :].startswith(title)


def test_an_empty_title_is_not_read(tmp_path):
    document = read(tmp_path, '---\ntitle: ""\n---\nText.')
    assert (document.title, document.title_start) == ("", None)


def test_publisher_and_published_go_before_source_and_date(tmp_path):
    document = read(tmp_path, "---\npublisher: A\nsource: B\npublished: 2024-01-02\ndate: 2023-01-02\n---\n")
    assert (document.publisher, document.published) == ("A", dt.date(2024, 1, 2))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\ntitle: A\n", 1, "never closes"),
        ("---\ntitle: A\nnot a key\n---\n", 3, "not key: value"),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "title twice"),
        ("---\ntitle: 'A\n---\n", 2, "opens with '"),
        ('---\ntitle: "A" and more\n---\n', 2, "does not end"),
        ("---\ntitle: >\n  Folded\n---\n", 2, "not one line"),
        ("---\ntitle: A\ndate: 2 May 2024\n---\n", 3, "'2 May 2024' is not an ISO 8601 date"),
        ("---\ndate: 2024-02-30\n---\n", 2, "not an ISO 8601 date"),
        (b"Good line\nbad \xff line", 2, "not UTF-8 (byte 0xff, 14 bytes into the file)"),
    ],
)
def test_what_cannot_be_read_names_file_line_and_remedy(tmp_path, text, line, words):
    error = problem(tmp_path, text)
    assert error.line == line
    assert words in error.problem
    assert error.remedy
    assert str(error).startswith(f"{tmp_path}/a.txt:{line}: ")
    assert "\n" not in str(error)


def test_a_file_without_end_is_refused(tmp_path):
    assert "longer than 10 MB" in problem(tmp_path, b"a" * (LIMIT + 1)).problem


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        list(TextReader().read(tmp_path / "none.txt"))
    with pytest.raises(ReadError, match="is a directory; name a file"):
        list(TextReader().read(tmp_path))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "permission denied; give yourself leave to read it"),
        (OSError(5, "Input/output error"), "input/output error; see that it is a readable file"),
    ],
)
def test_what_the_system_says_is_told_with_a_remedy(error, words):
    assert str(unreadable(Path("a.txt"), error)) == f"a.txt: {words}"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read_and_wrong_utf_16_refused_with_its_byte(tmp_path, encoding):
    path = tmp_path / "a.txt"
    data = "\ufeff---\ntitle: Forty die\n---\nAt Värn.".encode(encoding)
    path.write_bytes(data)
    [document] = TextReader().read(path)
    assert (document.title, document.text[document.body_start :]) == ("Forty die", "At Värn.")
    path.write_bytes(data + b"\x00")
    with pytest.raises(ReadError, match=f"not UTF-16, as its first bytes say, {len(data)} bytes in; save it as UTF-8"):
        list(TextReader().read(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_tells_no_size_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    text = "Some 40 boats left Varn.\n" * 10_000
    writer = Thread(target=pipe.write_text, args=[text])
    writer.start()
    assert text_of(pipe) == text
    writer.join()
