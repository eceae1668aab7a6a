"""Numbers that are no quantity: years, names, scores, list bullets, and "one" as a pronoun."""

from __future__ import annotations

import re

from recon.extraction.nouns import after as noun_after
from recon.extraction.nouns import is_plural
from recon.extraction.places import Place
from recon.extraction.surfaces import Reading
from recon.model import Kind

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|year|during|early|late|mid|before|after|circa|around|through|to|and|the|between|for|autumn|summer|spring"
    r"|winter|fall|class|season|last|this|january|february|march|april|may|june|july|august|september|october|november|december|born|mid-|late-|early-)"
    r"[\s,-]{1,2}|[(\[]|^|[.,;:]\s)\Z",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(r"\s([^\W\d_][\w’'-]*)")
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"‘'/])((?:[a-z]?[A-Z][\w&’'.-]*|&)\s?(?:[A-Z]{1,3}\s)?)\Z")
_LABELS = """
    article section chapter page pages p pp no nos number numbers route highway interstate flight figure fig
    table part phase grade room level stage type category cat step gate line tier unit apartment apt suite lot
    volume vol issue episode season round game group proposition resolution law bill rule act paragraph clause
    appendix annex version v model channel exit bus platform terminal pier zone ward district precinct division
    day week class size top ranked seed g under under- u mark formula agenda windows psalm verse form title lane
    point ch art sec m a b i code seat photo image slide question
    """.split()
_LABEL_WORDS = frozenset(_LABELS)
_DOTTED = frozenset("no nos p pp fig vol art sec ch apt st".split())
_PAGE_OF = re.compile(
    r"\b(?:page|photo|part|image|slide|step|question|chapter|episode)\s\d{1,4}\sof\s\Z", re.IGNORECASE
)
_INDEX = re.compile(
    r"(?:S\s?&?\s?P(?:/\w+)?|FTSE|CAC|DAX|Nikkei|ASX|TSX|Russell|Fortune|Forbes|Global|Stoxx|SMI|Nasdaq|Ibex|Topix|Kospi)\s?$",
    re.IGNORECASE,
)
_INDEX_ENDS = "p sp ftse cac dax nikkei asx tsx russell fortune forbes global stoxx smi nasdaq ibex topix kospi".split()
_CODED = frozenset("apzd")
_LABEL_AFTER = re.compile(r"\s(?:zip|area|post|postal|dialling|dialing|PIN)\s?code", re.IGNORECASE)
_LABELS_THAT_COUNT = frozenset(
    {"a", "i", "m", "b", "line", "point", "lot", "day", "week", "unit", "level", "under", "class", "size", "top"}
)
_LABEL_ENDS = frozenset((*_LABELS, "of", "per", *_INDEX_ENDS))
_PLURAL_VERBS = frozenset({"were", "have"})
_PLAIN_WORDS = frozenset(
    """
    the a an in on at by for from to of and or but with as if when while after before since until about around
    over under between he she it we they you i this that these those his her its our their my your some all only
    just even also more most police officials authorities is was are were will another additional nearly almost
    roughly there then now today yesterday an least monday tuesday wednesday thursday friday saturday sunday
    total including killed injured those those up not no so because approximately up every each plus both than
    per either neither
    """.split()
)
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
_MID_SENTENCE = re.compile(r"\b(?:[a-z]+|The|In|At|On|Near|From)\s\Z")
_STREET = re.compile(
    r"\s(?:[A-Z][\w.]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Way|Boulevard|Blvd|Square|Place|Court)\b"
)
_SCORE_AFTER = re.compile(
    r"\s(?:win|victory|defeat|loss|draw|lead|record|vote|score|scoreline|thrashing|triumph|aggregate|margin|majority|ruling|decision|down|up|ahead|against|in\s|on\s|at\s|over\s)"
)
_ROUND_COUNT_NOT = frozenset(
    {
        "elections",
        "games",
        "olympics",
        "results",
        "figures",
        "levels",
        "sales",
        "finals",
        "championships",
        "series",
        "awards",
        "polls",
        "estimates",
    }
)
_BULLET = re.compile(r"(?:^|\n)[ \t•*·–—-]{0,12}[+-]?\d{1,3}[.)]?[ \t]*(?=\r?\n|$)")
_ITEM = re.compile(r"[.)]\s+\S")


def kind_of(reading: Reading, place: Place, *, hedged: bool) -> Kind | None:
    """The kind of a number that is no quantity, or None where it is one."""
    number = place.surface
    if not reading.bare:
        return "identifier" if _is_lettered(reading, number, place) else None
    text, start = place.text, place.start
    inside = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()
    if len(number) < 4 and not inside and _stands_alone(number, place):
        return "bullet"
    if reading.words:
        return "identifier" if _is_named(number, place) else None
    if place.ahead == "per" and number in _PER:
        return "identifier"
    if hedged or "," in number:
        return None
    if text[place.end : place.end + 1] in _GLUE or (not inside and place.ahead[-1:] in _GLUE):
        return "identifier"
    if len(number) == 4 and _YEAR.match(number) and _is_year(number, place):
        return "date"
    return "identifier" if _is_name(number, place) else None


_GLUE = frozenset("@#_&")
_PER = frozenset({"1,000", "10,000", "100,000"})
_ROOM = re.compile(r"\b(?:seat|room|row|gate|flat|apartment|block|bus|group|stand|section|type)\s\Z", re.IGNORECASE)


def _is_lettered(reading: Reading, number: str, place: Place) -> bool:
    """Whether a letter that looks like a unit is a name's: "seat 14C", "a 4K screen", "8 Mile Road"."""
    if len(number) == 2 and number in _RESOLUTIONS:
        return not is_plural(noun_after(place.after(64)))
    last = number.rpartition(" ")[2] if not number.islower() else ""
    if last[:1].isupper() and _STREET.match(f" {last}{place.after(64)}"):
        return True
    return len(number) < 5 and reading.kind == "temperature" and bool(_ROOM.search(place.before(16)))


_RESOLUTIONS = frozenset({"2K", "4K", "5K", "8K"})


_CASUALTIES = frozenset({"dead", "killed", "injured", "wounded", "hurt", "missing", "arrested", "detained"})


def are_years(low: str, high: str) -> bool:
    """Whether both of two numbers in digits read as years."""
    return bool(_YEAR.match(low) and _YEAR.match(high))


def kind_of_pair(low: str, high: str, after: str, *, ascending: bool) -> Kind | None:
    """The kind of two bare numbers joined by a dash that make no range: a score, a vote, a season; None for a range."""
    following = _AFTER_WORD.match(after)
    plural = (
        following is not None and following[1].islower() and (is_plural(following[1]) or following[1] in _CASUALTIES)
    )
    if ascending and plural:
        return None
    if not ascending or following is None or _SCORE_AFTER.match(after) or max(len(low), len(high)) < 3:
        return "score" if max(len(low), len(high)) < 4 else "identifier"
    return None


_PREFIX = re.compile(
    r"(?:^|[\s(“\"])(?:sub|now|then|mid|near|nearly|about|almost|some|ex|pre|post|non|roughly|under|over)-$",
    re.IGNORECASE,
)


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether letters or a hyphenated name run into the number: "F-16", "COVID-19", "5G", "1080p"."""
    left, right = text[start - 1] if start else " ", text[end : end + 1]
    if left != " ":
        if left in "-–" and start > 1 and text[start - 2].isalnum():
            return not _PREFIX.search(text[max(0, start - 8) : start])
        if left.isalpha():
            return True
    if right.isalpha():
        return text[end - 1].isdigit()
    return right == "-" and bool(_SCORED.match(text, end))


_SCORED = re.compile(r"-(?:for-\d|nil\b|all\b|love\b)")


def _stands_alone(number: str, place: Place) -> bool:
    """Whether the number is all there is on its line, or numbers a list item: page furniture."""
    before, after = place.before(64), place.after(64)
    opens = "\n" in before or len(before) == place.start
    line_start = opens and not before.rpartition("\n")[2].strip(" \t•*·–—-+")
    if not line_start or len(number) > 3 or before[-12:].rpartition("\n")[2].strip("•*· \t") not in ("", "-", "+", "–"):
        return False
    rest = after.partition("\n")[0]
    return not rest.strip(" \t\r.)") or bool(_ITEM.match(after))


def _word_after(place: Place) -> str:
    """The word behind the number, "" where something else stands there."""
    following = _AFTER_WORD.match(place.text, place.end)
    return following[1] if following else ""


def _is_named(number: str, place: Place) -> bool:
    """Whether a number in words is a name's ("Channel Four", "the Six Nations"), or "one" a pronoun."""
    ahead = place.ahead.lower()
    if ahead in _NUMBERED and (ahead != "of" or place.before(16).lower().endswith("group of ")):
        return True
    if number[0].isupper():
        word = _word_after(place)
        if word[:1].isupper() and _MID_SENTENCE.search(place.before(16)):
            return True
    return number in _ONE and _is_pronoun(place)


