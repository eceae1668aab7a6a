"""What a number counts or measures: the noun phrase beside it, as printed."""

from __future__ import annotations

import re
from functools import lru_cache

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those which who whom whose what where when while as if because although though
    since until unless than and or but nor so yet of in on at by for from to into onto with without within about
    against between among amid over under above below through throughout during before after behind beyond near
    across along around toward towards upon per via versus vs is are was were be been being am has have had
    having do does did doing will would shall should can could may might must not no never also only just
    already still even now then here there today yesterday tomorrow tonight soon later earlier ago once again
    away apart i he she it we they you him her them us me my his its our their your each every both either
    neither all any some none one two three four five six seven eight nine ten said says say told reported
    according including excluding compared up down out off back forward ahead nearly almost least most more less
    rather instead fewer further very too such how why
    whether like except despite monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december next last
    plus minus amounts amounting yes mr mrs ms dr whereas ll ve re
    """.split()
)
"""Words that end a noun phrase."""

VERBS = frozenset(
    """
    began begin begins came come comes became become becomes got get gets gave give gives given went go goes
    gone made make makes took take takes taken found find finds left leave leaves lost lose loses died die dies
    killed injured wounded hurt sent arrived arrive arrives fled flee remain remains remained stood stand stands
    lived live lives worked work works voted vote saw see sees seen took held hold holds won win wins ran run
    runs fell fall falls rose rise rises grew grow grows hit hits reached reach met meet set put cut cuts paid
    pay pays spent spend spends bought buy buys sold sell sells used use uses need needs needed want wants
    wanted think thinks thought believe believes know knows expect expects expected seem seems appear appears
    appeared gather gathers gathered join joins joined moved move moves entered enter took showed shows show
    shown called call calls added add adds lie lies lay face faces faced follow follows followed being having
    trained displaced missing dead trapped detained arrested evacuated hospitalized hospitalised stranded
    infected homeless attended attend watched watch took deployed left affected destroyed damaged confirmed
    reported recorded broke sank flew drew threw blew shook struck swept tore wore drove rode spoke froze stole
    chose burst spread raised raise raises helped help helps kept keep keeps
    """.split()
)
"""Verbs and participles that follow what was counted ("12 people killed", "300 troops arrived")."""

IRREGULAR_PLURALS = frozenset(
    """
    people men women children personnel staff police troops cattle sheep fish aircraft species series crew
    militia cavalry infantry mice teeth feet geese policemen policewomen servicemen servicewomen firemen lawmen
    fishermen gunmen spokesmen businessmen congressmen clergymen countrymen salespeople media data phenomena
    criteria militiamen clergy youth folk kids
    """.split()
)
PLURAL_MODIFIERS = frozenset(
    """
    sales sports arms goods news savings operations communications services systems veterans women's men's
    human-rights rights special armed united civil customs headquarters species affairs relations results
    earnings emissions foods games arts savings
    """.split()
)
"""Words that end in s and mostly stand before another noun."""

_SINGULAR_S = ("ss", "us", "is", "’s", "'s")
_WORD = r"((?:[A-Z]\.){2,4}|[^\W\d_](?:[\w’'&.-]*[\w’'])?)"
_GAP = r"(?:[ \t\u00a0]+|[ \t]*\r?\n(?=[ \t]*[a-z])[ \t]*)"
_NEXT = re.compile(_GAP + _WORD)
_FIRST = re.compile(f"{_GAP}?{_WORD}")
_PARENTHESIS = re.compile(r"\s?\([^()]{1,60}\)")
_LEAD = re.compile(r"(?:[-\s](?:tall|long|wide|high|deep|thick|strong|odd|plus|square|old)\b)?")
WINDOW = 120
"""Characters behind a number in which its noun phrase stands."""
_HEDGED = re.compile(r"(?:-(?:plus|odd|ish|strong)\b|\+(?!\d))?(?:\s+or\s+(?:so|more|less|fewer)\b)?")
_MORE = re.compile(r"\s+(?:more|fewer|additional|extra|further)(?=\s+[A-Za-z])")
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d[\d,]{0,8})"
_OF = re.compile(
    rf"\s+(?:of\s+(?:all\s+)?)?(?:the|its|their|his|her|these|those)\s+(?:{_NUMBER}\s+)?(?=\w)|\s+of\s+(?:all\s+)?(?:{_NUMBER}\s+)?(?=\w)"
)
LIMIT = 5
"""Words of the longest noun phrase read."""


def after(text: str, *, unit: bool = False, tight: bool = False) -> str:
    """The noun phrase that begins `text`, the words behind a number; "" where there is none.

    With `unit` (a measure, "40 miles of canals", "a 30-foot wall"), it stands behind "of", or directly behind an
    attributive unit.

    >>> after(" North Korean troops, including"), after(" of the voters said", unit=True)
    ('North Korean troops', 'voters')
    """
    if text[:1] in _NOTHING:
        return ""
    first = _NEXT.match(text)
    if first and not tight and not (unit and text[:2] == " ("):
        word = first[1]
        if word not in _LEADS:
            return "" if _flags(word) & _ENDS else _phrase(text, 0)
        if word in _OWNERS:
            of = _OF.match(text, 0, 48)
            return _phrase(text, of.end()) if of else ""
        if word == "in":
            into = _INTO.match(text, 0, 20) if unit else None
            return _phrase(text, into.end()) if into else ""
    place = _LEAD.match(text).end() if tight else 0  # type: ignore[union-attr]
    if unit or tight:
        bracket = _PARENTHESIS.match(text, place)
        place = bracket.end() if bracket else place + text.startswith(")", place)
    place = _HEDGED.match(text, place).end() if not tight else place  # type: ignore[union-attr]
    more = _MORE.match(text, place)
    place = more.end() if more else place
    of = _OF.match(text, place, place + 48)
    if of:
        return _phrase(text, of.end())
    if unit and not tight:
        into = _INTO.match(text, place, place + 20)
        if into:
            return _phrase(text, into.end())
    return _phrase(text, place, attributive=tight)


_NOTHING = frozenset({"", ".", ",", ";", ":", "?", "!", "”", '"'})
_LEADS = frozenset("or more fewer additional extra further of the its their his her these those in worth".split())
"""First words behind a number that are no noun and may lead to one."""
_OWNERS = frozenset("of the its their his her these those".split())
_INTO = re.compile(r"\s+(?:in|worth\s+of)\s+(?=[a-z])")


def _phrase(text: str, place: int, *, attributive: bool = False) -> str:
    first = place
    ends: list[int] = []
    flags: list[int] = []
    while len(ends) < LIMIT:
        word = (_NEXT if ends else _FIRST).match(text, place)
        if not word:
            break
        is_ = _flags(word[1])
        if is_ & _ENDS or (ends and is_ & (_VERB | _PAST)):
            break
        if not ends:
            if is_ & _OWNS or word[1] in _FINITE:
                break
            first = word.start(1)
        place = word.end()
        ends.append(place)
        flags.append(is_)
        if is_ & _PLURAL and not _modifies(word[1], text, place):
            if len(ends) > 1 and _DETERMINED.match(text, place):
                ends.pop()
                flags.pop()
                break
            return text[first : _coordinated(text, place)]
    while ends and (
        flags[-1] & (_ADVERB | _OWNS) or (flags[-1] & _PRINTED_VERB and (len(ends) > 1 or not attributive))
    ):
        ends.pop()
        flags.pop()
    return text[first : ends[-1]] if ends else ""


_FINITE = frozenset("flee flees fled die dies died".split())
"""Verbs that are never the first word of a noun phrase: "100,000 flee fighting"."""
_DETERMINED = re.compile(r"\s(?:the|a|an|his|her|its|their|this|that|these|those)\s")
_PARTICIPLE = re.compile(r"[a-z]{3,}ed")
_ENDS, _VERB, _PRINTED_VERB, _PAST, _PLURAL, _ADVERB, _OWNS = (1 << bit for bit in range(7))


_DIMENSIONS = frozenset("long wide tall high deep thick".split())


@lru_cache(maxsize=1024)
def _flags(word: str) -> int:
    """What a word is to a noun phrase: what ends one, a verb, a participle, a plural, an adverb, an owner."""
    lower = word.lower()
    pronoun = lower in FUNCTION_WORDS and not (word.isupper() and len(word) > 1 and lower in ("us", "it"))
    return (
        _ENDS * pronoun
        | _VERB * (lower in VERBS)
        | _PRINTED_VERB * (word in VERBS)
        | _PAST * bool(_PARTICIPLE.fullmatch(word))
        | _PLURAL * is_plural(word)
        | _ADVERB * (word.endswith("ly") or word in _DIMENSIONS)
        | _OWNS * word.endswith(("’s", "'s"))
    )


def is_plural(word: str) -> bool:
    """Whether a noun, or the last word of a phrase, reads as a plural."""
    lower = word.rpartition(" ")[2].lower()
    if lower in IRREGULAR_PLURALS:
        return True
    return (
        lower not in VERBS
        and len(lower) > 3
        and lower.endswith("s")
        and not lower.endswith(_SINGULAR_S)
        and lower.isascii()
    )


def _modifies(word: str, text: str, end: int) -> bool:
    """Whether a plural-looking word goes with a further noun: "special forces", "arms dealers"."""
    following = _FOLLOWING.match(text, end, end + 24)
    if not following or following[1] in FUNCTION_WORDS or following[1] in VERBS:
        return False
    return is_plural(following[1]) and (word.lower() in PLURAL_MODIFIERS or not word[0].isupper())


_FOLLOWING = re.compile(r"[ ]([a-z][\w-]+)")
_AND_MORE = re.compile(r" and ([a-z][\w-]+)(?=[\s,.;:)]|$)(?! of\b)")


def _coordinated(text: str, end: int) -> int:
    """ "soldiers and officers": two plurals that share the number."""
    more = _AND_MORE.match(text, end, end + 32) if text.startswith(" and ", end) else None
    return more.end() if more and is_plural(more[1]) and more[1] not in VERBS else end
