"""Which library finds the article of a web page: `python -m benchmarks html`.

On the made-up pages of `benchmarks.webpages`: which numbers of the article are lost, and which of what stands around it
are taken for the article's. How many pages a second of CPU time is measured on pages as large as those of news sites.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import version

from benchmarks.dressing import dressed_pages
from benchmarks.webpages import KINDS, PARTS, WebPage, pages

NUMBER = re.compile(r"\d[\d,]*")
Extract = Callable[[str], str]


@dataclass(kw_only=True)
class Outcome:
    """Of one library: numbers by kind of part, those it gave back and all; pages in which nothing leaked.

    `characters` and `seconds` are those of as many large pages.
    """

    name: str
    given: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    pages: int = 0
    characters: int = 0
    seconds: float = 0.0

    def share(self, kinds: Sequence[str]) -> float:
        """Of the numbers of these kinds, the part that was given back."""
        there = sum(self.there[kind] for kind in kinds)
        return sum(self.given[kind] for kind in kinds) / there if there else 0.0


def measured(seed: int = 1, each: int = 4, rounds: int = 3) -> list[Outcome]:
    """Every library that is installed, on the same pages; the best of some rounds of CPU time."""
    made, large = list(pages(seed, each)), [page.markup for page in dressed_pages(seed, each)]
    return [_outcome(name, load(), made, large, rounds) for name, load in CONTENDERS.items() if _installed(name)]


def told(outcomes: Sequence[Outcome], *, by_kind: bool = True) -> str:
    """The outcomes as a Markdown table."""
    kinds = (*PARTS, *KINDS) if by_kind else ()
    head = ["library", "article kept", "boilerplate taken", "pages without any", *kinds, "pages/s", "MB/s"]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for one in outcomes:
        numbers = [f"{one.share([kind]):.3f}" for kind in kinds]
        kept, taken = f"{one.share(PARTS):.3f}", f"{one.share(KINDS):.3f}"
        speed = [f"{one.pages / one.seconds:,.0f}", f"{one.characters / one.seconds / 1e6:.2f}"]
        rows.append([one.name, kept, taken, f"{one.clean} of {one.pages}", *numbers, *speed])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _outcome(name: str, extract: Extract, made: Sequence[WebPage], large: Sequence[str], rounds: int) -> Outcome:
    extract(made[0].markup)  # what is loaded at first use
    library = LIBRARIES[name]
    one = Outcome(name=name.replace(library, f"{library} {version(library)}", 1) if library else name, pages=len(made))
    for page in made:
        numbers = set(NUMBER.findall(extract(page.markup)))
        leaked = 0
        for kind, printed in page.numbers.items():
            one.there[kind] += len(printed)
            one.given[kind] += len(numbers.intersection(printed))
            leaked += kind in KINDS and not numbers.isdisjoint(printed)
        one.clean += not leaked
    one.characters = sum(map(len, large))
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        for markup in large:
            extract(markup)
        times.append(time.process_time() - begun)
    one.seconds = min(times)
    return one


def _installed(name: str) -> bool:
    try:
        CONTENDERS[name]()
    except ImportError:
        return False
    return True


def _recon() -> Extract:
    from recon.readers.html import article  # noqa: PLC0415

    return lambda markup: article(markup.encode(), id="page.html").text


def _trafilatura(**options: bool) -> Extract:
    extract = import_module("trafilatura").extract
    return lambda markup: extract(markup, include_comments=False, with_metadata=False, **options) or ""


def _resiliparse() -> Extract:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda markup: str(extract(markup, main_content=True, alt_texts=False, comments=False))


def _readability() -> Extract:
    document = import_module("readability").Document
    text = import_module("lxml.html").fromstring
    return lambda markup: str(text(document(markup).summary()).text_content())


def _justext() -> Extract:
    module = import_module("justext")
    words = module.get_stoplist("English")
    return lambda markup: "\n".join(one.text for one in module.justext(markup, words) if not one.is_boilerplate)


CONTENDERS: Mapping[str, Callable[[], Extract]] = {
    "recon": _recon,
    "trafilatura": _trafilatura,
    "trafilatura, favor_precision": lambda: _trafilatura(favor_precision=True),
    "trafilatura, fast": lambda: _trafilatura(fast=True),
    "Resiliparse": _resiliparse,
    "readability-lxml": _readability,
    "jusText": _justext,
}
LIBRARIES = {name: "" if name == "recon" else name.partition(",")[0] for name in CONTENDERS}
"""The distribution of each contender."""
