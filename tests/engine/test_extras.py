import re
import sys
import tomllib
from pathlib import Path

import pytest

from recon.builtin import BUILTIN
from recon.engine import discover
from recon.errors import ReadError
from recon.host import Host
from recon.intake import read
from recon.model import Document, Finding

ROOT = Path(__file__).parents[2]


@pytest.fixture
def without(monkeypatch):
    """As if what the extras bring were not installed."""
    for name in [*sys.modules]:
        if name.partition(".")[0] in ("pypdfium2", "fastwarc"):
            monkeypatch.delitem(sys.modules, name)
    for name in ("pypdfium2", "fastwarc"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("news/a.txt", "news/b.pdf", "news/c/d.pdf", "news/e.warc.gz", "news/f.csv", "news/g.xml", "h.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("Some 30 people.")
    return tmp_path


def told(*paths):
    items = read(paths, Host(BUILTIN).readers)
    return [item.id if isinstance(item, Document) else str(getattr(item, "message", item)) for item in items]


def test_a_file_whose_extra_is_missing_is_one_line(without, folder):
    assert told("h.pdf") == ["h.pdf: reading PDF needs an extra; pip install 'recon-figures[pdf]'"]


def test_files_of_a_folder_are_named_once_a_type(without, folder):
    assert told("news", "h.pdf") == [
        "news/a.txt",
        "h.pdf: reading PDF needs an extra; pip install 'recon-figures[pdf]'",
        "news: 2 files of .pdf: reading PDF needs an extra; pip install 'recon-figures[pdf]'",
        "news/e.warc.gz: reading WARC needs an extra; pip install 'recon-figures[warc]'",
    ]


def test_the_extras_that_are_named_exist():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    sources = "".join(path.read_text() for path in sorted((ROOT / "recon" / "readers").rglob("*.py")))
    named = {*re.findall(r'extra="(\w+)"', sources), *re.findall(r"recon-figures\[(\w+)\]", sources)}
    assert named == {"delta", "html", "pdf", "warc"}
    assert named <= set(declared)


def test_tables_and_xml_are_read_where_they_are_named(folder):
    (folder / "news" / "f.csv").write_text("text\nForty died.\n")
    assert told("news/f.csv") == ["news/f.csv#row=1"]
    assert told("news/*.csv") == ["news/f.csv#row=1"]
    assert [one for one in told("news") if "f.csv" in one or "g.xml" in one] == []


def test_what_is_set_aside_is_a_note_and_no_failure(folder):
    (folder / "a.rss").write_text("<rss><channel><item><description>Teaser</description></item></channel></rss>")
    (finding,) = read(["a.rss"], discover().readers)
    assert isinstance(finding, Finding)
    assert (finding.code, finding.severity, finding.doc) == ("RX913", "info", "a.rss")
    assert finding.message == "a.rss: 1 of 1 entries are teasers, set aside; save the articles they link to"


def test_a_bad_row_does_not_end_the_table(folder):
    (folder / "a.csv").write_text("text,date\nForty died.,2031-05-05\nx,May\nFifty died.,\n")
    first, error, last = read(["a.csv"], discover().readers)
    assert isinstance(error, ReadError)
    assert (first.id, str(error).partition(";")[0], last.id) == (
        "a.csv#row=1",
        "a.csv:3: date 'May' is not an ISO 8601 date",
        "a.csv#row=3",
    )
