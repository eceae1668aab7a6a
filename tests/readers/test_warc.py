import datetime as dt
import gzip
import subprocess
import sys
import time
import zlib
from itertools import accumulate

import pytest

from recon.errors import NoArticleError
from recon.readers.formats import WarcReader
from recon.readers.html import article

pytest.importorskip("fastwarc")
pytest.importorskip("trafilatura")

SENTENCES = "At least 40 people died in the floods at Varn on Tuesday, the ministry said in a statement. "


def page(number=0):
    body = "".join(f"<p>{SENTENCES * 2}Village {n} had {n} of them.</p>" for n in range(2, 6))
    return f"<html><head><title>Page {number}</title></head><body><article>{body}</article></body></html>".encode()


def record(number=0, body=None, *, kind="response", status="200 OK", mime="text/html", headers="", length=None):
    body = page(number) if body is None else body
    http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}; charset=utf-8\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:08d}>\r\n"
        "WARC-Date: 2031-05-05T22:00:00Z\r\n"
        f"WARC-Target-URI: https://r.example/{number}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def chunked(body):
    parts = [body[at : at + 700] for at in range(0, len(body), 700)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in [*parts, b""])


@pytest.fixture
def read(tmp_path, found):
    def read(*records, gz=False, cut=0, damage=()):
        path = tmp_path / ("a.warc.gz" if gz else "a.warc")
        data = bytearray(b"".join(gzip.compress(one) if gz else one for one in records))
        for at in damage:
            data[at] ^= 0xFF
        path.write_bytes(data[: len(data) - cut])
        return found(WarcReader(), path)

    return read


def told(items):
    """The numbers of the pages that were read, and the errors."""
    urls = [item if isinstance(item, Exception) else int(item.url.rpartition("/")[2]) for item in items]
    return [url if isinstance(url, int) else url.problem for url in urls]


def starts(records):
    return [0, *accumulate(len(gzip.compress(one)) for one in records)]


@pytest.mark.parametrize("gz", [False, True])
def test_an_empty_archive_says_so(read, gz):
    (error,) = read(gz=gz)
    assert error.problem == "has no records"


def test_the_media_type_is_read_in_any_case_and_its_charset_goes_before_the_page_s(read):
    body = page(1).replace(b"<head>", b'<head><meta charset="utf-8">').replace(b"Village", b"\xa3 of \xd3d\xbc")
    first, second = read(
        record(1, body, mime="text/html; charset=iso-8859-2; x"), record(2, page(2), mime="Text/HTML;charset=UTF-8")
    )
    assert "Ł of Ódź 2 had 2" in first.text
    assert second.title == "Page 2"


@pytest.mark.parametrize("gz", [False, True])
def test_html_responses_become_documents(read, gz):
    records = [
        record(0, kind="request", body=b""),
        record(1),
        record(2, status="404 Not Found"),
        record(3, mime="image/png", body=b"\x89PNG"),
        record(4, kind="metadata"),
        record(5, mime="application/xhtml+xml"),
    ]
    first, second = read(*records, gz=gz)
    offset = len(gzip.compress(records[0])) if gz else len(records[0])
    assert first.id.endswith(f"#offset={offset}")
    assert (first.url, second.url) == ("https://r.example/1", "https://r.example/5")
    assert (first.title, first.fetched) == ("Page 1", dt.date(2031, 5, 5))
    assert ("fetched", "WARC-Date") in first.dates_from
    assert "At least 40 people died" in first.text


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Content-Encoding: deflate\r\n", lambda body: zlib.compress(body, wbits=-15)),
        ("Transfer-Encoding: chunked\r\n", chunked),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", lambda body: chunked(gzip.compress(body))),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", lambda body: body),
        ("Content-Encoding: br\r\n", lambda body: body),
    ],
)
def test_bodies_are_unpacked_as_sent_or_as_kept(read, headers, sent):
    first, last = read(record(1, sent(page(1)), headers=headers), record(2))
    assert (first.title, last.title) == ("Page 1", "Page 2")
    assert first.text.count("At least 40") == 8


@pytest.mark.parametrize(
    ("headers", "body", "problem"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page(1), mtime=0)[:40], "cannot be read (its gzip is damaged)"),
        ("Transfer-Encoding: chunked\r\n", chunked(page(1))[:900], "cannot be read (its last chunk is cut off)"),
        ("Content-Encoding: gzip\r\n", gzip.compress(b"<p>" * 10_000_000), "is longer than 10 MB"),
        ("", b"<p>" * 4_000_000, "is longer than 10 MB"),
    ],
)
def test_a_bad_body_costs_its_record(read, headers, body, problem):
    first = record(0)
    assert told(read(first, record(1, body, headers=headers), record(2))) == [
        0,
        f"the record at byte {len(first)} {problem}",
        2,
    ]


