"""Which claims surely give a total of their series, and which two surely count one thing.

A series holds what most likely is one quantity; that is good enough to show side by side, and not to say that somebody
is wrong. So a claim that its own words leave in doubt is passed over here, and so is a pair of which one is of another
place, group, certainty or happening. What is silent for that stays in the series.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name

from recon.crosschecks.happenings import happenings
from recon.model import Claim
from recon.series.counted import canonical
from recon.series.retold import taken_back
from recon.series.seen import WORD, Seen
from recon.series.slots import Slots
from recon.series.vocabulary import CARRIERS, PEOPLE, ROLES, WEAK_ROLES

NUMERAL = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)"
SOME_OF_THEM = re.compile(
    r"\b(?:all|both|each|every|any|the|those|these|other|others|another|a further|an additional|first|last|next|top|"
    rf"his|her|their|its|but|most|many|(?:all|some|none|half|{NUMERAL}) of|of (?:the|those|these|them|its|their)|"
    r"(?:father|mother|parents?|family|group|party|team|crew|unit|couple|gang|convoy|room|ward) of) $",
    re.IGNORECASE,
)
"""What before a number makes it a part, a group known already, or one that is not counted: "the other 14", "all six",
"a father of two", "10 of the 14"."""
MORE_OF_THEM = re.compile(
    r"^ (?:more|others?|further|additional|new|extra|"
    r"(?:[\w’'-]+ )?(?:of (?:the|those|these|them|whom|which|its|their)))\b"
)
"""What behind a number makes it a part or an addition."""
WHOLE_FIRST = re.compile(r"\b(?:[Oo]f|[Aa]mong) [^.;]{0,80},\s(?:[\w’'-]+ ){0,3}$|\bincluding (?:[\w’'-]+ ){0,3}$")
"""A whole or a count before the part: "Of the 289 dead, 163 were women", "including two"."""
FOR_NOW = re.compile(
    r"\b(?:still (?!at\b|stands?\b|stood\b|counts?\b)|outstanding|awaiting|pending|under (?:investigation|treatment|"
    r"observation)|being treated|in (?:the |a )?hospitals?|hospitali[sz]ed|in custody|in intensive care|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day alone|a day\b|per day\b|daily|each day|"
    r"remain(?:s|ed|ing)? (?!at\b))",
    re.IGNORECASE,
)
"""What is so for the moment, or by the day, and no running total."""
BY_THE_HOUR = re.compile(r"(?:^|[\s(—–-])\d{1,2}(?:[:.]\d\d)? ?[ap]\.? ?m\.?[^\w.]{0,3}$", re.IGNORECASE)
HOUR = re.compile(r"^\W{0,3}\d{1,2}(?:[:.]\d\d)? ?[ap]\.? ?m\b", re.IGNORECASE)
"""An entry of a timeline or a live page, whose hour is its date."""
LATER = re.compile(r"\blater (?:announced?|sa(?:id|ys?)|reported|puts?|gave|gives?|confirmed)\b")
SAID_BEFORE = re.compile(
    r"\b(?:at one (?:point|time|stage)|first g(?:ave|iven)|had (?:earlier |first |initially |previously |once |then )?"
    r"(?:said|given|put|spoken|reported|counted|told|estimated|been given))\b"
)
"""What tells a number as one of before."""
BELIEVED = re.compile(
    r"\b(?:feared|presumed|believed|thought|suspected|probable|possibly|perhaps|may have|could have)\b"
)
TAKEN_AWAY = re.compile(r"\b(?:minus|without counting|excluding|not counting|apart from|except)\b")
REGION = re.compile(
    r"\b(?:in|across|throughout|from|of|for|over) (?:(?:his|her|its|their|that|this|one|the|two|three|four|five|both|"
    r"most|all|several) ){1,2}(?:[\w’'-]+ ){0,2}?"
    r"(country|nation|world|globe|provinces?|districts?|county|counties|regions?|states?|city|cities|towns?|villages?|"
    r"islands?|camps?|suburbs?|wards?|hospitals?|neighbou?rhoods?|cent(?:re|er)s?|clinics?|valleys?|schools?|streets?|parish|sectors?|capital|coast|"
    r"north|south|east|west)\b"
)
HERE = re.compile(
    r"\b(?:[Tt]here(?! (?:is|are|was|were|has|have|had|may|could|will|would|been))|here|locally|nationwide|"
    r"worldwide|nationally)\b"
)
"""Words that place a count without a name."""
SINCE_THEN = re.compile(r"\b[Ss]ince (?!then\b|it\b)(?:the |its |their |last |early |late )?([\w’'-]+)")
PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|on|off|across|outside|around) (?:the )?((?:[A-Z][\w’'-]{1,30} ?){1,4})")
"""A place by its name in the sentence, which may be one that no list of places has."""
CLOCK = re.compile(
    r"^(?: o.clock)?(?: (?:this|on|in the|yesterday|last|tomorrow)){1,2}(?: \w+day)? "
    r"(?:morning|afternoon|evening|night)\b"
)
"""What makes a number an hour: "at six this morning"."""
WHOLE = frozenset({"country", "nation", "nationwide", "nationally"})
SHOT = re.compile(r"\b(?:shot|shots|gunfire|gunshot)\b")
SOME = frozenset("men women man woman civilian civilians resident residents citizen citizens".split())
"""Nouns that count a part of the people, where others count them all."""
SINCE_DONE = re.compile(r"\b(?:identified|named|buried|cremated|charged|convicted|released|freed|discharged)\b")
"""What is told of some of those counted, and sets them apart."""
IRREGULARS = frozenset("fighters militants rebels insurgents guerrillas gunmen".split())
"""Armed men of the other side: no part of an army's dead."""
FEW = 20
"""A number below this stands alone for too many things."""
STEM = 5
"""Letters by which a place and its adjective are known for one: "on Russian soil"."""
DATES = frozenset(name.lower() for name in (*day_name, *month_name))
NEAR = 60
"""Characters on either side of a number in which a word is said of it."""


