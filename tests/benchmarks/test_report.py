from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.__main__ import main
from benchmarks.aims import aims
from benchmarks.report import BEGIN, END, report, table, write_page
from benchmarks.results import Corpus, Growth, Jobs, Length, Reconciled, Results, Speed, load
from benchmarks.stats import Sample, sample

RIGHT = {"recall": 0.99, "with_unit": 0.98, "with_bound": 0.97, "precision": 1.0, "distracted": 0.0}
THEIRS = {"recall": 0.9, "with_unit": 0.8, "with_bound": None, "precision": 0.6, "distracted": 0.8}


def speed(name: str, use: str, seconds: float, right=RIGHT) -> Speed:
    return Speed("made up", name, "1.0", use, 100, 1_000_000, sample([seconds]), right)


RESULTS = Results(
    mode="short", date="2031-05-06", machine={"processor": "Abacus 3"}, versions={"recon": "1.0"},
    startup=sample([0.4, 0.5, 0.6]), startup_peak=80_000_000,
    corpora=[Corpus("made up", 100, 1_000_000, 5.0)],
    speeds=[
        speed("recon", "command, cold, less start-up", 0.02),
        speed("recon", "object, the same again", 0.02),
        speed("quantulum3", "one by one, warm", 40.0, THEIRS),
    ],
    growth=[Growth(size, 100, sample([size / 1e8]), size, RIGHT) for size in (1_000_000, 10_000_000, 100_000_000)],
    lengths=[
        Length("news, one article", [1000, 2000], [0.01, 0.02], 1.0, stopped=False),
        Length("7|7|…", [1000, 2000], [0.01, 0.04], 2.0, stopped=True),
        Length("never ends", [], [], None, stopped=True),
    ],
    jobs=[Jobs(1, 1_000_000, sample([2.0]), sample([2.0])), Jobs(2, 1_000_000, sample([1.0]), sample([2.2]))],
    reconciled=[
        Reconciled(kind, articles, sample([seconds]), 200_000_000, 12_000_000, "1.0", "2031-05-06")
        for kind, articles, seconds in (
            ("many stories", 1_000, 10.0), ("many stories", 2_000, 21.0),
            ("one story", 500, 2.0), ("one story", 1_000, 8.0),
        )
    ],
    notes=["CQE is left out: it is not installed"],
)  # fmt: skip


def test_ratios_and_accuracy_stand_beside_absolute_numbers() -> None:
    said = report(RESULTS)
    assert "| recon: command, cold, less start-up |" in said
    assert " 50,000 |            2,000 |" in said
    assert "| quantulum3 | 1.00 |       0.900 |    0.800 |         – |     0.600 |" in said
    assert "Abacus 3" in said
    assert "CQE is left out" in said
    assert "Time grows as size to the 1.00." in said


def test_time_stands_beside_the_articles_as_a_ratio() -> None:
    said = report(RESULTS)
    assert "| many stories |    2,000 | 21.00 |               95 |               2.00 |           2.10 |" in said
    assert "many stories as articles to the 1.07, one story as articles to the 2.00." in said


def test_what_grows_too_fast_is_flagged() -> None:
    said = report(RESULTS)
    assert next(line for line in said.splitlines() if "superlinear" in line).startswith("| 7\\|7\\|… ")
    assert "did not end" in said


def test_aims_are_met_or_not() -> None:
    met = {one.aim.partition(":")[0]: one.met for one in aims(RESULTS)}
    assert met == {
        "start-up": True,
        "command, cold, less start-up": True,
        "object, the same again": False,
        "time linear in the size of the batch": True,
        "memory at most 300 MB over the start-up's": True,
        "time linear in one document's length, whatever it holds": False,
        "1,000 articles reconciled": True,
        "time of reconciling linear in the articles": False,
        "reconciling takes at most 2 GB": True,
        "two jobs": True,
    }


def test_sections_that_were_not_measured_are_left_out() -> None:
    bare = replace(RESULTS, corpora=[], speeds=[], growth=[], lengths=[], jobs=[], reconciled=[])
    assert "###" in report(bare)
    assert "growing" not in report(bare)
    assert [one.aim for one in aims(bare)] == ["start-up: at most 0.6 CPU s"]


def test_results_come_back_from_their_file(tmp_path) -> None:
    RESULTS.save(tmp_path / "results.json")
    assert load(tmp_path / "results.json") == RESULTS


def test_a_table_is_aligned() -> None:
    assert table(("a", "number"), [("x", "1"), ("long", "22")]).splitlines() == [
        "| a    | number |",
        "| ---- | -----: |",
        "| x    |      1 |",
        "| long |     22 |",
    ]


def test_the_page_keeps_what_stands_around_the_results(tmp_path) -> None:
    pytest.importorskip("matplotlib")
    page = tmp_path / "benchmarks.md"
    page.write_text(f"# Before\n\n{BEGIN}\nyesterday\n{END}\nafter\n", encoding="utf-8")
    written = write_page(RESULTS, tmp_path)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Before\n\n")
    assert text.endswith(f"{END}\nafter\n")
    assert "yesterday" not in text
    images = [path for path in written if path.suffix == ".svg"]
    assert len(images) == 3
    first = [path.read_bytes() for path in images]
    write_page(RESULTS, tmp_path)
    assert [path.read_bytes() for path in images] == first


def test_a_page_without_its_markers_is_left_alone(tmp_path) -> None:
    (tmp_path / "benchmarks.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(ValueError, match="between which the results would go"):
        write_page(RESULTS, tmp_path)


def test_the_command_generates_articles(tmp_path, capsys) -> None:
    texts, gold = tmp_path / "articles.jsonl", tmp_path / "gold.jsonl"
    main(["generate", "0.02", str(texts), "--gold", str(gold), "--seed", "5"])
    assert texts.read_text(encoding="utf-8").count("\n") == gold.read_text(encoding="utf-8").count("\n") > 0
    assert "articles" in capsys.readouterr().err


def test_an_unknown_contender_is_refused(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["short", "--python", "nobody=/usr/bin/python3"])
    assert "NAME one of quantulum3, Recognizers-Text, CQE" in capsys.readouterr().err


def test_a_spread_is_told_where_there_is_one() -> None:
    assert "0.50 (0.40 to 0.60) CPU s" in report(RESULTS)
    assert Sample(1, 1, 1, 1) == sample([1])
