"""One set of made-up articles as archives of every kind that recon reads, as large as such files are.

The articles are those of `benchmarks.stories`. The same seed gives the same bytes, and a smaller archive holds the
beginning of a larger one.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import html
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from itertools import chain, islice, repeat
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.dressing import dressed
from benchmarks.stories import stories
from benchmarks.webpages import WebPage

Row = Mapping[str, Any]
Writer = Callable[[Iterable[Row], Path], Iterator[Path]]
A_FOLDER = 1_000
"""Files of one folder: that many a file system lists at once."""
A_FEED = 50
"""Entries of one feed."""
A_TABLE = 10_000
"""Rows of one CSV or Parquet file."""
A_CRAWL = 500
"""Pages of one WARC. Those of CC-NEWS have some 30,000; that many would take minutes to make up."""
CRAWLED = "2031-01-02T03:04:05Z"
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "€": "EUR ", "…": "..."})
"""For the fonts that every PDF reader brings, which know Latin-1 alone."""
ELSE = " The harbour was quiet, and nobody on the quay could say when the others would follow them out to sea." * 2
FRENCH = (
    "Les secours cherchaient encore mardi soir des habitants que personne n'a revus depuis la crue du fleuve. ",
    "La mairie a ouvert deux écoles et un gymnase pour ceux qui ne peuvent plus rentrer chez eux. ",
    "Selon le ministère, les routes de la vallée resteront fermées jusqu'à la fin de la semaine au moins. ",
    "Un porte-parole a indiqué que les dégâts seraient chiffrés dès que l'eau se serait retirée des quais. ",
    "Plusieurs villages sont toujours privés d'électricité, et le courant ne reviendra pas avant jeudi. ",
    "Le préfet a demandé aux automobilistes d'éviter le pont, où des travaux ont commencé dans la nuit. ",
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def write_archive(kind: str, articles: int, folder: Path, seed: int = 1) -> list[Path]:
    """So many articles as files of a kind, and what is to be named so that they are read: files, or a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if kind == NOTES:
        rows: Iterable[Row] = repeat({"publisher": "The Post", "published": "2031-01-02"}, articles)
        return list(_notes(rows, folder))
    if kind == ABROAD:
        first, others = islice(stories(seed), 1), islice(stories(seed), 1, articles)
        return list(_crawls(chain(first, map(in_french, others)), folder))
    written = list(KINDS[kind](islice(stories(seed), articles), folder))
    return written if kind in NAMED else [folder]


def page(row: Row) -> bytes:
    """An article as its site would send it."""
    title, *paragraphs = (html.escape(part, quote=False) for part in row["text"].split("\n\n"))
    body = "\n\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)  # so parted, `dressed` adds none between them
    declared = f"<!DOCTYPE html><html lang={row.get('language', 'en')}>"
    head = f"{declared}<head><meta charset=utf-8><title>{title} | {row['publisher']}</title></head>"
    article = f'<main id="main"><article class="story"><h1>{title}</h1>\n{body}</article></main>'
    bare = WebPage(design="story", markup=f"{head}<body>{article}</body></html>", numbers={})
    return dressed(bare, Random(f"page-{row['id']}")).markup.encode()


