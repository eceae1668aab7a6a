"""A picture as a Vega-Lite specification: plain data, no expression that holds anything but our own tick labels."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from recon.charts.axes import Axis
from recon.charts.layers import Colour, layers
from recon.charts.layout import Picture
from recon.charts.words import measure

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
FONT = "system-ui, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"


def specified(picture: Picture, colour: Colour, told: Callable[[int], Mapping[str, str]]) -> dict[str, Any]:
    """The specification; `told` gives what else stands in the data of a point by its place among them."""
    low, high = ({"expr": repr(end)} for end in (picture.time.axis.low, picture.time.axis.high))
    # Not "domain": Vega-Lite reads that as days for x and as numbers for x2, and warns that they differ.
    x_scale = {"type": "utc", "domainMin": low, "domainMax": high, "nice": False}
    y_scale = {"type": "log" if picture.y.log else "linear", "domain": [picture.y.low, picture.y.high], "nice": False}
    return {
        "$schema": SCHEMA,
        "width": picture.width,
        "height": picture.height,
        "background": None,
        "padding": 4,
        "encoding": {
            "x": {"field": "x", "type": "temporal", "scale": x_scale, "axis": _days(picture, colour)},
            "y": {"field": "y", "type": "quantitative", "scale": y_scale, "axis": _numbers(picture, colour)},
        },
        "layer": layers(picture, colour, told),
        "config": _config(colour),
    }


def _days(picture: Picture, colour: Colour) -> dict[str, Any]:
    return {
        "title": "  ·  ".join(picture.notes) or None,
        "titleAnchor": "start",
        "titleColor": colour("--chart-faint"),
        "titlePadding": 8,
        "grid": False,
        "tickSize": 5,
        **_ticks(picture.time.axis),
    }


def _numbers(picture: Picture, colour: Colour) -> dict[str, Any]:
    """What is counted stands once, above the axis."""
    return {
        "title": measure(picture.series) or None,
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "end",
        "titleBaseline": "bottom",
        "titleX": 0,
        "titleY": -12,
        "titleColor": colour("--chart-faint"),
        "domain": False,
        "ticks": False,
        **_ticks(picture.y),
    }


def _ticks(axis: Axis) -> dict[str, Any]:
    """The ticks with the labels written here: numbers and days, so the expression holds no text of an article."""
    labels, ticks = json.dumps([list(label) for label in axis.labels]), json.dumps(list(axis.ticks))
    return {
        "values": list(axis.ticks),
        "labelExpr": f"({labels})[indexof({ticks}, +datum.value)]",
        "labelOverlap": False,
        "labelFlush": False,
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
