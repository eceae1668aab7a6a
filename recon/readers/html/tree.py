"""A page as a tree, for the libraries that look into it."""

from __future__ import annotations

from functools import cache
from typing import Any


def parsed(markup: str) -> Any:
    """The `lxml.html.HtmlElement` of a page, of what `Page.markup` gives; None where nothing is in it."""
    from lxml import etree, html  # noqa: PLC0415 - of the extra

    try:
        return html.document_fromstring(markup.encode(), parser=_parser())
    except etree.ParserError:
        return None


@cache
def _parser() -> Any:
    """A parser that gives all elements one class; lxml's own asks Python for the class at every look at one."""
    from lxml import etree, html  # noqa: PLC0415

    parser = html.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser
