"""Numbers that name: labelled, part of a title, a model's, a street's, or in a list of such."""

from __future__ import annotations

import re

from recon.extraction.nouns import after as noun_after
from recon.extraction.nouns import is_plural
from recon.extraction.places import Place
from recon.extraction.readings import Reading

_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"‘'/])((?:[a-z]?[A-Z][\w&’'.-]*|&)\s?(?:[A-Z]{1,3}\s)?)\Z")
_LABELS = """
    article section chapter page pages p pp no nos number numbers route highway interstate flight figure fig
    table part phase grade room level stage type category cat step gate line tier unit apartment apt suite lot
    volume vol issue episode season round game group proposition resolution law bill rule act paragraph clause
    appendix annex version v model channel exit bus platform terminal pier zone ward district precinct division
    day week class size top ranked seed g under under- u mark formula agenda windows psalm verse form title lane
    point ch art sec m a b i code seat photo image slide question reference ref extension ext docket serial invoice
    articles sections chapters routes paragraphs clauses
    war radio playstation xbox iphone ipad galaxy boeing airbus
    """.split()
_LABEL_WORDS = frozenset(_LABELS)
_DOTTED = frozenset("no nos p pp fig vol art sec ch apt st".split())
_PAGE_OF = re.compile(
    r"\b(?:page|photo|part|image|slide|step|question|chapter|episode)\s\d{1,4}\sof\s\Z", re.IGNORECASE
)
_FLIGHT_OF = re.compile(r"\bflight\s[A-Z]{1,3}\s\Z", re.IGNORECASE)
_INDEX = re.compile(
    r"(?:S\s?&?\s?P(?:/\w+)?|FTSE|CAC|DAX|Nikkei|ASX|TSX|Russell|Fortune|Forbes|Global|Stoxx|SMI|Nasdaq|Ibex|Topix|Kospi)\s?$",
    re.IGNORECASE,
)
_INDEX_ENDS = "p sp ftse cac dax nikkei asx tsx russell fortune forbes global stoxx smi nasdaq ibex topix kospi".split()
_CODED = frozenset("apzd")
_LABEL_AFTER = re.compile(r"\s(?:zip|area|post|postal|dialling|dialing|PIN)\s?code", re.IGNORECASE)
_LABELS_THAT_COUNT = frozenset(
    {"a", "i", "m", "b", "line", "point", "lot", "day", "week", "unit", "level", "under", "class", "size", "top", "war"}
)
_NAMES = frozenset(
    """
    radio playstation xbox iphone ipad galaxy boeing airbus flight article section chapter route highway channel
    """.split()
)
"""Labels that also open a sentence as nothing else: "Radio 2 listeners"."""
_LABEL_ENDS = frozenset((*_LABELS, "of", "per", *_INDEX_ENDS))
_PLURAL_VERBS = frozenset({"were", "have"})
_PLAIN_WORDS = frozenset(
    """
    the a an in on at by for from to of and or but with as if when while after before since until about around
    over under between he she it we they you i this that these those his her its our their my your some all only
    just even also more most police officials authorities is was are were will another additional nearly almost
    roughly there then now today yesterday an least monday tuesday wednesday thursday friday saturday sunday
    total including killed injured those those up not no so because approximately up every each plus both than
    per either neither serves
    """.split()
)
_NUMBERED_IN_WORDS = frozenset(
    """
    number no. channel phase chapter series season episode part act stage round level tier league division schedule
    day game volume
    """.split()
)
_MID_SENTENCE = re.compile(r"\b(?:[a-z]+|[A-Z]{2,4}|[\d-]+[a-z]{0,3}|The|In|At|On|Near|From)\s\Z")
_ARTICLED = re.compile(r"\b[Aa]n?\s[A-Z][\w-]{1,20}\s\Z")
_STREET = re.compile(
    r"\s(?:Rue|Ave|Avenue|Via|Calle|Place|Boulevard|Rua|Avenida)\s(?:[a-z]{2,3}\s){0,2}[A-Z]\w+|\s(?:(?:[A-Z]|\d{1,3}[snrt])[\w.]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Way|Boulevard|Blvd|Square|Place|Court)\b"
)
_MODEL_BEFORE = re.compile(
    r"\b(?:an?|own|another|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3})\s(?!the\b)[a-z]{3,12})\s\Z"
)
_MODEL_AFTER = re.compile(
    r"\s(?![A-Z][a-z]+s\b)[A-Z][a-z]+\b(?!(?:\s[A-Z][a-z]+){0,2}\s[a-z]+(?:s|men|people|police|personnel|children)\b)|\s[A-Z][\w-]{1,12}\s(?:jet|plane|car|truck|helicopter|phone|model|van)s\b"
)
"""A model's number before its name: "a 787 Dreamliner", "two new 737 Max jets"."""
_NUMBERED = re.compile(r"(?:,|\sand|\sto|\sor|-)\s?\d")
_LISTED_NAME = re.compile(
    r"\b(?:numbers?|articles?|sections?|chapters?|pages?|rooms?|routes?|flights?|gates?)\s\d{1,4}(?:,\s\d{1,4}){0,3}(?:,|\sand|\sor)\s\Z|"
    r"\s[a-z]+\s[A-Z][a-z]{2,15}\s\d{1,4}(?:,\s\d{1,4}){0,3}(?:,|\sand|\sor|,\sand)\s\Z"
)
"""A name whose number is one of several: "running Windows 95, 98 and …"."""
_TITLED = re.compile(r"(?:^|\s)(?:[A-Z]{2,4}|[A-Z][a-z]\w{0,18}(?:[’']s)?)\s\Z")
_LOWER_WORD = re.compile(r"\s[a-z]{3}")
_TITLE_UNIT = re.compile(r"\s(?:Second|Minute|Hour|Day|Week|Month|Year)s?\Z")
"""A unit in a title: "CBS's 60 Minutes"."""
_ODDS = re.compile(r"(\d{1,3})/(\d{1,2})")
"""A bookmaker's price: "second favourite at 7/4"."""
_RESOLUTIONS = frozenset("2K 4K 5K 8K 10K 240p 360p 480p 720p 1080p 1440p 2160p".split())
"""Lines of a picture, not thousands and pence."""
_ROOM = re.compile(r"\b(?:seat|room|row|gate|flat|apartment|block|bus|group|stand|section|type)\s\Z", re.IGNORECASE)
_YEAR_AND_NAME = re.compile(r"(?:1[5-9]|20)\d\d\s[A-Z][a-z]|2100\s[A-Z][a-z]")
AFTER_WORD = re.compile(r"\s([^\W\d_][\w’'-]*)")


