"""Findings and figures of a document with pages."""

import json

import pytest

fpdf = pytest.importorskip("fpdf")
pytest.importorskip("pypdfium2")


@pytest.fixture
def report(folder):
    sheet = fpdf.FPDF(unit="pt")
    for line in ("At least 40 people died in Varn, the ministry said.", "The lake is 16 km (16 miles) long."):
        sheet.add_page()
        sheet.set_font("Helvetica", size=10)
        sheet.text(50, 80, "Situation in the district of Varn, by the office of the governor")
        sheet.text(50, 94, line)
    sheet.output(folder / "a.pdf")
    return folder


def test_a_finding_names_its_page(recon, report):
    assert "a.pdf#page=2:2:13: RC101 error" in recon("check", "a.pdf").stdout
    (row,) = json.loads(recon("check", "a.pdf", "--format", "json").stdout)
    assert (row["doc"], row["page"], row["line"], row["column"]) == ("a.pdf", 2, 2, 13)
    log = json.loads(recon("check", "a.pdf", "--format", "sarif").stdout)
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["properties"], region["startLine"], region["endLine"]) == ({"page": 2}, 2, 2)


def test_figures_claims_and_evidence_name_their_page(recon, report):
    assert "a.pdf#page=1:2:10" in recon("extract", "a.pdf").stdout
    (report / "draft.txt").write_text("At least 40 people died in Varn, the ministry said.")
    assert "a.pdf#page=1:2:10" in recon("reconcile", "a.pdf", "draft.txt").stdout
    assert "a.pdf#page=1:2" in recon("check", "draft.txt", "--against", "a.pdf").stdout


def test_no_fix_is_written_into_a_report(recon, report):
    before = (report / "a.pdf").read_bytes()
    recon("check", "a.pdf", "--fix")
    assert (report / "a.pdf").read_bytes() == before
