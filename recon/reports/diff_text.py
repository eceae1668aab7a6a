"""What moved between two versions, for a corrections editor: each number then and now, and the two sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recon.model import Document, Figure
from recon.reports.layout import Paint, clipped, counted, hung, printable
from recon.reports.numbers import place, quantity

WIDTH = 80
LONG = 320
"""Characters of a sentence from which only the part around its numbers is shown."""
AROUND = 100
MARKS = {"-": "removed", "+": "added"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A number then and now, one of them None where it came or went."""

    old: Figure | None
    new: Figure | None
    differs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """A document then and now, "" where it is not; what moved, and how many numbers stand."""

    old: str
    new: str
    rows: Sequence[Row]
    standing: int


Place = tuple[str, str, int]
Sides = tuple[Mapping[str, Document], Mapping[str, Document]]


def diff_text(compared: Iterable[Compared], sides: Sides, paint: Paint) -> Iterator[str]:
    """Document by document what moved, sentence by sentence, then a tally."""
    changed = added = gone = standing = 0
    for one in compared:
        standing += one.standing
        changed += sum(row.old is not None and row.new is not None for row in one.rows)
        added += sum(row.old is None for row in one.rows)
        gone += sum(row.new is None for row in one.rows)
        if one.rows:
            yield paint("strong", _name(one)) + "\n"
            for rows in _by_sentence(one.rows):
                yield "".join(f"{line}\n" for line in _block(rows, sides, paint))
            yield "\n"
    if not (changed or added or gone):
        yield f"No number moved: {counted(standing, 'number')} as before.\n"
        return
    told = (
        [f"{changed:,} changed"] * bool(changed) + [f"{added:,} added"] * bool(added) + [f"{gone:,} gone"] * bool(gone)
    )
    yield f"{', '.join(told)}; {standing:,} as before.\n"


def _name(one: Compared) -> str:
    old, new = printable(one.old), printable(one.new)
    if not (old and new):
        return f"{old} is gone" if old else f"{new} is new"
    return old if old == new else f"{old} → {new}"


def _by_sentence(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one sentence together, then and now, by the first of them."""
    heirs: dict[Place | None, Place] = {_sentence(row.old): _sentence(row.new) for row in rows if row.old and row.new}
    together: dict[Place | None, list[Row]] = {}
    for row in rows:
        then = _sentence(row.old) if row.old else None
        now = _sentence(row.new) if row.new else heirs.get(then, then)
        together.setdefault(now, []).append(row)
    return list(together.values())


def _sentence(figure: Figure) -> Place:
    return figure.doc, figure.part, figure.sentence_start


def _block(rows: Sequence[Row], sides: Sides, paint: Paint) -> Iterator[str]:
    for row in rows:
        yield from (paint("strong", line) for line in hung(f"  {told(row)}{_places(row, sides)}", WIDTH, 4))
    for mark, figures, documents in (
        ("-", [row.old for row in rows if row.old], sides[0]),
        ("+", [row.new for row in rows if row.new], sides[1]),
    ):
        for where in dict.fromkeys(_sentence(figure) for figure in figures if figure.doc in documents):
            inside = [figure for figure in figures if _sentence(figure) == where]
            text = marked(inside, documents[inside[0].doc])
            yield from (paint(MARKS[mark], line) for line in hung(f"  {mark} {text}", WIDTH, 4))


def told(row: Row) -> str:
    """ "12 → 15 people", "+ 40 boats", "- 3 children"."""
    if row.old is None or row.new is None:
        one = row.new or row.old
        assert one is not None  # noqa: S101  (a row has one at least)
        return f"{'-' if row.new is None else '+'} {_said(one)}"
    old, new = quantity(row.old), quantity(row.new)
    if row.old.noun.lower() != row.new.noun.lower():
        return f"{_said(row.old)} → {_said(row.new)}"
    return f"{old} → {new} {_noun(row.new)}".rstrip()


def _said(figure: Figure) -> str:
    return f"{quantity(figure)} {_noun(figure)}".rstrip()


def _noun(figure: Figure) -> str:
    return clipped(printable(" ".join(figure.noun.split())), 40)


def _places(row: Row, sides: Sides) -> str:
    """Where they stand: by line and column of the new text, or the old where it is gone."""
    at = []
    for figure, documents in zip((row.old, row.new), sides, strict=True):
        if figure is not None and figure.doc in documents:
            at.append(place(figure, documents).removeprefix(printable(figure.doc)).lstrip(":"))
    return f"  ({' → '.join(dict.fromkeys(at))})" if at else ""


def marked(figures: Sequence[Figure], document: Document) -> str:
    """The sentence on one line with the figures in brackets; of a long one the part around them."""
    first = figures[0]
    text = document.title if first.part == "title" and not document.title_start else document.text
    start, end = first.sentence_start, first.sentence_end
    inside = sorted((figure for figure in figures if start <= figure.start < end), key=lambda figure: figure.start)
    cut = end - start > LONG
    low = max(start, inside[0].start - AROUND) if cut and inside else start
    high = min(end, inside[-1].end + AROUND) if cut and inside else end
    shown, at = "", low
    for figure in inside:
        shown += f"{text[at : figure.start]}[{text[figure.start : figure.end]}]"
        at = figure.end
    shown += text[at:high]
    return f"{'…' * (low > start)}{' '.join(shown.split())}{'…' * (high < end)}"
