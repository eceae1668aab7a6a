"""Charts drawn by Vega, in this process and without a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from recon.charts.axes import Scale
from recon.charts.layout import Picture, laid_out
from recon.charts.legend import Entry, origins, signs
from recon.charts.palette import LIGHT, variable
from recon.charts.svg import POINT, Hint, rewritten, safe_href
from recon.charts.vega import specified
from recon.charts.words import summary, title, told
from recon.errors import UsageError
from recon.model import Estimate, Series

MISSING = "charts need Vega-Lite; install it: pip install 'recon-figures[charts]'"
VERSION = "5.20"
"""Of Vega-Lite, where there is a choice: the same specification shall give the same drawing in a year."""


def available() -> bool:
    """Whether charts can be drawn: the extra "charts" is installed."""
    return find_spec("vl_convert") is not None


def spec(
    series: Series,
    estimates: Iterable[Estimate],
    *,
    scale: Scale = "linear",
    links: Mapping[str, str] | None = None,
    sentences: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The chart of a series as a Vega-Lite specification with its data in it, in the colours of a light page.

    `links` and `sentences` are by claim id; the links of points without a sound address are left out.
    """
    picture = laid_out(series, estimates, scale)
    hints = _hints(picture, links or {}, sentences or {})

    def data(place: int) -> Mapping[str, str]:
        hint = hints[f"{POINT}{place}"]
        return {"told": hint.text, "href": hint.href} if hint.href else {"told": hint.text}

    drawn = specified(picture, LIGHT.__getitem__, data)
    return drawn | {"title": title(series), "description": summary(series, picture.lines)}


def drawn(
    series: Series,
    estimates: Iterable[Estimate],
    *,
    scale: Scale = "linear",
    links: Mapping[str, str] | None = None,
    sentences: Mapping[str, str] | None = None,
) -> str:
    """The chart as an SVG element to stand in a page, whose style sheet may set `recon.charts.palette`'s properties.

    `links` and `sentences` are by claim id. Raises `UsageError` where the extra "charts" is not installed.
    """
    picture = laid_out(series, estimates, scale)
    svg = _vega(specified(picture, variable, lambda place: {"told": f"{POINT}{place}"}))
    return rewritten(
        svg,
        title=title(series),
        summary=summary(series, picture.lines),
        hints=_hints(picture, links or {}, sentences or {}),
    )


def legend(series: Series, estimates: Iterable[Estimate] = ()) -> tuple[Entry, ...]:
    """The origins, then the meaning of the marks that the chart of the series has, for HTML beside it."""
    picture = laid_out(series, estimates, "linear")
    return (*origins(picture), *signs(picture))


def _hints(picture: Picture, links: Mapping[str, str], sentences: Mapping[str, str]) -> dict[str, Hint]:
    hints = {}
    for place, one in enumerate(picture.points):
        href = next((links[claim.id] for claim in one.mark.claims if claim.id in links), "")
        hints[f"{POINT}{place}"] = Hint(text=told(one.mark, sentences), href=safe_href(href))
    return hints


def _vega(specification: Mapping[str, Any]) -> str:
    """Vega's SVG. It is told of nothing that articles say but the unit and the noun, and may fetch nothing."""
    try:
        import vl_convert  # noqa: PLC0415  (30 MB, and only who draws needs them)
    except ImportError as error:
        raise UsageError(MISSING) from error
    known: Sequence[str] = vl_convert.get_vegalite_versions()
    version = VERSION if VERSION in known else known[-1]
    return vl_convert.vegalite_to_svg(dict(specification), vl_version=version, allowed_base_urls=[])
