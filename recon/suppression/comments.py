"""Comments to recon in Markdown: `<!-- recon: ignore RC101: the agency rounds to tens -->`.

Beside text a comment holds for its line, alone on a line for the next paragraph, and `ignore-file` for the whole
document. The reason stands behind a colon; two hyphens do as well, but Markdown before CommonMark 0.31 shows a comment
that holds them as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from recon.model import Document
from recon.selection import unknown

START = re.compile(r"<!--[ \t]{0,8}recon[ \t]{0,8}:", re.IGNORECASE)
END = "-->"
VERB = re.compile(r"\s{0,8}([A-Za-z-]{1,40})")
REASON = re.compile(r":|--|[–—]")
BETWEEN = re.compile(r"[\s,]+")
FENCE = re.compile(r"^[ >]{0,8}(`{3,}(?!`)(?=[^`\n]*$)|~{3,})([^\n]*)", re.MULTILINE)
INDENT = re.compile(r" {4}| {0,3}\t")
ITEM = re.compile(r"[ >]{0,8}(?:[-*+]|\d{1,9}[.)])[ \t]")
BLANK = " \t\r\n>"
"""What a line may hold and still be blank: in a quotation each line begins with a sign."""
WORDS = ("ignore", "ignore-file")
LONGEST = 2000
"""Characters of a comment; a longer one has lost its end."""
MOST = 200
"""Comments of one document that are followed; an article has few, and each costs a look at its line."""
SUFFIXES = (".md",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment:
    """A comment to recon from `start` to `end`: the selectors it names, for the text from `first` to `last`.

    `problem` says why it cannot be followed; then it suppresses nothing.
    """

    start: int
    end: int
    selectors: tuple[str, ...] = ()
    reason: str = ""
    first: int = 0
    last: int = 0
    whole: bool = False
    problem: str = ""


def comments(document: Document, names: Mapping[str, str]) -> tuple[Comment, ...]:
    """The comments to recon in a Markdown document; elsewhere they are print, and each is a problem."""
    text = document.text
    if "<!--" not in text:
        return ()
    markdown = document.id.lower().endswith(SUFFIXES)
    spans = islice(_spans(text), MOST)
    if not markdown:
        return tuple(_elsewhere(start, end) for start, end, _ in spans)
    return tuple(_comment(text, start, end, names) if closed else _endless(start, end) for start, end, closed in spans)


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each comment to recon stands, and whether it is closed; one that is not goes to the end of its line."""
    code = _code(text)
    at = 0
    # A comment within a fence or a span of code is an example of one.
    while found := START.search(text, at):
        start = found.start()
        end = text.find(END, found.end(), found.end() + LONGEST)
        at = end + len(END) if end >= 0 else found.end()
        if any(first <= start < last for first, last in code) or _ticks(text, start) % 2 or _is_indented(text, start):
            continue
        yield start, at if end >= 0 else _line_end(text, start), end >= 0


def _code(text: str) -> list[tuple[int, int]]:
    """The fenced blocks of code, where a comment is an example of one."""
    blocks: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for fence in FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and not fence[2].strip():
            blocks.append((opened.start(), fence.end()))
            opened = None
    return [*blocks, (opened.start(), len(text))] if opened else blocks


def _ticks(text: str, at: int) -> int:
    """The backticks before a place on its line, not far before: an odd number opens a span of code."""
    return text.count("`", max(text.rfind("\n", 0, at) + 1, at - LONGEST), at)


def _is_indented(text: str, at: int) -> bool:
    """Whether a place is in a block of code by its indentation, and not by that in an item of a list."""
    begin = text.rfind("\n", 0, at) + 1
    back = max(0, begin - LONGEST)
    if not INDENT.match(text, begin):
        return False
    outer = [line for line in text[back:begin].split("\n") if line.strip() and not INDENT.match(line)]
    before = text[back : begin - 1].rpartition("\n")[2] if begin else ""
    return not (outer and ITEM.match(outer[-1])) and (not before.strip() or INDENT.match(before) is not None)


def _elsewhere(start: int, end: int) -> Comment:
    problem = "a comment to recon works in Markdown only; here it is print. Write an entry of recon.suppressions.toml"
    return Comment(start=start, end=end, problem=problem)


def _endless(start: int, end: int) -> Comment:
    return Comment(start=start, end=end, problem="a comment to recon does not end; close it with -->")


def _comment(text: str, start: int, end: int, names: Mapping[str, str]) -> Comment:
    body = text[text.index(":", start) + 1 : end - len(END)]
    verb = VERB.match(body)
    if verb is None or verb[1].lower() not in WORDS:
        told = repr(verb[1]) if verb else "nothing"
        problem = f"a comment to recon says {' or '.join(WORDS)}, not {told}; write ignore RC101: reason"
        return Comment(start=start, end=end, problem=problem)
    told = body[verb.end() :]
    mark = REASON.search(told)
    codes, reason = (told[: mark.start()], told[mark.end() :]) if mark else (told, "")
    selectors = tuple(dict.fromkeys(filter(None, BETWEEN.split(codes))))
    whole = verb[1].lower() == "ignore-file"
    first, last = (0, len(text)) if whole else _scope(text, start, end)
    return Comment(
        start=start,
        end=end,
        selectors=selectors,
        reason=" ".join(reason.split()).rstrip("-").rstrip(),
        first=first,
        last=last,
        whole=whole,
        problem=_problem(selectors, names),
    )


def _problem(selectors: tuple[str, ...], names: Mapping[str, str]) -> str:
    if not selectors:
        return "a comment to recon names no rule; write the code before the reason, as in ignore RC101: reason"
    for selector in selectors:
        if selector.upper() == "ALL":
            return "a comment to recon names its rules; ALL would hide what nobody has seen yet"
        if selector.upper().startswith("RX"):
            return f"{selector} is of the machinery and no comment suppresses it; use --ignore or per-path"
        if problem := unknown(selector, names):
            return problem
    return ""


def _scope(text: str, start: int, end: int) -> tuple[int, int]:
    """The comment's line, or the next paragraph where nothing else is on the line."""
    begin, stop = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    if text[begin:start].strip(BLANK) or text[end:stop].strip(BLANK):
        return begin, stop
    at = stop + 1
    while at < len(text) and _is_between(text[at : _line_end(text, at)]):
        at = _line_end(text, at) + 1
    first = at
    while at < len(text) and text[at : _line_end(text, at)].strip(BLANK):
        at = _line_end(text, at) + 1
    return min(first, len(text)), min(at, len(text))


def _is_between(line: str) -> bool:
    """Whether a line may stand between a comment and its paragraph: blank, or another comment."""
    told = line.strip(BLANK)
    return not told or (told.startswith("<!--") and told.endswith(END.rstrip(">")))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
