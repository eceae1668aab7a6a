"""Numbers that are no quantity: years, scores, list bullets, "one" as a pronoun; and names, see
`recon.extraction.names`."""

from __future__ import annotations

import re

from recon.extraction import names
from recon.extraction.nouns import is_plural
from recon.extraction.places import Place
from recon.extraction.readings import Reading
from recon.model import Kind

_YEAR = re.compile(r"(?:(?:1[5-9]|20)\d\d|2100)\Z")
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|year|during|early|late|mid|before|after|circa|around|through|to|and|the|their|its|his|her|between|for|autumn|summer|spring"
    r"|winter|fall|class|season|last|this|january|february|march|april|may|june|july|august|september|october|november|december|born|mid-|late-|early-)"
    r"[\s,-]{1,2}|[(\[]|^|[.,;:]\s)\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|since|before|after|from|in|to)\s(?:at\sleast|about|around|roughly|almost|nearly)\s\Z"
)
_COMPARED = re.compile(r"\b(?:(?!old|young)\w{2,9}er\sthan|about|around|circa)\s\Z")
"""A comparison, with a year: "lower than 2003's"."""
_PRONOUN_ONE = frozenset(
    """
    of another day thing time by in on at to from for with and or but who that which is was were are has had
    would will can could may might must should the a than as if it i he she we they more else side-by way point
    such hand side whose off only
    """.split()
)
_NO_ONE = frozenset(
    """
    no this that the each every any which some another first last new old big good as day square number at for by in
    from is was or not to it a than like on
    """.split()
)
"""What stands before "one" as a pronoun."""
_SCORE_AFTER = re.compile(
    r"\s(?:win|victory|defeat|loss|draw|lead|record|vote|score|scoreline|thrashing|triumph|aggregate|margin|majority|ruling|decision|down|up|ahead|against|in\s|on\s|at\s|over\s)"
)
_ROUND_COUNT_NOT = frozenset(
    """
    elections games olympics results figures levels sales finals championships series awards polls estimates
    revenues earnings profits losses accounts budgets forecasts targets prices rankings
    """.split()
)
"""Nouns that a year stands before: "2019 levels", "their 2005 revenues"."""
_BULLET = re.compile(r"(?:^|\n)[ \t•*·–—-]{0,12}[+-]?\d{1,3}[.)]?[ \t]*(?=\r?\n|$)")
_ENTRANT = re.compile(r"\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3}\s\([\w\s.]{2,24}\)\s*\Z")
"""An entrant of a numbered list: "19 Ilse Brandt (Velloria)"."""
_ITEM = re.compile(r"[.)]\s+\S")

_GLUE = frozenset("@#_&")
_PER = frozenset({"1,000", "10,000", "100,000"})


def kind_of(reading: Reading, place: Place, *, hedged: bool) -> Kind | None:
    """The kind of a number that is no quantity, or None where it is one."""
    number = place.surface
    if not reading.bare:
        return "identifier" if names.is_lettered(reading, number, place) else None
    text, start = place.text, place.start
    inside = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()
    if len(number) < 4 and not inside and _stands_alone(number, place):
        return "bullet"
    if reading.words:
        return "identifier" if names.is_named_in_words(number, place) or _is_pronoun(number, place) else None
    if (place.ahead == "per" and number in _PER) or (number[0] == "0" and number[1:2].isdigit()):
        return "identifier"
    if len(number) == 4 and _YEAR.match(number) and (_is_compared(place) if hedged else _is_year(number, place)):
        return "date"
    if hedged or "," in number:
        return None
    handle = text[place.end : place.end + 1] in _GLUE or (not inside and place.ahead[-1:] in _GLUE)
    return "identifier" if handle or names.is_name(number, place) else None


_CASUALTIES = frozenset({"dead", "killed", "injured", "wounded", "hurt", "missing", "arrested", "detained"})


def are_years(low: str, high: str) -> bool:
    """Whether both of two numbers in digits read as years."""
    return bool(_YEAR.match(low) and _YEAR.match(high))


