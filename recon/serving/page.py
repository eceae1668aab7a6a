"""The page and its files. They are read once, by name: no path of a request ever reaches the file system."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from recon.reports.html.glossary import terms
from recon.reports.html.palette import variables

TYPES: Mapping[str, str] = {
    "page.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "article.js": "text/javascript; charset=utf-8",
    "asking.js": "text/javascript; charset=utf-8",
    "findings.js": "text/javascript; charset=utf-8",
    "marks.js": "text/javascript; charset=utf-8",
}


def _text(name: str) -> str:
    return files("recon.serving").joinpath("static", name).read_text(encoding="utf-8")


def page_files() -> dict[str, tuple[str, str]]:
    """Each file beside the page by its name: its text and its media type."""
    told = {name: (_text(name), media) for name, media in TYPES.items()}
    return told | {"colours.css": (variables(), TYPES["page.css"])}


def page(*, local: bool, size: int) -> str:
    """The page; `local` where only this machine reaches it, and `size` the most bytes of a request."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_text("page.html.jinja")).render(local=local, size=size, terms=terms())
