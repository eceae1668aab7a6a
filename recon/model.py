"""The values that flow through recon: frozen, keyword-only dataclasses, and the protocols a plugin fulfils.

Standard library only. Nothing here computes more than a property of one value.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

from recon.source_map import SourceMap

Part = Literal["body", "title"]
Bound = Literal["exact", "about", "nearly", "at_least", "more_than", "at_most", "less_than", "range", "indefinite"]
Kind = Literal[
    "count", "money", "percent", "points", "ratio", "rate", "duration", "age", "length", "area", "volume", "mass",
    "speed", "temperature", "temperature_change", "energy", "power", "pressure", "information", "frequency", "other",
    "date", "time", "ordinal", "score", "identifier", "bullet",
]  # fmt: skip
Severity = Literal["error", "warning", "info"]
SuppressedBy = Literal["comment", "file", "baseline"]
Status = Literal["observed", "forecast", "planned", "denied"]
Measure = Literal["total", "increment", "flow"]
OriginBasis = Literal["named", "inferred", "outlet"]
AsOfBasis = Literal["stated", "speech", "published", "unknown"]
RelationKind = Literal[
    "part_of", "other_scope", "restated", "same", "rounded", "forecast_of", "agrees", "revised_down", "updated",
    "conflict",
]  # fmt: skip

End = Literal["low", "best", "high"]
OverrideVerb = Literal["set", "fold", "leave-out", "merge", "split", "move", "note"]

Columns = Mapping[str, Sequence[Any]]
"""A table as plain columns of equal length by name: what the extractors hand over, before anything imports polars."""

EARLIER: frozenset[str] = frozenset({"earlier", "previously", "initially", "originally", "at first", "from"})
"""The words of an as-of that say no more than that another number has come after."""

NO_QUANTITY: frozenset[str] = frozenset({"date", "time", "ordinal", "score", "identifier", "bullet"})
"""The kinds of figure that are no quantity; `recon extract --all` shows them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A text with an id and what is known of it.

    `text` is all that the reader was given; for a text file, the whole file, byte-order mark and front matter
    included. The body is `text[body_start:]`. `title_start` tells where the title's first character stands: an
    offset into `text` for front matter, 0 for a record whose title stands apart, None for a title that is not read
    for figures. `dates_from` tells, for `published`, `modified` and `fetched`, where each was found, or why what was
    found is not used. `source` is there where `text` was taken from within a file of another form. `pages` are the
    offsets at which the pages begin, where there are any.
    """

    id: str
    text: str
    body_start: int = 0
    title: str = ""
    title_start: int | None = None
    publisher: str = ""
    published: dt.date | None = None
    modified: dt.date | None = None
    fetched: dt.date | None = None
    url: str = ""
    language: str = ""
    dates_from: tuple[tuple[str, str], ...] = ()
    source: SourceMap | None = None
    pages: tuple[int, ...] = ()

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, of a code-point offset into `text`, in the file where that has another form.

        Of a document with pages, the line counts on the page, as a reader of it does.
        """
        if self.source is not None:
            return self.source.position(offset)
        page = self.page(offset)
        start = self.pages[page - 1] if page is not None else 0
        before = self.text.rfind("\n", start, offset)
        return self.text.count("\n", start, offset) + 1, offset - (before if before >= 0 else start - 1)

    def page(self, offset: int) -> int | None:
        """The page of an offset into `text`, from 1; None for a document without pages."""
        return max(bisect_right(self.pages, offset), 1) if self.pages else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One quantity as printed at one span of one document. Offsets count code points; values are in `unit`."""

    id: str
    doc: str
    part: Part
    start: int
    end: int
    text: str
    kind: Kind
    bound: Bound
    value: float | None
    low: float | None
    high: float | None
    unit: str
    unit_alternatives: tuple[str, ...]
    step: float
    noun: str
    sentence_start: int
    sentence_end: int

    @property
    def reading_order(self) -> tuple[str, bool, int, int]:
        """What sorts figures as a reader meets them: by document, the title before the body, then by place."""
        return self.doc, self.part != "title", self.start, self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim(Figure):
    """A figure with who said it, by what chain, as of when, in what status, about what and where.

    `chain` runs from the outlet inwards; `origin` is the innermost speaker of it who is named. `series` is the key
    of the one series the claim belongs to, "" until it has been aligned.
    """

    series: str = ""
    subject: str = ""
    place: str = ""
    scope: str = ""
    said_by: str = ""
    chain: tuple[str, ...] = ()
    origin: str = ""
    origin_basis: OriginBasis = "outlet"
    as_of_start: dt.date | None = None
    as_of_end: dt.date | None = None
    as_of_text: str = ""
    as_of_basis: AsOfBasis = "unknown"
    status: Status = "observed"
    measure: Measure = "total"
    published: dt.date | None = None
    publisher: str = ""

    @property
    def superseded(self) -> bool:
        """Whether the text gives the number as an earlier one and not its day: "up from 71"."""
        return self.as_of_basis != "stated" and self.as_of_text.lower() in EARLIER


@dataclass(frozen=True, kw_only=True, slots=True)
class Fix:
    """A rewrite that a finding offers: `replacement` for what stands from `start` to `end`, offsets as a figure's.

    It is `safe` where no reader could take the new text for another quantity than the old one: a magnitude or a unit
    that the words leave out is written. A number that changes is never safe. Only safe rewrites are made.
    """

    start: int
    end: int
    replacement: str
    safe: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Suppression:
    """What keeps a finding from counting: a comment in the text, an entry of a suppressions file, or a baseline.

    `where` is the file, with the line where there is one; `reason` is "" where none was given.
    """

    by: SuppressedBy
    where: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something that does not add up, with its working shown. `figures` are the ids of the figures it speaks of.

    `start` and `end` are code-point offsets as a figure's; `line` and `column` count from 1 in the document's text,
    or on the `page` of one that has pages.
    `suppressed` is filled in by recon, never by a check.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    message: str
    start: int = 0
    end: int = 0
    line: int = 1
    column: int = 1
    working: str = ""
    figures: tuple[str, ...] = ()
    suggestion: str = ""
    page: int | None = None
    fix: Fix | None = None
    suppressed: Suppression | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside:
    """A claim that an estimate did not use, and why."""

    claim: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """Low, best and high for one series at one date, by one named reconciler.

    Where a model made it, low to high is its 80 % interval; where a rule made it, what the rule says; null is an
    open side. `support` are the ids of the claims used. The engine fills in `by`, and in `modelled` those of low, best
    and high that no claim of the support prints: they are worked out, and never to be shown as reported.
    """

    series: str
    at: dt.date | None
    low: float | None
    best: float | None
    high: float | None
    support: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()
    why: str
    by: str = ""
    modelled: tuple[End, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """How two claims stand: `a` is the earlier by as-of, then by publication. Both are claim ids."""

    a: str
    b: str
    kind: RelationKind
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """The claims of one and the same quantity, by as-of then publication; never empty."""

    key: str
    title: str
    kind: Kind
    unit: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Explained:
    """In words, why a claim is in its series (`here`), and by which words its speakers (`told`) and its status were
    read; "" for a status that needs none."""

    here: str
    told: str
    status: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Override:
    """What somebody decided by hand, where it acted: `file` and `line` of the entry, `what` it did, and `why` as given.

    `claims` are the ids of those it is about. `left` are those of the series that a split or a move took them from.
    """

    verb: OverrideVerb
    file: str
    line: int
    claims: tuple[str, ...]
    what: str
    why: str = ""
    left: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reconciliation:
    """All that reconciling some documents came to; estimates by series, then reconciler, then date.

    `overrides` are what was decided by hand and made a difference, in the order in which it was applied. `copies` are
    pairs of ids: a document, and the one whose text it prints, the first of those alike to be published.
    """

    documents: tuple[Document, ...]
    series: tuple[Series, ...]
    relations: tuple[Relation, ...]
    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
    overrides: tuple[Override, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitDefinition:
    """A unit of a plugin or a project: how it is written, of what kind it is, and how many of which known unit.

    `words` are singular, with the plural behind a slash where it is not "-s" ("bushel of wheat/bushels of wheat"), and
    are read in any case; `signs` are read as they stand. One of it is `factor` times `unit`, an expression of units
    that recon knows; "" makes it a dimension of its own, as containers and currencies are. With a `name` that recon
    knows and no `kind`, the words and signs are further ones for that unit.
    """

    name: str
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    kind: Kind | Literal[""] = ""
    factor: float = 1.0
    unit: str = ""


@runtime_checkable
class Reader(Protocol):
    """Reads files of some suffixes (".txt") into documents; raises `recon.errors.ReadError` for one it cannot read."""

    @property
    def name(self) -> str: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, path: Path) -> Iterable[Document]: ...


@runtime_checkable
class PartedReader(Reader, Protocol):
    """A reader whose work other processes can share: `parts` finds what there is to do in a file, and does none of it;
    `read_part` makes documents of one part. Parts are pickled. `read` gives what both together do."""

    def parts(self, path: Path) -> Iterable[Any]: ...

    def read_part(self, part: Any) -> Iterable[Document]: ...


@runtime_checkable
class Extractor(Protocol):
    """Finds the figures of documents; returns one column for each field of `Figure`, rows by document, then start."""

    @property
    def name(self) -> str: ...

    def extract(self, documents: Sequence[Document]) -> Columns: ...


@runtime_checkable
class Check(Protocol):
    """Judges the figures of one document. `ok` and `not_ok` are example texts that must pass and must be found."""

    @property
    def code(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def severity(self) -> Severity: ...

    @property
    def ok(self) -> str: ...

    @property
    def not_ok(self) -> str: ...

    def check(self, document: Document, figures: Sequence[Figure]) -> Iterable[Finding]: ...


@runtime_checkable
class Reconciler(Protocol):
    """Turns one series into estimates, oldest first. Options are the reconciler's own dataclass fields."""

    @property
    def name(self) -> str: ...

    def reconcile(self, series: Series) -> Iterable[Estimate]: ...