def surely_counts(claim: Claim, slots: Slots, before: str) -> bool:
    """Whether a claim is a total that its words put forward as holding, of all there is of what it counts; `before` is
    the text right before its sentence."""
    near = slots.near
    if not near.text:
        return True
    ahead, behind = near.before[-NEAR:], near.after[:NEAR]
    return (
        slots.measure == "total"
        and slots.year is None
        and not slots.part
        and claim.bound != "indefinite"
        and bool(slots.role or slots.head or claim.noun)
        and not _role_untold(claim, slots)
        and not CLOCK.match(near.after)
        and not SINCE_DONE.search(near.after)
        and (claim.kind != "count" or claim.value is None or claim.value.is_integer())
        and not (claim.noun == "" and near.before.endswith(", ") and near.after.startswith(","))
        and not taken_back(near)
        and not any(pattern.search(near.before) for pattern in (SOME_OF_THEM, WHOLE_FIRST, LATER, SAID_BEFORE))
        and not MORE_OF_THEM.match(near.after)
        and not FOR_NOW.search(f"{ahead} {behind}")
        and not HOUR.match(near.text)
        and not BY_THE_HOUR.search(before)
    )


def surely_alike(a: Claim, one: Slots, b: Claim, other: Slots) -> bool:
    """Whether two claims of a series surely are of one thing: what is counted, of whom, how certain, where, and in
    which happening."""
    return (
        one.core == other.core
        and one.group == other.group
        and one.scope == other.scope
        and _same_kind(a, one, b, other)
        and _certainty(one) == _certainty(other)
        and _one_region(one.near, other.near)
        and _span(one.near) == _span(other.near)
        and _one_place(one.near, other.near)
        and _one_happening(one.near, other.near)
        and (one.role != "injured" or bool(SHOT.search(_around(one.near))) == bool(SHOT.search(_around(other.near))))
    )


def _role_untold(claim: Claim, slots: Slots) -> bool:
    """Whether "victims", "patients" or a small number alone is counted, and no word near says what became of them."""
    words = [word.lower().strip(".'’") for word in WORD.findall(claim.noun)]
    weak = words[-1] in WEAK_ROLES if words else (claim.value or 0.0) < FEW
    if not weak or not slots.role:
        return False
    told = (match[0].lower().strip(".'’") for match in WORD.finditer(f"{claim.noun} {_around(slots.near)}"))
    return not any(ROLES.get(word) == slots.role for word in told)


def _same_kind(a: Claim, one: Slots, b: Claim, other: Slots) -> bool:
    """Whether the printed nouns are of one kind; a number without one may count those that its sentence names."""
    mine, theirs = _kind_of(a, one), _kind_of(b, other)
    if mine == theirs:
        return True
    return (not a.noun and bool(theirs) and _names(one, theirs)) or (not b.noun and bool(mine) and _names(other, mine))


def _names(slots: Slots, kind: str) -> bool:
    words = (match[0].lower() for match in WORD.finditer(slots.near.text))
    return any(canonical(word) == canonical(kind) for word in words)


def _kind_of(claim: Claim, slots: Slots) -> str:
    """Who is counted by the printed noun; "" for people and for those named by their role."""
    words = [word.lower().strip(".'’") for word in WORD.findall(claim.noun)]
    if not words or (words[-1] in PEOPLE | CARRIERS and (slots.head or words[-1] not in SOME)) or words[-1] in ROLES:
        return slots.head
    return "irregular" if words[-1] in IRREGULARS else canonical(words[-1])


def _certainty(slots: Slots) -> bool:
    return BELIEVED.search(f"{slots.near.before[-25:]}|{slots.near.after[:40]}") is not None


def _one_region(one: Seen, other: Seen) -> bool:
    """Whether two counts are of one stretch of land; one of the whole country is one that names no place at all."""
    mine, theirs = _region(one), _region(other)
    whole = (mine in WHOLE and not theirs and not _named(other)) or (theirs in WHOLE and not mine and not _named(one))
    return mine == theirs or whole


def _region(near: Seen) -> str:
    found = REGION.search(near.before) or REGION.search(near.after)
    if found:
        return found[1]
    here = HERE.search(near.before) or HERE.search(near.after)
    return here[0].lower() if here else ""


def _one_place(one: Seen, other: Seen) -> bool:
    """Whether the places that both sentences name have one in common; days and months are none."""
    mine, theirs = _named(one), _named(other)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _named(near: Seen) -> frozenset[str]:
    found = (match[1].split() for match in PLACED.finditer(f"{near.before}# {near.after}"))
    words = (word.lower().removesuffix("’s").removesuffix("'s") for name in found for word in name)
    return frozenset(word[:STEM] for word in words if word not in DATES)


def _span(near: Seen) -> str:
    """Since when is counted, where the words tell."""
    found = SINCE_THEN.search(near.text)
    return found[1].lower() if found else ""


def _around(near: Seen) -> str:
    return f"{near.before[-NEAR:]} {near.after[:NEAR]}"


def _one_happening(one: Seen, other: Seen) -> bool:
    """Whether what happened may be the same as far as both sentences name it."""
    mine, theirs = happenings(one.text), happenings(other.text)
    return not mine or not theirs or not mine.isdisjoint(theirs)
