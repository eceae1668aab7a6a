"""RC208: a stated number of things, and the list of them that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.checks.rule import Flaw, Rule
from recon.checks.statements import WORD, statements, token
from recon.geography import COUNTRY
from recon.model import Document, Figure

_OPENED = re.compile(
    rf"{token('count', 'n')}(?P<words>{WORD}{{1,7}}?)(?P<mark>: ?| [-–—] )(?P<items>[^<>:;()?!]{{5,300}}|[^<>:()"
    rf"?!]{{5,400}})"
)
_CUE = re.compile(r": ?| [-–—] ")
_END = re.compile(r" [-–—] |—|\.(?: |$)|$")
_AND = re.compile(r",? (?:and|or) ")
_MOST = 12
_LONG_ITEM = 3
_NO_THING = frozenset(
    {"percent", "times", "hours", "years", "days", "weeks", "months", "minutes", "points", "goals", "pounds"}
)
_NO_LIST = re.compile(
    r"\b(?:I|we|he|she|it|they|you|is|are|was|were|has|have|had|will|would|can|could|said|says|but|because|that|"
    r"which|who|including|such as|like|"
    r"for example|also|among|not|plus|both|either|between)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?:against|in|at|on|from|of|to|with|by|for|and|or|after|before|into)\b")
_VERB = re.compile(r"\b(?:are|have|were) ")
_APPOSED = re.compile(r"^(?:an? |the |his |her |their |its |of |from |who |which |in |at )", re.IGNORECASE)


def counts_and_lists(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC208: "three priorities: …" over a list of another length."""
    for statement in statements(document, figures, "n", _CUE, least=1):
        for match in _OPENED.finditer(statement.text):
            count = statement.figures[int(match["count"])]
            words = match["words"].split()
            if count.value is None or count.bound != "exact" or not 2 <= count.value <= _MOST or not _is_plural(words):
                continue
            lengths = _lengths(match["items"], dashed=":" not in match["mark"])
            if lengths and count.value not in lengths:
                yield _flaw(count, words, match["items"], lengths)


def _is_plural(words: list[str]) -> bool:
    """Whether a plural noun of things stands in the words between number and list, and no other sentence does."""
    plural = [
        word for word in words if word.lower().endswith(("s", "men", "women", "children", "people")) and word.islower()
    ]
    return bool(plural) and plural[0] not in _NO_THING and not _NO_LIST.search(_VERB.sub("", " ".join(words[1:]), 1))


def _lengths(text: str, *, dashed: bool) -> range | None:
    """How many items a list may have; None where it is no plain list."""
    end = _END.search(text)
    if end is None or (dashed and " or " in text[: end.start()]):
        return None
    if dashed and not end[0].strip(" .") and not text.rstrip().endswith("."):
        return None
    listed = text[: end.start()].strip(" ,")
    if _PREPOSITION.match(listed) or _NO_LIST.search(listed) or any(char.isdigit() for char in listed):
        return None
    pieces = [piece.strip() for piece in (listed.split(";") if ";" in listed else listed.split(","))]
    last = pieces[-1]
    closed = last.startswith(("and ", "or "))
    tail = [last.partition(" ")[2]] if closed else _AND.split(last)
    if not closed and len(tail) < 2:
        return None
    items = [*pieces[:-1], *tail] if closed else [*pieces[:-1], *tail[:1], *tail[1:]]
    if any(not item or len(item.split()) > _LONG_ITEM * (1 + 3 * (";" in listed)) for item in items) or _is_apposed(
        items
    ):
        return None
    if len(items) < 2:
        return None
    # "A and B, C, and D" are three or four; "A and B and C" two or three
    most = len(items) + sum(len(_AND.findall(item)) for item in pieces[:-1])
    return range(len(items) - (0 if closed else len(tail) - 2), most + 1)


def _is_apposed(items: list[str]) -> bool:
    """Whether some items may only tell more of the one before: "Jan Korb, a driver, and …", "Lyon, France"."""
    apposed = [bool(_APPOSED.match(item)) for item in items]
    if any(apposed[1:-1]) and not apposed[0]:
        return True
    capital = [item[:1].isupper() for item in items]
    if any(COUNTRY.fullmatch(item) for item in items) and not all(COUNTRY.fullmatch(item) for item in items):
        return True
    return any(capital[1:]) and not all(capital[1:])


def _flaw(count: Figure, words: list[str], items: str, lengths: range) -> Flaw:
    found = f"{lengths[0]}" if len(lengths) == 1 else f"{lengths[0]} to {lengths[-1]}"
    return Flaw(
        figures=(count,),
        message=f'"{count.text} {" ".join(words)}" are announced, and the list has {found}',
        working=f"{' '.join(items.split())[:120]}: {found}, not {count.text}",
    )


RULES = (
    Rule(
        code="RC208",
        name="list-mismatch",
        severity="error",
        ok="The harbour board has three priorities: dredging, lighting and parking.",
        not_ok="The harbour board has four priorities: dredging, lighting and parking.",
        judge=counts_and_lists,
    ),
)
