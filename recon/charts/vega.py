"""A picture as a Vega-Lite specification: plain data, no expression that holds anything but our own tick labels."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from recon.charts import glyphs
from recon.charts.axes import Axis
from recon.charts.layout import Picture, Placed
from recon.charts.lines import Line, band_path, best_path
from recon.charts.words import measure

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
FONT = "system-ui, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
PIXELS = 4
"""The area at which Vega draws a path in its own pixels: it scales by half the root."""
APART = 13
"""Pixels between the names of two lines."""
Colour = Callable[[str], str]
Unit = Mapping[str, Any]


def specified(picture: Picture, colour: Colour, told: Callable[[int], Mapping[str, str]]) -> dict[str, Any]:
    """The specification; `told` gives what else stands in the data of a point by its place among them."""
    x, y = _encodings(picture, colour)
    layers = [
        *(_band(line, picture, colour) for line in picture.lines),
        *(_line(line, picture, colour) for line in picture.lines),
        *_undated(picture, colour),
        _spans(picture, colour),
        _sides(picture, colour),
        _hung(picture, colour),
        _points(picture, colour, told),
        *_names(picture, colour),
    ]
    kept = [layer for layer in layers if layer["data"]["values"]]
    return {
        "$schema": SCHEMA,
        "width": picture.width,
        "height": picture.height,
        "background": None,
        "autosize": {"type": "pad", "contains": "content"},
        "padding": 4,
        "encoding": {"x": x, "y": y},
        "layer": kept,
        "config": _config(colour),
    }


def _encodings(picture: Picture, colour: Colour) -> tuple[Unit, Unit]:
    x_axis: dict[str, Any] = {
        "title": "  ·  ".join(picture.notes) or None,
        "titleAnchor": "start",
        "titleColor": colour("--chart-faint"),
        "grid": False,
        "tickSize": 5,
        **_ticks(picture.x),
    }
    y_axis: dict[str, Any] = {
        "title": measure(picture.series) or None,
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "end",
        "titleBaseline": "bottom",
        "titleX": -4,
        "titleY": -12,
        "titleColor": colour("--chart-faint"),
        "domain": False,
        "ticks": False,
        **_ticks(picture.y),
    }
    y_scale = {"type": "log" if picture.y.log else "linear", "domain": [picture.y.low, picture.y.high], "nice": False}
    if not picture.y.log:
        y_scale["zero"] = False
    return (
        {
            "field": "x",
            "type": "temporal",
            "scale": {"type": "utc", "domain": [picture.x.low, picture.x.high], "nice": False},
            "axis": x_axis,
        },
        {"field": "y", "type": "quantitative", "scale": y_scale, "axis": y_axis},
    )


def _ticks(axis: Axis) -> dict[str, Any]:
    """The ticks with the labels written here: numbers and days, so the expression holds no text of an article."""
    return {
        "values": list(axis.ticks),
        "labelExpr": f"({json.dumps([list(label) for label in axis.labels])})[indexof({json.dumps(list(axis.ticks))}, +datum.value)]",
        "labelOverlap": False,
        "labelFlush": False,
    }


def _band(line: Line, picture: Picture, colour: Colour) -> dict[str, Any]:
    """The band; one of a model has a broken edge, as its line is broken."""
    corners = band_path(line, line.steps[-1].day + picture.stub, picture.y.low, picture.y.high)
    mark = {
        "type": "area",
        "color": colour("--chart-estimate"),
        "fillOpacity": 0.09,
        "line": False,
        "strokeWidth": 0.8,
        "strokeOpacity": 0.55,
        "stroke": colour("--chart-estimate"),
    }
    if line.modelled:
        mark["strokeDash"] = [3, 3]
    return {
        "data": {"values": [{"run": run, "x": x, "y": low, "y2": high} for run, x, low, high in corners]},
        "mark": mark,
        "encoding": {"y2": {"field": "y2"}, "detail": {"field": "run", "type": "ordinal"}},
    }


def _line(line: Line, picture: Picture, colour: Colour) -> dict[str, Any]:
    corners = best_path(line, line.steps[-1].day + picture.stub)
    mark = {"type": "line", "color": colour("--chart-estimate"), "strokeWidth": 1.6, "strokeJoin": "round"}
    if line.modelled:
        mark["strokeDash"] = [5, 4]
    return {
        "data": {"values": [{"run": run, "x": x, "y": y} for run, x, y in corners]},
        "mark": mark,
        "encoding": {"detail": {"field": "run", "type": "ordinal"}},
    }


def _undated(picture: Picture, colour: Colour) -> Iterable[dict[str, Any]]:
    """The strip for claims without a date: a line beside it, and what it is."""
    if picture.undated is None:
        return
    edge = 2 * picture.undated - picture.x.low
    yield {
        "data": {"values": [{"x": edge}]},
        "mark": {"type": "rule", "color": colour("--chart-faint"), "strokeDash": [1, 3], "strokeWidth": 1},
        "encoding": {"y": {"value": 0}, "y2": {"value": picture.height}},
    }
    yield {
        "data": {"values": [{"x": picture.undated, "text": "no date"}]},
        "mark": {"type": "text", "color": colour("--chart-faint"), "fontSize": 11, "baseline": "top", "yOffset": 9},
        "encoding": {"y": {"value": picture.height}, "text": {"field": "text"}},
    }


_STROKED: Unit = {
    "opacity": {"value": 0.85},
    "color": {"field": "colour", "type": "nominal", "scale": None, "legend": None},
}


def _spans(picture: Picture, colour: Colour) -> dict[str, Any]:
    """The days a claim speaks of, where they are more than one; an open end goes on for a stub."""
    rows = []
    for one in picture.points:
        mark = one.mark
        since = mark.since if mark.since is not None else one.x - 2 * picture.stub
        until = mark.until if mark.until is not None else one.x + 2 * picture.stub
        if mark.since != mark.until:
            rows.append({"x": since, "x2": until, "y": mark.at, "colour": colour(mark.style.colour)})
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeWidth": 1.2},
        "encoding": {"x2": {"field": "x2"}, **_STROKED},
    }


def _sides(picture: Picture, colour: Colour) -> dict[str, Any]:
    """From end to end of a range, and what a hedge leaves open."""
    rows = []
    for one in picture.points:
        mark = one.mark
        low, high = (mark.at, mark.to) if mark.to is not None else (mark.low, mark.high)
        if low is not None and high is not None:
            wide = 2.4 if mark.to is not None else 1.4
            rows.append({"x": one.x, "y": low, "y2": high, "colour": colour(mark.style.colour), "wide": wide})
    return {
        "data": {"values": rows},
        "mark": {"type": "rule"},
        "encoding": {
            "y2": {"field": "y2"},
            "strokeWidth": {"field": "wide", "type": "quantitative", "scale": None},
            **_STROKED,
        },
    }


_SHAPED: Unit = {"shape": {"field": "path", "type": "nominal", "scale": None, "legend": None}}


def _hung(picture: Picture, colour: Colour) -> dict[str, Any]:
    """Arrows and what else hangs on a point."""
    rows = []
    for one in picture.points:
        if path := glyphs.hung(one.mark.claims[0], one.radius):
            rows.append({"x": one.x, "y": one.mark.at, "path": path, "colour": colour(one.mark.style.colour)})
    return {
        "data": {"values": rows},
        "mark": {"type": "point", "size": PIXELS, "strokeWidth": 1.5, "filled": False},
        "encoding": {
            **_SHAPED,
            "stroke": {"field": "colour", "type": "nominal", "scale": None, "legend": None},
            "fill": {"field": "colour", "type": "nominal", "scale": None, "legend": None},
        },
    }


def _points(picture: Picture, colour: Colour, told: Callable[[int], Mapping[str, str]]) -> dict[str, Any]:
    rows = []
    for place, one in enumerate(picture.points):
        row = _point(one, colour) | dict(told(place))
        rows.append(row)
        if one.mark.to is not None:
            rows.append(row | {"y": one.mark.to})
    described = {"description": {"field": "told", "type": "nominal"}}
    linked = {"href": {"field": "href", "type": "nominal"}} if any("href" in row for row in rows) else {}
    return {
        "data": {"values": rows},
        "mark": {"type": "point", "size": PIXELS, "opacity": 1},
        "encoding": {
            **_SHAPED,
            "fill": {"field": "fill", "type": "nominal", "scale": None, "legend": None},
            "stroke": {"field": "stroke", "type": "nominal", "scale": None, "legend": None},
            "strokeWidth": {"field": "wide", "type": "quantitative", "scale": None},
            **described,
            **linked,
        },
    }


def _point(one: Placed, colour: Colour) -> dict[str, Any]:
    """Filled with a thin edge of the page's colour, so that neighbours stay two; hollow the other way about."""
    own, page, hollow = colour(one.mark.style.colour), colour("--chart-surface"), one.mark.hollow
    radius = one.radius * (0.8 if one.mark.to is not None else 1)
    return {
        "x": one.x,
        "y": one.mark.at,
        "path": glyphs.point(one.mark.style.shape, radius),
        "fill": page if hollow else own,
        "stroke": own if hollow else page,
        "wide": 1.7 if hollow else 0.7,
    }


