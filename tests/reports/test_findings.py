import json
from dataclasses import replace

import pytest

from recon.model import Document, Finding, Fix, Suppression
from recon.reports.findings_data import findings_github, findings_json
from recon.reports.findings_text import GUTTER, findings_text
from recon.reports.layout import WIDTH, ansi, columns_of_text, plain

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
        "  |\n"
        "2 | The track is 16 km (16 miles) long.\n"
        "  |              ^^^^^^^^^^^^^^^^\n"
        "  |\n"
        "  = note: 16 km = 9.9 mi\n"
        "  = note: the text says 16 miles\n"
        "  = help: 16 km (10 miles)\n"
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
    assert columns_of_text(shown[2]) <= WIDTH - GUTTER + 10
    marked = shown[3].index("^"), shown[3].rindex("^") + 1
    at, kept = 0, ""
    for char in shown[2]:
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


@pytest.mark.parametrize(
    ("line", "words", "caret"),
    [
        ("The 湖 lake is 16 km long.", "16 km", "               ^^^^^"),
        ("The cafe\u0301 is 16 km off.", "16 km", "            ^^^^^"),
        ("\tThe lake is 16 km long.", "16 km", "             ^^^^^"),
        ("The 湖水湖 is deep.", "湖水湖", "    ^^^^^^"),
        ("The lake\u200b is 16 km.", "16 km", "            ^^^^^"),
    ],
)
def test_the_caret_stands_under_the_words_whatever_their_width(line, words, caret):
    start = line.index(words)
    finding = replace(FOUND, start=start, end=start + len(words), line=1)
    shown = text(finding, documents={"a.txt": Document(id="a.txt", text=line + "\r\n")}).splitlines()
    assert shown[3] == f"  | {caret}"
    assert "\r" not in shown[2]


def test_a_finding_over_the_end_of_a_line_marks_each_line():
    document = Document(id="a.txt", text="It is 16 km\r\n  (16 miles) off.\r\nMore.\r\n")
    finding = replace(FOUND, start=6, end=24, line=1, working="", suggestion="")
    assert "1 | It is 16 km\n  |       ^^^^^\n2 |   (16 miles) off.\n  |   ^^^^^^^^^\n\n" in text(
        finding, documents={"a.txt": document}
    )


def test_what_is_suppressed_is_counted_and_not_shown():
    suppressed = replace(FOUND, suppressed=Suppression(by="comment", where="a.txt:2", reason="a quotation"))
    assert text(suppressed) == "Nothing to report in 2 documents; 1 suppressed.\n"
    assert text(suppressed, FOUND, NOTE).endswith("\n1 error in 2 documents; 1 note with --detail; 1 suppressed.\n")
    assert findings_github([suppressed]) == ""
    (row,) = json.loads(findings_json([suppressed]))
    assert row["suppressed"] == {"by": "comment", "where": "a.txt:2", "reason": "a quotation"}


def test_what_can_be_fixed_is_marked():
    fixable = replace(FOUND, fix=Fix(start=19, end=19, replacement="x", safe=True))
    assert text(fixable).startswith("a.txt:2:14: ZZ101 error [*] 16 km is not")
    assert text(fixable).endswith("1 error in 2 documents; [*] 1 fixable with --fix.\n")
    assert "[*]" not in text(replace(FOUND, fix=Fix(start=19, end=19, replacement="x")))
    (row,) = json.loads(findings_json([fixable]))
    assert row["fix"] == {"start": 19, "end": 19, "replacement": "x", "safe": True}


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("doc", ["a.txt", "articles-of-the-month-of-may/wire.txt"])
def test_in_a_terminal_every_line_fits_it_but_for_a_path(columns, doc):
    line = "The lake is 16 km (16 miles) long, as the maps of the valley have it since the dam was built."
    finding = Finding(
        code="RC101", name="n", severity="error", doc=doc, start=12, end=28, line=1, column=13, working="so " * 40,
        message="“16 km” and “16 miles” are not the same: the first is 9.9 mi, the second 26 km", suggestion="16 km",
    )  # fmt: skip
    documents = {doc: Document(id=doc, text=line)}
    shown = findings_text([finding], documents, 1, plain, detail=True, terminal=columns).splitlines()
    assert max(columns_of_text(one) for one in shown if doc not in one) <= columns
    assert columns_of_text(shown[0]) <= max(columns, columns_of_text(f"{doc}:1:13: RC101 error"))
    assert " ".join(" ".join(shown[: shown.index("  |")]).split()) == f"{doc}:1:13: RC101 error {finding.message}"