def word_after(place: Place) -> str:
    """The word behind the number, "" where something else stands there."""
    following = AFTER_WORD.match(place.text, place.end)
    return following[1] if following else ""


def counted_after(place: Place) -> bool:
    """Whether a counted noun follows within the phrase: "300 North Korean troops", not "49 Harbour Road"."""
    phrase = noun_after(place.after(64))
    return bool(phrase) and is_plural(phrase.split()[-1])


def is_lettered(reading: Reading, number: str, place: Place) -> bool:
    """Whether a letter or a capital makes a name of what looks like a measure: "seat 14C", "a 4K screen", "8 Mile
    Road", "CBS's 60 Minutes"."""
    if number in _RESOLUTIONS:
        return not is_plural(noun_after(place.after(64)))
    if "/" in number and (odds := _ODDS.fullmatch(number)):
        return int(odds[1]) > int(odds[2]) or place.before(8).endswith("odds of ")
    if number.islower() or number.isdigit():
        return False
    if _TITLE_UNIT.search(number) and _MID_SENTENCE.search(place.before(16)):
        return True
    if (reading.words and number[0].isupper() and _is_title(place, "")) or _YEAR_AND_NAME.match(number):
        return True
    if number.endswith(" Cent") and reading.value != 0.01:
        return True
    last = number.rpartition(" ")[2]
    if last[:1].isupper() and _STREET.match(f" {last}{place.after(64)}"):
        return True
    return len(number) < 5 and reading.kind == "temperature" and bool(_ROOM.search(place.before(16)))


