"""Vega's drawing as an SVG that may stand in anybody's page: only known elements and attributes, no style, no id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

NAMESPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset({"svg", "g", "path", "line", "rect", "text", "tspan"})
ATTRIBUTES = frozenset(
    "d x y x1 y1 x2 y2 dx dy width height transform fill fill-opacity stroke stroke-width stroke-opacity "
    "stroke-dasharray stroke-linejoin stroke-linecap stroke-miterlimit opacity text-anchor font-size ".split()
)
"""Those of presentation and geometry that Vega writes. Not the font: the text is set in that of the page."""
SCHEMES = frozenset({"", "http", "https"})
POINT = "claim-"
"""What the label of a point begins with until the point gets its words."""
IDLE = frozenset(
    {("opacity", "1"), ("stroke-width", "0"), ("transform", "translate(0,0)")}
    | {(name, "0") for name in ("x1", "y1", "x2", "y2", "dx", "dy")}
)
"""What says no more than saying nothing would."""
INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "font-size")
"""What an element has from the one around it, SVG 2, 6.6: said once for all where all say the same."""

_NO_TEXT = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u200f\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_LONG = re.compile(r"-?\d{1,9}\.\d{3,20}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Hint:
    """What a point says, and where it leads ("" for nowhere)."""

    text: str
    href: str = ""


def clean(text: str) -> str:
    """Without the characters that XML forbids and those that turn the direction of what follows."""
    return _NO_TEXT.sub("�", text)


def safe_href(href: str) -> str:
    """The address, "" for one that would run something."""
    href = clean(href).strip()
    try:
        return href if urlsplit(href).scheme.lower() in SCHEMES else ""
    except ValueError:
        return ""


def rewritten(svg: str, title: str, summary: str, hints: Mapping[str, Hint]) -> Element:
    """The drawing with its points made links, and with a name and a description for who does not see it.

    A chart with links is a group: what has the role of an image hides its links from a screen reader.
    """
    drawing = ElementTree.fromstring(svg)  # noqa: S314  (Vega's own output, which has no document type)
    linked = any(hint.href for hint in hints.values())
    root = Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": drawing.get("viewBox", ""),
            "class": "recon-chart",
            "role": "group" if linked else "img",
        },
    )
    SubElement(root, "title").text = clean(title)
    SubElement(root, "desc").text = clean(summary)
    for child in drawing:
        _copy(child, root, hints)
    _gather(root)
    return root


def text_of(root: Element) -> str:
    """The element as it stands in a page or in a file."""
    return ElementTree.tostring(root, encoding="unicode")


def _copy(source: Element, parent: Element, hints: Mapping[str, Hint]) -> None:
    name = source.tag.rpartition("}")[2]
    if name not in ELEMENTS or source.get("display") == "none" or _is_nothing(source):
        return
    attributes = {
        key: _LONG.sub(_short, value)
        for key, value in source.attrib.items()
        if key in ATTRIBUTES and (key, value) not in IDLE
    }
    hint = hints.get(source.get("aria-label", ""))
    inside = _anchor(parent, hint) if hint else parent
    copy = SubElement(inside, name, attributes)
    copy.text = clean(source.text) if source.text else None
    for child in source:
        _copy(child, copy, hints)
    if name == "g" and not len(copy):
        inside.remove(copy)


def _gather(element: Element) -> None:
    """What all children say alike is said by the element, and a group that says nothing is none."""
    children = [child for child in element if child.tag not in ("title", "desc")]
    for child in children:
        _gather(child)
    if element.tag not in ("svg", "g", "a"):
        return
    for name in INHERITED:
        values = {child.get(name) for child in children}
        if len(values) == 1 and None not in values:
            value = children[0].get(name, "")
            for child in children:
                del child.attrib[name]
            element.set(name, value)
    gathered = [one for child in element for one in (child if child.tag == "g" and not child.attrib else (child,))]
    element[:] = gathered


def _is_nothing(source: Element) -> bool:
    """The invisible frames that Vega draws about each group."""
    return source.get("class") in ("background", "foreground") and not {"fill", "stroke"} & source.attrib.keys()


def _anchor(parent: Element, hint: Hint) -> Element:
    text = clean(hint.text)
    attributes = {"href": hint.href} if hint.href else {"role": "img"}
    anchor = SubElement(parent, "a" if hint.href else "g", attributes | {"aria-label": text})
    SubElement(anchor, "title").text = text
    return anchor


def _short(match: re.Match[str]) -> str:
    return f"{round(float(match.group()), 2):g}"
