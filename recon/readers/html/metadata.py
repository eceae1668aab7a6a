"""What a page says of itself: JSON-LD first, then its meta tags, then what it prints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recon.readers.html.page import Page

ARTICLES = frozenset({"article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "liveblogposting",
                      "blogposting", "report", "backgroundnewsarticle", "opinionnewsarticle", "reviewnewsarticle",
                      "socialmediaposting", "scholarlyarticle", "techarticle", "advertisercontentarticle"})  # fmt: skip
"""The types of https://schema.org/Article and below, in lower case."""
MOST_NODES = 5_000
DEEPEST = 40
TITLES = ("og:title", "twitter:title", "headline", "dc.title", "citation_title")
OUTLETS = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "publisher")
SEPARATED = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")
"""The outlet behind the headline of a <title>."""
HIDING = re.compile(
    r"^(?:<!--|(?://|/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*/)?)|(?:-->|(?://|/\*)?\s{0,9}\]\]>(?:\s{0,9}\*/)?)$"
)
"""What hides a script from old browsers and from XML."""
SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S+)")
MIRRORED = re.compile(r"Mirrored from (\S+) by HTTrack")
SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a page says of itself; "" where it does not. `linked` is the article of its JSON-LD."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    linked: Mapping[str, Any]
    metas: Mapping[str, str]


def about(page: Page) -> About:
    """Title, outlet, address and language of a page."""
    metas = _metas(page)
    linked = _article(page, metas)
    return About(
        title=_title(page, linked, metas),
        publisher=_name(linked.get("publisher")) or _first(metas, OUTLETS),
        url=_url(page, linked, metas),
        language=_language(page, linked, metas),
        linked=linked,
        metas=metas,
    )


def _metas(page: Page) -> dict[str, str]:
    """The content of meta tags by lower-case property, name or itemprop; of two the first stands."""
    metas: dict[str, str] = {}
    for element in page.elements:
        if element.tag == "meta" and (content := " ".join(element.attributes.get("content", "").split())):
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := element.attributes.get(key, "").strip().lower():
                    metas.setdefault(name, content[:1000])
    return metas


def _article(page: Page, metas: Mapping[str, str]) -> Mapping[str, Any]:
    """The article of the page's JSON-LD, in @graph or a list or bare: of several the one with a headline that the page
    has, else the first. Broken JSON says nothing. A publisher that is a reference is what it refers to."""
    nodes = [node for script in page.data for node in _nodes(_parsed(script))]
    articles = [node for node in nodes if _is_article(node)]
    shown = {text.casefold() for text in (*page.headings, *page.titles, *(metas.get(name, "") for name in TITLES))}
    own = (node for node in articles if _plain(node.get("headline")).casefold() in shown - {""})
    article = next(own, articles[0] if articles else {})
    publisher = article.get("publisher")
    if isinstance(publisher, dict) and "name" not in publisher and (key := publisher.get("@id")):
        meant = next((node for node in nodes if node.get("@id") == key and "name" in node), publisher)
        return {**article, "publisher": meant}
    return article


def _parsed(script: str) -> Any:
    """The JSON of a script, without what hides it from old browsers and from XML; None for what is none."""
    try:
        return json.loads(HIDING.sub("", script.strip()), strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.rpartition("/")[2].lower() in ARTICLES for kind in named)


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of some JSON-LD that may be the page's article, outer ones first."""
    waiting, seen = [(data, 0)], 0
    while waiting and seen < MOST_NODES:
        here, depth = waiting.pop(0)
        seen += 1
        if isinstance(here, dict):
            yield here
            inner = [here[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in here]
        else:
            inner = here[:MOST_NODES] if isinstance(here, list) else []
        waiting += [(one, depth + 1) for one in inner if depth < DEEPEST]


def _name(value: Any) -> str:
    """The name of a publisher: an object, a list of them, or a text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = value[0] if value else None
    return _plain(value)


def _plain(value: Any) -> str:
    if not isinstance(value, str) or value.startswith(("http://", "https://")):
        return ""
    return " ".join(value.split())[:300]


def _first(metas: Mapping[str, str], names: Iterable[str]) -> str:
    return next((text for name in names if (text := _plain(metas.get(name)))), "")


def _title(page: Page, linked: Mapping[str, Any], metas: Mapping[str, str]) -> str:
    """The headline as it is printed where that is clear, for its figures are read; else what the page gives as such."""
    given = _plain(linked.get("headline")) or _first(metas, TITLES)
    printed = [heading for heading in page.headings if heading]
    if len(printed) == 1 or (printed and not given):
        return printed[0]
    if given:
        return next((heading for heading in printed if heading.casefold() == given.casefold()), given)
    return SEPARATED.sub("", page.titles[0]) if page.titles else ""


def _url(page: Page, linked: Mapping[str, Any], metas: Mapping[str, str]) -> str:
    canonical = (
        element.attributes.get("href", "")
        for element in page.elements
        if element.tag == "link" and "canonical" in element.attributes.get("rel", "").lower().split()
    )
    saved = (match[1] for text in page.comments for pattern in (SAVED_FROM, MIRRORED, SINGLE_FILE)
             if (match := pattern.search(text)) is not None)  # fmt: skip
    given = (*canonical, metas.get("og:url"), linked.get("url"), *saved)
    return next((one.strip() for one in given if isinstance(one, str) and _is_address(one.strip())), "")


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and len(text) < 2000 and not re.search(r"\s", text)


def _language(page: Page, linked: Mapping[str, Any], metas: Mapping[str, str]) -> str:
    """The BCP 47 tag that the page declares, in lower case."""
    tags = (
        element.attributes.get(key)
        for element in page.elements
        if element.tag == "html"
        for key in ("lang", "xml:lang")
    )
    inside = linked.get("inLanguage")
    given = (*tags, inside if isinstance(inside, str) else None, metas.get("content-language"), metas.get("og:locale"))
    tidy = (one.strip().replace("_", "-").lower() for one in given if one)
    return next((one for one in tidy if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}", one)), "")
