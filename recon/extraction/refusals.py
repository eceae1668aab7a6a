"""Numbers that are no quantity: years, names, scores, list bullets, and "one" as a pronoun."""

from __future__ import annotations

import re

from recon.extraction.nouns import after as noun_after
from recon.extraction.nouns import is_plural
from recon.extraction.places import Place
from recon.extraction.surfaces import Reading
from recon.model import Kind

_YEAR = re.compile(r"(?:(?:1[5-9]|20)\d\d|2100)\Z")
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|year|during|early|late|mid|before|after|circa|around|through|to|and|the|their|its|his|her|between|for|autumn|summer|spring"
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
    point ch art sec m a b i code seat photo image slide question reference ref extension ext docket serial invoice
    articles sections chapters routes paragraphs clauses
    war radio playstation xbox iphone ipad galaxy boeing airbus
    """.split()
_LABEL_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join(_LABELS)})[ \u00a0]?"
    r"|\b(?:no|nos|p|pp|fig|vol|art|sec|ch|apt|st)\.[ \u00a0]?|[#№@§][ \u00a0]?"
    r"|\bflight\s[A-Z]{1,3}\s"
    r"|\b(?:page|photo|part|image|slide|step|question|chapter|episode)\s\d{1,4}\sof\s|\bper\s)\Z",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"(?:S\s?&?\s?P(?:/\w+)?|FTSE|CAC|DAX|Nikkei|ASX|TSX|Russell|Fortune|Forbes|Global|Stoxx|SMI|Nasdaq|Ibex|Topix|Kospi)\s?$",
    re.IGNORECASE,
)
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
_PRONOUN_ONE = frozenset(
    """
    of another day thing time by in on at to from for with and or but who that which is was were are has had
    would will can could may might must should the a than as if it i he she we they more else side-by way point
    such hand side whose off only
    """.split()
)
_NO_ONE = re.compile(
    r"\b(?:no|this|that|the|each|every|any|which|some|another|the\sonly|first|last|new|old|big|good|as|day|square|number|at|for|by|in|from|is|was|or|not|to|it|a|than|like|on)\s\Z",
    re.IGNORECASE,
)
_NUMBER_NAMED = re.compile(
    r"\b(?:number|no\.|channel|group\sof)\s\Z"
    r"|\b(?:phase|chapter|series|season|episode|part|act|stage|round|level|tier|league|division|schedule|day|game|volume)\s\Z",
    re.IGNORECASE,
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


def kind_of(reading: Reading, place: Place, *, hedged: bool) -> Kind | None:
    """The kind of a number that is no quantity, or None where it is one."""
    number, before, after = place.surface, place.before(64), place.after(64)
    if not reading.bare:
        return "identifier" if _is_lettered(reading, number, before, after) else None
    following = _AFTER_WORD.match(after)
    word = following[1] if following else ""
    if _stands_alone(number, before, after):
        return "bullet"
    if reading.words:
        return "identifier" if _is_named_in_words(number, before, word, after) else None
    if (before.endswith("per ") and number in _PER) or (number[:1] == "0" and number[1:2].isdigit()):
        return "identifier"
    if _YEAR.match(number) and (_is_compared_year(before, word, after) if hedged else _is_year(number, before, word)):
        return "date"
    if hedged or "," in number:
        return None
    return "identifier" if _is_handle(before, after) or _is_name(number, before, word, after) else None


def _is_named_in_words(number: str, before: str, word: str, after: str) -> bool:
    if _NUMBER_NAMED.search(before[-16:]) and not (word.islower() and is_plural(word)):
        return True
    if number[0].isupper() and _is_title(before, word, after):
        return True
    if word in {"o'clock", "o’clock"}:
        return True
    return number.lower() == "one" and _is_pronoun(before, word, after)


def _is_handle(before: str, after: str) -> bool:
    return after[:1] in {"@", "#", "_"} or before[-1:] in {"@", "#", "_", "&"}


def _is_compared_year(before: str, word: str, after: str) -> bool:
    """Whether the hedge compares with a year: "lower than 2003's"."""
    if word.lower() in _ROUND_COUNT_NOT or (_UNTIL.search(before[-24:]) and not is_plural(word)):
        return True
    return (after[:2] in {"'s", "’s"} or bool(_COMPARED.search(before[-12:]))) and not _counted_after(after)


_TITLED = re.compile(r"(?:^|\s)(?:[A-Z]{2,4}|[A-Z][a-z]\w{0,18}(?:[’']s)?)\s\Z")
_LOWER_WORD = re.compile(r"\s[a-z]{3}")


def _is_title(before: str, word: str, after: str) -> bool:
    """Whether a capital in mid-sentence makes a number word a name's: "the Six Nations", "League One leaders"."""
    if word[:1].isupper():
        return bool(_MID_SENTENCE.search(before[-16:]))
    return bool(_TITLED.search(before[-24:])) and bool(_LOWER_WORD.search(before) or _LOWER_WORD.search(after))


