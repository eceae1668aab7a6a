"""Sets of claims with a known truth are read, scored, and set beside what is told of other methods."""

import pytest

from recon.ranking import Answers
from tests.quality import fusion
from tests.quality.claim_sets import claim_sets

pytest.importorskip("recon_consensus")

CLAIMS = """object_id,source,time,value,low,high
"varn, coast",harbour,,100.0,100.0,100.0
"varn, coast",radio,,100.0,100.0,100.0
"varn, coast",post,,90.0,90.0,90.0
hill,harbour,2031-05-02T10:00:00,20.5,20.5,20.5
hill,radio,2031-05-02T11:00:00,30.0,30.0,30.0
hill,post,2031-05-02T12:00:00,30.0,30.0,30.0
quay,harbour,,5.0,5.0,5.0
"""
TRUTH = 'object_id,truth\n"varn, coast",100.0\nhill,20.5\nquay,5.0\n'
README = """# Claims
| method | other: MAE | RMSE | off | towns: MAE | RMSE | off |
|---|---|---|---|---|---|---|
| **coin** | 1 | 2 | .3 | 4 | **5** | .6 |

| name | claims |
|---|---|
| towns | 7 |
"""


@pytest.fixture
def shared(tmp_path):
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "towns_claims.csv").write_text(CLAIMS, encoding="utf-8")
    (folder / "towns_truth.csv").write_text(TRUTH, encoding="utf-8")
    (folder / "README.md").write_text(README, encoding="utf-8")
    return tmp_path


def test_disputed_objects_are_scored_beside_others(shared):
    [scored] = fusion.fusion(shared)
    title, *rows = scored.splitlines()
    assert title == "shared, towns: 2 disputed objects, MAE, RMSE, off by more than 1 %"
    by = {row.split()[0]: row.split()[1:4] for row in rows}
    assert by["vote"] == ["4.75", "6.72", "0.5000"]
    assert list(by) == [*fusion.METHODS, "coin"]
    assert rows[-1].split()[-3:] == ["4", "5", ".6"]


def test_without_claims_there_is_nothing_to_score(tmp_path):
    assert list(fusion.fusion(tmp_path)) == []


def test_a_method_without_answers_says_so(shared):
    [material] = claim_sets(shared)
    silent = Answers(answers=(None,) * len(material.asked), seconds=0.0, runs=0)
    [scored] = fusion.fusion(shared, [material], {"towns": silent})
    assert scored.splitlines()[1].split() == ["auto", "no", "estimates", "0.0", "s"]
    assert scored.splitlines()[2].split()[1] == "4.75"
