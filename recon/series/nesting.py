"""Which place lies in which, read from how the texts themselves write it: "Derby, Ohio", "Ohio's largest city,
Derby"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from itertools import islice

from recon.model import Document

LEAD = 6_000
"""Characters of a document that are searched."""
MOST = 40
"""The most documents that are searched for one pair of places."""
ASKED = 400
"""The most documents that are asked whether they name the narrower one at all."""

HELD = 8_192
"""Documents whose beginnings are kept: those of a story are asked time and again."""


class Nesting:
    """Answers, and remembers, whether one place lies in another. Places are in lower case."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        known = {one.id: one for one in documents}
        self._lead = lru_cache(maxsize=HELD)(partial(_folded, known))
        self._known: dict[tuple[str, str, str], bool] = {}

    def within(self, narrow: str, wide: str, docs: Iterable[str]) -> bool:
        """Whether any of some documents writes `narrow` as a place in `wide`."""
        if not narrow or not wide or narrow == wide:
            return False
        naming = (doc for doc in islice(docs, ASKED) if narrow in self._lead(doc))
        return any(self._says(narrow, wide, doc) for doc in islice(naming, MOST))

    def together(self, narrow: str, wide: str, docs: Iterable[str]) -> bool:
        """Whether any of some documents names both."""
        return any(narrow in text and wide in text for text in map(self._lead, islice(docs, MOST)))

    def _says(self, narrow: str, wide: str, doc: str) -> bool:
        key = narrow, wide, doc
        if key not in self._known:
            lead = self._lead(doc)
            self._known[key] = _stem(wide) in lead and bool(_pattern(narrow, wide).search(lead))
        return self._known[key]


def _folded(documents: Mapping[str, Document], doc: str) -> str:
    """The beginning of a document in lower case, white space folded."""
    one = documents.get(doc)
    return " ".join(one.text[one.body_start : one.body_start + LEAD].lower().split()) if one else ""


def _stem(wide: str) -> str:
    """What a place begins with wherever it is named, also as an adjective."""
    return wide[:-1] if wide[-1:] in {"a", "o", "e", "y"} and len(wide) > 4 else wide


@lru_cache(maxsize=4096)
def _pattern(narrow: str, wide: str) -> re.Pattern[str]:
    """ "narrow, wide", "narrow in wide", "wide's … narrow", "Wide-an … of narrow", at most four words between."""
    inner, outer, stem = re.escape(narrow), re.escape(wide), re.escape(_stem(wide))
    word = r"(?!(?:in|to|at|into|near|from|for|on|towards?|and|or|with)\b)[\w-]+"
    after = rf"\b{inner}\b(?: {word}){{0,2}}(?:,| in)(?: {word})? {outer}\b"
    before = rf"\b(?:{outer}['’]s|{stem}\w{{1,4}}) (?:{word},? ){{0,4}}{inner}\b"
    return re.compile(f"{after}|{before}|\\b{inner}, {outer}\\b")
