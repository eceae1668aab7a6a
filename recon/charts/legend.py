"""The legend of a chart: its origins, and what the marks in it mean; each with a small drawing of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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


_INK, _PAGE = variable(INK), variable("--chart-surface")


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
        for label, icon in (*_points(marks), *_leaders(picture), *_lines(picture.lines))
    )


def _points(marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    for label, applies, icon in _SIGNS:
        if any(applies(one) for one in marks):
            yield label, icon


def _leaders(picture: Picture) -> Iterator[tuple[str, str]]:
    if picture.leaders:
        yield "published then, day not told", _path("M-11,0L0,0", stroke=_INK, dash="1.5 2") + _FULL


def _lines(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    kinds = {line.modelled: variable(line.colour) for line in lines}
    if False in kinds:
        yield "estimate, of printed numbers", _path("M-11,0L11,0", stroke=kinds[False])
    if True in kinds:
        yield "estimate, modelled", _path("M-11,0L11,0", stroke=kinds[True], dash="5 4")


def _icon(inside: str) -> str:
    return f'<svg viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true" class="key">{inside}</svg>'


def _path(path: str, *, fill: str = "none", stroke: str = "", dash: str = "") -> str:
    drawn = f' stroke={quoteattr(stroke)} stroke-width="1.5"' if stroke else ""
    broken = f' stroke-dasharray="{dash}"' if dash else ""
    return f"<path d={quoteattr(path)} fill={quoteattr(fill)}{drawn}{broken}/>"


def _bound(*bounds: str) -> Callable[[Mark], bool]:
    return lambda mark: mark.claims[0].bound in bounds


def _status(*statuses: str) -> Callable[[Mark], bool]:
    return lambda mark: mark.claims[0].status in statuses


_FULL = _path(glyphs.point("circle", 3.6), fill=_INK)
_HOLLOW = _path(glyphs.point("circle", 3.8), fill=_PAGE, stroke=_INK)
_UP = _path("M0,0L0,-7M-2.6,-6L0,-11L2.6,-6Z", fill=_INK, stroke=_INK) + _FULL
_DOWN = _path("M0,0L0,7M-2.6,6L0,11L2.6,6Z", fill=_INK, stroke=_INK) + _FULL

_SIGNS: tuple[tuple[str, Callable[[Mark], bool], str], ...] = (
    ("at least, more than", _bound(*sorted(UPWARD)), _UP),
    ("at most, less than", _bound(*sorted(DOWNWARD)), _DOWN),
    ("about", _bound("about"), _path("M0,-9L0,9", stroke=_INK) + _FULL),
    ("nearly", _bound("nearly"), _path("M0,0L0,9", stroke=_INK) + _FULL),
    (
        "from … to …",
        _bound("range"),
        _path("M0,-7L0,7", stroke=_INK) + _path("M-3,-10h6v5h-6ZM-3,5h6v5h-6Z", fill=_INK),
    ),
    ("no exact number, as in “dozens”", _bound("indefinite"), _UP),
    ("forecast or planned", _status("forecast", "planned"), _HOLLOW),
    ("denied", _status("denied"), _HOLLOW + _path("M-6,-6L6,6M-6,6L6,-6", stroke=_INK)),
    (
        "added, not the total",
        lambda mark: mark.claims[0].measure == "increment",
        _FULL + _path("M4,-7h6M7,-10v6", stroke=_INK),
    ),
    ("the days it speaks of", lambda mark: mark.since != mark.until, _path("M-11,0L0,0", stroke=_INK) + _FULL),
    ("printed several times", lambda mark: len(mark.claims) > 1, _path(glyphs.point("circle", 6), fill=_INK)),
)
"""What each mark means, whom it applies to, and how it looks; in the order of a legend."""
