"""Two extractors side by side, figure by figure: what each reads in a place, and in what they differ."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from recon.model import NO_QUANTITY, Document, Figure
from recon.reports.layout import clipped, counted, printable, table
from recon.reports.numbers import SIGNS, interval, number, place

Pair = tuple[Figure | None, Figure | None]
DIFFERENCES: Mapping[str, tuple[str, ...]] = {
    "number": ("value", "low", "high"),
    "bound": ("bound",),
    "unit": ("unit",),
    "kind": ("kind",),
    "text": ("text",),
}
"""In what two readings of one place can differ, and the columns that tell."""
SHOWN = ("text", "kind", "bound", "value", "low", "high", "unit")
AROUND = 24
"""Characters of the text shown on each side of a figure."""


def pairs(ours: Sequence[Figure], theirs: Sequence[Figure], *, everything: bool = False) -> list[Pair]:
    """The figures of two extractors, joined where their spans overlap (the longest overlap first); by place.

    What is no quantity to either is left out, unless `everything` is wanted.
    """
    joined: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in sorted(_overlaps(ours, theirs)):
        if a not in joined and b not in taken:
            joined[a] = b
            taken.add(b)
    found: list[Pair] = [(one, theirs[joined[a]] if a in joined else None) for a, one in enumerate(ours)]
    found += [(None, one) for b, one in enumerate(theirs) if b not in taken]
    order = {doc: rank for rank, doc in enumerate(dict.fromkeys(one.doc for one in (*ours, *theirs)))}
    kept = (pair for pair in found if everything or any(one and one.kind not in NO_QUANTITY for one in pair))
    return sorted(kept, key=lambda pair: _place_in_text(pair, order))


def differences(pair: Pair) -> tuple[str, ...]:
    """In what the two readings differ, the gravest first; nothing where they are alike or one of them is missing."""
    one, other = pair
    if one is None or other is None:
        return ()
    if _refuses(one, other) or _refuses(other, one):
        return ("kind", "text") if one.text != other.text else ("kind",)
    # Of bounds whose numbers differ for it, the bound is what there is to say.
    bound = one.bound != other.bound and one.value == other.value is not None
    told = [what for what, columns in DIFFERENCES.items() if _unlike(one, other, columns)]
    return tuple(what for what in told if not (bound and what == "number"))


def comparison_text(
    found: Sequence[Pair],
    documents: Mapping[str, Document],
    names: tuple[str, str],
    *,
    everything: bool = False,
    terminal: int | None = None,
) -> str:
    """A row for each place that is read differently, under its document, and a tally; `everything` shows all places."""
    shown = [pair for pair in found if everything or not _alike(pair)]
    rows = [
        (
            f"  {place(_either(pair), documents).removeprefix(_either(pair).doc).removeprefix(':')}",
            _cell(pair[0], told),
            _difference(pair, told, names),
            _cell(pair[1], told),
            _context(pair, documents),
        )
        for pair in shown
        for told in [differences(pair)]
    ]
    lines = table([("at", names[0], "", names[1], "in"), *rows], "lllll", terminal=terminal) if rows else []
    text, before = lines[:1], ""
    for pair, line in zip(shown, lines[1:], strict=True):
        if _either(pair).doc != before:
            before = _either(pair).doc
            text.append(printable(before))
        text.append(line)
    return "\n".join([*text, *_tally(found, names)]) + "\n"


def comparison_jsonl(found: Iterable[Pair], names: tuple[str, str]) -> Iterator[str]:
    """A line for each pair: its place, whether they are the same, in what they differ, each reading or null."""
    for pair in found:
        one = _either(pair)
        row: dict[str, Any] = {"doc": one.doc, "part": one.part, "start": one.start, "end": one.end}
        row |= {"same": _alike(pair), "differs": differences(pair)}
        for name, figure in zip(names, pair, strict=True):
            row[name] = figure and {key: getattr(figure, key) for key in SHOWN}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _overlaps(ours: Sequence[Figure], theirs: Sequence[Figure]) -> Iterator[tuple[int, int, int]]:
    """(-shared characters, index in ours, index in theirs); the figures of one extractor do not overlap."""
    by_part: dict[tuple[str, str], list[int]] = {}
    for index, figure in enumerate(theirs):
        by_part.setdefault((figure.doc, figure.part), []).append(index)
    ends = {part: [theirs[b].end for b in those] for part, those in by_part.items()}
    for a, figure in enumerate(ours):
        part = (figure.doc, figure.part)
        those = by_part.get(part, [])
        for b in those[bisect_right(ends.get(part, []), figure.start) :]:
            if theirs[b].start >= figure.end:
                break
            yield max(figure.start, theirs[b].start) - min(figure.end, theirs[b].end), a, b


def _either(pair: Pair) -> Figure:
    figure = pair[0] or pair[1]
    assert figure is not None  # noqa: S101  (a pair has one at least)
    return figure


def _alike(pair: Pair) -> bool:
    return None not in pair and not differences(pair)


def _unlike(one: Figure, other: Figure, columns: Iterable[str]) -> bool:
    return any(getattr(one, column) != getattr(other, column) for column in columns)


def _place_in_text(pair: Pair, order: Mapping[str, int]) -> tuple[int, bool, int]:
    figure = _either(pair)
    return order[figure.doc], figure.part == "body", figure.start


def _difference(pair: Pair, told: Sequence[str], names: tuple[str, str]) -> str:
    if None in pair:
        return f"only {printable(names[pair[0] is None])}"
    return ", ".join(told[:2]) + (", …" if len(told) > 2 else "") or "="


def _cell(figure: Figure | None, told: Sequence[str]) -> str:
    """What is read, with the text where that differs, and the kind where that does."""
    if figure is None:
        return ""
    value = interval(figure.low, figure.high) if figure.value is None else SIGNS[figure.bound] + number(figure.value)
    read = f"{value} {figure.unit}".rstrip() + (f" ({figure.kind})" if "kind" in told else "")
    if figure.kind in NO_QUANTITY:
        read = figure.kind
    return f"{clipped(printable(figure.text), 24)} → {read}" if "text" in told else read


def _context(pair: Pair, documents: Mapping[str, Document]) -> str:
    """The words around the place, with the place in brackets."""
    one = _either(pair)
    document = documents[one.doc]
    text = document.title if one.part == "title" and document.title_start == 0 else document.text
    start, end = min(f.start for f in pair if f), max(f.end for f in pair if f)
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    if start - AROUND > 0 and len(before) == AROUND:
        before = "…" + before.partition(" ")[2]
    if end + AROUND < len(text) and len(after) == AROUND:
        after = after.rpartition(" ")[0] + "…"
    return printable(f"{before}[{clipped(text[start:end], 2 * AROUND)}]{after}").strip()


def _tally(found: Sequence[Pair], names: tuple[str, str]) -> Iterator[str]:
    """How many are read alike, differently, by one alone, or by one as no quantity; every pair is counted once."""
    alike = sum(map(_alike, found))
    yield f"{counted(len(found), 'figure')}: {alike:,} read alike, {len(found) - alike:,} not."
    both = [(one, other) for one, other in found if one and other]
    apart = [pair for pair in both if differences(pair) and not _refuses(*pair) and not _refuses(*pair[::-1])]
    if apart:
        marks = Counter(what for pair in apart for what in differences(pair))
        told = ", ".join(f"{what} {marks[what]:,}" for what in DIFFERENCES if marks[what])
        yield f"  {len(apart):,} differently: {told}"
    for side, name in enumerate(names):
        refused = Counter(pair[side].kind for pair in both if _refuses(pair[side], pair[1 - side]))
        if refused:
            by_number = sorted(refused, key=lambda kind: (-refused[kind], kind))
            told = ", ".join(f"{kind} {refused[kind]:,}" for kind in by_number)
            yield f"  {refused.total():,} no quantity to {printable(name)}: {told}"
        if alone := sum(pair[1 - side] is None for pair in found):
            yield f"  {alone:,} only by {printable(name)}"


def _refuses(one: Figure, other: Figure) -> bool:
    """Whether the one reading is no quantity and the other is."""
    return one.kind in NO_QUANTITY and other.kind not in NO_QUANTITY
