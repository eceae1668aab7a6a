"""Hedges: what the words around a number assert of it ("nearly", "at least", "or so")."""

from __future__ import annotations

import re

from recon.extraction.places import REACH, Place
from recon.model import Bound


def _by_words(listed: dict[Bound, str]) -> dict[str, Bound]:
    return {" ".join(words.split()): bound for bound, together in listed.items() for words in together.split(",")}


BEFORE = _by_words(
    {
        "about": """about, around, some, roughly, approximately, approx, approx., circa, c., ca., ca, an estimated,
            estimated, ~, ≈, somewhere around, in the region of, in the order of, on the order of, in the vicinity
            of, or so, estimated at, an approximate, a rough, barely, hardly, something like, perhaps, maybe, in the
            neighbourhood of, in the neighborhood of, what is believed to be, an estimated total of, more or less, give
            or take""",
        "nearly": """nearly, almost, close to, nearing, approaching, just about, not quite, virtually, practically,
            near, getting on for, not far off, not far short of, shy of, just shy of""",
        "at_least": """at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum,
            minimum of, at the very least, as few as, as little as, as low as, ≥, at minimum, at a minimum""",
        "more_than": """more than, over, above, exceeding, exceeds, exceeded, exceed, in excess of, upwards of,
            upward of, north of, greater than, just over, a little over, well over, slightly over, slightly more
            than, just more than, well above, just above, surpassing, surpassed, surpass, topped, topping, far more
            than, much more than, little more than, a little more than, >, higher than, longer than, larger than,
            bigger than, older than, better than, beyond, comfortably over, little over, a bit over, a touch over,
            a shade over, a fraction over, a bit more than, a shade more than, marginally more than, marginally over,
            substantially more than, significantly more than""",
        "at_most": """up to, as many as, as much as, at most, no more than, not more than, a maximum of, maximum,
            maximum of, within, as high as, at the most, as long as, as large as, as great as, ≤, capped at, not
            exceeding, no higher than, no greater than, upto, no larger than, limited to, a limit of, a cap of,
            a ceiling of""",
        "less_than": """less than, fewer than, under, below, just under, just below, just short of, a little under,
            slightly less than, slightly under, slightly below, a little less than, well under, well below, just
            less than, short of, smaller than, lower than, shorter than, <, a shade under, a bit under, a touch under,
            a fraction under, marginally under, marginally less than, sub, younger than, far
            fewer than, far less than, much less than, cheaper than, lighter than""",
    }
)
"""Hedges before the number."""

AFTER = _by_words(
    {
        "about": "or so, or thereabouts, give or take, or approximately, approximately",
        "at_least": """or more, or above, or over, or higher, or greater, or older, or longer, or better, or later,
            and over, and above, and older, and up, at least, at a minimum, minimum, or farther, or further,
            plus""",
        "at_most": """or less, or fewer, or under, or below, or lower, or younger, or shorter, at most, maximum, or
            cheaper, and under, at the most""",
    }
)
"""Hedges behind the number, or behind its noun."""


