"""Hedges: what the words around a number assert of it ("nearly", "at least", "or so")."""

from __future__ import annotations

import re

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

GLUED: dict[str, Bound] = {"-plus": "at_least", "+": "at_least", "-odd": "about", "-ish": "about"}
"""Hedges joined to the number."""


def _any(words: dict[str, Bound]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


_FILLER = (
    r"(?:\s+(?:another|an?|a\s+further|an\s+additional|additional|some|the\s+first|US|an?\s+estimated|about|around"
    r"|the\s+age\s+of))?"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(\[\"'“‘—–-])|(?<=[~≈<>≥≤]))({_any(BEFORE)}){_FILLER}\s*$|(?:^|\s)(sub)-$", re.IGNORECASE
)
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
_ENDINGS = frozenset(
    (
        *(words.rpartition(" ")[2] for words in BEFORE),
        *"another a an further additional some first us estimated about around".split(),
    )
)
"""The last words of a hedge, or of what may stand between it and the number; most numbers have none before them."""
WINDOW = 44
"""Characters before a number in which its hedge stands."""


def before(text: str, *, duration: bool = False) -> tuple[Bound, int]:
    """The bound that the words just before a number give it, and how many characters of `text` they are.

    `text` ends where the number begins.

    `duration` is true before a length of time, where a bare "over" mostly means "during".
    """
    last = _last_word(text)
    found = _BEFORE.search(text[-WINDOW:]) if last in _ENDINGS or last.endswith(_GLUED_BEFORE) else None
    if not found:
        return "exact", 0
    words = " ".join((found[1] or found[2]).lower().split())
    if words in _PREPOSITIONS and _PLACED.search(text[: len(text) - (found.end() - found.start())][-24:]):
        return "exact", 0
    if words == "up to" and _RAISED.search(text[: len(text) - (found.end() - found.start())][-48:]):
        return "exact", 0
    if words == "over" and duration and not _OVER_TIME.search(text[-WINDOW:]):
        return "exact", 0
    return BEFORE[words], found.end() - found.start()


_GLUED_BEFORE = ("~", "≈", "<", ">", "≥", "≤", "sub-")


def _last_word(text: str) -> str:
    words = text[-WINDOW:].rsplit(None, 1)
    return words[-1].lower().lstrip("([\"'“‘—–-") if words else ""


def after(text: str) -> Bound:
    """The bound that the words just behind a number give it; `text` begins where the number ends."""
    found = _AFTER.match(text[:48])
    if found and found[1] and found[1].lower() == "plus" and _ADDED.match(text, found.end()):
        return "exact"
    return AFTER.get(" ".join((found[1] or found[2]).lower().split()), "exact") if found else "exact"


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
