"""Pieces of HTML that carry their own style, so that they stand in any page, light or dark.

Colours are those of the page around, and of it only shades that show on both. No piece has a class or an id, nor
fetches anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from recon.reports.layout import printable

TABLE = "border-collapse:collapse;margin:.4em 0;font-size:.92em"
CELL = "padding:.15em .7em .15em 0;text-align:{way};vertical-align:top;border-bottom:1px solid rgba(128,128,128,.25)"
FAINT = "opacity:.7"
WAYS = {"l": "left", "r": "right", "n": "left;white-space:nowrap"}

Html = str
"""Text that is markup already."""


def address(url: str) -> str:
    """The address of an article where it is one of the web, else ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc and url.isprintable() and " " not in url else ""


def text(told: str) -> Html:
    """Text of others, on one line and escaped; a dollar sign is none of a formula, which notebooks would typeset."""
    return escape(printable(" ".join(told.split()) if "\n" in told else told)).replace("$", "&#36;")


def table(head: Sequence[str], rows: Sequence[Sequence[Html]], aligned: str) -> Html:
    """Rows of cells that are markup already; nothing for no rows.

    `aligned` has an "l" or "r" for each column, or "n" for one whose cells are not broken.
    """
    if not rows:
        return ""
    ways = [CELL.format(way=WAYS[one]) for one in aligned]
    titles = "".join(f'<th style="{way};{FAINT}">{text(one)}</th>' for one, way in zip(head, ways, strict=True))
    body = "".join(f"<tr>{_cells(row, ways)}</tr>" for row in rows)
    return f'<table style="{TABLE}"><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>'


def _cells(row: Sequence[Html], ways: Sequence[str]) -> Html:
    return "".join(f'<td style="{way}">{cell}</td>' for cell, way in zip(row, ways, strict=True))


def faint(told: str) -> Html:
    """Text that steps back."""
    return f'<span style="{FAINT}">{text(told)}</span>' if told else ""


def more(left_out: int) -> Html:
    """A line that says how many rows are left out, where some are."""
    return f'<div style="{FAINT}">… {left_out:,} more</div>' if left_out > 0 else ""


def block(head: str, body: Html, left_out: int = 0) -> Html:
    """A heading, what stands under it, and how much of that is left out."""
    return f'<div style="margin:.4em 0"><div><b>{text(head)}</b></div>{body}{more(left_out)}</div>'
