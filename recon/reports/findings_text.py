"""Findings for a reader, as ruff prints them: place and message, the line with a caret under the words, the working."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recon.model import Document, Finding, Severity
from recon.quoting import is_apart, text_under
from recon.reports.layout import WIDTH, Paint, columns_of_text, counted, hung, printable, wrapped

WORDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
GUTTER = 9
"""Columns before a source line, its number included."""
LINES = 3
"""Lines of a finding that are shown; a conversion may run over the end of one."""


def findings_text(
    findings: Sequence[Finding],
    documents: Mapping[str, Document],
    read: int,
    paint: Paint,
    *,
    detail: bool,
    terminal: int | None = None,
) -> str:
    """The findings that are not suppressed, those of severity info only with `detail`, and a closing line.

    `read` documents were checked. The head of a finding is one line, for programs that look for places; in a
    `terminal` of so many columns it is broken as all else.
    """
    standing = [finding for finding in findings if finding.suppressed is None]
    shown = [finding for finding in standing if detail or finding.severity != "info"]
    blocks = ["\n".join(_block(finding, documents.get(finding.doc), paint, terminal)) + "\n" for finding in shown]
    hidden, suppressed = len(standing) - len(shown), len(findings) - len(standing)
    return "\n".join([*blocks, _closing(standing, hidden, suppressed, read) + "\n"])


def _block(finding: Finding, document: Document | None, paint: Paint, terminal: int | None) -> Iterator[str]:
    width = terminal or WIDTH
    where = f"{printable(finding.doc)}:{finding.line}:{finding.column}: " if finding.doc else ""
    head = f"{paint('strong', where)}{finding.code} {paint(finding.severity, finding.severity)}"
    fixable = f" {paint('info', '[*]')}" if finding.fix is not None and finding.fix.safe else ""
    mark = " [*]" if fixable else ""
    heads = _head(f"{where}{finding.code} {finding.severity}{mark}", printable(finding.message), terminal)
    yield f"{head}{fixable}{heads[0]}"
    yield from heads[1:]
    shown = document is not None and finding.end > finding.start
    margin = 1
    if document is not None and shown:
        label = "title" if is_apart(document, finding) else str(finding.line)
        lines = list(_lines(text_under(document, finding), finding, width - GUTTER))
        margin = len(label if label == "title" else str(finding.line + len(lines) - 1))
        gutter = paint("gutter", f"{' ' * margin} |")
        yield gutter
        for number, (line, start, stop) in enumerate(lines):
            told = label if label == "title" else str(finding.line + number)
            yield f"{paint('gutter', f'{told:>{margin}} |')} {line}"
            caret = " " * columns_of_text(line[:start]) + "^" * max(columns_of_text(line[start:stop]), 1)
            yield f"{gutter} {paint(finding.severity, caret)}"
        if finding.working or finding.suggestion:
            yield gutter
    for label, notes in (("note", finding.working.splitlines()), ("help", [finding.suggestion])):
        for note in filter(None, notes):
            first, *more = wrapped(note, width - margin - GUTTER)
            yield f"{' ' * margin} {paint('gutter', '=')} {paint('strong', label)}: {first}"
            yield from (f"{' ' * margin}         {line}" for line in more)


def _head(before: str, message: str, terminal: int | None) -> list[str]:
    """What stands behind the place, the code and the severity, and the lines that it takes beyond the first."""
    if terminal is None:
        return [f" {message}"]
    room = terminal - columns_of_text(before)
    first, *more = hung(" " * columns_of_text(before) + f" {message}", terminal, 4)
    if not first.strip() or room < 12:  # nothing of it goes beside a long path
        return ["", *hung(f"    {message}", terminal, 4)]
    return [first[columns_of_text(before) :], *more]


def _lines(text: str, finding: Finding, room: int) -> Iterator[tuple[str, int, int]]:
    """The lines of the finding's span, blank ones left out at its end, each with where the span is on it."""
    begin = text.rfind("\n", 0, finding.start) + 1
    for _ in range(LINES):
        end = text.find("\n", begin)
        end = end if end >= 0 else len(text)
        line = printable(text[begin:end].rstrip("\r"))
        start, stop = max(finding.start - begin, 0), min(finding.end - begin, len(line))
        blank = len(line) - len(line.lstrip()) if start == 0 else 0
        yield _window(line, max(start, blank), stop, room)
        begin = end + 1
        if begin >= finding.end:
            return


def _window(line: str, start: int, stop: int, shown: int) -> tuple[str, int, int]:
    """As much of the line around start to stop as there is room for, cut at blanks where possible."""
    if columns_of_text(line) <= shown:
        return line, start, stop
    first = max(0, min(start - 24, start - (shown - (stop - start)) // 2))
    if first:
        blank = line.find(" ", first, start)
        first = blank + 1 if blank >= 0 else first
    room = shown - 2
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


def _closing(findings: Sequence[Finding], hidden: int, suppressed: int, read: int) -> str:
    numbers = Counter(finding.severity for finding in findings)
    told = [counted(numbers[severity], word) for severity, word in WORDS.items() if numbers[severity]]
    *told, notes = told if hidden else [*told, ""]
    fixable = sum(finding.fix is not None and finding.fix.safe for finding in findings)
    more = [f"{notes} with --detail"] if notes else []
    more += [f"{suppressed:,} suppressed"] if suppressed else []
    more += [f"[*] {fixable:,} fixable with --fix"] if fixable else []
    return "; ".join([f"{', '.join(told) or 'Nothing to report'} in {counted(read, 'document')}", *more]) + "."
