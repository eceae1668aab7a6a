from recon.model import Claim, Finding, Reconciliation, Relation, Series
from recon.reports.needs import Needs, by_need, needs_of, newest_reported


def claim(number, series, **fields):
    defaults = {
        "doc": "a", "part": "body", "start": number, "end": number + 1, "text": str(number), "kind": "count",
        "bound": "exact",
        "value": float(number), "low": None, "high": None, "unit": "", "unit_alternatives": (), "step": 1.0, "noun": "",
        "sentence_start": 0, "sentence_end": 9, "origin": f"o{number}",
    }  # fmt: skip
    return Claim(id=f"{number}", series=series, **{**defaults, **fields})


def made(relations=(), findings=(), keys="abcd"):
    series = [
        Series(key=key, title=key, kind="count", unit="", claims=tuple(claim(10 * at + n, key) for n in range(3)))
        for at, key in enumerate(keys)
    ]
    return Reconciliation(
        documents=(), series=tuple(series), relations=tuple(relations), estimates=(), findings=tuple(findings)
    )


def relation(a, b, kind):
    return Relation(a=a, b=b, kind=kind, why="")


def flag(code, *figures, **fields):
    return Finding(code=code, name="x", severity="warning", doc="a", message="m", figures=figures, **fields)


def test_pairs_of_origins_are_counted_once_and_within_the_series():
    needs = needs_of(
        made([relation("0", "1", "conflict"), relation("1", "0", "conflict"), relation("0", "10", "conflict")])
    )
    assert needs["a"] == Needs(conflicts=1)
    assert needs["b"] == Needs()


def test_a_fall_that_is_found_and_related_is_one():
    needs = needs_of(made([relation("0", "1", "revised_down")], [flag("RC401", "0", "1"), flag("RC403", "10", "11")]))
    assert needs["a"] == Needs(falls=1, flags=1)
    assert needs["b"] == Needs(missed=1, flags=1)


def test_conflicts_come_before_falls_before_missed_forecasts():
    result = made(
        [relation("30", "31", "conflict"), relation("0", "1", "revised_down")],
        [flag("RC403", "10", "11"), flag("RC404", "20", "21")],
    )
    assert [one.key for one in by_need(result.series, needs_of(result))] == ["d", "a", "b", "c"]


def test_what_is_not_observed_in_all_is_not_newest():
    claims = [
        claim(1, "a", status="forecast"), claim(2, "a", measure="increment"), claim(3, "a", status="denied"),
    ]  # fmt: skip
    assert newest_reported(claims) is None
    assert newest_reported([*claims, claim(4, "a")]).id == "4"