_TITLE_UNIT = re.compile(r"\s(?:Second|Minute|Hour|Day|Week|Month|Year)s?\Z")
"""A unit in a title: "CBS's 60 Minutes"."""
_ODDS = re.compile(r"(\d{1,3})/(\d{1,2})")
"""A bookmaker's price: "second favourite at 7/4"."""
_UNTIL = re.compile(
    r"\b(?:until|till|by|since|before|after|from|in|to)\s(?:at\sleast|about|around|roughly|almost|nearly)\s\Z"
)
_COMPARED = re.compile(r"\b(?:(?!old|young)\w{2,9}er\sthan|about|around|circa)\s\Z")
"""A comparison, with a year: "lower than 2003's"."""
_PER = frozenset({"1,000", "10,000", "100,000"})
_RESOLUTIONS = frozenset("240p 360p 480p 720p 1080p 1440p 2160p".split())
"""Lines of a picture, not pence."""
_ROOM = re.compile(r"\b(?:seat|room|row|gate|flat|apartment|block|bus|group|stand|section|type)\s\Z", re.IGNORECASE)


def _is_lettered(reading: Reading, number: str, before: str, after: str) -> bool:
    """Whether a letter that looks like a unit is a name's: "seat 14C", "a 4K screen", "8 Mile Road"."""
    odds = _ODDS.fullmatch(number)
    if odds and (int(odds[1]) > int(odds[2]) or before.endswith("odds of ")):
        return True
    if _TITLE_UNIT.search(number) and _MID_SENTENCE.search(before[-16:]):
        return True
    if reading.words and number[0].isupper() and _is_title(before, "", after):
        return True
    if _YEAR.match(number[:4]) and number[4:5] == " " and number[5:6].isupper() and number[6:7].islower():
        return True
    if number.endswith(" Cent") and reading.value != 0.01:
        return True
    if number in {"2K", "4K", "5K", "8K", "10K"} or number in _RESOLUTIONS:
        return not is_plural(noun_after(after))
    if _STREET.match(f" {number.rpartition(' ')[2]}{after}"):
        return True
    return len(number) < 5 and reading.kind == "temperature" and bool(_ROOM.search(before[-16:]))


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
    r"(?:^|[\s(“\"])(?:sub|now|then|mid|near|nearly|about|almost|some|ex|pre|post|non|roughly|under|over|magnitude)-$",
    re.IGNORECASE,
)


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether letters or a hyphenated name run into the number: "F-16", "COVID-19", "5G", "1080p"."""
    left, right = text[max(0, start - 2) : start], text[end : end + 1]
    if left[-1:] and left[-1] in "-–" and left[0].isalnum():
        return not _PREFIX.search(text[max(0, start - 12) : start])
    if left[-1:].isalpha():
        return True
    if right.isalpha() and text[end - 1].isdigit():
        return not (text[start] in "£€$" and _PAID.match(text, end))
    return right == "-" and bool(
        _SCORED.match(text, end)
        or (text[end - 1].isdigit() and left[-1:] == " " and left[:1].islower() and _NAMED_ON.match(text, end))
    )


_PAID = re.compile(r"(?:pcm|pw|pa|pp|pppn|ph)\b")
"""How an advertisement writes what a price is per: "£1,500pcm"."""
_NAMED_ON = re.compile(r"-[A-Z][a-z]")
_SCORED = re.compile(r"-(?:for-(?:\d|one\b|two\b)|in-(?:one|a)\b|to-(?:one|\d{1,2})\b|nil\b|all\b|love\b)")


def _stands_alone(number: str, before: str, after: str) -> bool:
    """Whether the number is all there is on its line, or numbers a list item: page furniture."""
    line_start = not before.rpartition("\n")[2].strip(" \t•*·–—-+") and ("\n" in before or not before.strip())
    if not line_start or len(number) > 3 or before[-12:].rpartition("\n")[2].strip("•*· \t") not in ("", "-", "+", "–"):
        return False
    rest = after.partition("\n")[0]
    if _ENTRANT.match(rest):
        return True
    return not rest.strip(" \t\r.)") or bool(_ITEM.match(after))


def _is_pronoun(before: str, word: str, after: str) -> bool:
    return (
        not word
        or word.lower() in _PRONOUN_ONE
        or not after.startswith((" ", "\n", "\u00a0"))
        or bool(_NO_ONE.search(before[-12:]))
    )


def _is_year(number: str, before: str, word: str) -> bool:
    if number == "2100" and not _YEAR_LEAD.search(before[-14:]):
        return False
    counts = word.islower() and is_plural(word) and word not in _ROUND_COUNT_NOT
    if counts and (number.endswith("00") or not _YEAR_LEAD.search(before[-14:])):
        return False
    return not (number.endswith("00") and number != "2000" and word.lower() in ("of", "in"))


def _opens(before: str, label: str) -> bool:
    """Whether the label is the first word of its sentence, so that its capital says nothing."""
    ahead = before[: len(before) - len(label)].rstrip()
    return not ahead or ahead[-1] in '.!?:"“'


def _counted_after(after: str) -> bool:
    """Whether a counted noun follows within the phrase: "300 North Korean troops", not "49 Harbour Road"."""
    phrase = noun_after(after)
    return bool(phrase) and is_plural(phrase.split()[-1])


def _is_model(before: str, word: str, after: str) -> bool:
    """Whether the number names a model, alone or in a list: "a 787 Dreamliner", "Windows 95, 98"."""
    if after[1:2].isupper() and _MODEL_BEFORE.search(before[-40:]) and _MODEL_AFTER.match(after):
        return True
    listed = before.endswith((", ", "and ", "or ")) and _LISTED_NAME.search(before[-40:])
    return bool(listed) and not (word.islower() and is_plural(word))


def _is_labelled(label: str, before: str, word: str, after: str) -> bool | None:
    """Whether the label just before takes the number; None where the label does not tell."""
    name, capital = label.strip(" .").lower(), label[:1].isupper()
    opens = capital and _opens(before, label)
    if word.islower() and is_plural(word) and not (capital and (not opens or name in _NAMES)):
        return None
    if name == "numbers" and not _NUMBERED.match(after):
        return False
    if name in {"a", "i"} and opens:
        return None
    return True if name not in _LABELS_THAT_COUNT or capital or name == "top" else None


def _is_name(number: str, before: str, word: str, after: str) -> bool:
    """Whether a label or a name takes the number: "Article 4", "Boeing 787", "Top 10"."""
    if before.endswith("nder-") or _INDEX.search(before[-12:]) or _LABEL_AFTER.match(after[:24]):
        return True
    label = _LABEL_BEFORE.search(before[-20:])
    if label and (labelled := _is_labelled(label[0], before, word, after)) is not None:
        return labelled
    if _STREET.match(after) or _is_model(before, word, after):
        return True
    if len(number) > 4 or ("." in number and len(number) > 3):
        return False
    name_before = _NAME_BEFORE.search(before[-24:])
    if not name_before or not name_before[1].strip() or name_before[1].strip(" .").lower() in _PLAIN_WORDS:
        return False
    if name_before[1].strip().endswith(("'s", "’s")) and word.islower() and word.endswith("s"):
        return False
    if _counted_after(after) or (word in _PLURAL_VERBS and not _ARTICLED.search(before[-28:])):
        return False
    return before[-2:-1] not in (".", "?", "!") or len(name_before[1].strip()) > 4