_ONE = frozenset({"one", "One", "ONE"})
_NUMBERED = frozenset({"number", "no.", "channel", "of"})


def _is_pronoun(place: Place) -> bool:
    word = _word_after(place)
    return (
        not word
        or word.lower() in _PRONOUN_ONE
        or place.text[place.end] not in " \n\u00a0"
        or place.ahead.lower().rpartition("-")[2].lstrip("(“‘\"'") in _NO_ONE
        or place.before(9).lower() == "the only "
    )


def _is_year(number: str, place: Place) -> bool:
    word = _word_after(place)
    counts = word.islower() and is_plural(word) and word not in _ROUND_COUNT_NOT
    if counts and (number.endswith("00") or not _YEAR_LEAD.search(place.before(14))):
        return False
    return not (number.endswith("00") and number != "2000" and word.lower() in ("of", "in"))


def _label(place: Place) -> str:
    """The label that ends at the number, as printed with the blank behind it: "Article ", "No. ", "#"; "" for none."""
    text, start = place.text, place.start
    end = start - 1 if text[start - 1 : start] in {" ", "\u00a0"} else start
    mark = text[end - 1 : end]
    if mark in {"#", "№", "@", "§"}:
        return text[end - 1 : start]
    stop = end - 1 if mark in {".", "-"} else end
    begin = stop
    while begin and stop - begin < _LONGEST_LABEL and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
        begin -= 1
    word = text[begin:stop].lower()
    if word == "of":
        found = _PAGE_OF.search(place.before(32))
        return found[0] if found else ""
    known = _DOTTED if mark == "." else _LABEL_WORDS
    if f"{word}-" in _LABEL_WORDS if mark == "-" else word in known or (word == "per" and end < start):
        return text[begin:start]
    return ""


_LONGEST_LABEL = max(map(len, _LABELS)) + 1


def _opens(before: str, label: str) -> bool:
    """Whether the label is the first word of its sentence, so that its capital says nothing."""
    ahead = before[: len(before) - len(label)].rstrip()
    return not ahead or ahead[-1] in '.!?:"“'


def _counted_after(after: str) -> bool:
    """Whether a counted noun follows within the phrase: "300 North Korean troops", not "49 Harbour Road"."""
    phrase = noun_after(after)
    return bool(phrase) and is_plural(phrase.split()[-1])


def _is_name(number: str, place: Place) -> bool:
    """Whether a label or a name takes the number: "Article 4", "Boeing 787", "Top 10"."""
    first, plain = place.behind[0][:1] if place.behind else "", place.ahead.islower()
    label_like = not (plain and place.ahead.isalpha()) or place.ahead in _LABEL_ENDS
    if not label_like and not first.isupper():
        return first in _CODED and bool(_LABEL_AFTER.match(place.after(24)))
    word = _word_after(place)
    if _INDEX.search(place.before(12)) or (label_like and _is_labelled(place, word)):
        return True
    if first.isupper() and (_STREET.match(place.after(64)) or _LABEL_AFTER.match(place.after(24))):
        return True
    if plain or len(number) > 4 or ("." in number and len(number) > 3):
        return False
    return _ends_a_name(place, word)


def _is_labelled(place: Place, word: str) -> bool:
    """Whether a label stands before the number and takes it: "Article 4", "page 3 of 7", "#12"."""
    label = _label(place)
    capital = label[:1].isupper()
    if not label or (word.islower() and is_plural(word) and not (capital and not _opens(place.before(24), label))):
        return False
    name = label.strip(" .").lower()
    return name not in _LABELS_THAT_COUNT or capital or name == "top"


def _ends_a_name(place: Place, word: str) -> bool:
    """Whether the name before the number goes on with it: "Boeing 787", not "On Monday 40 people"."""
    before = place.before(24)
    named = _NAME_BEFORE.search(before)
    name = named[1].strip() if named else ""
    if not name or name.strip(" .").lower() in _PLAIN_WORDS:
        return False
    if _counted_after(place.after(64)) or word in _PLURAL_VERBS:
        return False
    return before[-2:-1] not in (".", "?", "!") or len(name) > 4