def _names(picture: Picture, colour: Colour) -> Iterable[dict[str, Any]]:
    """The name of each line at its end, moved apart where two would stand on each other."""
    ends = []
    for line in picture.lines:
        step = line.steps[-1]
        known = [one for one in (step.low, step.high) if one is not None]
        at = step.best if step.best is not None else sum(known) / len(known) if known else None
        if at is not None:
            ends.append((picture.height * (1 - picture.y.at(at)), step.day + picture.stub, line))
    rows, last = [], float("-inf")
    for height, day, line in sorted(ends, key=lambda end: (end[0], end[2].by)):
        last = max(height, last + APART)
        rows.append({"x": day, "y": picture.y.back(1 - last / picture.height), "text": line.label[:40]})
    text = {"type": "text", "align": "left", "dx": 5, "fontSize": 11}
    for extra in (
        {"color": colour("--chart-surface"), "stroke": colour("--chart-surface"), "strokeWidth": 3},
        {"color": colour("--chart-estimate")},
    ):
        yield {
            "data": {"values": rows},
            "mark": {**text, **extra},
            "encoding": {"text": {"field": "text", "type": "nominal"}},
        }


def _config(colour: Colour) -> dict[str, Any]:
    return {
        "view": {"stroke": None},
        "axis": {
            "labelColor": colour("--chart-text"),
            "labelFont": FONT,
            "labelFontSize": 12,
            "labelPadding": 6,
            "titleFont": FONT,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "gridColor": colour("--chart-grid"),
            "domainColor": colour("--chart-faint"),
            "tickColor": colour("--chart-faint"),
            "labelLimit": 0,
            "titleLimit": 640,
        },
        "text": {"font": FONT},
    }
