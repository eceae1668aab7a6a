import csv
import io
import json

import polars as pl
import pytest

from recon.tables import EXTRACTED


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_jsonl_has_exactly_the_columns_and_spans_of_the_file(recon, folder):
    found = rows(recon("extract", "news", "--format", "jsonl"))
    assert [row["text"] for row in found] == ["30", "30", "16 km", "16 miles", "45", "$12 million"]
    assert [row["part"] for row in found][:2] == ["title", "body"]
    for row in found:
        assert list(row) == list(EXTRACTED)
        with (folder / row["doc"]).open(encoding="utf-8", newline="") as file:
            assert file.read()[row["start"] : row["end"]] == row["text"]
    assert found[1]["bound"] == "about"
    assert found[-1]["unit_alternatives"][0] == "CAD"


def test_table(recon):
    result = recon("extract", "news/b.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].split()[:3] == ["news/b.txt:1:10", "45", "count"]
    assert result.stdout.endswith("2 figures in 1 document.\n")


def test_csv_and_parquet_hold_the_same(recon, folder):
    recon("extract", "news", "--format", "parquet", "--output", "f.parquet")
    table = pl.read_parquet(folder / "f.parquet")
    assert table.columns == list(EXTRACTED)
    read = list(csv.DictReader(io.StringIO(recon("extract", "news", "--format", "csv").stdout)))
    assert [row["id"] for row in read] == table["id"].to_list()
    assert read[-1]["unit_alternatives"] == "|".join(table["unit_alternatives"][-1])


def test_all_shows_what_is_no_quantity(recon, folder):
    (folder / "c.txt").write_text("On 3 May 2024 the 2nd dam broke.")
    assert rows(recon("extract", "c.txt", "--format", "jsonl")) == []
    kinds = {row["kind"] for row in rows(recon("extract", "c.txt", "--format", "jsonl", "--all"))}
    assert "ordinal" in kinds


def test_standard_input(recon):
    result = recon("extract", "-", "--format", "jsonl", "--stdin-filename", "x.md", stdin="Some 30 people.")
    assert [(row["doc"], row["value"]) for row in rows(result)] == [("x.md", 30)]


def test_records(recon, folder):
    (folder / "r.jsonl").write_text('{"id": "r1", "text": "Some 30 people.", "title": "40 dead"}\n')
    found = rows(recon("extract", "r.jsonl", "--format", "jsonl"))
    assert [row["id"] for row in found] == ["r1#title:0-2", "r1#body:5-7"]


def test_a_title_of_documents_csv_is_not_read(recon, folder):
    (folder / "news" / "documents.csv").write_text("path,title\nb.txt,Seventy missing and 88 dead\n")
    found = rows(recon("extract", "news/b.txt", "--format", "jsonl"))
    assert [row["part"] for row in found] == ["body", "body"]


def test_documents_that_fail_are_told_of_and_the_others_done(recon, folder):
    (folder / "news" / "c.txt").write_bytes(b"\xff")
    result = recon("extract", "news", "none.txt", "--format", "jsonl")
    assert result.exit_code == 0
    assert len(rows(result)) == 6
    assert result.stderr.splitlines() == [
        "recon: news/c.txt:1: not UTF-8 (byte 0xff, 0 bytes into the file); save it as UTF-8",
        "recon: none.txt: no such file or directory; check the path, which counts from the working directory",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.txt"], "none.txt: no such file"),
        (["news/documents.csv"], "there is nothing to read"),
        (["news", "--extractor", "none"], "there is no extractor 'none'; there are"),
        (["news", "--compare", "none"], "there is no extractor 'none'"),
        (["news", "--compare", "recon", "--format", "csv"], "--compare does not write csv"),
        (["news", "--output", "no/such/folder.csv"], "no/such/folder.csv: cannot be written: no such file"),
        (
            ["news", "--output", "news"],
            "news holds other files (a.txt) and no dataset; name an empty folder or a new one",
        ),
        (["news", "--format", "xml"], "--format"),
        (["--format", "csv"], "PATH"),
    ],
)
def test_what_cannot_run_exits_with_2(recon, arguments, words):
    result = recon("extract", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_an_output_is_written_whole_or_not_at_all(recon, folder):
    (folder / "out.jsonl").write_text("before")
    (folder / "out.jsonl").chmod(0o640)
    assert recon("extract", "none.txt", "--output", "out.jsonl").exit_code == 2
    assert (folder / "out.jsonl").read_text() == "before"
    assert recon("extract", "news", "--format", "jsonl", "--output", "out.jsonl").exit_code == 0
    assert len((folder / "out.jsonl").read_text().splitlines()) == 6
    assert (folder / "out.jsonl").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["news", "out.jsonl"]


def test_an_output_that_is_a_device_or_a_link_is_kept(recon, folder):
    (folder / "link").symlink_to("target.txt")
    assert recon("extract", "news", "--output", "link").exit_code == 0
    assert (folder / "link").is_symlink()
    assert "6 figures" in (folder / "target.txt").read_text()
    assert recon("extract", "news", "--output", "/dev/null").exit_code == 0


def test_compare(recon):
    result = recon("extract", "news/b.txt", "--compare", "recon", "--format", "jsonl")
    assert [row["same"] for row in rows(result)] == [True, True]


def test_compare_shows_differences_and_with_all_the_rest(recon, folder):
    (folder / "c.txt").write_text("At least 30 people lost 12 boats on 3 May.\n")
    shown = recon("extract", "c.txt", "--compare", "quantulum3").stdout.splitlines()
    assert shown[1] == "c.txt"
    assert shown[2].split() == "1:10 ≥30 bound 30 At least [30] people lost 12 boats…".split()
    assert "read alike" in shown[-3]
    whole = recon("extract", "c.txt", "--compare", "quantulum3", "--all").stdout
    assert "lost [12] boats" in whole
    assert len(whole.splitlines()) > len(shown)


def test_an_empty_document_has_no_figures(recon, folder):
    (folder / "e.txt").write_text("")
    result = recon("extract", "e.txt", "/dev/null")
    assert (result.exit_code, result.stdout) == (0, "0 figures in 2 documents.\n")


@pytest.mark.parametrize("read", ["news/a.txt", "news"])
def test_an_output_that_is_an_article_is_refused(recon, folder, read):
    article = folder / "news" / "a.txt"
    before = article.read_text(encoding="utf-8")
    refused = recon("extract", read, "--format", "csv", "--output", "news/a.txt")
    assert refused.exit_code == 2
    assert "one of the files to read" in refused.stderr
    assert article.read_text(encoding="utf-8") == before


def test_the_columns_of_a_table_are_those_of_the_configuration(recon, folder):
    (folder / "recon.toml").write_text('[readers.table]\ntext = "story"\npublished = "seen"\n')
    (folder / "a.csv").write_text("key,story,seen\n1,At least 40 people died in Varn.,2031-05-05\n")
    result = recon("extract", "a.csv")
    assert result.exit_code == 0
    assert "a.csv#row=1:1:10" in result.stdout
