import pytest

from recon.model import Reconciliation, Relation
from recon.reports.choosing import matching, ordered
from recon.testing import claim, series


@pytest.fixture
def result():
    quiet = series([claim(1.0, doc="a.txt", start=n, origin="A") for n in range(3)], key="quiet", title="Boats in Varn")
    loud = series(
        [claim(2.0, doc="b.txt", start=0, origin="A"), claim(9.0, doc="b.txt", start=9, origin="B")],
        key="loud", title="Missing in Holm",
    )  # fmt: skip
    back = series(
        [claim(9.0, doc="c.txt", start=0, origin="C"), claim(4.0, doc="c.txt", start=9, origin="C")],
        key="back", title="Homeless in Holm",
    )  # fmt: skip
    ids = {one.key: [each.id for each in one.claims] for one in (quiet, loud, back)}
    relations = (
        Relation(a=ids["loud"][0], b=ids["loud"][1], kind="conflict", why="do not meet"),
        Relation(a=ids["back"][0], b=ids["back"][1], kind="revised_down", why="lower"),
        Relation(a=ids["quiet"][0], b=ids["quiet"][1], kind="same", why="one day"),
    )
    return Reconciliation(
        documents=(), series=(quiet, back, loud), relations=relations, estimates=(), findings=()
    )  # fmt: skip


@pytest.mark.parametrize(
    ("order", "keys"), [("claims", ["quiet", "back", "loud"]), ("conflicts", ["loud", "back", "quiet"])]
)
def test_order(result, order, keys):
    assert [one.key for one in ordered(result.series, result, order)] == keys


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ([], ["quiet", "back", "loud"]),
        (["HOLM"], ["back", "loud"]),
        (["holm", "missing"], ["loud"]),
        (["b"], ["quiet", "back", "loud"]),
        (["nothing"], []),
    ],
)
def test_match(result, words, keys):
    assert [one.key for one in matching(result.series, words)] == keys
