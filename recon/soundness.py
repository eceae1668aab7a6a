"""What recon takes from a plugin: the attributes its objects must have, and the values they must return.

Each function yields problems in words, of which the first counts: those after it may rest on what it denies. Values are
checked at this one seam, so that no later stage meets one that would break sorting or printing.
"""

from __future__ import annotations

import datetime as dt
import inspect
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from recon.model import (
    Bound,
    Document,
    Estimate,
    Figure,
    Finding,
    Fix,
    Kind,
    Part,
    Series,
    SetAside,
    Severity,
    UnitDefinition,
)

CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
NAME = re.compile(r"\w[\w.-]{0,59}")
"""What can be typed after --reconciler and stands in one line of a report."""
PARTS, FIGURE_KINDS, BOUNDS = frozenset(get_args(Part)), frozenset(get_args(Kind)), frozenset(get_args(Bound))


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectKind:
    """One kind of object that a hook returns: how it is called, known by, and worked ("" for a plain value)."""

    word: str
    hook: str
    key: str
    texts: tuple[str, ...]
    method: str = ""


KINDS = (
    ObjectKind(word="unit", hook="recon_units", key="name", texts=("name",)),
    ObjectKind(word="reader", hook="recon_readers", key="name", texts=("name",), method="read"),
    ObjectKind(word="extractor", hook="recon_extractors", key="name", texts=("name",), method="extract"),
    ObjectKind(
        word="check",
        hook="recon_checks",
        key="code",
        texts=("code", "name", "severity", "ok", "not_ok"),
        method="check",
    ),
    ObjectKind(word="reconciler", hook="recon_reconcilers", key="name", texts=("name",), method="reconcile"),
)


