"""Findings for a reader: place and message, the line with a caret under the figures, the working."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recon.model import Document, Finding, Severity
from recon.reports.layout import WIDTH, Paint, columns_of_text, counted, printable, wrapped

WORDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
SHOWN = WIDTH - 9
"""Columns for the source line, after its number."""


def findings_text(
    findings: Sequence[Finding], documents: Mapping[str, Document], read: int, paint: Paint, *, detail: bool
) -> str:
    """The findings, those of severity info only with `detail`, and a closing line; `read` documents were checked."""
    shown = [finding for finding in findings if detail or finding.severity != "info"]
    blocks = ["\n".join(_block(finding, documents.get(finding.doc), paint)) + "\n" for finding in shown]
    return "\n".join([*blocks, _closing(findings, len(findings) - len(shown), read) + "\n"])


def _block(finding: Finding, document: Document | None, paint: Paint) -> Iterator[str]:
    where = f"{printable(finding.doc)}:{finding.line}:{finding.column}: " if finding.doc else ""
    head = f"{paint('strong', where)}{finding.code} {paint(finding.severity, finding.severity)}"
    yield f"{head} {printable(finding.message)}"
    if document is not None and finding.end > finding.start:
        yield from _excerpt(finding, document, paint)
    notes = [("", line) for line in finding.working.splitlines()]
    notes += [("try: ", finding.suggestion)] if finding.suggestion else []
    for label, note in notes:
        first, *more = wrapped(label + note, WIDTH - 8)
        yield f"      = {first}"
        yield from (f"        {line}" for line in more)


def _excerpt(finding: Finding, document: Document, paint: Paint) -> Iterator[str]:
    apart = document.title_start == 0 and any("#title:" in figure for figure in finding.figures)
    text = document.title if apart else document.text
    begin = text.rfind("\n", 0, finding.start) + 1
    end = text.find("\n", finding.start)
    line = printable(text[begin : end if end >= 0 else len(text)].rstrip("\r"))
    start, stop = finding.start - begin, min(finding.end - begin, len(line))
    line, start, stop = _window(line, start, stop)
    label = "title" if apart else str(finding.line)
    yield f"{label:>5} | {line}"
    caret = " " * columns_of_text(line[:start]) + "^" * max(columns_of_text(line[start:stop]), 1)
    yield f"      | {paint(finding.severity, caret)}"


def _window(line: str, start: int, stop: int) -> tuple[str, int, int]:
    """As much of the line around start to stop as there is room for, cut at blanks where possible."""
    if columns_of_text(line) <= SHOWN:
        return line, start, stop
    first = max(0, min(start - 24, start - (SHOWN - (stop - start)) // 2))
    if first:
        blank = line.find(" ", first, start)
        first = blank + 1 if blank >= 0 else first
    room = SHOWN - 2
    last = first
    while last < len(line) and room > 0:
        room -= columns_of_text(line[last])
        last += 1
    if last < len(line):
        blank = line.rfind(" ", stop, last)
        last = blank if blank > stop else last
    before, after = "…" if first else "", "…" if last < len(line) else ""
    shift = len(before) - first
    return f"{before}{line[first:last]}{after}", start + shift, min(stop, last) + shift


def _closing(findings: Sequence[Finding], hidden: int, read: int) -> str:
    numbers = Counter(finding.severity for finding in findings)
    told = [counted(numbers[severity], word) for severity, word in WORDS.items() if numbers[severity]]
    if hidden:
        *told, notes = told
        return f"{', '.join(told) or 'Nothing to report'} in {counted(read, 'document')}; {notes} with --detail."
    return f"{', '.join(told) or 'Nothing to report'} in {counted(read, 'document')}."
