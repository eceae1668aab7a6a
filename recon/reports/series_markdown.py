"""Series as a message: for each a small table of who said what, what does not meet, and what follows, in Markdown.

It is GitHub's dialect (https://github.github.com/gfm), padded so that it reads as it stands where nothing renders it.
Article text is quoted in it and must not become markup: see `escaped`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote, urlsplit

from recon.model import Claim, Document, Reconciliation, Series
from recon.reports.choosing import ordered
from recon.reports.estimates import MODELLED, alike, estimated, latest
from recon.reports.folding import Numbered, again, folded, group_of, marks, several
from recon.reports.index import Index, index_of
from recon.reports.layout import clipped, columns_of_text, counted, left, printable
from recon.reports.numbers import as_of, chain, quantity
from recon.reports.relations_text import weightiest

MOST_SERIES = 8
MOST_CLAIMS = 6
MOST_RELATIONS = 3
MOST_FLAGS = 2
WIDEST = 60
"""Columns of a cell."""
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
LINKS = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(?=:)|(www)(?=\.)|@")
"""What GFM and chat programs make links and calls of without any markup."""
JOINER = "\u2060"
HEADS = {"conflict": "conflict", "revised_down": "revised down"}


def series_markdown(
    result: Reconciliation, shown: Sequence[Series] | None = None, most: int | None = MOST_SERIES
) -> str:
    """The first `most` of the series to be shown (all, most claims first) of which two sentences or more speak."""
    found = ordered(result.series, result, "claims") if shown is None else shown
    listed = several(result, found)
    told = listed[:most]
    index = index_of(result)
    blocks = ["\n".join(_block(one, index)) for one in told]
    return "\n\n".join([*blocks, _closing(result, told, len(listed) - len(told))]) + "\n"


def escaped(text: str) -> str:
    """Text of others on one line, so that it is read as it stands: no markup, no link and nobody called."""
    return LINKS.sub(lambda found: found[0] + JOINER, MARKUP.sub(r"\\\1", printable(text)))


def _block(series: Series, index: Index) -> Iterator[str]:
    origins = {claim.origin for claim in series.claims if claim.origin}
    outlets = {claim.publisher or claim.doc for claim in series.claims}
    told = (counted(len(series.claims), "claim"), counted(len(origins), "origin"), counted(len(outlets), "outlet"))
    yield f"**{escaped(series.title)}** ({', '.join(told)})"
    yield ""
    groups = folded(series)
    kept = _kept(groups)
    yield from table(("as of", "figure", "said by"), [_cells(group, index.documents) for group in kept], "lrl")
    yield ""
    if left_out := len(groups) - len(kept):
        yield f"- {counted(left_out, 'more row')} not shown"
    flags = index.flags.get(series.key, ())[:MOST_FLAGS]
    flagged = [frozenset(one.figures) for one in flags]
    for flag in flags:
        yield f"- **{flag.code}**: {escaped(flag.message.removeprefix(f'{series.title}: '))}"
    relations = [
        one
        for one in index.relations.get(series.key, ())
        if one.kind in HEADS and not any({one.a, one.b} <= pair for pair in flagged)
    ]
    marked = {claim.id: group_of(claim) for claim in series.claims}
    for one in weightiest(relations, marked, index.claims)[:MOST_RELATIONS]:
        yield f"- **{HEADS[one.kind]}**: {escaped(one.why)}"
    for group in alike(latest(index.estimates.get(series.key, ()))):
        names, at = ", ".join(escaped(one.by) for one in group), group[0].at
        yield f"- **{names}**: {estimated(group[0])}" + (f" on {at}" if at else ", undated")


def _kept(groups: Sequence[list[Numbered]]) -> list[list[Numbered]]:
    """The newest counts, for a message is of today, and what else there is room for; in their order."""
    by_weight = sorted(range(len(groups)), key=lambda index: (marks(groups[index][0][0]) != "", -index))
    return [groups[index] for index in sorted(by_weight[:MOST_CLAIMS])]


def _cells(group: Sequence[Numbered], documents: Mapping[str, Document]) -> tuple[str, str, str]:
    claim = group[0][0]
    number = escaped(clipped(f"{quantity(claim)} {marks(claim)}".rstrip(), WIDEST))
    if number.startswith(r"\~"):  # one alone strikes nothing out, and reads better
        number = number[1:]
    return as_of(claim), number, _speakers(claim, documents.get(claim.doc)) + again(group)


def _speakers(claim: Claim, document: Document | None) -> str:
    """Who said it, the article linked where it is known where that is."""
    told = escaped(clipped(chain(claim), WIDEST))
    address = _address(document.url) if document is not None else ""
    return f"[{told}]({address})" if address else told


def _address(url: str) -> str:
    """The address of an article where it is one of the web, with nothing left that could end a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc or not url.isprintable():
        return ""
    return quote(url, safe=":/?#@!$&'+,;=%~-._")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], aligned: str) -> Iterator[str]:
    """A table of escaped cells; `aligned` has an "l" or "r" for each column. The last column is not padded."""
    widths = [max(3, *map(columns_of_text, column)) for column in zip(head, *rows, strict=True)]
    widths[-1] = columns_of_text(head[-1])

    def row(cells: Sequence[str]) -> str:
        padded = [
            " " * (width - columns_of_text(cell)) + cell if way == "r" else left(cell, width)
            for cell, width, way in zip(cells, widths, aligned, strict=True)
        ]
        return f"| {' | '.join(padded)} |"

    yield row(head)
    yield row(
        ["-" * (width - 1) + ":" if way == "r" else "-" * width for width, way in zip(widths, aligned, strict=True)]
    )
    yield from map(row, rows)


def _closing(result: Reconciliation, told: Sequence[Series], left_out: int) -> str:
    claims = sum(len(one.claims) for one in result.series)
    lines = [f"{counted(claims, 'claim')} in {counted(len(result.documents), 'document')}, read by recon."]
    if left_out:
        lines.append(f"{left_out:,} more quantities that several sentences speak of are left out.")
    keys = {one.key for one in told}
    if any(one.modelled for one in result.estimates if one.series in keys):
        lines.append(f"“{MODELLED}” stands behind what a rule worked out: nobody printed that number.")
    return " ".join(lines)
