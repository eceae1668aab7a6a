import datetime as dt
import os

import pytest

from recon.errors import ReadError
from recon.readers.paths import Source, find_sources

SUFFIXES = (".txt", ".md", ".jsonl")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a.md", "news/B/c.TXT", "news/.hidden/d.txt", "news/.e.txt", "news/f.pdf", "g.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("Text.")
    return tmp_path


def names(*paths):
    return [item.name if isinstance(item, Source) else str(item) for item in find_sources(paths, SUFFIXES)]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["news"], ["news/B/c.TXT", "news/a.md", "news/b.txt"]),
        (["./news/"], ["news/B/c.TXT", "news/a.md", "news/b.txt"]),
        (["g.txt", "news/b.txt"], ["g.txt", "news/b.txt"]),
        (["news/b.txt", "news", "./news/b.txt"], ["news/b.txt", "news/B/c.TXT", "news/a.md"]),
        (["news/*"], ["news/B/c.TXT", "news/a.md", "news/b.txt"]),
        (["**/*.txt"], ["g.txt", "news/b.txt"]),
        (["none.txt"], ["none.txt"]),
    ],
)
def test_what_paths_mean(folder, paths, expected):
    assert names(*paths) == expected


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("*.doc", "no article matches"),
        ("news/f.pdf", "no reader for .pdf; give a file of .jsonl, .md, .txt"),
        ("empty", "holds no article"),
        ("", '"": an empty path; name a file'),
    ],
)
def test_what_means_nothing(folder, path, words):
    (folder / "empty").mkdir()
    (line,) = names(path)
    assert words in line


def test_a_file_whose_name_is_a_pattern_is_itself(folder):
    (folder / "a[1].txt").write_text("Text.")
    assert names("a[1].txt") == ["a[1].txt"]


def test_a_link_to_a_file_already_read_is_not_read_again(folder):
    (folder / "link.txt").symlink_to("g.txt")
    assert names("g.txt", "link.txt") == ["g.txt"]


def test_a_name_that_is_no_utf8_is_printable(folder):
    os.close(os.open(b"\xff.txt", os.O_CREAT))
    assert names("*.txt") == ["g.txt", "\\xff.txt"]


def sidecar(folder, text):
    (folder / "news" / "documents.csv").write_text(text)
    found = list(find_sources(["news"], SUFFIXES))
    return {one.name: one.fields for one in found if isinstance(one, Source)}, [
        str(one) for one in found if isinstance(one, ReadError)
    ]


def test_documents_csv_fills_in_what_is_known(folder):
    table = 'path,publisher,published,title,url\nb.txt,The Courier,2024-05-02,"Flood, again",\nB/c.TXT,Varn Post,,,\n'
    known, errors = sidecar(folder, table)
    assert not errors
    assert known["news/b.txt"] == {
        "publisher": "The Courier",
        "published": dt.date(2024, 5, 2),
        "title": "Flood, again",
        "dates_from": (("published", "documents.csv"),),
    }
    assert known["news/B/c.TXT"] == {"publisher": "Varn Post"}
    assert known["news/a.md"] == {}


def test_documents_csv_counts_for_a_file_named_outright(folder):
    (folder / "news" / "documents.csv").write_text("path,publisher\nb.txt,The Courier\nabsent.txt,Post\n")
    (source,) = find_sources(["news/b.txt"], SUFFIXES)
    assert source.fields == {"publisher": "The Courier"}
    assert names("news/documents.csv") == []


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("path\nabsent.txt\n", "news/documents.csv:2: names 'absent.txt', which is not there; mend the path"),
        ("path,published\nb.txt,2 May\n", "news/documents.csv:2: published '2 May' is not an ISO 8601 date;"),
        ("path\nb.txt\n./b.txt\n", "news/documents.csv:3: './b.txt' stands in an earlier row;"),
        ("path,publisher\n,Post\n", "news/documents.csv:2: the row names no file;"),
        ("file,publisher\nb.txt,Post\n", "news/documents.csv:1: has no column path;"),
        ('path,title\nb.txt,"open\n', "news/documents.csv:2: not CSV (unexpected end of data);"),
        ("", "news/documents.csv:1: has no column path;"),
    ],
)
def test_a_bad_row_is_named_and_the_documents_are_read(folder, table, line):
    known, errors = sidecar(folder, table)
    assert list(known) == ["news/B/c.TXT", "news/a.md", "news/b.txt"]
    assert len(errors) == 1
    assert errors[0].startswith(line)
