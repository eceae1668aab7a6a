"""Where a surface stands in its text, and a figure found there."""

from __future__ import annotations

from typing import NamedTuple

from recon.extraction.readings import Reading

REACH = 44
"""Characters on either side in which the words that a rule goes by are looked for."""


class Place:
    """Where a surface stands, and the words on either side of it.

    A rule that reads the words around a number first asks the nearest of them: nearly all numbers stand between words
    that no rule knows, and a search takes a hundred times as long as a look at one word.
    """

    __slots__ = ("_behind", "ahead", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        words = text[start - REACH if start > REACH else 0 : start].rsplit(None, 1)
        self.ahead = words[-1] if words else ""
        """The last word before the surface, with what is glued to it; it may touch the surface."""
        self._behind: list[str] | None = None

    @property
    def behind(self) -> list[str]:
        """The first words after the surface, at most four and what is left; the first may touch it."""
        words = self._behind
        if words is None:
            words = self._behind = self.text[self.end : self.end + REACH].split(None, 4)
        return words

    def to(self, end: int) -> Place:
        """The place with another end."""
        if end == self.end:
            return self
        place = Place.__new__(Place)
        place.text, place.start, place.ahead, place.end, place._behind = self.text, self.start, self.ahead, end, None
        return place

    def before(self, width: int) -> str:
        """At most `width` characters up to the surface."""
        return self.text[self.start - width if self.start > width else 0 : self.start]

    def after(self, width: int) -> str:
        """At most `width` characters behind the surface."""
        return self.text[self.end : self.end + width]

    @property
    def surface(self) -> str:
        return self.text[self.start : self.end]


class Found(NamedTuple):
    """A figure in one text: where it stands, what it says, its noun, and how many characters of hedge precede it."""

    start: int
    end: int
    reading: Reading
    noun: str = ""
    hedge: int = 0
