"""The numbers of one list of figures beside those of another: which is which, and which of them moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from recon.model import Figure

F = TypeVar("F", bound=Figure)
Paired = list[tuple[F, F]]


@dataclass(frozen=True, slots=True)
class Change:
    """A number that moved: changed where there are both, gone or added where there is one."""

    old: Figure | None
    new: Figure | None

    @property
    def differs(self) -> tuple[str, ...]:
        """In what the two differ: `number`, `bound`, `unit`."""
        if self.old is None or self.new is None:
            return ()
        told = (
            ("number", number(self.old) != number(self.new)),
            ("bound", self.old.bound != self.new.bound),
            ("unit", self.old.unit != self.new.unit),
        )
        return tuple(name for name, other in told if other)


def number(figure: Figure) -> tuple[float | None, ...]:
    """The printed number, whatever bounds it."""
    return (figure.value,) if figure.value is not None else (figure.low, figure.high)


def what(figure: Figure) -> tuple[str, str, str]:
    """What is counted or measured, and in what."""
    return figure.kind, figure.unit, figure.noun.lower()


def exactly(figure: Figure) -> Hashable:
    """What is said: two figures that share it say the same."""
    return (*what(figure), number(figure), figure.bound)


def paired(old: Sequence[F], new: Sequence[F], *, one_sentence: bool = False) -> tuple[Paired[F], list[F], list[F]]:
    """The figures that are one and the same then and now, moved or not; and what stands on one side only.

    First what says the same; then, between the same neighbours, other numbers of the same thing; in `one_sentence`,
    which was edited, at last others of the same kind: "12 people" may have become "15 residents".
    """
    pairs, old, new = _joined(old, new, lambda figure, _: exactly(figure))
    anchors = pairs[:]
    keys: list[Callable[[F, int], Hashable]] = [lambda figure, slot: (what(figure), slot)]
    if one_sentence:
        keys += [
            lambda figure, _: what(figure),
            lambda figure, slot: (figure.kind, figure.unit, slot),
            lambda figure, _: figure.kind,
        ]
    else:
        keys.append(lambda figure, _: what(figure) if figure.noun else figure.id + str(id(figure)))
    for key in keys:
        more, old, new = _joined(old, new, key, anchors)
        pairs += more
    return pairs, old, new


def _joined(
    old: Sequence[F], new: Sequence[F], key: Callable[[F, int], Hashable], anchors: Paired[F] | None = None
) -> tuple[Paired[F], list[F], list[F]]:
    """Figures of one key in the order of their places. A key may ask how many anchors stand before."""
    before = [sorted(_place(pair[side]) for pair in anchors or ()) for side in (0, 1)]
    waiting: defaultdict[Hashable, list[F]] = defaultdict(list)
    for figure in reversed(new):
        waiting[key(figure, bisect_left(before[1], _place(figure)))].append(figure)
    pairs: Paired[F] = []
    gone: list[F] = []
    for figure in old:
        others = waiting.get(key(figure, bisect_left(before[0], _place(figure))))
        if others:
            pairs.append((figure, others.pop()))
        else:
            gone.append(figure)
    left = {id(figure) for others in waiting.values() for figure in others}
    return pairs, gone, [figure for figure in new if id(figure) in left]


def _place(figure: Figure) -> tuple[bool, int]:
    return figure.part == "body", figure.start
