"""Units of projects and plugins from an article to a finding, as users have them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from recon.extraction import GrammarExtractor
from recon.model import Document
from recon.units import currency_codes, lexicon

ROOT = Path(__file__).parents[2]
CONFIG = """
[units]
deny = ["stone", "C", "second"]

[units.define.tub]
words = ["tub of butter/tubs of butter"]
signs = ["tb"]
kind = "mass"
factor = 50
unit = "pound"
"""
ARTICLES = {
    "a.txt": "The dairy in Varn sold 10 tubs of butter (500 pounds) for $90 a tb. The cow weighs 90 stone at 20 C.\n",
    "b.txt": "The dairy in Varn sold 10 tubs of butter (900 pounds).\n",
}


@pytest.fixture
def run(tmp_path):
    """Run recon in a folder of articles with a configuration."""
    (tmp_path / "recon.toml").write_text(CONFIG)
    (tmp_path / "news").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "news" / name).write_text(text)

    def run(*arguments, path=()):
        env = {"PYTHONPATH": ":".join(map(str, (ROOT, *path))), "PATH": "/usr/bin:/bin"}
        command = [sys.executable, "-m", "recon", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

    return run


def rows(done):
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_a_project_defines_is_read_and_what_it_denies_is_not(run):
    found = rows(run("extract", "news/a.txt", "--format", "jsonl"))
    assert [(row["text"], row["kind"], row["unit"], row["noun"]) for row in found] == [
        ("10 tubs of butter", "mass", "tub", ""),
        ("500 pounds", "mass", "pound", ""),
        ("$90 a tb", "rate", "USD / tub", ""),
        ("90", "count", "", "stone"),
        ("20", "count", "", "C"),
    ]


def test_it_is_the_same_at_any_number_of_processes(run):
    one, two = (run("extract", "news", "--format", "jsonl", "--jobs", jobs).stdout for jobs in ("1", "2"))
    assert one == two
    assert '"unit": "tub"' in one


def test_conversions_of_it_are_checked(run):
    done = run("check", "news", "--format", "json")
    assert done.returncode == 1, done.stderr
    [finding] = json.loads(done.stdout)
    assert (finding["code"], finding["doc"]) == ("RC101", "news/b.txt")
    assert '"10 tubs of butter" and "900 pounds" are not the same: the first is 500 lb' in finding["message"]


def test_what_a_plugin_defines_is_read_and_checked(run, tmp_path):
    site = tmp_path / "site"
    info = site / "recon_commodities-0.1.0.dist-info"
    info.mkdir(parents=True)
    shutil.copytree(ROOT / "plugins" / "recon-commodities" / "recon_commodities", site / "recon_commodities")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: recon-commodities\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[recon]\ncommodities = recon_commodities\n")
    (tmp_path / "news" / "a.txt").write_text("The mill bought 100 bushels of wheat (3.7 metric tons).\n")
    [first, _] = rows(run("extract", "news/a.txt", "--format", "jsonl", path=[site]))
    assert (first["text"], first["unit"]) == ("100 bushels of wheat", "bushel_of_wheat")
    done = run("check", "news/a.txt", "--format", "json", path=[site])
    assert [finding["code"] for finding in json.loads(done.stdout)] == ["RC101"]


EVERYTHING = (
    "He ran 5m and 1.5m people saw it, a year and a half ago. He is 5'11\" tall. It took 3 months, at 20 C or 68°F; it"
    " cost $5, 5 dollars, 10 euros, ¥9, US$3, 7 won or 5p. Half an hour, 5 in (long), 0.5s. Thousands of miles, tens of"
    " tonnes; 74 miles (119 km) per hour, six consecutive months, 4, 7 and 9 tonnes, €5 and £3 million, 5 per cent, 5%."
)


@pytest.mark.parametrize(
    "kind", ["length", "duration", "money", "temperature", "mass", "percent", "volume", "other", "area"]
)
def test_a_kind_can_be_denied_or_alone_be_allowed(kind):
    document = Document(id="a", text=EVERYTHING)
    without, alone = (GrammarExtractor(lexicon=lexicon().extended(**{key: [kind]})) for key in ("deny", "allow"))
    assert kind not in without.extract([document])["kind"]
    read = alone.lexicon
    known = {one.expression for forms in (read.words, read.signs) for one in forms.values()} | currency_codes(read)
    # A rate is known by what it is a rate of.
    assert {unit.partition(" / ")[0] for unit in alone.extract([document])["unit"]} <= {"", "1", *known}


def test_a_single_sign_can_be_allowed_alone():
    alone = GrammarExtractor(lexicon=lexicon().extended(allow=["%"]))
    found = alone.extract([Document(id="a", text=EVERYTHING)])
    assert {unit for unit in found["unit"] if unit} == {"percent"}


@pytest.mark.parametrize("form", ["m", "year", "in", "second", "won", "$", "foot", "°C", "p", "hour"])
def test_a_form_can_be_denied(form):
    denied = GrammarExtractor(lexicon=lexicon().extended(deny=[form]))
    assert len(denied.extract([Document(id="a", text=EVERYTHING)])["id"]) > 20