def is_named_in_words(number: str, place: Place) -> bool:
    """Whether a number in words is a name's: "Channel Four", "phase two", "the Six Nations", "League One leaders"."""
    ahead = place.ahead.lower()
    if ahead in _NUMBERED_IN_WORDS or (ahead == "of" and place.before(9).lower() == "group of "):
        word = word_after(place)
        if not (word.islower() and is_plural(word)):
            return True
    if number[0].isupper() and _is_title(place, word_after(place)):
        return True
    return place.text.startswith((" o'clock", " o’clock"), place.end)


def _is_title(place: Place, word: str) -> bool:
    """Whether a capital in mid-sentence makes a number word a name's; `word` is the one behind it."""
    if word[:1].isupper():
        return bool(_MID_SENTENCE.search(place.before(16)))
    titled = bool(_TITLED.search(place.before(24)))
    return titled and bool(_LOWER_WORD.search(place.before(64)) or _LOWER_WORD.search(place.after(64)))


def is_name(number: str, place: Place) -> bool:
    """Whether a label or a name takes a number in digits: "Article 4", "Boeing 787", "Top 10", "Windows 95, 98"."""
    first, plain = place.behind[0][:1] if place.behind else "", place.ahead.islower()
    label_like = not (plain and place.ahead.isalpha()) or place.ahead in _LABEL_ENDS
    joined = plain and place.ahead in _JOINING
    if not label_like and not joined and not first.isupper() and not first.isdigit():
        return first in _CODED and bool(_LABEL_AFTER.match(place.after(24)))
    if place.ahead[-5:] == "nder-" or _INDEX.search(place.before(12)) or _LABEL_AFTER.match(place.after(24)):
        return True
    word = word_after(place)
    label = _label(place) if label_like else ""
    if label and (labelled := _is_labelled(label, place, word)) is not None:
        return labelled
    if _STREET.match(place.after(64)) or _is_model(place, word):
        return True
    if plain or len(number) > 4 or ("." in number and len(number) > 3):
        return False
    return _ends_a_name(place, word)


_JOINING = frozenset({"and", "or"})


def _is_labelled(label: str, place: Place, word: str) -> bool | None:
    """Whether the label just before takes the number; None where the label does not tell."""
    name, capital = label.strip(" .").lower(), label[:1].isupper()
    opens = capital and _opens(place.before(24), label)
    if word.islower() and is_plural(word) and not (capital and (not opens or name in _NAMES)):
        return None
    if name == "numbers" and not _NUMBERED.match(place.after(16)):
        return False
    if name in {"a", "i"} and opens:
        return None
    return True if name not in _LABELS_THAT_COUNT or capital or name == "top" else None


def _is_model(place: Place, word: str) -> bool:
    """Whether the number names a model, alone or in a list: "a 787 Dreamliner", "Windows 95, 98"."""
    before, after = place.before(40), place.after(64)
    if after[1:2].isupper() and _MODEL_BEFORE.search(before) and _MODEL_AFTER.match(after):
        return True
    listed = before.endswith((", ", "and ", "or ")) and _LISTED_NAME.search(before)
    return bool(listed) and not (word.islower() and is_plural(word))


def _ends_a_name(place: Place, word: str) -> bool:
    """Whether the name before the number goes on with it: "Boeing 787", not "On Monday 40 people"."""
    before = place.before(24)
    named = _NAME_BEFORE.search(before)
    name = named[1].strip() if named else ""
    if not name or name.strip(" .").lower() in _PLAIN_WORDS:
        return False
    if name.endswith(("'s", "’s")) and word.islower() and word.endswith("s"):
        return False
    if counted_after(place) or (word in _PLURAL_VERBS and not _ARTICLED.search(place.before(28))):
        return False
    return before[-2:-1] not in (".", "?", "!") or len(name) > 4


def _opens(before: str, label: str) -> bool:
    """Whether the label is the first word of its sentence, so that its capital says nothing."""
    ahead = before[: len(before) - len(label)].rstrip()
    return not ahead or ahead[-1] in '.!?:"“'


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
    if word == "of" or len(word) < 4:
        found = _PAGE_OF.search(place.before(32)) or _FLIGHT_OF.search(place.before(16))
        if found:
            return found[0]
    known = _DOTTED if mark == "." else _LABEL_WORDS
    if f"{word}-" in _LABEL_WORDS if mark == "-" else word in known or (word == "per" and end < start):
        return text[begin:start]
    return ""


_LONGEST_LABEL = max(map(len, _LABELS)) + 1
