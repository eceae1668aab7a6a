"""recon.read and what follows: the words of the command line, on the same code, with nothing from where it runs."""

import datetime as dt
import json
import subprocess
import sys
from types import SimpleNamespace

import polars as pl
import pytest
from typer.testing import CliRunner

import recon
from recon import Estimate, hookimpl
from recon.cli.app import app
from recon.errors import ReadError, ReconError, UsageError
from recon.exports import TABLES
from recon.model import Document, Figure, Finding

ARTICLES = {
    "a.txt": "---\ntitle: Dam breaks above Varn, 30 missing\nsource: The Courier\ndate: 2024-05-02\n---\n"
    "About 30 people are missing in Varn, the mayor said. The lake is 16 km (16 miles) long.\n",
    "b.txt": "---\nsource: Varn Post\ndate: 2024-05-04\n---\n"
    "At least 45 people are missing in Varn, the mayor said on 3 May 2024. The dam cost $12 million.\n",
}


@pytest.fixture
def news(tmp_path, monkeypatch):
    (tmp_path / "news").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "news" / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return "news"


def printed(*arguments):
    return CliRunner().invoke(app, list(arguments), catch_exceptions=False).stdout


def test_it_reads_like_the_command_line(news):
    assert repr(recon.read(news)) == "<2 documents>"
    checked = recon.read(news).extract().check()
    assert [one.code for one in checked] == ["RC101"]
    assert checked.text() == printed("check", news)
    assert checked.json() == printed("check", news, "--format", "json")
    made = recon.read(news).reconcile()
    assert made.text() == printed("reconcile", news)
    assert made.json() == printed("reconcile", news, "--format", "json")
    assert made.markdown() == printed("reconcile", news, "--format", "markdown")
    key = made.series["key"][0]
    assert made[key].explain() == printed("reconcile", news, "--explain", key)
    assert made.match("dam").text() != made.text()


def test_each_way_to_a_stage_gives_the_same(news):
    articles = recon.read(news)
    assert articles.extract().check() == articles.check()
    ways = [articles.reconcile(), articles.extract().reconcile(), articles.extract().check().reconcile()]
    assert len({way.json() for way in ways}) == 1
    assert articles.check() == articles.check()  # the first run leaves nothing behind


def test_frames_have_the_columns_of_the_tables(news):
    extraction = recon.read(news).extract()
    assert extraction.figures.columns == list(TABLES["figures"])
    assert (
        extraction.figures.height == len(extraction) == len(printed("extract", news, "--format", "jsonl").splitlines())
    )
    assert recon.read(news).extract(everything=True).figures.height > extraction.figures.height
    made = recon.read(news).reconcile()
    for name, columns in TABLES.items():
        assert getattr(made, name).columns == list(columns)
    assert made.claims.filter(pl.col("said_by").str.ends_with("mayor")).height == 3
    assert made.findings["code"].to_list() == ["RC101"]
    assert recon.read(news).documents["publisher"].to_list() == ["The Courier", "Varn Post"]


def test_going_through_a_stage_gives_plain_values(news):
    assert all(isinstance(one, Document) for one in recon.read(news))
    assert all(isinstance(one, Figure) for one in recon.read(news).extract())
    assert all(isinstance(one, Finding) for one in recon.read(news).check())
    made = recon.read(news).reconcile()
    assert [len(one) for one in made] == sorted((len(one) for one in made), reverse=True)
    one = next(iter(made))
    assert [claim.id for claim in one] == one.claims["id"].to_list()
    assert {estimate.by for estimate in one.estimates} >= {"latest", "range"}
    assert all(estimate.series == one.key for estimate in one.estimates)


def test_options_are_those_of_the_command_line(news):
    articles = recon.read(news)
    assert len(articles.check(ignore="RC101")) == 0
    assert len(articles.check(select=["RC2"])) == 0
    assert articles.check(severity={"RC101": "warning"}).items[0].severity == "warning"
    assert not articles.check(severity={"RC101": "warning"}).fails()
    assert articles.check().fails()
    assert articles.check(severity={"RC101": "warning"}).fails("warning")
    assert articles.reconcile(reconcilers=["latest"]).estimates["by"].unique().to_list() == ["latest"]
    assert articles.extract(extractor="quantulum3").extractor == "quantulum3"
    weighed = recon.read_text("At least 45 people are missing in Varn, the mayor said.", id="draft").check(against=news)
    assert "RC501" in {one.code for one in weighed}


@pytest.mark.parametrize(
    ("step", "option", "hint"),
    [("check", "selct", "did you mean select"), ("reconcile", "reconciler", "did you mean reconcilers"),
     ("check", "zzz", "it takes ")],
)  # fmt: skip
def test_an_option_that_there_is_not_is_refused(news, step, option, hint):
    with pytest.raises(UsageError, match=f"{step} takes no '{option}'; {hint}"):
        getattr(recon.read(news), step)(**{option: "x"})


def test_jobs_change_nothing(news):
    assert recon.read(news).reconcile(jobs=2).json() == recon.read(news).reconcile().json()


