from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import archivepage, cost
from benchmarks.__main__ import main
from benchmarks.archived import Archives, Doubled, Rate, Resumed, Shared, load
from benchmarks.archives import Bench, Sizes, rates, resumed
from benchmarks.archiving import _beside
from benchmarks.kinds import KINDS, NOTES, write_archive
from benchmarks.report import around_results
from benchmarks.results import load as load_results
from benchmarks.shares import STAGES
from benchmarks.stats import sample
from recon.builtin import BUILTIN
from recon.host import Host
from recon.intake import read
from recon.model import Document

for extra in ("fastwarc", "fpdf", "trafilatura"):
    pytest.importorskip(extra)

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("kind", [*KINDS, NOTES])
def test_every_kind_is_read_and_says_what_all_say(kind, tmp_path):
    paths = write_archive(kind, 3, tmp_path)
    documents = list(read([str(path) for path in paths], Host(BUILTIN).readers))
    assert [type(one) for one in documents] == [Document] * 3
    (told, *_) = read([str(write_archive("jsonl", 3, tmp_path / "lines")[0])], Host(BUILTIN).readers)
    wanted = told.text.split("\n\n")[1] if kind != NOTES else "Some 20 boats left."
    assert wanted.split(". ")[0] in " ".join(documents[0].text.split())


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_archive_every_time_and_a_small_one_is_its_beginning(kind, tmp_path):
    def files(folder):
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    for name, articles in (("one", 2), ("again", 2), ("more", 3)):
        write_archive(kind, articles, tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "again")
    more = files(tmp_path / "more")
    whole = kind in ("text", "html", "pdf", "docx", "warc", "jsonl")  # what is closed at its end does not begin alike
    for path, data in files(tmp_path / "one").items():
        assert more[path].startswith(data) or not whole


def test_a_page_has_the_article_and_no_more(tmp_path):
    (document,) = read([str(write_archive("html", 1, tmp_path)[0])], Host(BUILTIN).readers)
    (article,) = read([str(write_archive("jsonl", 1, tmp_path / "lines")[0])], Host(BUILTIN).readers)
    assert document.text.removeprefix("# ").split() == article.text.split()


def test_pages_are_as_large_as_those_of_news_sites(tmp_path):
    write_archive("html", 5, tmp_path)
    sizes = sorted(path.stat().st_size for path in tmp_path.rglob("*.html"))
    assert 50_000 < sizes[2] < 300_000


def test_a_kind_is_measured_from_its_files_to_its_dataset(tmp_path):
    sizes = Sizes(runs=1, articles={"html": 4}, doubled={}, shared={}, killed={}, files=4)
    (rate,) = rates(Bench(tmp_path, lambda _: None), sizes, ["html"])
    assert (rate.articles, rate.files) == (4, 4)
    assert rate.figures > 4
    assert rate.stages["cleaning"] > rate.stages["writing"] > 0
    assert sum(rate.stages[stage] for stage in STAGES) == pytest.approx(rate.stages["whole"])
    assert rate.near is not None
    assert rate.driver is not None


def test_what_a_second_run_costs_is_measured(tmp_path):
    sizes = Sizes(runs=1, articles={}, doubled={}, shared={}, killed={}, files=3)
    rows = list(resumed(Bench(tmp_path, lambda _: None), sizes, ["html"]))
    assert [one.what for one in rows] == [
        "nothing changed", "one file of 3 changed", "every file's time changed, and no file",
    ]  # fmt: skip
    assert all(0 < one.cpu < 10 * one.whole for one in rows)


def stages(*seconds: float) -> dict[str, float]:
    return {**dict(zip(STAGES, seconds, strict=True)), "whole": sum(seconds)}


RESULTS = Archives(
    mode="long", date="2031-05-06", machine={"processor": "Abacus 3", "cores": "2"}, versions={"recon": "1.0"},
    rates=[
        Rate(
            kind="warc", articles=1_000, files=2, size=30_000_000, text=2_500_000, figures=13_000, written=1_500_000,
            startup=sample([1.0]), cpu=sample([11.0]), wall=sample([12.0]), near=sample([0.7, 0.75, 0.81]),
            stages=stages(2.0, 7.0, 0.5, 0.1, 0.4), driver=0.5, aside=sample([4.0]),
        )
    ],
    doubled=[
        Doubled(NOTES, 100_000, 10_000_000, 5.0, 50_000_000, 1.0, 40_000_000),
        Doubled(NOTES, 200_000, 20_000_000, 10.0, 80_000_000, 2.0, 90_000_000),
        Doubled("jsonl", 2_000, 5_000_000, 2.0, 40_000_000, 0.5, 4_000_000),
        Doubled("jsonl", 4_000, 10_000_000, 4.0, 80_000_000, 0.5, 8_000_000),
    ],
    shared=[
        Shared("warc", "jobs", 1, 1_000, 30_000_000, sample([12.0]), sample([11.0])),
        Shared("warc", "jobs", 2, 1_000, 30_000_000, sample([6.5]), sample([12.0])),
        Shared("warc", "nodes", 3, 1_000, 30_000_000, sample([16.0]), None),
    ],
    resumed=[Resumed("html", 1_000, 1_000, "nothing changed", 0.5, 0.6, 20.0, 1.0)],
    notes=["PDF is left out"],
)  # fmt: skip


