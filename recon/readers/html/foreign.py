"""Pages in other languages, known before their article is looked for.

Finding it is most of the work on a page, and of a crawl of the world's news two thirds and more are in other languages.
"""

from __future__ import annotations

from recon.language import ENGLISH, POSSIBLE, THE, WORD, foreign
from recon.model import Document
from recon.readers.html.page import Page
from recon.source_map import SourceMap

PROSE = 60
"""Characters of a piece of text, without white space, that is prose and no entry of a menu."""
ENOUGH = 600
"""Characters of prose by which a page is judged, so that a notice or a caption in two languages does not decide."""
MOST = 40_000
"""Characters that are looked at: an English article stands within, among whatever else the page says."""


def in_another_language(page: Page, declared: str, id: str) -> Document | None:  # noqa: A002 - the field of Document
    """The page's prose as a document that is in another language than English, None where that is not plain.

    It is plain where the page declares it, and nowhere in what it says are English words to be found: a page that
    declares French and holds an English article is not judged here.
    """
    if not declared or declared.partition("-")[0].lower() == "en":
        return None
    prose = " ".join(_prose(page))
    if len(prose) < ENOUGH or prose.count(" the ") >= THE / 3 * prose.count(" "):
        return None
    words = [word.lower() for word in WORD.findall(prose)]
    if sum(word in ENGLISH for word in words) >= POSSIBLE * len(words):
        return None
    document = Document(id=id, text=prose, language=declared, source=SourceMap(runs=b""))
    return document if foreign(document) else None


def _prose(page: Page) -> list[str]:
    long = (i for i, start in enumerate(page.starts) if page.behind(i) - start >= PROSE)
    pieces: list[str] = []
    left = MOST
    for i in long:
        first, last = page.spans[i]
        pieces.append(page.source[first:last])
        left -= last - first
        if left <= 0:
            break
    return pieces
