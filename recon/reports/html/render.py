"""Jinja, with every value escaped and none missing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment, Template


def rendered(template: str, **values: object) -> Iterator[str]:
    """A template in pieces."""
    return _environment().get_template(f"{template}.jinja").generate(**values)


def macro(name: str, value: object) -> str:
    """What a macro of the parts makes of a value."""
    return str(getattr(_parts().module, name)(value))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  (30 ms, for who wants a page)

    return Environment(
        loader=PackageLoader("recon.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _parts() -> Template:
    return _environment().get_template("parts.jinja")