def test_a_damaged_gzip_member_is_named_and_skipped(read):
    records = [record(0), record(0, kind="request", body=b""), *(record(number) for number in (1, 2, 3))]
    at = starts(records)
    cannot = "cannot be read (gzip decompression error: data error)"
    assert told(read(*records, gz=True, damage=range(at[2] + 60, at[2] + 70))) == [
        0, f"the record at byte {at[2]} {cannot}", 2, 3,
    ]  # fmt: skip
    assert told(read(*records, gz=True, damage=[at[2]])) == [0, f"the record at byte {at[2]} {cannot}", 2, 3]
    assert told(read(*records, gz=True, damage=[0]))[1:] == [1, 2, 3]


@pytest.mark.parametrize("gz", [False, True])
@pytest.mark.parametrize("cut", [10, 200])
def test_a_cut_off_file_tells_of_its_last_record(read, gz, cut):
    records = [record(0), record(1)]
    zero, error = told(read(*records, gz=gz, cut=cut + 4))
    assert zero == 0
    assert error.startswith(f"the record at byte {starts(records)[1] if gz else len(records[0])} ")


def test_a_wrong_length_or_garbage_costs_what_it_is_in(read):
    first = record(0)
    cut_off = f"the record at byte {len(first)} is cut off"
    assert told(read(first, record(1, length=90_000), record(2), record(3))) == [0, cut_off, 2, 3]
    broken = record(1).replace(b"Content-Length: ", b"Content-Length: x")
    assert told(read(first, broken, record(2))) == [0, f"the record at byte {len(first)} has no whole head", 2]
    no_header = f"the record at byte {len(first)} cannot be read (invalid warc header)"
    assert told(read(first, b"garbage\r\n" * 50, record(2))) == [0, no_header, 2]


def test_a_file_compressed_in_one_piece_is_read_and_its_records_have_their_ids(tmp_path, found):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"".join(record(number) for number in range(40))))
    items = found(WarcReader(), path)
    assert told(items) == list(range(40))
    assert len({item.id for item in items}) == 40
    assert items[7].id.endswith("#record=00000007")
    path.write_bytes(path.read_bytes()[:-300])
    assert "compressed in one piece" in str(found(WarcReader(), path)[-1]) or len(found(WarcReader(), path)) < 40


def test_a_page_without_an_article_is_told_and_the_next_read(read):
    empty = b"<html><body></body></html>"
    first, page_, last = read(record(0, empty), record(1), record(2, empty))
    assert page_.title == "Page 1"
    assert isinstance(first, NoArticleError)
    assert isinstance(last, NoArticleError)


@pytest.mark.parametrize(
    ("name", "content"), [("a.warc", b"hello " * 99), ("a.warc.gz", b"hello"), ("a.warc", b"\x1f\x8b")]
)
def test_what_is_no_warc_is_one_line(tmp_path, found, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    (error,) = found(WarcReader(), path)
    assert error.problem == "not WARC"


MEASURE = """
import re, sys
from pathlib import Path
import recon.readers.warc as warc
from recon.model import Document
warc.article = lambda data, *, url, charset, id: Document(id=id, text=data.decode())
count = sum(1 for _ in warc.documents(Path(sys.argv[1])))
print(count, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells elsewhere what was used")
def test_memory_does_not_grow_with_the_file(tmp_path):
    one = record(1, b"<p>" + SENTENCES.encode() * 2_000)
    used = []
    for copies in (20, 300):
        path = tmp_path / f"{copies}.warc"
        path.write_bytes(one * copies)
        done = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
        count, megabytes = map(int, done.stdout.split())
        assert count == copies
        used.append(megabytes)
    assert path.stat().st_size > 50_000_000
    assert used[1] - used[0] < 10


def fails(data, *, url, charset, id):  # noqa: A002 - the field of Document
    if url.endswith("1"):
        raise RecursionError("maximum depth\nexceeded")
    if url.endswith("2"):
        time.sleep(5)
    return article(data, url=url, id=id)


def test_a_page_that_a_library_fails_on_costs_itself(read, monkeypatch):
    """Such pages there are, but none that the next version of a library fails on too."""
    monkeypatch.setattr("recon.readers.warc.article", fails)
    monkeypatch.setattr("recon.readers.warc.PAGE_SECONDS", 2.0)
    article(page(), id="warm")  # the library takes a second to import
    zero, error, slow, three = told(read(*map(record, range(4))))
    assert (zero, three) == (0, 3)
    assert error.endswith("cannot be read (RecursionError: maximum depth exceeded)")
    assert slow.endswith("takes over 2 seconds")
