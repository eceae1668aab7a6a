"""The legend of a chart: its origins, and what the marks in it mean; each with a small drawing of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from recon.charts import glyphs
from recon.charts.glyphs import DOWNWARD, UPWARD
from recon.charts.layout import Picture
from recon.charts.lines import Line
from recon.charts.marks import Mark
from recon.charts.palette import variable
from recon.charts.svg import clean
from recon.charts.words import clipped

RADIUS = 4.6
INK = "--chart-text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One line of a legend. `colour` is a custom property of `recon.charts.palette`, `shape` a name of
    `recon.charts.glyphs`; `icon` is an SVG element of 24 by 24 pixels that says both."""

    label: str
    colour: str
    shape: str
    icon: str


def origins(picture: Picture) -> tuple[Entry, ...]:
    """The origins in the order of their colours; those that share the last are one line."""
    styles = dict.fromkeys(one.mark.style for one in picture.points)
    ranked = sorted(styles, key=lambda style: style.colour)
    return tuple(
        Entry(
            label=clean(clipped(style.origin, 80)),
            colour=style.colour,
            shape=style.shape,
            icon=_icon(_path(glyphs.point(style.shape, RADIUS), fill=variable(style.colour))),
        )
        for style in ranked
    )


def signs(picture: Picture) -> tuple[Entry, ...]:
    """What the marks mean, of those that are drawn: bounds, statuses, days and lines."""
    marks = [one.mark for one in picture.points]
    return tuple(
        Entry(label=label, colour=INK, shape="", icon=_icon(icon))
        for label, icon in (*_points(marks), *_lines(picture.lines))
    )


def _points(marks: Iterable[Mark]) -> Iterator[tuple[str, str]]:
    claims = [one.claims[0] for one in marks]
    bounds, statuses = {one.bound for one in claims}, {one.status for one in claims}
    ink, page = variable(INK), variable("--chart-surface")
    full = _path(glyphs.point("circle", 3.6), fill=ink)
    empty = _path(glyphs.point("circle", 3.8), fill=page, stroke=ink)
    if bounds & UPWARD:
        yield "at least, more than", _path("M0,0L0,-7M-2.6,-6L0,-11L2.6,-6Z", fill=ink, stroke=ink) + full
    if bounds & DOWNWARD:
        yield "at most, less than", _path("M0,0L0,7M-2.6,6L0,11L2.6,6Z", fill=ink, stroke=ink) + full
    if "about" in bounds:
        yield "about", _path("M0,-9L0,9", stroke=ink) + full
    if "nearly" in bounds:
        yield "nearly", _path("M0,0L0,9", stroke=ink) + full
    if "range" in bounds:
        ends = "M-3,-8h6v4h-6ZM-3,4h6v4h-6Z"
        yield "from … to …", _path("M0,-6L0,6", stroke=ink) + _path(ends, fill=ink)
    if "indefinite" in bounds:
        yield "in words: “dozens”", _path("M0,0L0,-7M-2.6,-6L0,-11L2.6,-6Z", fill=ink, stroke=ink) + full
    if statuses & {"forecast", "planned"}:
        yield "forecast or planned", empty
    if "denied" in statuses:
        yield "denied", empty + _path("M-6,-6L6,6M-6,6L6,-6", stroke=ink)
    if any(one.measure == "increment" for one in claims):
        yield "added, not the total", full + _path("M4,-7h6M7,-10v6", stroke=ink)
    if any(one.since != one.until for one in marks):
        yield "the days it speaks of", _path("M-11,0L11,0", stroke=ink) + full


def _lines(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    ink = variable("--chart-estimate")
    kinds = {line.modelled for line in lines}
    if False in kinds:
        yield "estimate, of printed numbers", _path("M-11,0L11,0", stroke=ink)
    if True in kinds:
        yield "estimate, modelled", _path("M-11,0L11,0", stroke=ink, dash="5 4")


def _icon(inside: str) -> str:
    return f'<svg viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true" class="key">{inside}</svg>'


def _path(path: str, *, fill: str = "none", stroke: str = "", dash: str = "") -> str:
    drawn = f' stroke={quoteattr(stroke)} stroke-width="1.5"' if stroke else ""
    broken = f' stroke-dasharray="{dash}"' if dash else ""
    return f"<path d={quoteattr(path)} fill={quoteattr(fill)}{drawn}{broken}/>"
