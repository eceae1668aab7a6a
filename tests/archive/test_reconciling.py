"""A dataset in the place of articles."""

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import recon
from recon.archive.manifest import read_manifest
from recon.cli.app import app


@pytest.fixture
def command(news):
    def run(*arguments):
        done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
        return done.exit_code, done.stdout, done.stderr

    return run


def never(*_):
    raise AssertionError


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_dataset_reconciles_as_its_articles_do(command, news, jobs):
    assert command("extract", "news", "--output", "data/")[0] == 0
    _, from_articles, _ = command("reconcile", "news", "--format", "json")
    (news / "news").rename(news / "gone")
    status, from_dataset, _ = command("reconcile", "data", "--format", "json", "--jobs", jobs)
    assert status == 0
    assert from_dataset == from_articles
    told = json.loads(from_dataset)
    assert len(told["documents"]) == 68
    assert {one["code"] for one in told["findings"]} >= {"RX901"}


def test_what_could_not_be_read_is_told_with_its_file(command, news):
    (news / "news" / "e.txt").write_text("Au moins quarante personnes sont mortes mardi dans la ville. " * 9)
    assert command("extract", "news", "--output", "data/")[0] == 0
    _, _, told = command("reconcile", "data")
    lines = told.splitlines()
    assert any(line.startswith("recon: news/b.jsonl:16: not JSON") for line in lines), told
    assert any(line.startswith("recon: news/d.txt: not UTF-16") for line in lines), told
    assert "recon: 1 document set aside for the language" in lines


def test_the_figures_are_not_extracted_again(command, news, monkeypatch):
    command("extract", "news", "--output", "data/")

    monkeypatch.setattr("recon.extraction.GrammarExtractor.extract", never)
    status, told, _ = command("reconcile", "data")
    assert status == 0
    assert "claims" in told


def test_a_dataset_that_is_not_complete_is_read_and_said_to_be_so(command, news):
    command("extract", "news", "--output", "data/")
    replace(read_manifest(news / "data"), complete=False).write(news / "data")
    status, _, told = command("reconcile", "data")
    assert status == 0
    assert "recon: data: the run that wrote it has not come to its end; the same recon extract again goes on" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("data", "news"), "data is a dataset, and is read alone"),
        (("data", "--extractor", "recon"), "the figures of data are extracted already; leave out --extractor"),
    ],
)
def test_what_does_not_go_together(command, arguments, words):
    command("extract", "news", "--output", "data/")
    status, _, told = command("reconcile", *arguments)
    assert status == 2
    assert told.splitlines()[-1].startswith(f"recon: {words}")


def test_a_broken_shard_is_one_line(command, news):
    command("extract", "news", "--output", "data/")
    (news / "data" / "part-000000" / "figures.parquet").write_bytes(b"PAR1 and no more")
    status, _, told = command("reconcile", "data")
    assert status == 2
    assert told.splitlines()[-1].startswith("recon: data/part-000000/figures.parquet: cannot be read: ")


def test_another_layout_is_refused(command, news):
    command("extract", "news", "--output", "data/")
    manifest = news / "data" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"layout": 1', '"layout": 9'))
    status, _, told = command("reconcile", "data")
    assert status == 2
    assert told == "recon: data/manifest.json: has the layout 9, and this recon knows 1; extract into a new folder\n"


def test_a_dataset_is_reported_as_its_articles_are(command, news):
    command("extract", "news", "--output", "data/")
    _, from_articles, _ = command("report", "news", "--title", "Varn")
    status, from_dataset, _ = command("report", "data", "--title", "Varn")
    assert status == 0
    assert from_dataset == from_articles
    assert "<h1" in from_dataset


def test_python_reads_a_dataset_as_its_articles(command, news, monkeypatch):
    command("extract", "news", "--output", "data/")
    from_articles = recon.read("news").reconcile().json()
    articles = recon.read("data")
    assert len(articles) == 68
    assert [one.code for one in articles.problems] == ["RX901", "RX901"]
    monkeypatch.setattr("recon.extraction.GrammarExtractor.extract", never)
    assert articles.reconcile().json() == from_articles
    assert len(articles.extract()) == len(articles.reconcile().claims)


def test_python_reads_a_dataset_alone(command, news):
    command("extract", "news", "--output", "data/")
    with pytest.raises(recon.UsageError, match="data is a dataset, and is read alone"):
        recon.read("data", "news")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "data"),
        ("extract", "data"),
        ("extract", "data", "--output", "more/"),
        ("check", "news/c0.txt", "--against", "data"),
        ("diff", "data", "news"),
        ("verify", "figures.jsonl", "data"),
    ],
)
def test_where_articles_are_read_a_dataset_is_refused_in_one_line(command, news, arguments):
    command("extract", "news", "--output", "data/")
    command("extract", "news/c0.txt", "--format", "jsonl", "--output", "figures.jsonl")
    status, _, told = command(*arguments)
    assert status == 2
    refused = "data: is a dataset, and holds figures in the place of articles; name its articles here; "
    assert sum(refused in line for line in told.splitlines()) == 1


def test_a_dataset_among_articles_is_none_of_them(command, news):
    _, before, _ = command("extract", "news", "--format", "jsonl")
    command("extract", "news", "--output", "news/figures/")
    _, after, _ = command("extract", "news", "--format", "jsonl")
    assert after == before
