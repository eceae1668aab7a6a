"""A chart as a file of its own: on white, with its title above and its legend below."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from recon.charts.legend import Entry
from recon.charts.palette import LIGHT
from recon.charts.svg import NAMESPACE, clean
from recon.charts.vega import FONT

WIDE = 760
MARGIN = 20
TITLE_SIZE, TITLE_LINE, TITLE_COLUMNS = 18, 23, 66
COLUMNS, ROW = 3, 24
LABEL = 34
"""Characters of a label that a column has room for."""
_VARIABLE = re.compile(r"var\((--[a-z0-9-]{1,30}), #[0-9a-f]{6}\)")


def framed(chart: Element, title: str, origins: Sequence[Entry], signs: Sequence[Entry]) -> Element:
    """The chart, drawn for a page, on a sheet of its own in the colours of a light page."""
    lines = textwrap.wrap(clean(title), TITLE_COLUMNS, max_lines=3, placeholder="…") or [""]
    wide, high = (float(part) for part in chart.get("viewBox", "0 0 0 0").split()[2:])
    scale = min(1.0, (WIDE - 2 * MARGIN) / wide)
    top = MARGIN + TITLE_LINE * len(lines) + 6
    below = top + high * scale + 14
    rows = max(len(origins), -(-len(signs) // (COLUMNS - 1)))
    height = round(below + ROW * rows + MARGIN)
    sheet = Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": f"0 0 {WIDE} {height}",
            "width": str(WIDE),
            "height": str(height),
            "role": chart.get("role", "img"),
            "font-family": FONT,
        },
    )
    inside = list(chart)
    sheet.extend(inside[:2])
    SubElement(sheet, "rect", {"width": str(WIDE), "height": str(height), "fill": LIGHT["--chart-surface"]})
    for place, line in enumerate(lines):
        at = {"x": str(MARGIN), "y": str(MARGIN + TITLE_SIZE + TITLE_LINE * place - 4)}
        look = {"font-size": str(TITLE_SIZE), "font-weight": "bold", "fill": LIGHT["--chart-text"]}
        SubElement(sheet, "text", at | look).text = line
    moved = f"translate({MARGIN - 4},{top})" + (f" scale({scale:.4g})" if scale < 1 else "")
    SubElement(sheet, "g", {"transform": moved, "fill": "none"}).extend(inside[2:])
    for place, entry in [*enumerate(origins), *enumerate(signs, rows)]:
        sheet.append(_entry(entry, place, rows, below))
    for element in sheet.iter():
        for key in ("fill", "stroke"):
            if key in element.attrib:
                element.set(key, _VARIABLE.sub(lambda match: LIGHT[match.group(1)], element.attrib[key]))
    return sheet


def _entry(entry: Entry, place: int, rows: int, below: float) -> Element:
    """Down the columns, as a legend is read: the origins in the first."""
    column, row = divmod(place, rows)
    across = MARGIN + column * (WIDE - 2 * MARGIN) / COLUMNS
    group = Element("g", {"transform": f"translate({across + 12:g},{below + ROW * row + ROW / 2:g})"})
    group.extend(list(ElementTree.fromstring(entry.icon)))  # noqa: S314  (our own drawing)
    label = SubElement(group, "text", {"x": "18", "y": "4", "font-size": "12", "fill": LIGHT["--chart-text"]})
    label.text = textwrap.shorten(entry.label, LABEL, placeholder="…")
    return group