def test_rates_are_less_the_start_up_and_beside_the_cleaners():
    said = archivepage.report(RESULTS)
    (row,) = [line for line in said.splitlines() if line.startswith("| warc  |    1,000 | 30.0 |")]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[6:] == ["100", "3.00", "0.25", "83", "0.75 (0.70 to 0.81)", "20"]
    assert "|     20% |      70% |         5% |      1% |       4% |" in said
    met = {one.aim: one.met for one in archivepage.aims(RESULTS)}
    assert met == {
        "warc: at least 0.8 of the cleaner's rate": False,
        "warc: extraction is the small part": True,
        "jsonl: memory flat while the archive doubles": False,
        "warc: two jobs at least 1.6 times one": True,
    }


def test_nodes_stand_beside_jobs():
    rows = [line for line in archivepage.report(RESULTS).splitlines() if "node" in line]
    assert [cell.strip() for cell in rows[-1].strip("|").split("|")] == [
        "warc", "3 nodes", "1,000", "16.0", "62", "1.88", "0.75", "–",
    ]  # fmt: skip


def test_results_come_back_from_their_file(tmp_path):
    RESULTS.save(tmp_path / "archives.json")
    assert load(tmp_path / "archives.json") == RESULTS


def test_what_is_measured_anew_stands_beside_what_is_saved():
    again = replace(RESULTS.rates[0], kind="html", articles=7)
    saved = replace(RESULTS, rates=[again, *RESULTS.rates])
    fresh = replace(RESULTS, rates=[replace(again, articles=8)], doubled=[], shared=[], resumed=[])
    merged = _beside(saved, fresh)
    assert [(one.kind, one.articles) for one in merged.rates] == [("html", 8), ("warc", 1_000)]
    assert (sorted(merged.doubled, key=repr), merged.shared) == (sorted(RESULTS.doubled, key=repr), RESULTS.shared)


def test_cost_is_articles_times_seconds():
    page = cost.page_of(RESULTS.rates[0])
    assert page.known == pytest.approx(0.01)
    assert page.other == pytest.approx(0.003)  # (4 - 1) seconds by 1,000
    said = cost.tables(RESULTS, load_results(DOCS / "benchmarks.json"))
    (year,) = [line for line in said.splitlines() if line.startswith("| the year 2025")]
    cells = [cell.strip() for cell in year.strip("|").split("|")]
    # 120.3 million: a fifth to a third of them at 10 ms, the others at 3
    assert cells[1:5] == ["120", "4,000 to 4,500", "3,700 to 4,200", "150 to 180"]
    assert cells[5:7] == ["24 to 40", "36 to 60"]
    assert "300 bytes" in said  # (80 - 50) MB by 100,000 documents
    assert "500 bytes" in said


def test_half_the_speed_is_twice_the_cost():
    (rate,) = RESULTS.rates
    slow = replace(rate, cpu=sample([21.0]))
    assert cost.page_of(slow).known == pytest.approx(2 * cost.page_of(rate).known)


def test_the_pages_say_what_was_measured():
    """`python -m benchmarks archive --write docs` and `python -m benchmarks cost --write` make them agree again."""
    measured = load(DOCS / archivepage.SAVED)
    for name, made in (
        (archivepage.PAGE, archivepage.report(measured)),
        (cost.PAGE, cost.tables(measured, load_results(DOCS / "benchmarks.json"))),
    ):
        page, before, after = around_results(DOCS, name)
        whole = page.read_text(encoding="utf-8")
        assert whole[len(before) : len(whole) - len(after)].split("-->", 1)[1].rpartition("<!--")[0].strip() == made


def test_the_page_on_cost_is_written_from_what_is_saved(tmp_path, capsys):
    RESULTS.save(tmp_path / "archives.json")
    (tmp_path / "benchmarks.json").write_bytes((DOCS / "benchmarks.json").read_bytes())
    (tmp_path / "cost.md").write_text("# Cost\n\n<!-- results -->\n<!-- end of results -->\nafter\n", encoding="utf-8")
    main(["cost", os.fspath(tmp_path), "--write"])
    written = (tmp_path / "cost.md").read_text(encoding="utf-8")
    main(["cost", os.fspath(tmp_path)])
    assert capsys.readouterr().out.strip() in written
    assert written.endswith("<!-- end of results -->\nafter\n")


def test_an_unknown_kind_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["archive", "--kinds", "html,tablets"])
    assert "tablets: there are text, jsonl" in capsys.readouterr().err