def kind_of_pair(low: str, high: str, after: str, *, ascending: bool) -> Kind | None:
    """The kind of two bare numbers joined by a dash that make no range: a score, a vote, a season; None for a range."""
    following = names.AFTER_WORD.match(after)
    plural = (
        following is not None and following[1].islower() and (is_plural(following[1]) or following[1] in _CASUALTIES)
    )
    if ascending and plural:
        return None
    if not ascending or following is None or _SCORE_AFTER.match(after) or max(len(low), len(high)) < 3:
        return "score" if max(len(low), len(high)) < 4 else "identifier"
    return None


_PREFIX = re.compile(
    r"(?:^|[\s(“\"])(?:sub|now|then|mid|near|nearly|about|almost|some|ex|pre|post|non|roughly|under|over|magnitude)-$",
    re.IGNORECASE,
)


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether letters or a hyphenated name run into the number: "F-16", "COVID-19", "5G", "1080p"."""
    left, right = text[start - 1] if start else " ", text[end : end + 1]
    if left != " ":
        if left in "-–" and start > 1 and text[start - 2].isalnum():
            return not _PREFIX.search(text[max(0, start - 12) : start])
        if left.isalpha():
            return True
    if right.isalpha():
        return text[end - 1].isdigit() and not (text[start] in "£€$" and _PAID.match(text, end))
    if right != "-":
        return False
    after_a_word = left == " " and start > 1 and text[start - 2].islower()
    return bool(_SCORED.match(text, end) or (after_a_word and text[end - 1].isdigit() and _NAMED_ON.match(text, end)))


_PAID = re.compile(r"(?:pcm|pw|pa|pp|pppn|ph)\b")
"""How an advertisement writes what a price is per: "£1,500pcm"."""
_NAMED_ON = re.compile(r"-[A-Z][a-z]")
_SCORED = re.compile(r"-(?:for-(?:\d|one\b|two\b)|in-(?:one|a)\b|to-(?:one|\d{1,2})\b|nil\b|all\b|love\b)")


def _stands_alone(number: str, place: Place) -> bool:
    """Whether the number is all there is on its line, or numbers a list item: page furniture."""
    before, after = place.before(64), place.after(64)
    opens = "\n" in before or len(before) == place.start
    line_start = opens and not before.rpartition("\n")[2].strip(" \t•*·–—-+")
    if not line_start or len(number) > 3 or before[-12:].rpartition("\n")[2].strip("•*· \t") not in ("", "-", "+", "–"):
        return False
    rest = after.partition("\n")[0]
    return bool(_ENTRANT.match(rest)) or not rest.strip(" \t\r.)") or bool(_ITEM.match(after))


def _is_pronoun(number: str, place: Place) -> bool:
    if number.lower() != "one":
        return False
    word = names.word_after(place)
    return (
        not word
        or word.lower() in _PRONOUN_ONE
        or place.text[place.end] not in " \n\u00a0"
        or place.ahead.lower().rpartition("-")[2].lstrip("(“‘\"'") in _NO_ONE
        or place.before(9).lower() == "the only "
    )


def _is_year(number: str, place: Place) -> bool:
    word = names.word_after(place)
    if number == "2100" and not _YEAR_LEAD.search(place.before(14)):
        return False
    counts = word.islower() and is_plural(word) and word not in _ROUND_COUNT_NOT
    if counts and (number.endswith("00") or not _YEAR_LEAD.search(place.before(14))):
        return False
    return not (number.endswith("00") and number != "2000" and word.lower() in ("of", "in"))


def _is_compared(place: Place) -> bool:
    """Whether the hedge before a number compares with a year: "lower than 2003's"."""
    word = names.word_after(place)
    if word.lower() in _ROUND_COUNT_NOT or (_UNTIL.search(place.before(24)) and not is_plural(word)):
        return True
    owns = place.after(2) in {"'s", "’s"}
    return (owns or bool(_COMPARED.search(place.before(12)))) and not names.counted_after(place)
