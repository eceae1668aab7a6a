"""The ranking's tables, page and plot, and that the page in the documentation is theirs."""

import re
from dataclasses import replace

import pytest

from recon.builtin import BUILTIN
from recon.engine import discover
from recon.host import Host
from recon.ranking import baselines
from tests.quality import ranking, ranking_page
from tests.quality.product import ROOT
from tests.quality.ranking_plot import held, intervals
from tests.quality.ranking_results import load
from tests.quality.score import rank

DOCS = ROOT / "docs"
CLAIMS = """object_id,source,time,value,low,high
hill,harbour,,20.0,20.0,20.0
hill,radio,,30.0,30.0,30.0
hill,post,,30.0,30.0,30.0
"""


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(ranking, "STREAMS", 2)


@pytest.fixture
def shared(tmp_path):
    for name in ("claims", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "claims" / "towns_claims.csv").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "claims" / "towns_truth.csv").write_text("object_id,truth\nhill,30\n", encoding="utf-8")
    own = (ROOT / "tests" / "quality" / "events" / "gold_c.csv").read_text(encoding="utf-8")
    (tmp_path / "gold" / "events.csv").write_text(own, encoding="utf-8")
    return tmp_path


@pytest.fixture
def made(shared):
    return list(ranking.rankings(Host(BUILTIN).reconcilers, shared))


def test_every_method_is_in_every_table(made):
    assert [one.kind for one in made] == ["streams", "events", "gold", "towns"]
    names = {"latest", "range", *(one.key for one in baselines())}
    for one in made:
        assert {standing.name for standing in one.standings} == names
        assert set(one.first) == names
        assert max(map(len, one.text().splitlines()[1:])) <= 100
    streams, events, _, towns = made
    assert [len(one.materials) for one in made] == [4, 1, 1, 1]
    assert streams.series == 8
    assert "1 questions about 1 series, errors and widths of logarithms" in towns.text()
    assert events.questions == len(ranking.events().asked)
    assert "place" in streams.text()
    assert "place" not in events.text()


def test_without_shared_material_there_are_the_own_tables(tmp_path):
    assert [one.kind for one in ranking.rankings((), tmp_path)] == ["streams", "events"]


def test_make_score_ranks_in_one_run(shared):
    told = list(rank(shared))
    assert [one.split(":")[0] for one in told[:4]] == [
        "ranking on simulated streams, 2 of each of 4 seeds",
        "ranking on invented events, one step ahead",
        "ranking on gold events, one step ahead",
        "ranking on towns",
    ]
    for one in told[:4]:
        installed = {owned.key for owned in discover().reconcilers}
        assert installed <= {line.split("  ")[0].split(" 0.")[0].strip() for line in one.splitlines()[2:]}


def test_only_what_is_published_goes_to_the_page(made):
    assert [one.kind for one in ranking_page.results(made).tables] == ["streams", "events"]


def test_results_come_back_from_their_file(made, tmp_path):
    told = ranking_page.results(made)
    told.save(tmp_path / "results.json")
    assert load(tmp_path / "results.json") == told


def test_the_page_keeps_what_stands_around_it_and_what_was_not_measured(made, tmp_path):
    pytest.importorskip("matplotlib")
    page = tmp_path / "ranking.md"
    page.write_text("# Before\n\n<!-- results -->\nyesterday\n<!-- end of results -->\nafter\n", encoding="utf-8")
    told = ranking_page.results(made)
    earlier = replace(told.tables[1], kind="parishes", title="parishes")
    replace(told, tables=(earlier,)).save(tmp_path / "ranking.json")
    written = ranking_page.write(told, tmp_path)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Before\n")
    assert text.endswith("after\n")
    assert "yesterday" not in text
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == [
        "Simulated streams, 2 of each of 4 seeds", "Invented events, one step ahead", "Parishes", "The machine",
    ]  # fmt: skip
    image = (tmp_path / ranking_page.IMAGE).read_bytes()
    assert b"range" in image
    assert b"80 %" in image
    ranking.main(["--render", str(tmp_path)])
    assert page.read_text(encoding="utf-8") == text
    assert (tmp_path / ranking_page.IMAGE).read_bytes() == image
    assert len(written) == 3


