"""Vega's drawing as an SVG that may stand in anybody's page: only known elements and attributes, no style, no id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset({"svg", "g", "path", "line", "rect", "text", "tspan"})
ATTRIBUTES = frozenset(
    "d x y x1 y1 x2 y2 dx dy width height transform fill fill-opacity stroke stroke-width stroke-opacity "
    "stroke-dasharray stroke-linejoin stroke-linecap stroke-miterlimit opacity text-anchor font-size "
    "font-weight".split()
)
SCHEMES = frozenset({"", "http", "https"})
POINT = "claim-"
"""What the label of a point begins with until the point gets its words."""
IDLE = {("opacity", "1"), ("stroke-width", "0"), ("font-weight", "normal")}

_NO_XML = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u200f\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_LONG = re.compile(r"-?\d+\.\d{3,}")
_PLAIN = re.compile(r"translate\(0,0\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Hint:
    """What a point says, and where it leads ("" for nowhere)."""

    text: str
    href: str = ""


def clean(text: str) -> str:
    """Without the characters that XML forbids and those that turn the direction of what follows."""
    return _NO_XML.sub("�", text)


def safe_href(href: str) -> str:
    """The address, "" for one that would run something."""
    href = clean(href).strip()
    try:
        return href if urlsplit(href).scheme.lower() in SCHEMES else ""
    except ValueError:
        return ""


def rewritten(svg: str, *, title: str, summary: str, hints: Mapping[str, Hint], sized: bool = False) -> str:
    """The drawing with its points made links; `sized` keeps width and height for a file of its own."""
    drawing = ElementTree.fromstring(svg)  # noqa: S314  (Vega's own output, which has no document type)
    root = ElementTree.Element("svg", {"xmlns": NAMESPACE, "viewBox": drawing.get("viewBox", "0 0 1 1")})
    if sized:
        root.attrib |= {"width": drawing.get("width", ""), "height": drawing.get("height", "")}
    linked = any(hint.href for hint in hints.values())
    root.attrib |= {"class": "recon-chart", "role": "group" if linked else "img"}
    ElementTree.SubElement(root, "title").text = clean(title)
    ElementTree.SubElement(root, "desc").text = clean(summary)
    for child in drawing:
        _copy(child, root, hints)
    return ElementTree.tostring(root, encoding="unicode")


def _copy(source: ElementTree.Element, parent: ElementTree.Element, hints: Mapping[str, Hint]) -> None:
    name = source.tag.rpartition("}")[2]
    if name not in ELEMENTS or source.get("display") == "none" or _is_nothing(source):
        return
    hint = hints.get(source.get("aria-label", ""))
    attributes = {
        key: _LONG.sub(_short, value)
        for key, value in source.attrib.items()
        if key in ATTRIBUTES and (key, value) not in IDLE
    }
    if attributes.get("transform") == "translate(0,0)":
        del attributes["transform"]
    inside = _anchor(parent, hint) if hint else parent
    if name == "g" and not attributes:
        for child in source:
            _copy(child, inside, hints)
        return
    copy = ElementTree.SubElement(inside, name, attributes)
    copy.text = clean(source.text) if source.text else None
    for child in source:
        _copy(child, copy, hints)
    if name == "g" and not len(copy):
        inside.remove(copy)


def _is_nothing(source: ElementTree.Element) -> bool:
    """The invisible frames that Vega draws about each group."""
    return source.get("class") in ("background", "foreground") and not {"fill", "stroke"} & source.attrib.keys()


def _anchor(parent: ElementTree.Element, hint: Hint) -> ElementTree.Element:
    text, href = clean(hint.text), safe_href(hint.href)
    attributes = {"href": href, "aria-label": text} if href else {"role": "img", "aria-label": text}
    anchor = ElementTree.SubElement(parent, "a" if href else "g", attributes)
    ElementTree.SubElement(anchor, "title").text = text
    return anchor


def _short(match: re.Match[str]) -> str:
    return f"{round(float(match.group()), 2):g}"
