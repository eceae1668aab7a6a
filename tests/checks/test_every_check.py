"""What holds for each of recon's own checks: its examples, its page, its findings."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from recon.checks import BUILTIN
from recon.crosschecks.catalogue import CODES as ACROSS
from recon.evidence.rules import CODES
from recon.extraction import GrammarExtractor
from recon.model import Check, Document, Finding
from recon.tables import figures_of

PAGES = Path(__file__).resolve().parents[2] / "docs" / "codes"
EACH = pytest.mark.parametrize("check", BUILTIN, ids=lambda check: check.code)


@EACH
def test_it_is_a_check_with_a_code_of_its_own(check: Check) -> None:
    assert isinstance(check, Check)
    assert [other.code for other in BUILTIN].count(check.code) == 1


@EACH
def test_its_examples_pass_and_fail(check: Check, find: Callable[..., list[Finding]]) -> None:
    assert find(check.ok, check.code) == []
    (found,) = find(check.not_ok, check.code)
    assert (found.code, found.name, found.severity) == (check.code, check.name, check.severity)
    assert found.message
    assert found.working
    assert found.figures


@EACH
def test_its_examples_are_about_nothing_else(check: Check, find: Callable[..., list[Finding]]) -> None:
    assert {found.code for found in find(check.not_ok)} == {check.code}
    assert find(check.ok) == []


@EACH
def test_its_page_has_its_heading_and_examples(check: Check) -> None:
    page = (PAGES / f"{check.code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {check.code} {check.name}\n")
    assert f"Severity: {check.severity}" in page
    for example in (check.ok, check.not_ok):
        assert "> " + example.replace("\n\n", "\n>\n> ") + "\n" in page


def test_there_is_no_page_without_a_check() -> None:
    codes = {check.code for check in BUILTIN} | ACROSS | CODES
    assert {page.stem for page in PAGES.glob("RC*.md")} == codes


@EACH
def test_a_document_without_figures_has_no_findings(check: Check) -> None:
    assert list(check.check(Document(id="empty", text=""), [])) == []


@pytest.mark.parametrize(
    "piece",
    [
        "1 °C (20 °F) ",
        "12 people including 5 women and ",
        "rose 5% to $3m from $2m , ",
        "( 12% to ",
        "40 km (64 miles ",
        "12 in (for a a a a a a a a a a a ",
        "of the 12 a a a, 5 (30%) ",
        "doubled from $2 to $3 ",
        "40 people: 3 men, 4 women and ",
        "$2,000 a month, ",
        "three aims: a, b, c, d, ",
        "born in 1950, aged 40, ",
        "30% yes, 40% no, ",
        "The 140 houses burned. ",
        "$110 million deal. The $110 deal. ",
    ],
)
def test_the_work_grows_with_the_text(piece: str, find: Callable[..., list[Finding]]) -> None:
    document = Document(id="long", text=piece * 4000)
    figures = figures_of(GrammarExtractor().extract([document]))
    start = time.process_time()
    for check in BUILTIN:
        assert len(list(check.check(document, figures))) <= len(figures)
    assert time.process_time() - start < 5
