"""A defect of the stages costs what it touches, and is told in words."""

import datetime as dt

import pytest

from recon.model import Document, Relation
from recon.series import align
from recon.testing import claim
from recon.together import aligned, related

DOCUMENTS = [Document(id=name, text=f"Some {n} people died in Varn.") for n, name in enumerate("abc", 40)]
CLAIMS = [
    claim(float(n), doc=name, start=5, text=str(n), noun="people", subject="dead", published=dt.date(2031, 5, n - 39))
    for n, name in enumerate("abc", 40)
]


def refusing(*docs):
    def refuse(claims, documents=()):
        for one in claims:
            if one.doc in docs:
                raise RecursionError("too deep")
        return align(claims, documents)

    return refuse


def test_without_a_defect_nothing_is_told():
    assert aligned(align, CLAIMS, DOCUMENTS) == (align(CLAIMS, DOCUMENTS), ())


def test_the_document_at_fault_stands_alone_and_is_named():
    series, findings = aligned(refusing("b"), CLAIMS, DOCUMENTS)
    assert [[one.doc for one in one.claims] for one in series] == [["a", "c"], ["b"]]
    assert series[1].claims[0].series == series[1].key == "not-aligned-1"
    (told,) = findings
    assert (told.code, told.doc) == ("RX904", "b")
    assert "RecursionError: too deep in b; its claims stand alone" in told.message


def test_where_no_document_is_at_fault_every_claim_stands_alone():
    def several(claims, documents=()):
        if len({one.doc for one in claims}) > 1:
            raise KeyError("b")
        return align(claims, documents)

    series, (told,) = aligned(several, CLAIMS, DOCUMENTS)
    assert [len(one.claims) for one in series] == [1, 1, 1]
    assert "every claim stands alone" in told.message


def test_what_cannot_be_related_is_named_and_the_rest_is():
    series = align([*CLAIMS, claim(7.0, doc="a", start=50, text="7", noun="boats", subject="boats")], DOCUMENTS)
    assert len(series) == 2

    def relate(series, documents=()):
        if any(one.kind == "count" and "boats" in one.key for one in series):
            raise ValueError("no boats")
        return (Relation(a="a", b="b", kind="same", why="so"),)

    found, findings = related(relate, series, DOCUMENTS)
    assert len(found) == 1
    assert [one.code for one in findings] == ["RX904", "RX904"]
    assert "series boats" in findings[1].message


def test_an_interruption_passes_through():
    def interrupted(claims, documents=()):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        aligned(interrupted, CLAIMS, DOCUMENTS)