def hook_problems(marked: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with what a plugin marks as a hook, by name."""
    known = [kind.hook for kind in KINDS]
    for name, function in marked.items():
        if name not in known:
            yield f"has a hook {name!r}, which recon does not know; it knows {', '.join(known)}"
            continue
        parameters = inspect.signature(function).parameters.values()
        if wanted := ", ".join(one.name for one in parameters if one.default is one.empty):
            yield f"has a hook {name} that takes {wanted}; a hook takes no arguments"


def object_problems(kind: ObjectKind, declared: Any) -> Iterator[str]:
    """What keeps an object from being one of `kind`."""
    if isinstance(declared, type):
        yield f"is a class; return an object of it, {declared.__name__}()"
    for name in kind.texts:
        value = getattr(declared, name, None)
        if not _text(value) or not value:
            yield f"has no text {name!r}; give it one"
    if kind.word == "unit" and not isinstance(declared, UnitDefinition):
        yield "is no UnitDefinition"
    if kind.method and not NAME.fullmatch(declared.name):
        shown = repr(declared.name[:60])
        yield f"has the name {shown}; use letters, digits, hyphens and dots, 60 at most, as in high-tides"
    if kind.method and not callable(getattr(declared, kind.method, None)):
        yield f"has no method {kind.method!r}"
    if kind.word == "check" and not CODE.fullmatch(declared.code):
        yield f"has the code {declared.code!r}; use capitals and three digits, as in ZZ101"
    if kind.word == "check" and declared.severity not in get_args(Severity):
        yield f"has the severity {declared.severity!r}; use one of {', '.join(get_args(Severity))}"
    if kind.word == "reader" and not _suffixes(getattr(declared, "suffixes", None)):
        yield "has no 'suffixes', a tuple of lower-case endings such as ('.html',)"


def document_problems(document: Any) -> Iterator[str]:
    """What is wrong with a reader's document."""
    if not isinstance(document, Document):
        yield f"it gave a {type(document).__name__}, not a Document"
    if not all(map(_text, (document.id, document.text, document.title, document.publisher, document.url))):
        yield "it gave a document whose id, text, title, publisher or url is no plain text"
    if not document.id:
        yield "it gave a document without an id"
    if not all(map(_date, (document.published, document.modified, document.fetched))):
        yield "it gave a document with a date that is no datetime.date"
    if not _offsets(document.body_start) or document.body_start > len(document.text):
        yield "it gave a document whose body_start lies outside its text"


def figure_problems(figure: Figure, documents: Mapping[str, Document]) -> Iterator[str]:
    """What is wrong with an extractor's figure of one of `documents` (by id)."""
    document = documents.get(figure.doc)
    if document is None:
        yield f"it gave a figure of {figure.doc!r}, a document it was not given"
        return
    if figure.part not in PARTS or figure.kind not in FIGURE_KINDS or figure.bound not in BOUNDS:
        yield f"it gave a figure of part {figure.part!r}, kind {figure.kind!r}, bound {figure.bound!r}"
    if not _offsets(figure.start, figure.end, figure.sentence_start, figure.sentence_end):
        yield "it gave a figure whose offsets are not whole numbers from 0"
    text = document.title if figure.part == "title" and document.title_start == 0 else document.text
    if not figure.start < figure.end or text[figure.start : figure.end] != figure.text:
        yield "it gave a figure whose text does not stand at its span"
    if figure.step is None or not all(map(_number, (figure.value, figure.low, figure.high, figure.step))):
        yield "it gave a figure whose value, low, high or step is no finite number"
    elif figure.low is not None and figure.high is not None and figure.low > figure.high:
        yield f"it gave a figure whose low, {figure.low:.10g}, is above its high, {figure.high:.10g}"
    if not all(map(_text, (figure.id, figure.unit, figure.noun, *figure.unit_alternatives))):
        yield "it gave a figure whose unit or noun is no text"


def finding_problems(finding: Any, document: Document, code: str) -> Iterator[str]:
    """What is wrong with a finding on `document` of the check with that code."""
    if not isinstance(finding, Finding):
        yield f"it gave a {type(finding).__name__}, not a Finding"
    if finding.code != code:
        yield f"it gave a finding under another code, {finding.code!r}"
    if not isinstance(finding.figures, tuple):
        yield "it gave a finding whose figures are no tuple"
    words = (finding.code, finding.name, finding.doc, finding.message, finding.working, finding.suggestion)
    if not all(map(_text, (*words, *finding.figures))) or finding.severity not in get_args(Severity):
        yield "it gave a finding with a field that is no text, or a severity there is not"
    if not _offsets(finding.start, finding.end, finding.line, finding.column) or finding.doc != document.id:
        yield "it gave a finding without a place in its document"
    if finding.fix is not None and not _fits(finding.fix, document):
        yield "it gave a finding whose fix is no Fix, or lies outside the document's text"


def estimate_problems(estimate: Any, series: Series) -> Iterator[str]:
    """What is wrong with a reconciler's estimate for `series`."""
    if not isinstance(estimate, Estimate):
        yield f"it gave a {type(estimate).__name__}, not an Estimate"
    if estimate.series != series.key:
        yield f"it gave an estimate for {estimate.series!r}, a series it was not given"
    yield from _number_problems(estimate)
    if not isinstance(estimate.support, tuple) or not isinstance(estimate.set_aside, tuple):
        yield "it gave an estimate whose support or set_aside is no tuple"
    if not all(isinstance(aside, SetAside) for aside in estimate.set_aside):
        yield "it gave an estimate whose set_aside holds what is no SetAside"
    if stranger := next(_strangers(estimate, series), ""):
        yield f"it gave an estimate that names {stranger}, a claim its series does not have"
    if not all(map(_text, (estimate.why, *(aside.why for aside in estimate.set_aside)))):
        yield "it gave an estimate whose why is no text"


def _number_problems(estimate: Estimate) -> Iterator[str]:
    if not _date(estimate.at):
        yield f"it gave an estimate with at={estimate.at!r}, which is neither a datetime.date nor None"
    numbers = {"low": estimate.low, "best": estimate.best, "high": estimate.high}
    for name, number in numbers.items():
        if not _number(number):
            yield f"it gave an estimate with {name}={number!r}, which is neither a finite number nor None"
    known = [number for number in numbers.values() if number is not None]
    if known != sorted(known):
        shown = ", ".join(f"{name} {number:.10g}" for name, number in numbers.items() if number is not None)
        yield f"it gave an estimate whose low, best and high are not in order: {shown}"


def _strangers(estimate: Estimate, series: Series) -> Iterator[str]:
    known = {claim.id for claim in series.claims}
    named = (*estimate.support, *(aside.claim for aside in estimate.set_aside))
    return (repr(claim) for claim in named if not _text(claim) or claim not in known)


def _fits(fix: Any, document: Document) -> bool:
    return (
        isinstance(fix, Fix)
        and _offsets(fix.start, fix.end)
        and fix.start <= fix.end <= len(document.text)
        and _text(fix.replacement)
    )


def _suffixes(value: Any) -> bool:
    return (
        isinstance(value, tuple)
        and bool(value)
        and all(_text(end) and end[:1] == "." and end == end.lower() for end in value)
    )


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _date(value: Any) -> bool:
    return value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime))


def _number(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and math.isfinite(value))


def _offsets(*values: Any) -> bool:
    return all(isinstance(value, int) and value >= 0 for value in values)
