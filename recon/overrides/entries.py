"""What an overrides file says, entry by entry, before it meets any claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from recon.model import OverrideVerb

VERBS: tuple[OverrideVerb, ...] = get_args(OverrideVerb)
Folded = Literal["speaker", "place", "subject"]

Days = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ref:
    """A claim as an entry names it: by its id, its number as printed, and words of its sentence.

    The id alone would name whatever number stands there after the next edit of the article, so `text` must be given;
    with `words`, a claim that has moved is known again.
    """

    id: str
    text: str
    words: str = ""

    @property
    def doc(self) -> str:
        """The document of the id."""
        return self.id.rpartition("#")[0]

    @property
    def place(self) -> str:
        """The part and offsets of the id."""
        return self.id.rpartition("#")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry, and the file and line it stands at; `folder` is where the documents' paths may begin.

    Of the other fields a verb has only its own: `values` for a set (by the names of `Claim`'s columns, `as_of` for both
    days), `name`, `also` and `of` for a fold, `source` and `doc` for a leave-out, `to` for a move.
    """

    verb: OverrideVerb
    file: str
    line: int
    folder: str = ""
    claims: tuple[Ref, ...] = ()
    to: Ref | None = None
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)
    name: str = ""
    also: tuple[str, ...] = ()
    of: Folded = "speaker"
    source: str = ""
    doc: str = ""
    why: str = ""

    @property
    def where(self) -> str:
        """ "recon.overrides.toml:12"."""
        return f"{self.file}:{self.line}"

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Every claim that the entry names."""
        return (*self.claims, self.to) if self.to else self.claims
