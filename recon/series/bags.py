"""The words of many documents in little room: a number for each word, and for each document two arrays of numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bags:
    """Documents as bags of words. The numbers of the words are in the order of the alphabet once they are `settled`."""

    words: dict[str, int] = field(default_factory=dict)
    frequency: array[int] = field(default_factory=lambda: array("I"))
    """The number of documents that have each word, by its number."""
    _held: dict[str, tuple[array[int], array[int]]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[str]:
        """The ids of the documents."""
        return iter(self._held)

    def add(self, doc: str, counts: Mapping[str, int]) -> None:
        """A document with its words, and how often it has each."""
        numbers = array("I", [self.words.setdefault(word, len(self.words)) for word in counts])
        self.frequency.extend([0] * (len(self.words) - len(self.frequency)))
        for number in numbers:
            self.frequency[number] += 1
        self._held[doc] = numbers, array("I", counts.values())

    def of(self, doc: str) -> Iterator[tuple[int, int]]:
        """The words of a document by number, each with how often it has it."""
        return zip(*self._held[doc], strict=True)

    def settled(self) -> Bags:
        """The same with its words, and those of each document, in the order of the alphabet."""
        ordered = sorted(self.words)
        old = array("I", [self.words[word] for word in ordered])
        rank = array("I", bytes(4 * len(old)))
        for new, number in enumerate(old):
            rank[number] = new
        held = {}
        for doc, (numbers, counts) in self._held.items():
            pairs = sorted(zip([rank[number] for number in numbers], counts, strict=True))
            held[doc] = array("I", [new for new, _ in pairs]), array("I", [count for _, count in pairs])
        frequency = array("I", [self.frequency[number] for number in old])
        return Bags({word: number for number, word in enumerate(ordered)}, frequency, held)
