"""Two versions of one article, or of many: the numbers that changed, came and went, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recon.comparing.names import paired_names
from recon.comparing.numbers import Change, paired
from recon.comparing.sentences import Sentence, alike
from recon.model import Document, Figure


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """One side: figures by document, in order of place, and the texts where they are at hand."""

    figures: Mapping[str, Sequence[Figure]]
    documents: Mapping[str, Document]
    root: str = ""
    """The folder that was given, which is no part of a document's name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """A document then and now ("" where it is not), its changes in order of place, and how many numbers stand."""

    old: str
    new: str
    changes: tuple[Change, ...]
    standing: int


def compared(old: Version, new: Version) -> Iterator[Compared]:
    """Document by document, those of `old` in their order, then those that only `new` has."""
    ids = [list(dict.fromkeys([*side.documents, *side.figures])) for side in (old, new)]
    single = len(ids[0]) == len(ids[1]) == 1  # two versions of one article, whatever their files are called
    for a, b in [(ids[0][0], ids[1][0])] if single else paired_names(ids[0], ids[1], (old.root, new.root)):
        yield _compared(a, b, old, new)


def _compared(a: str, b: str, old: Version, new: Version) -> Compared:
    before, after = old.figures.get(a, ()), new.figures.get(b, ())
    if not (a in old.documents and b in new.documents):
        pairs, gone, added = paired(before, after)
    else:
        pairs, gone, added = _by_sentence(sentences(before, old.documents[a]), sentences(after, new.documents[b]))
    changes = [Change(*pair) for pair in pairs]
    moved = [change for change in changes if change.differs]
    standing = len(changes) - len(moved)
    moved += [*(Change(one, None) for one in gone), *(Change(None, one) for one in added)]
    return Compared(old=a, new=b, changes=tuple(sorted(moved, key=_told_at)), standing=standing)


Matched = tuple[list[tuple[Figure, Figure]], list[Figure], list[Figure]]


def _by_sentence(old: Sequence[Sentence], new: Sequence[Sentence]) -> Matched:
    same, edited, before, after = alike(old, new)
    pairs = [pair for one, other in same for pair in zip(one.figures, other.figures, strict=False)]
    gone = [figure for one in before for figure in one.figures]
    added = [figure for one in after for figure in one.figures]
    for one, other in edited:
        found, left, came = paired(one.figures, other.figures, one_sentence=True)
        pairs += found
        gone += left
        added += came
    more, gone, added = paired(sorted(gone, key=_place), sorted(added, key=_place))
    return [*pairs, *more], gone, added


def sentences(figures: Iterable[Figure], document: Document) -> list[Sentence]:
    """The sentences that hold figures, in order of place."""
    held: defaultdict[tuple[bool, int, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        held[figure.part == "body", figure.sentence_start, figure.sentence_end].append(figure)
    made = []
    for (body, start, end), inside in sorted(held.items()):
        apart = not body and not document.title_start
        text = document.title if apart else document.text
        masked, at = "", start
        for figure in inside:
            masked += text[at : figure.start] + "#"
            at = figure.end
        masked += text[at:end]
        folded = " ".join(text[start:end].split())
        made.append(Sentence("body" if body else "title", folded, " ".join(masked.split()), tuple(inside)))
    return made


def _place(figure: Figure) -> tuple[bool, int]:
    return figure.part == "body", figure.start


def _told_at(change: Change) -> tuple[bool, int, bool]:
    """Where a change is told: by its place in the new text, what is gone by its place in the old."""
    figure = change.new or change.old
    assert figure is not None  # noqa: S101  (a change has one at least)
    return (*_place(figure), change.new is not None)