def test_a_page_without_its_markers_is_told_before_the_work(tmp_path):
    pytest.importorskip("matplotlib")
    (tmp_path / "ranking.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="between which the results would go"):
        ranking.main(["--shared", str(tmp_path), "--write", str(tmp_path)])


def test_results_of_another_shape_are_told_before_the_work(tmp_path):
    pytest.importorskip("matplotlib")
    (tmp_path / "ranking.md").write_text("<!-- results -->\n<!-- end of results -->\n", encoding="utf-8")
    (tmp_path / "ranking.json").write_text('{"machine": {}, "tables": [{"kind": "streams"}]}', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"ranking\.json holds no results of this ranking .* remove it"):
        ranking.main(["--shared", str(tmp_path), "--write", str(tmp_path)])


def test_the_share_held_has_the_uncertainty_of_its_series(made):
    one = next(one for one in made[0].standings if one.name == "range")
    share, low, high = held(one)
    assert low < share < high
    [score, *_] = one.scores
    # A textbook case: 8 of 10 are .49 to .94.
    tenth = replace(one, scores=(replace(score, coverage=0.8, of_series=10),))
    assert held(tenth) == (0.8, pytest.approx(0.490, abs=1e-3), pytest.approx(0.943, abs=1e-3))


def test_numbers_without_an_interval_are_not_drawn(made):
    table = ranking_page.results(made).tables[0]
    assert {one.name for one in intervals(table)} <= {"latest", "range"}


# The page in the documentation


@pytest.fixture(scope="module")
def published():
    return load(DOCS / "ranking.json")


def test_the_page_is_made_of_its_results(published):
    text = (DOCS / "ranking.md").read_text(encoding="utf-8")
    between = text.partition("<!-- results -->")[2].partition("<!-- end of results -->")[0]
    assert between.strip() == ranking_page.report(published), "python -m tests.quality.ranking --render docs"


def test_the_plot_is_made_of_its_results(published):
    image = (DOCS / ranking_page.IMAGE).read_text(encoding="utf-8")
    for table in published.tables:
        if table.kind in ranking_page.OWN:
            assert table.title in image
            for one in intervals(table):
                assert f">{one.name}<" in image
                assert f">{one.mean('width'):.2f}<" in image


def test_the_page_ranks_what_the_repository_installs(published):
    """The reconcilers of recon and of the repository's plugins that are there, which may be fewer than all."""
    ours = {"recon-figures", *(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))}
    there = {one.key: one.owner.distribution for one in discover().reconcilers if one.owner.distribution in ours}
    assert {table.kind for table in published.tables} >= set(ranking_page.OWN)
    for table in published.tables:
        listed = {one.name: one.distribution for one in table.standings}
        rules = {one.key for one in baselines()}
        assert rules <= listed.keys()
        mine = {name: owner for name, owner in listed.items() if name not in rules}
        assert there.items() <= mine.items()
        assert set(mine.values()) <= ours
        if ours - {"recon-commodities", "recon-exchange-rates"} <= set(there.values()):
            assert mine == there


def test_the_page_ranks_what_there_is_to_rank(published):
    by_kind = {one.kind: one for one in published.tables}
    assert by_kind["events"].questions == len(ranking.events().asked)
    assert by_kind["streams"].materials == len(by_kind["streams"].standings[0].scores) == 4


def test_the_readme_says_what_the_page_says(published):
    by_name = {one.name: one for one in published.tables[0].standings}
    errors = (by_name[name].mean("error") for name in ("rising", "(latest number)"))
    told = ", ".join(f"{error:.3f}".lstrip("0") for error in errors)
    covered = f"{by_name['rising'].mean('coverage'):.2f}".lstrip("0")
    assert f"| {told}; {covered} |" in (ROOT / "README.md").read_text(encoding="utf-8")