def in_french(row: Row) -> Row:
    """An article of that length in French, as its page declares."""
    rng, parts = Random(f"french-{row['id']}"), row["text"].split("\n\n")
    text = "\n\n".join("".join(rng.choice(FRENCH) for _ in range(1 + len(part) // 90)) for part in parts)
    return {**row, "text": text, "language": "fr"}


def _texts(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    for path, row in _placed(rows, folder, "txt"):
        path.write_text(row["text"], encoding="utf-8")
        yield path


def _pages(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    for path, row in _placed(rows, folder, "html"):
        path.write_bytes(page(row))
        yield path


def _sheets(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    fpdf = import_module("fpdf")
    for path, row in _placed(rows, folder, "pdf"):
        sheet = fpdf.FPDF(unit="pt")
        sheet.set_creation_date(dt.datetime(2031, 1, 1, tzinfo=dt.UTC))
        sheet.add_page()
        sheet.set_font("Helvetica", size=11)
        for paragraph in row["text"].translate(PLAIN).encode("latin-1", "replace").decode("latin-1").split("\n\n"):
            sheet.multi_cell(0, 14, paragraph, new_x="LMARGIN", new_y="NEXT")
            sheet.ln(8)
        sheet.output(str(path))
        yield path


def _letters(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    for path, row in _placed(rows, folder, "docx"):
        inner = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{html.escape(one, quote=False)}</w:t></w:r></w:p>'
            for one in row["text"].split("\n\n")
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            member = zipfile.ZipInfo("word/document.xml", (2031, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(member, f"<w:document {WORD}><w:body>{inner}</w:body></w:document>")
        yield path


def _lines(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    path = folder / "articles.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    yield path


def _notes(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    """Articles of a few lines, in any number: what is kept of each document shows, and not what its text takes."""
    path = folder / "notes.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, row in enumerate(rows):
            note = {
                **row,
                "id": f"https://post.example/2031/01/{number:09}",
                "text": f"Some {number % 900 + 20} boats left.{ELSE}",
            }
            file.write(json.dumps(note) + "\n")
    yield path


def _tables(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    for number, some in enumerate(_groups(rows, A_TABLE)):
        path = folder / f"articles-{number:04}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["id", "text", "publisher", "published"])
            writer.writeheader()
            writer.writerows(some)
        yield path


def _columns(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    polars = import_module("polars")
    for number, some in enumerate(_groups(rows, A_TABLE)):
        path = folder / f"articles-{number:04}.parquet"
        polars.DataFrame(some).write_parquet(path)
        yield path


def _feeds(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    for number, some in enumerate(_groups(rows, A_FEED)):
        items = "".join(map(_item, some))
        path = folder / f"feed-{number:05}.rss"
        path.write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>'
            f"<language>en</language>{items}</channel></rss>",
            encoding="utf-8",
        )
        yield path


def _item(row: Row) -> str:
    title, *paragraphs = (html.escape(part, quote=False) for part in row["text"].split("\n\n"))
    body = html.escape("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs), quote=False)
    day = dt.date.fromisoformat(row["published"])
    return (
        f"<item><title>{title}</title><link>https://post.example/{row['id']}</link><guid>post-{row['id']}</guid>"
        f"<pubDate>{day:%a, %d %b %Y} 06:00:00 GMT</pubDate><content:encoded>{body}</content:encoded></item>\n"
    )


def _crawls(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    """Each record a member of its own, and of each page the four records that a crawler of news writes."""
    for number, some in enumerate(_groups(rows, A_CRAWL)):
        path = folder / f"CC-NEWS-2031{number:08}.warc.gz"
        with path.open("wb") as file:
            about = b"software: made up\r\nformat: WARC File Format 1.0\r\n"
            file.write(_record("warcinfo", f"info-{number}", "", "application/warc-fields", about))
            for row in some:
                file.writelines(_exchange(row))
        yield path


def _exchange(row: Row) -> Iterator[bytes]:
    address, key = f"https://post.example/{row['id']}", row["id"]
    asked = f"GET /{key} HTTP/1.1\r\nUser-Agent: made-up/1.0\r\nAccept: text/html\r\nHost: post.example\r\n\r\n"
    body = page(row)
    fields = f"Server: nginx\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: {len(body)}"
    head = f"HTTP/1.1 200 OK\r\n{fields}\r\n\r\n"
    yield _record("request", f"q-{key}", address, "application/http; msgtype=request", asked.encode())
    yield _record("response", f"a-{key}", address, "application/http; msgtype=response", head.encode() + body)
    yield _record("metadata", f"m-{key}", address, "application/warc-fields", b"fetchTimeMs: 212\r\n")


def _record(kind: str, key: str, address: str, content: str, body: bytes) -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: {CRAWLED}\r\nWARC-Record-ID: <urn:uuid:{key}>\r\n{target}"
        f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=6, mtime=0) as file:
        file.write(head.encode() + body + b"\r\n\r\n")
    return packed.getvalue()


def _placed(rows: Iterable[Row], folder: Path, suffix: str) -> Iterator[tuple[Path, Row]]:
    """A file for each article, in folders that are no longer than `A_FOLDER`."""
    for number, row in enumerate(rows):
        inside = folder / f"{number // A_FOLDER:04}"
        inside.mkdir(exist_ok=True)
        yield inside / f"{number:07}.{suffix}", row


def _groups(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some


KINDS: Mapping[str, Writer] = {
    "text": _texts,
    "jsonl": _lines,
    "csv": _tables,
    "parquet": _columns,
    "feeds": _feeds,
    "docx": _letters,
    "pdf": _sheets,
    "html": _pages,
    "warc": _crawls,
}
NOTES = "short notes"
ABROAD = "warc in French"
"""The pages of a WARC in another language, all but the first."""
NAMED = frozenset({NOTES, "jsonl", "csv", "parquet", "feeds", "warc"})
"""The kinds whose files are few, and are named one by one: a table in a folder is not read."""
CLEANED = ("html", "warc")
"""The kinds of which an article has to be found in a page, and which are held against the cleaner alone."""
PAGED = (*CLEANED, "pdf", "docx")
"""The kinds whose reading is shared out to the processes of `--jobs`."""