def _any(words: dict[str, Bound]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


_FILLERS = """
    another, a, an, a further, an additional, additional, some, the first, us, an estimated, a estimated, about, around,
    the age of
    """
"""What may stand between a hedge and its number."""
_PHRASES: dict[str, str] = {
    f"{words} {filler}".rstrip(): words for words in BEFORE for filler in ("", *" ".join(_FILLERS.split()).split(", "))
}
"""A hedge with what follows it → the hedge."""
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES)
_AFTER = re.compile(
    rf",?\s+\(?({_any(AFTER)})\b(?!\s+(?:[\d$£€]|\w+ly\b|or\s+minus\b))|(?:\s+(?!or\b|and\b)[\w'’-]+){{1,2}}\s+((?:or|and)\s+(?:more|over|above|less|fewer|under|below|so))\b(?!\s+(?:[\d$£€]|\w+ly\b))",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\s(?:an?|the|some|another|interest|costs|expenses|tax|VAT)\b")
"""What is added by "plus", which then is no hedge: "5 percent plus a bonus"."""
_PREPOSITIONS = frozenset({"about", "around", "over", "above", "under", "below", "beyond", "near"})
_PLACED = re.compile(
    r"\b(?:fl(?:ew|y|ies|ying)|pass(?:ed|ing)|travel\w*|jump\w*|rul(?:ed|es|ing)|presid\w+|hover\w*|argu\w+|fought|fighting|talk\w*"
    r"|sp(?:eak|oke|eaking)\w*|ask\w*|concern\w*|knows?|knew|wrote|writes?|thinks?|thinking|complain\w*|worr\w+|learn\w*|heard|lied|r[au]n"
    r"|running|walk\w*|drove|driv\w+|sail\w*|cycl\w*|gather\w*|handed|turned|signed|moved|revolv\w*|wrapped|built|toured?)\s+\Z",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:went|gone|going|add(?:s|ed|ing)?|came|come"
    r"|(?:push|took|taken|brought|bring|drove)(?:es|ed|ing|s)?(?:\s(?:it|them|this|that|(?:its|their|the|his|her)(?:\s[\w-]+){1,3})))\s+\Z",
    re.IGNORECASE,
)
"""Verbs of a rise before "up to", which then names where it ended: "went up to 5.5 percent"."""
_OVER_TIME = re.compile(
    r"(?:for|just|well|lasted|lasting|lasts|took|takes|of|after|spent|is|was|with|a\s+little|from|spanning)\s+over\s*$",
    re.IGNORECASE,
)
_ENDINGS = frozenset(phrase.rpartition(" ")[2] for phrase in _PHRASES)
"""The last words of such phrases; most numbers have none before them."""
_LONG_ENDINGS = frozenset(word for word in _ENDINGS if word not in _PHRASES)
_PAIRS = frozenset(" ".join(phrase.split()[-2:]) for phrase in _PHRASES if " " in phrase)
"""The last two words of those that have two or more: "of", "to" and "a" end many, and mostly stand for themselves."""
WINDOW = REACH
"""Characters before a number in which its hedge stands."""


def before(place: Place, *, duration: bool = False) -> tuple[Bound, int]:
    """The bound that the words just before a number give it, and how many characters they take.

    `duration` is true before a length of time, where a bare "over" mostly means "during".
    """
    printed = place.ahead.lower()
    if printed.endswith(_ARROWS):
        return "exact", 0
    last = printed.lstrip(_OPENS)
    if last not in _ENDINGS or (last in _LONG_ENDINGS and _two_words(place) not in _PAIRS):
        glued = last[-1:] if last[-1:] in _SIGNS else last
        return (BEFORE[glued.rstrip("-")], len(glued)) if glued in _GLUED else ("exact", 0)
    start, words = _phrase(place)
    if not words or (words in _PREPOSITIONS and _PLACED.search(place.text[max(0, start - 24) : start])):
        return "exact", 0
    if words == "over" and duration and not _OVER_TIME.search(place.before(WINDOW)):
        return "exact", 0
    if words == "up to" and _RAISED.search(place.text[max(0, start - 48) : start]):
        return "exact", 0
    return BEFORE[words], place.start - start


def _two_words(place: Place) -> str:
    return " ".join(place.before(WINDOW).lower().split()[-2:]).lstrip(_OPENS)


def _phrase(place: Place) -> tuple[int, str]:
    """The hedge that ends at the place, the one that begins first, and where; "" for none."""
    text, start, found, end = place.text, place.start - WINDOW, "", place.start
    words: list[str] = []
    for printed in reversed(text[max(0, start) : end].split()[-_LONGEST:]):
        end = text.rindex(printed, 0, end)
        word = printed.lower().lstrip(_OPENS)
        words.insert(0, word)
        if phrase := _PHRASES.get(" ".join(words)):
            start, found = end + len(printed) - len(word), phrase
        if word != printed.lower():
            break
    return start, found


_OPENS = "([\"'“‘—–-"
_SIGNS = "~≈<>≥≤"
_ARROWS = ("->", "=>", "–>", "—>", "<-", "<=>")
_GLUED = frozenset((*_SIGNS, "sub-"))


def after(place: Place) -> Bound:
    """The bound that the words just behind a number give it."""
    if _BEGINNINGS.isdisjoint(place.behind):
        return "exact"
    text = place.after(64)
    found = _AFTER.match(text[:48])
    if found and found[1] and found[1].lower() == "plus" and _ADDED.match(text, found.end()):
        return "exact"
    return AFTER.get(" ".join((found[1] or found[2]).lower().split()), "exact") if found else "exact"


_BEGINNINGS = frozenset(
    opening + cased + closing
    for words in AFTER
    for first in (words.partition(" ")[0],)
    for cased in (first, first.capitalize(), first.upper())
    for opening in ("", "(")
    for closing in (("",) if " " in words else ("", *'.,;:)!?”"'))
)
"""The first words of a hedge behind a number; "40 boats or more" has it behind the noun."""


def sides(bound: Bound, value: float) -> tuple[float | None, float | None]:
    """What the bound asserts of the value, as low and high; None is an open side.

    >>> sides("at_least", 3000), sides("nearly", 6500), sides("about", 12000)
    ((3000, None), (None, 6500), (12000, 12000))
    """
    if bound in ("at_least", "more_than"):
        return value, None
    if bound in ("nearly", "at_most", "less_than"):
        return None, value
    return value, value
