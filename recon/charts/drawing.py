"""Charts drawn by Vega, in this process and without a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from xml.etree.ElementTree import Element

from recon.charts.axes import Scale
from recon.charts.layout import Picture, laid_out
from recon.charts.legend import Entry, origins, signs
from recon.charts.palette import LIGHT, variable
from recon.charts.sheet import framed
from recon.charts.svg import POINT, Hint, rewritten, safe_href, text_of
from recon.charts.vega import specified
from recon.charts.words import summary, title, told
from recon.errors import UsageError
from recon.model import Estimate, Series

MISSING = "charts need Vega-Lite; install it: pip install 'recon-figures[charts]'"
VERSION = "5.20"
"""Of Vega-Lite, where there is a choice: the same specification shall give the same drawing in a year."""
SHARP = 2
"""Pixels of a PNG for each of the chart."""
NOTHING: Mapping[str, str] = {}


def available() -> bool:
    """Whether charts can be drawn: the extra "charts" is installed."""
    return find_spec("vl_convert") is not None


def spec(
    series: Series,
    estimates: Iterable[Estimate],
    *,
    scale: Scale = "linear",
    links: Mapping[str, str] = NOTHING,
    sentences: Mapping[str, str] = NOTHING,
) -> dict[str, Any]:
    """The chart of a series as a Vega-Lite specification with its data in it, in the colours of a light page.

    `links` and `sentences` are by claim id; links that would run something are left out. Needs no extra.
    """
    picture = laid_out(series, estimates, scale)
    hints = _hints(picture, links, sentences)

    def data(place: int) -> Mapping[str, str]:
        hint = hints[f"{POINT}{place}"]
        return {"told": hint.text, "href": hint.href} if hint.href else {"told": hint.text}

    words = {"title": title(series), "description": summary(series, picture.lines)}
    return words | specified(picture, LIGHT.__getitem__, data)


def drawn(
    series: Series,
    estimates: Iterable[Estimate],
    *,
    scale: Scale = "linear",
    links: Mapping[str, str] = NOTHING,
    sentences: Mapping[str, str] = NOTHING,
) -> str:
    """The chart as an SVG element to stand in a page, whose style sheet may set `recon.charts.palette`'s properties.

    `links` and `sentences` are by claim id. Raises `UsageError` where the extra "charts" is not installed.
    """
    return text_of(_chart(laid_out(series, estimates, scale), links, sentences))


def standalone(
    series: Series,
    estimates: Iterable[Estimate],
    *,
    scale: Scale = "linear",
    links: Mapping[str, str] = NOTHING,
    sentences: Mapping[str, str] = NOTHING,
) -> str:
    """The chart as an SVG file: on white, with title and legend. Raises `UsageError` as `drawn` does."""
    picture = laid_out(series, estimates, scale)
    chart = _chart(picture, links, sentences)
    return text_of(framed(chart, title(series), origins(picture), signs(picture))) + "\n"


def png(series: Series, estimates: Iterable[Estimate], *, scale: Scale = "linear") -> bytes:
    """The same as a PNG file. Raises `UsageError` as `drawn` does."""
    drawing: bytes = _vega().svg_to_png(standalone(series, estimates, scale=scale), scale=SHARP)
    return drawing


def legend(series: Series, estimates: Iterable[Estimate] = ()) -> tuple[Entry, ...]:
    """The origins, then the meaning of the marks that the chart of the series has, for HTML beside it."""
    picture = laid_out(series, estimates, "linear")
    return (*origins(picture), *signs(picture))


def _hints(picture: Picture, links: Mapping[str, str], sentences: Mapping[str, str]) -> dict[str, Hint]:
    hints = {}
    for place, spot in enumerate(picture.points):
        href = next((links[claim.id] for claim in spot.mark.claims if claim.id in links), "")
        hints[f"{POINT}{place}"] = Hint(text=told(spot.mark, sentences), href=safe_href(href))
    return hints


def _chart(picture: Picture, links: Mapping[str, str], sentences: Mapping[str, str]) -> Element:
    """Vega is told no more of the articles than what is counted: words and addresses are put in afterwards."""
    specification = specified(picture, variable, lambda place: {"told": f"{POINT}{place}"})
    vega = _vega()
    known: Sequence[str] = vega.get_vegalite_versions()
    version = VERSION if VERSION in known else known[-1]
    svg = vega.vegalite_to_svg(specification, vl_version=version, allowed_base_urls=[])
    hints = _hints(picture, links, sentences)
    return rewritten(svg, title(picture.series), summary(picture.series, picture.lines), hints)


def _vega() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415  (30 MB, and only who draws needs them)
    except ImportError as error:
        raise UsageError(MISSING) from error
    return vl_convert
