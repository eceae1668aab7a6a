"""Reading in several processes gives what reading in one does."""

import gzip
import json
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from recon.builtin import BUILTIN
from recon.errors import ReadError
from recon.hooks import hookimpl
from recon.host import Host
from recon.intake import read, read_sources
from recon.model import Document
from recon.readers.paths import find_sources

pytest.importorskip("fastwarc")
pytest.importorskip("trafilatura")

SENTENCES = "At least 40 people died in the floods at Varn on Tuesday, the ministry said in a statement. "


def page(number):
    body = "".join(f"<p>{SENTENCES * 2}Village {n} had {number + n} of them.</p>" for n in range(2, 6))
    return f"<html><head><title>Page {number}</title></head><body><article>{body}</article></body></html>".encode()


def record(number, body, status="200 OK"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:08d}>\r\n"
        f"WARC-Date: 2031-05-05T22:00:00Z\r\nWARC-Target-URI: https://r.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


@dataclass(frozen=True)
class Lines:
    """A reader whose parts are the lines of a .lines file: "stop" ends it, "fail" is a bad part."""

    name: str = "lines"
    suffixes: tuple[str, ...] = (".lines",)

    def read(self, path: Path):
        for part in self.parts(path):
            yield from self.read_part(part)

    def parts(self, path: Path):
        for number, line in enumerate(path.read_text().split()):
            yield str(path), number, line

    def read_part(self, part):
        path, number, line = part
        if line == "fail":
            raise ReadError(path, "a bad line", "mend it", number + 1)
        if line == "crash":
            raise ZeroDivisionError
        yield Document(id=f"{path}#line={number}", text=f"Some {line} boats left Varn.")


@dataclass(frozen=True)
class Stubborn(Lines):
    """It cannot be sent to another process."""

    name: str = "stubborn"
    suffixes: tuple[str, ...] = (".stubborn",)

    def __reduce__(self):
        raise TypeError("stays here")


def readers(*own):
    class Plugin:
        @hookimpl
        def recon_readers(self):
            return own

    return Host([*BUILTIN, Plugin()]).readers


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """One of each kind, whole and broken."""
    monkeypatch.chdir(tmp_path)
    empty = b"<html><body></body></html>"
    for number in range(5):
        Path(f"a{number}.html").write_bytes(page(number))
    Path("b.html").write_bytes(empty)
    records = [record(n, empty if n % 5 == 2 else page(n)) for n in range(30)]
    broken = bytearray(records[7])
    broken[40] ^= 0xFF
    Path("c.warc.gz").write_bytes(b"".join([*records[:7], bytes(broken), *records[8:]]))
    Path("d.warc").write_bytes(b"no archive")
    rows = [{"id": f"r{n}", "text": f"Some {n + 20} boats left Varn."} for n in range(12)]
    Path("e.jsonl").write_text("\n".join(["no json", *map(json.dumps, [*rows, rows[3]])]))
    Path("f.txt").write_text("Some 70 boats left.")
    Path("g.lines").write_text("30 31 fail 33 crash 35")
    Path("h.stubborn").write_text("36 37")
    Path("i.txt").write_bytes(b"\xff")
    Path("documents.csv").write_text("path,publisher\na1.html,Varn Post\nc.warc.gz,Varn Crawl\n")
    return tmp_path


def told(items):
    return [repr(item) for item in items]


def test_the_items_are_those_of_one_process_in_their_order(folder):
    own = readers(Lines(), Stubborn())
    alone = told(read(["."], own))
    assert told(read(["."], own, jobs=2)) == alone
    assert sum("Document(" in one for one in alone) == 5 + 24 + 12 + 1 + 4 + 2
    assert any("5 pages without an article" in one for one in alone)
    assert sum("a bad line" in one for one in alone) == 1


def test_a_reader_with_parts_goes_on_after_a_part_it_fails_on(folder):
    items = list(read(["g.lines"], readers(Lines()), jobs=2))
    assert [one.id for one in items if isinstance(one, Document)] == [f"g.lines#line={n}" for n in (0, 1, 3, 5)]


def test_no_process_is_started_for_what_is_read_at_once(folder, monkeypatch):
    def never(*_, **__):
        raise AssertionError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", never)
    assert len([one for one in read(["e.jsonl", "f.txt"], readers(), jobs=2) if isinstance(one, Document)]) == 13


def test_what_is_left_of_a_source_is_passed_over(folder):
    sources = find_sources(["c.warc.gz", "f.txt"], [".warc.gz", ".txt"])
    given = []
    for _, items in read_sources(sources, readers(), {}, jobs=2):
        given.append(next(items).id)
    assert given == ["c.warc.gz#offset=0", "f.txt"]


def test_little_is_read_ahead(folder):
    """A long archive is not taken into memory while its first pages are looked at."""
    Path("long.lines").write_text("41 " * 200_000)
    begun = time.monotonic()
    items = read(["long.lines"], readers(Lines()), jobs=2)
    assert isinstance(next(items), Document)
    assert time.monotonic() - begun < 20
    items.close()