def test_nothing_is_taken_from_the_working_directory_unless_it_is_named(news, tmp_path):
    (tmp_path / "recon.toml").write_text('ignore = ["RC101"]\nreconciler = ["range"]\n')
    (tmp_path / "recon.overrides.toml").write_text("this is no TOML")
    assert len(recon.read(news).check()) == 1
    assert set(recon.read(news).reconcile().estimates["by"]) >= {"latest", "range"}
    for named in (tmp_path, tmp_path / "recon.toml", {"ignore": ["RC101"]}, "."):
        assert len(recon.read(news, config=named).check()) == 0
    with pytest.raises(ReconError, match=r"recon\.overrides\.toml"):
        recon.read(news, config=tmp_path).reconcile()
    only = recon.read(news, config=tmp_path).reconcile(ignore_overrides=True)
    assert only.estimates["by"].unique().to_list() == ["range"]


@pytest.mark.parametrize(
    ("config", "problem"),
    [({"ignroe": []}, "config: recon knows no key 'ignroe'"), ("no.toml", "no.toml: no such file")],
)
def test_configuration_that_is_none_is_refused(news, config, problem):
    with pytest.raises(UsageError, match=problem):
        recon.read(news, config=config)


def test_what_cannot_be_read_is_a_finding_and_the_rest_goes_on(news, tmp_path):
    (tmp_path / "news" / "c.txt").write_bytes(b"\xff\xfe\xff")
    articles = recon.read(news)
    assert [one.doc for one in articles.problems] == ["news/c.txt"]
    assert "1 problem" in repr(articles)
    assert [one.code for one in articles.check()] == ["RC101", "RX901"]
    assert articles.check().json() == printed("check", news, "--format", "json")
    assert articles.reconcile().json() == printed("reconcile", news, "--format", "json")


@pytest.mark.parametrize(
    ("paths", "problem"),
    [(["no/where"], "no/where: no such file"), ([], "there is nothing to read"), (["-"], "read_text")],
)
def test_where_nothing_can_be_read_it_says_so(news, paths, problem):
    with pytest.raises(ReconError, match=problem):
        recon.read(*paths)


def test_a_text_of_ones_own():
    articles = recon.read_text(
        "Some 30 people died.", title="Dam kills 30", publisher="The Courier", published="2031-05-02"
    )
    assert next(iter(articles)).published == dt.date(2031, 5, 2)
    assert [figure.part for figure in articles.extract()] == ["title", "body"]
    with pytest.raises(UsageError, match="takes no 'outlet'"):
        recon.read_text("x", outlet="y")
    with pytest.raises(UsageError, match="published is a day such as"):
        recon.read_text("x", published="soon")


def test_documents_of_ones_own():
    made = recon.read_documents(
        Document(id=name, text=f"Some {n} people died in Varn.") for n, name in enumerate("ab", 40)
    )
    assert made.extract().figures["value"].to_list() == [40.0, 41.0]
    with pytest.raises(ReadError, match="the id comes twice"):
        recon.read_documents([Document(id="a", text=""), Document(id="a", text="")])
    with pytest.raises(ReadError, match="this is a str, not a Document"):
        recon.read_documents(["a.txt"])


def test_a_plugin_object_is_in_force_beside_the_installed_ones(news):
    class Middle:
        name = "middle"

        def reconcile(self, series):
            values = [claim.value for claim in series.claims if claim.value is not None]
            if values:
                yield Estimate(series=series.key, at=None, low=None, best=sum(values) / len(values) + 0.5, high=None,
                               support=(series.claims[0].id,), why="the middle")  # fmt: skip

    @hookimpl
    def recon_reconcilers():
        return [Middle()]

    made = recon.read(news, plugins=[SimpleNamespace(recon_reconcilers=recon_reconcilers)]).reconcile()
    told = made.estimates.filter(pl.col("by") == "middle")
    assert told.height
    assert told["modelled"].to_list() == [["best"]] * told.height
    assert "modelled" in made.text()


def test_the_report_and_the_tables_are_written(news, tmp_path):
    page = recon.read(news).report(tmp_path / "report.html")
    assert "Varn" in page.read_text(encoding="utf-8")
    files = recon.read(news).reconcile().write_tables(tmp_path / "tables", ["csv"])
    assert sorted(path.stem for path in files) == sorted(TABLES)
    with pytest.raises(ReconError, match="cannot be written"):
        recon.read(news).report(tmp_path / "no" / "report.html")


def test_a_series_that_there_is_not(news):
    made = recon.read(news).reconcile()
    key = made.series["key"][0]
    with pytest.raises(UsageError, match=f"did you mean {key}"):
        made[key[:-1]]


def test_json_holds_what_the_frames_do(news):
    made = recon.read(news).reconcile()
    rows = json.loads(made.json())
    assert [one["id"] for series in rows["series"] for one in series["claims"]] == made.claims["id"].to_list()


def test_importing_recon_waits_for_none_of_it():
    script = (
        "import sys, recon\n"
        "print([name for name in ('polars', 'typer', 'recon.api', 'recon.engine') if name in sys.modules])\n"
        "recon.read; print('recon.api' in sys.modules, 'typer' in sys.modules, 'read' in dir(recon))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nTrue False True\n"
    with pytest.raises(AttributeError, match="has no attribute 'reed'"):
        recon.reed  # noqa: B018
