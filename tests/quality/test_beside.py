from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.contenders import CONTENDERS
from tests.quality import beside


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(beside, "MADE_UP", 4_000)
    monkeypatch.setattr(beside, "CONTENDERS", {"quantulum3": CONTENDERS["quantulum3"]})
    return tmp_path


def test_recon_and_quantulum3_stand_side_by_side(scratch: Path) -> None:
    made, seeds = beside.beside(scratch / "nowhere", scratch, {})
    for said in (made, seeds):
        rows = {line.split()[1]: line for line in said.splitlines() if line.startswith("| ")}
        assert rows["recon"].split("|")[2].strip() == "1.000"
        assert "quantulum3" in rows


def test_one_that_cannot_run_is_a_row_of_dashes(scratch: Path) -> None:
    made, _ = beside.beside(scratch / "nowhere", scratch, {"quantulum3": "/bin/false"})
    (row,) = [line for line in made.splitlines() if "quantulum3" in line]
    assert set(row.replace("quantulum3", "")) <= set("| –")


def test_optional_figures_count_neither_way(scratch: Path) -> None:
    texts = beside.seeds(scratch)
    found = {name: [*texts.gold[name], *texts.beyond.get(name, [])] for name in texts.gold}
    assert beside.shares(beside.OURS, texts, found)[:4] == ["1.000"] * 4
