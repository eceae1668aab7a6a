"""Saved web pages through the commands."""

import csv
import io
import json

import polars as pl
import pytest

from tests.readers.html.pages import page

GERMAN = (
    "Bei dem Hochwasser in der Region sind nach Angaben der Behörden mindestens 1.200 Menschen obdachlos geworden. "
    "Das teilte der Landrat am Dienstag mit. Die Feuerwehr war im Einsatz, und am Abend gab es keinen Strom."
)


@pytest.fixture
def saved(folder):
    """The page news/dam.html, its bytes."""
    data = page(
        head='<meta property="article:published_time" content="2031-05-05">',
        body="<p>The lake is 30 km (16 miles) long, the mayor said.</p>",
    ).encode()
    (folder / "news" / "dam.html").write_bytes(data)
    return data


def test_extract_gives_the_bytes_of_every_figure_in_each_format(recon, saved, folder):
    lines = recon("extract", "news", "--format", "jsonl").stdout.splitlines()
    found = [json.loads(line) for line in lines]
    for row in found:
        if row["doc"] == "news/dam.html":
            assert saved[row["source_start"] : row["source_end"]].decode() == row["text"]
        else:
            assert row["source_start"] is row["source_end"] is None
    assert sum(row["doc"] == "news/dam.html" for row in found) == 8
    recon("extract", "news", "--format", "parquet", "--output", "f.parquet")
    table = pl.read_parquet(folder / "f.parquet")
    assert table["source_end"].to_list() == [row["source_end"] for row in found]
    read = csv.DictReader(io.StringIO(recon("extract", "news", "--format", "csv").stdout))
    assert [row["source_start"] for row in read] == [str(row["source_start"] or "") for row in found]
    assert recon("verify", "f.parquet", "news").stdout.endswith("each where it stood.\n")


def test_check_names_line_and_column_of_the_page_and_sarif_its_bytes(recon, saved):
    before = saved[: saved.index(b"30 km")].decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    result = recon("check", "news/dam.html", "--select", "RC101")
    assert result.stdout.startswith(f"news/dam.html:{line}:{column}: RC101 error")
    assert "30 km (16 miles)" in result.stdout
    told = json.loads(recon("check", "news/dam.html", "--select", "RC101", "--format", "sarif").stdout)
    [region] = [one["locations"][0]["physicalLocation"]["region"] for one in told["runs"][0]["results"]]
    assert saved[region["byteOffset"] :][: region["byteLength"]] == b"30 km (16 miles"
    assert (region["startLine"], region["endLine"]) == (line, line)
    assert region["endColumn"] - region["startColumn"] == len("30 km (16 miles")
    assert "charOffset" not in region


def test_reconcile_says_where_every_date_is_from(recon, saved, folder):
    (folder / "wire.jsonl").write_text('{"id": "w", "text": "Some 30 people.", "date": "2031-05-06"}\n')
    told = json.loads(recon("reconcile", "news", "wire.jsonl", "--format", "json").stdout)
    assert {one["id"]: one["dates_from"] for one in told["documents"]} == {
        "news/a.txt": {"published": "front matter"},
        "news/b.txt": {"published": "documents.csv"},
        "news/dam.html": {"published": "meta article:published_time"},
        "w": {"published": "record"},
    }


def test_what_is_in_another_language_is_set_aside_and_counted(recon, folder):
    (folder / "news" / "de.txt").write_text(GERMAN, encoding="utf-8")
    result = recon("extract", "news", "--format", "jsonl")
    assert "news/de.txt" not in result.stdout
    assert result.stderr.splitlines() == [
        "recon: news/de.txt: is in German, for which recon has no grammar, and is set aside",
        "recon: 1 document set aside for the language",
    ]
    assert result.exit_code == 0
    assert recon("extract", "news/de.txt").exit_code == 2
