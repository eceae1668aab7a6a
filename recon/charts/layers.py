"""The layers of a chart from back to front, as Vega-Lite draws them: estimates, then claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from recon.charts import glyphs
from recon.charts.layout import Picture
from recon.charts.lines import Line
from recon.charts.placing import Spot

Colour = Callable[[str], str]
"""A custom property of the palette → the colour in the words of SVG."""
Layer = dict[str, Any]
Row = dict[str, Any]

PIXELS = 4
"""The area at which Vega draws a path in its own pixels: it scales by half the root."""
APART = 13
"""Pixels between the names of two lines."""
LEADER = 9
"""Pixels of the dots that say "by this day"."""


def layers(picture: Picture, colour: Colour, told: Callable[[int], Mapping[str, str]]) -> list[Layer]:
    """Those that have something to draw; `told` gives what else stands in the data of a point by its place."""
    found = [
        *(_band(line, picture, colour) for line in picture.lines),
        *(_edges(line, picture, colour) for line in picture.lines),
        *(_line(line, picture, colour) for line in picture.lines),
        *_undated(picture, colour),
        _leaders(picture, colour),
        _spans(picture, colour),
        _sides(picture, colour),
        _hung(picture, colour),
        _points(picture, colour, told),
        *_names(picture, colour),
    ]
    return [layer for layer in found if layer["data"]["values"]]


def _layer(rows: Iterable[Row], mark: Mapping[str, Any], **encoding: Any) -> Layer:
    return {"data": {"values": list(rows)}, "mark": dict(mark), "encoding": encoding}


def _as_is(field: str, kind: str = "nominal") -> dict[str, Any]:
    """A channel whose values are meant as they stand."""
    return {"field": field, "type": kind, "scale": None, "legend": None}


def _band(line: Line, picture: Picture, colour: Colour) -> Layer:
    """From low to high; to the end of the axis, paler, where a side is open."""
    rows: list[Row] = []
    for place, span in enumerate(picture.spans(line)):
        if not (span.closed or span.open):
            continue
        low = picture.y.low if span.step.low is None else span.step.low
        high = picture.y.high if span.step.high is None else span.step.high
        shade = 0.1 if span.closed else 0.05
        rows.append({"run": place, "x": span.since, "x2": span.until, "y": low, "y2": high, "shade": shade})
    mark = {"type": "rect", "color": colour(line.colour)}
    return _layer(rows, mark, x2={"field": "x2"}, y2={"field": "y2"}, fillOpacity=_as_is("shade", "quantitative"))


def _edges(line: Line, picture: Picture, colour: Colour) -> Layer:
    """The edges that the band has, broken where a model made it."""
    rows = [
        {"x": span.since, "x2": span.until, "y": edge}
        for span in picture.spans(line)
        if span.closed or span.open
        for edge in (span.step.low, span.step.high)
        if edge is not None
    ]
    mark = {
        "type": "rule",
        "color": colour(line.colour),
        "strokeWidth": 1,
        "opacity": 0.6,
        **_broken(line, 2, 3),
    }
    return _layer(rows, mark, x2={"field": "x2"})


def _line(line: Line, picture: Picture, colour: Colour) -> Layer:
    rows = [
        {"run": span.run, "x": day, "y": span.step.best}
        for span in picture.spans(line)
        if span.step.best is not None
        for day in (span.since, span.until)
    ]
    mark = {"type": "line", "color": colour(line.colour), "strokeWidth": 1.5, **_broken(line, 5, 4)}
    return _layer(rows, mark, detail={"field": "run", "type": "ordinal"})


def _broken(line: Line, drawn: int, left_out: int) -> dict[str, Any]:
    return {"strokeDash": [drawn, left_out]} if line.modelled else {}


def _undated(picture: Picture, colour: Colour) -> Iterator[Layer]:
    """The strip for claims without a date: a line beside it, and what it is."""
    faint = colour("--chart-faint")
    if picture.time.strip is not None:
        mark = {"type": "rule", "color": faint, "strokeDash": [1, 3], "strokeWidth": 1}
        yield _layer([{"x": picture.time.strip}], mark, y={"value": 0}, y2={"value": picture.height})
    if picture.time.undated is not None:
        mark = {"type": "text", "color": faint, "fontSize": 12, "baseline": "top", "yOffset": 10}
        rows = [{"x": picture.time.undated, "text": "no date"}]
        yield _layer(rows, mark, y={"value": picture.height}, text={"field": "text"})


def _leaders(picture: Picture, colour: Colour) -> Layer:
    """Dots that lead up to a point of which only the day of publication is known: so by then, or before."""
    rows = [
        {
            "x": picture.x(spot.across - spot.radius - LEADER),
            "x2": picture.x(spot.across),
            "y": spot.mark.at,
            "colour": colour(spot.mark.style.colour),
        }
        for spot in picture.leaders
    ]
    mark = {"type": "rule", "strokeWidth": 1.5, "strokeDash": [1.5, 2]}
    return _layer(rows, mark, x2={"field": "x2"}, color=_as_is("colour"))


def _spans(picture: Picture, colour: Colour) -> Layer:
    """The days a claim speaks of, where they are more than one; an open end goes on for some pixels."""
    rows = []
    for spot in picture.points:
        mark, stub = spot.mark, spot.radius + 2 * LEADER
        if mark.since == mark.until:
            continue
        since = mark.since if mark.since is not None else picture.x(spot.across - stub)
        until = mark.until if mark.until is not None else picture.x(spot.across + stub)
        rows.append({"x": since, "x2": until, "y": mark.at, "colour": colour(mark.style.colour)})
    return _layer(rows, {"type": "rule", "strokeWidth": 1.3}, x2={"field": "x2"}, color=_as_is("colour"))


def _sides(picture: Picture, colour: Colour) -> Layer:
    """From end to end of a range, and what a hedge leaves open."""
    rows = []
    for spot in picture.points:
        mark = spot.mark
        low, high = (mark.at, mark.to) if mark.to is not None else (mark.low, mark.high)
        if low is None or high is None:
            continue
        wide = 2.6 if mark.to is not None else 1.5
        rows.append(
            {"x": picture.x(spot.across), "y": low, "y2": high, "colour": colour(mark.style.colour), "wide": wide}
        )
    return _layer(
        rows,
        {"type": "rule"},
        y2={"field": "y2"},
        strokeWidth=_as_is("wide", "quantitative"),
        color=_as_is("colour"),
    )


def _hung(picture: Picture, colour: Colour) -> Layer:
    """Arrows and what else hangs on a point."""
    rows = [
        {
            "x": picture.x(spot.across),
            "y": spot.mark.at,
            "path": path,
            "colour": colour(spot.mark.style.colour),
        }
        for spot in picture.points
        if (path := glyphs.hung(spot.mark.claims[0], spot.radius))
    ]
    mark = {"type": "point", "size": PIXELS, "strokeWidth": 1.5, "opacity": 1}
    return _layer(rows, mark, shape=_as_is("path"), stroke=_as_is("colour"), fill=_as_is("colour"))


def _points(picture: Picture, colour: Colour, told: Callable[[int], Mapping[str, str]]) -> Layer:
    """A range has a point at each end, for only its ends were said."""
    rows: list[Row] = []
    for place, spot in enumerate(picture.points):
        row = _point(picture.x(spot.across), spot, colour) | dict(told(place))
        rows.append(row)
        if spot.mark.to is not None:
            rows.append(row | {"y": spot.mark.to})
    linked = {"href": {"field": "href", "type": "nominal"}} if any("href" in row for row in rows) else {}
    return _layer(
        rows,
        {"type": "point", "size": PIXELS, "opacity": 1},
        shape=_as_is("path"),
        fill=_as_is("fill"),
        stroke=_as_is("stroke"),
        strokeWidth=_as_is("wide", "quantitative"),
        description={"field": "told", "type": "nominal"},
        **linked,
    )


def _point(x: float, spot: Spot, colour: Colour) -> Row:
    """Filled with a thin edge of the page's colour, so that neighbours stay two; hollow the other way about."""
    own, page, hollow = colour(spot.mark.style.colour), colour("--chart-surface"), spot.mark.hollow
    radius = spot.radius * (0.8 if spot.mark.to is not None else 1)
    return {
        "x": x,
        "y": spot.mark.at,
        "path": glyphs.point(spot.mark.style.shape, radius),
        "fill": page if hollow else own,
        "stroke": own if hollow else page,
        "wide": 1.7 if hollow else 0.8,
    }


def _names(picture: Picture, colour: Colour) -> Iterator[Layer]:
    """The name of each line at its end, moved apart where two would stand on each other."""
    ends = []
    for line in picture.lines:
        span = picture.spans(line)[-1]
        known = [one for one in (span.step.low, span.step.high) if one is not None]
        at = span.step.best if span.step.best is not None else sum(known) / len(known) if known else None
        if at is not None:
            ends.append((picture.height * (1 - picture.y.at(at)), span.until, line))
    rows: list[Row] = []
    last = float("-inf")
    for height, until, line in sorted(ends, key=lambda end: (end[0], end[2].by)):
        last = max(height, last + APART)
        at = picture.y.back(1 - last / picture.height)
        rows.append({"x": until, "y": at, "text": line.label[:40], "colour": colour(line.colour)})
    text = {"type": "text", "align": "left", "dx": 5, "fontSize": 12}
    page, named = colour("--chart-surface"), {"field": "text", "type": "nominal"}
    behind = {"color": page, "stroke": page, "strokeWidth": 3, "strokeJoin": "round"}
    yield _layer(rows, {**text, **behind}, text=named)
    yield _layer(rows, text, text=named, color=_as_is("colour"))
