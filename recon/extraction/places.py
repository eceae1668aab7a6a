"""Where a surface stands in its text, and a figure found there."""

from __future__ import annotations

from typing import NamedTuple

from recon.extraction.surfaces import Reading


class Place(NamedTuple):
    """Where a surface stands."""

    text: str
    start: int
    end: int

    def before(self, width: int) -> str:
        """At most `width` characters up to the surface."""
        return self.text[max(0, self.start - width) : self.start]

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
