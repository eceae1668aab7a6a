import csv
import sys

import polars as pl
import pytest

from recon.charts import drawing
from recon.exports import TABLES


@pytest.fixture
def story(folder):
    """Three articles of one count, beside those of the folder."""
    for name, number, day in (("c", 60, 5), ("d", 44, 6), ("e", 71, 7)):
        head = f"---\nsource: Radio {name.upper()}\ndate: 2024-05-0{day}\n---\n"
        text = f"{head}In Varn {number} people are missing, police said.\n"
        (folder / "news" / f"{name}.txt").write_text(text)
    return folder


def test_the_page_appears_whole_under_its_name(recon, story):
    done = recon("report", "news", "-o", "r.html", "--title", "Missing <in> Varn")
    assert (done.exit_code, done.stdout) == (0, "")
    page = (story / "r.html").read_text()
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert "<h1>Missing &lt;in&gt; Varn</h1>" in page
    assert page.count("<article ") == 5
    assert "One quantity printed in two units" in page
    assert page.count('class="recon-chart"') == 1
    assert not list(story.glob(".r.html*"))


def test_reconcile_writes_the_same_page(recon, story):
    recon("report", "news", "-o", "r.html", "--order", "claims")
    assert recon("reconcile", "news", "--format", "html").stdout == (story / "r.html").read_text()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_jobs_change_no_byte(process, story, jobs):
    done = process("report", "news", "--jobs", jobs)
    assert done.communicate()[0] == process("report", "news").communicate()[0]


def test_match_leaves_out_what_is_of_nothing_else(recon, story):
    recon("report", "news", "-o", "r.html", "--match", "dam")
    page = (story / "r.html").read_text()
    assert page.count("<article ") == 1
    done = recon("report", "news", "-o", "none.html", "--match", "zeppelin")
    assert "no series names zeppelin" in done.stderr


def test_the_reconcilers_named_are_those_drawn(recon, story):
    recon("report", "news", "-o", "r.html", "--reconciler", "range")
    page = (story / "r.html").read_text()
    assert ">range</text>" in page
    assert ">latest</text>" not in page
    assert '<th scope="row">latest' not in page


def test_tables_are_written_with_their_columns(recon, story):
    assert recon("report", "news", "-o", "r.html", "--tables", "out/tables").exit_code == 0
    for name, columns in TABLES.items():
        with (story / "out" / "tables" / f"{name}.csv").open(encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        frame = pl.read_parquet(story / "out" / "tables" / f"{name}.parquet")
        assert head == frame.columns == list(columns)
        assert len(rows) == len(frame)
        assert rows or name == "overrides"
    series = pl.read_parquet(story / "out" / "tables" / "series.parquet")
    claims = pl.read_parquet(story / "out" / "tables" / "claims.parquet")
    assert series["claims"].sum() == len(claims)
    assert set(claims["series"]) == set(series["key"])


def test_charts_are_written_as_files(recon, story):
    assert recon("report", "news", "-o", "r.html", "--chart-dir", "charts").exit_code == 0
    names = sorted(path.name for path in (story / "charts").iterdir())
    assert names == ["missing-varn.png", "missing-varn.svg"]
    assert (story / "charts" / "missing-varn.png").read_bytes().startswith(b"\x89PNG")
    assert "Missing in Varn" in (story / "charts" / "missing-varn.svg").read_text()


def test_a_folder_that_cannot_be_made_is_named(recon, story):
    (story / "file").write_text("")
    done = recon("report", "news", "-o", "r.html", "--tables", "file/tables")
    assert (done.exit_code, done.stderr) == (2, "recon: file/tables: cannot be written: not a directory\n")


def test_without_the_extra_the_page_says_how_to_add_charts(recon, story, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    monkeypatch.setattr(drawing, "find_spec", lambda _: None)
    done = recon("report", "news", "-o", "r.html")
    how = "pip install 'recon-figures[charts]'"
    assert (done.exit_code, how in done.stderr) == (0, True)
    page = (story / "r.html").read_text()
    assert '<p class="notice">This report has no charts' in page
    assert "<svg" not in page
    done = recon("report", "news", "-o", "r.html", "--chart-dir", "charts")
    assert (done.exit_code, how in done.stderr) == (2, True)


def test_markdown_for_a_message(recon, story):
    done = recon("report", "news", "--format", "markdown")
    lines = done.stdout.splitlines()
    assert lines[0] == "**5 articles, 1 number told more than once**"
    assert any(line.startswith("- **Missing in Varn**: newest 71, 2024-05-07") or "newest 71" in line for line in lines)
    assert any("(RC101)" in line for line in lines)


def test_markdown_of_hostile_text_has_no_markup_of_its_own(recon, folder):
    for name in "abc":
        text = f"At least {ord(name)} people died in Osk, the [x](javascript:1) <b>`*police* said.\n"
        (folder / "news" / f"{name}.txt").write_text(
            f"---\ntitle: <i> [a](b)\nsource: O* | <script>{name}\n---\n{text}"
        )
    out = recon("report", "news", "--format", "markdown").stdout
    assert "\\<script\\>" in out
    assert "<script>" not in out
    assert "[a](b)" not in out


def test_a_report_does_not_overwrite_what_it_reads(recon, folder):
    done = recon("report", "news/a.txt", "-o", "news/a.txt")
    assert done.exit_code == 2
    assert "is one of the files to read" in done.stderr


def test_what_was_decided_by_hand_is_marked_where_it_acts(recon, story):
    claim = '{ id = "news/d.txt#body:51-53", text = "44", words = "In Varn 44 people are missing" }'
    (story / "o.toml").write_text(f'[[set]]\nclaim = {claim}\nstatus = "forecast"\nwhy = "so the radio"\n')
    done = recon("report", "news", "-o", "r.html", "--overrides", "o.toml", "--order", "claims")
    assert done.exit_code == 0, done.stderr
    page = (story / "r.html").read_text()
    assert "by hand: set</span>" in page
    assert "so the radio (o.toml:1)" in page


def test_the_page_of_one_series_has_its_articles_alone(recon, story):
    page = recon("reconcile", "news", "--format", "html", "--explain", "missing-varn").stdout
    assert page.count('<section class="s"') == 1
    assert 0 < page.count("<article ") <= 5
