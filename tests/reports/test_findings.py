import json

import pytest

from recon.model import Document, Finding
from recon.reports.findings_data import findings_github, findings_json, findings_sarif
from recon.reports.findings_text import SHOWN, findings_text
from recon.reports.layout import ansi, columns_of_text, plain

TEXT = "Varn.\nThe track is 16 km (16 miles) long."
FOUND = Finding(
    code="ZZ101",
    name="track",
    severity="error",
    doc="a.txt",
    message="16 km is not 16 miles",
    start=19,
    end=35,
    line=2,
    column=14,
    working="16 km = 9.9 mi\nthe text says 16 miles",
    figures=("a.txt#body:19-24",),
    suggestion="16 km (10 miles)",
)
NOTE = Finding(code="ZZ102", name="cut", severity="info", doc="a.txt", message="cut, not rounded")
MACHINE = Finding(code="RX902", name="plugin-not-loaded", severity="error", doc="", message="plugin x failed")
DOCUMENTS = {"a.txt": Document(id="a.txt", text=TEXT)}


def text(*findings, documents=DOCUMENTS, detail=False):
    return findings_text(findings, documents, 2, plain, detail=detail)


def test_a_finding_shows_its_line_and_working():
    assert text(FOUND, NOTE) == (
        "a.txt:2:14: ZZ101 error 16 km is not 16 miles\n"
        "    2 | The track is 16 km (16 miles) long.\n"
        "      |              ^^^^^^^^^^^^^^^^\n"
        "      = 16 km = 9.9 mi\n"
        "      = the text says 16 miles\n"
        "      = try: 16 km (10 miles)\n"
        "\n"
        "1 error in 2 documents; 1 note with --detail.\n"
    )


def test_detail_shows_notes_and_a_finding_without_a_document_has_no_place():
    shown = text(MACHINE, NOTE, detail=True)
    assert shown == (
        "RX902 error plugin x failed\n\na.txt:1:1: ZZ102 info cut, not rounded\n\n1 error, 1 note in 2 documents.\n"
    )


def test_nothing_to_report():
    assert text() == "Nothing to report in 2 documents.\n"


def test_colour_is_only_where_asked_for():
    assert "\x1b[" not in text(FOUND)
    assert "\x1b[31;1merror\x1b[0m" in findings_text([FOUND], DOCUMENTS, 1, ansi, detail=False)


@pytest.mark.parametrize("before", [0, 60, 400])
@pytest.mark.parametrize("after", [0, 400])
@pytest.mark.parametrize("filler", ["word ", "人口 ", "x"])
def test_a_long_line_is_cut_around_the_caret(before, after, filler):
    head, tail = filler * (before // len(filler)), filler * (after // len(filler))
    line = f"{head}16 km (16 miles){tail}"
    finding = Finding(
        code="ZZ101", name="n", severity="error", doc="a.txt", message="m", start=len(head), end=len(head) + 16
    )
    shown = text(finding, documents={"a.txt": Document(id="a.txt", text=line)}).splitlines()
    assert columns_of_text(shown[1]) <= SHOWN + 10
    marked = shown[2].index("^"), shown[2].rindex("^") + 1
    at, kept = 0, ""
    for char in shown[1]:
        kept += char if marked[0] <= at < marked[1] else ""
        at += columns_of_text(char)
    assert kept == "16 km (16 miles)"


def test_a_finding_of_a_title_apart_shows_the_title():
    document = Document(id="a.txt", text="Body", title="Track of 16 km", title_start=0)
    finding = Finding(
        code="ZZ101",
        name="n",
        severity="error",
        doc="a.txt",
        message="m",
        start=9,
        end=14,
        figures=("a.txt#title:9-14",),
    )
    assert "title | Track of 16 km\n      |          ^^^^^\n" in text(finding, documents={"a.txt": document})


def test_hostile_text_cannot_steer_the_terminal():
    document = Document(id="a\x1b]0;x\x07.txt", text="\x1b[2J16 km")
    finding = Finding(code="ZZ101", name="n", severity="error", doc=document.id, message="m\x1b[2J", start=4, end=9)
    assert "\x1b" not in text(finding, documents={document.id: document})


def test_json_has_the_contracts_keys_in_order():
    (row,) = json.loads(findings_json([FOUND]))
    assert list(row) == [
        *("code", "name", "severity", "doc", "start", "end", "line", "column"),
        *("message", "working", "figures", "suggestion"),
    ]
    assert row["figures"] == ["a.txt#body:19-24"]
    assert json.loads(findings_json([])) == []


def test_github_escapes():
    finding = Finding(code="ZZ101", name="n", severity="warning", doc="a,b:c.txt", message="100%\n", line=3, column=2)
    assert findings_github([finding]) == "::warning file=a%2Cb%3Ac.txt,line=3,col=2,title=ZZ101::100%25%0A\n"
    assert findings_github([MACHINE]) == "::error title=RX902::plugin x failed\n"


def test_sarif_places_results_and_lists_rules():
    log = json.loads(findings_sarif([FOUND, MACHINE], {"ZZ100": "other"}, "1.0"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["RX902", "ZZ100", "ZZ101"]
    first, second = run["results"]
    assert first["ruleIndex"] == 2
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2, "startColumn": 14, "charOffset": 19, "charLength": 16,
    }  # fmt: skip
    assert "locations" not in second
