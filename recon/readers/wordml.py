"""WordprocessingML (ECMA-376, part 1) to blocks of text.

What is deleted or moved away by a tracked change, hidden, or a field's code is not read; what is inserted is. Numbers
that Word makes up, of lists and of notes, do not stand in the file and are not made up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from recon.readers.raised import LOWER, RAISE, all_set_plainly

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "pPr", "rPr", "tblPr", "sectPr"}
)
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
NOTE_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
BETWEEN_CELLS = " | "
POSITIVE = re.compile(r"[1-9]")
TITLE_STYLE = re.compile(r"(?i)(?:sub)?title|heading ?1")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, or a table of a line to a row; `is_title` for one in the style of a title."""

    text: str
    is_title: bool = False


def blocks(document: Element, notes: Iterable[Element]) -> Iterator[Block]:
    """The blocks of a document part in order; `notes` are the roots of its footnotes and endnotes."""
    known = {(_name(note), _value(note, "id")): note for root in notes for note in root}
    for body in document:
        if _name(body) == "body":
            yield from _blocks(body, known)


Notes = dict[tuple[str, str], Element]


def _blocks(parent: Element, notes: Notes) -> Iterator[Block]:
    for child in parent:
        name = _name(child)
        if name == "p":
            yield from _paragraph(child, notes)
        elif name == "tbl":
            yield from _table(child, notes)
        elif name not in SKIPPED:
            yield from _blocks(child, notes)


@dataclass
class _Run:
    """The text of a paragraph as it is put together, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    apart: list[Element] = field(default_factory=list)


def _paragraph(paragraph: Element, notes: Notes) -> Iterator[Block]:
    run = _Run()
    _gather(paragraph, run, notes)
    text = _tidy(all_set_plainly("".join(run.parts)))
    if text:
        yield Block(text=text, is_title=_is_title(paragraph))
    for apart in run.apart:
        yield from _blocks(apart, notes)


def _gather(element: Element, run: _Run, notes: Notes) -> None:
    for child in element:
        name = _name(child)
        if name in SKIPPED or (name == "r" and _is_hidden(child)):
            continue
        if name == "t":
            run.parts.append(child.text or "")
        elif name in BREAKS:
            run.parts.append(BREAKS[name])
        elif name == "r" and _is_raised(child):
            run.parts.append(RAISE)
            _gather(child, run, notes)
            run.parts.append(LOWER)
        elif name in NOTE_REFERENCES:
            note = notes.get((NOTE_REFERENCES[name], _value(child, "id")))
            run.apart += [note] if note is not None else []
        elif name == "txbxContent":
            run.apart.append(child)
        else:
            _gather(child, run, notes)


def _table(table: Element, notes: Notes) -> Iterator[Block]:
    rows = []
    for row in _descendants(table, "tr"):
        cells = []
        for cell in _descendants(row, "tc"):
            text = " ".join(" ".join(block.text.split()) for block in _blocks(cell, notes))
            cells.append(text)
        if line := BETWEEN_CELLS.join(filter(None, cells)):
            rows.append(line)
    if rows:
        yield Block(text="\n".join(rows))


def _descendants(parent: Element, wanted: str) -> Iterator[Element]:
    """The next elements of a name below, those in content controls and insertions among them."""
    for child in parent:
        if _name(child) == wanted:
            if not _is_deleted(child):
                yield child
        elif _name(child) not in SKIPPED:
            yield from _descendants(child, wanted)


def _is_deleted(row: Element) -> bool:
    return any(_name(mark) == "del" for properties in row if _name(properties) == "trPr" for mark in properties)


def _is_hidden(run: Element) -> bool:
    marks = [mark for properties in run if _name(properties) == "rPr" for mark in properties]
    return any(_name(mark) == "vanish" and _value(mark, "val") not in ("0", "false", "off") for mark in marks)


def _is_raised(run: Element) -> bool:
    marks = [mark for properties in run if _name(properties) == "rPr" for mark in properties]
    return any(
        _value(mark, "val") == "superscript" if _name(mark) == "vertAlign" else POSITIVE.match(_value(mark, "val"))
        for mark in marks
        if _name(mark) in ("vertAlign", "position")
    )


def _is_title(paragraph: Element) -> bool:
    styles = [style for properties in paragraph if _name(properties) == "pPr" for style in properties]
    return any(_name(style) == "pStyle" and TITLE_STYLE.fullmatch(_value(style, "val")) for style in styles)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if element.tag.startswith((W, STRICT, MC)) else element.tag


def _value(element: Element, attribute: str) -> str:
    return element.get(f"{W}{attribute}") or element.get(f"{STRICT}{attribute}") or ""


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.replace("\u00ad", "").split("\n"))
    return "\n".join(filter(None, lines))
