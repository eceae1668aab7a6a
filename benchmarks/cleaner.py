"""The cleaner that reading web pages is held against: trafilatura as anybody calls it, for what recon asks of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

OPTIONS = {
    "include_comments": False,
    "include_tables": True,
    "include_links": True,
    "with_metadata": False,
    "output_format": "txt",
}
"""`recon.readers.html.maintext.OPTIONS`, as `bare_extraction` names them."""


def trafilatura() -> Callable[[str], object]:
    """Pages as they came to what was found in them, None for no article."""
    return partial(import_module("trafilatura").bare_extraction, **OPTIONS)
