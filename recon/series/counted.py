"""What a number counts: the role of people, the state of things, the topic of a sum or a share.

The noun behind the number comes first; where it says too little, the clause does, by its nearest telling word: in "the
blast killed 29 miners" it is the verb, in "revenue rose to $3 billion" the noun before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from recon.geography import COUNTRY
from recon.series.portions import BEHIND, NUMBER
from recon.series.seen import UNSEEN, WORD, Near, Seen, anywhere, nearest
from recon.series.vocabulary import (
    ANIMALS,
    CARRIERS,
    CORPS,
    LINKING,
    PEOPLE,
    PHRASES,
    ROLE_ORDER,
    ROLES,
    SAME,
    STATES,
    SUBGROUPS,
    THINGS,
    TOLD_APART,
    TOPIC_OF,
    TOPICS,
    USES,
    WEAK_ROLES,
)

HEDGES = (
    r"(?:(?:at least|at most|more than|fewer than|less than|as many as|up to|close to|about|around|some|nearly|almost|"
    r"over|roughly|an estimated|another|other|all|the|a further|further|an additional|additional|only|just|least|"
    r"than|estimated) ){0,3}"
)
DIRECT = re.compile(rf"^ {HEDGES}$", re.IGNORECASE)
"""What may stand between a verb and the number it governs."""
PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|remain(?:s|ed)?|left|found|pronounced|declared|presumed)\b")
REDUCED = re.compile(
    r"^(?:[,.;)]|$| (?:in|on|at|by|when|after|during|and|since|so|from|across|near|as|over|this|last)\b)"
)
"""What follows a participle that has no object: "29 miners killed in the blast"."""
INTRANSITIVE = frozenset({"missing", "homeless", "surviving", "aboard", "attending"})
PHRASED = re.compile(
    "|".join(rf"(?P<{name.replace(' ', '_')}>\b(?:{'|'.join(PHRASES[name])}))" for name in PHRASES), re.IGNORECASE
)
NUMBER_OF = re.compile(
    r"^.*\b(?:number|total|count|tally|estimate|forecast|that) of (?:the )?((?:[\w’'-]+ ){1,7})[^,.;:]{0,60}$"
)
PUT = re.compile(
    r"\b(?:puts?|putting|estimate[sd]?|estimating|raised?|lowered|lower|cut|reduced?|"
    r"set|revised?|expand(?:ed)?|increased?|boost(?:ed)?|bring|brought|extend(?:ed)?) "
    rf"(?:the |its |their |his |her |an? )?((?:[\w’'-]+ ){{1,6}}?)(?:at|to) {HEDGES}$"
)
CAME = re.compile(
    r"(?:^|[,;] |\b(?:the|The|its|Its|their|Their|and|that|but|as) )((?:[\w’'-]+ ){1,5}?)(?:has |have |had |could |"
    r"may |will |would )?"
    r"(?:risen|rose|rises?|climbed|climbs|fell|fallen|slipped|dropped|grew|stood|stands|stayed|remains?|remained|came|"
    r"comes?|come|amounted|reached|reach|reaches|hit|hits|passed|pass|passes|exceeded|exceed|was|were|is|are|been)"
    rf"(?: now)?(?: to| at| in at)? {HEDGES}$"
)
"""Where the noun before a number tells what it counts: "the number of homes lost rose to 137"."""
PRONOUNS = frozenset("it that this them they those these he she there which who what".split())
OF_THEM = re.compile(r"^ of (?:them|whom|those)(?: were| are| being)? ((?:[a-z’'-]+ ?){1,3})")
"""Who a part are: "13 of them police officers"."""
FINITE = re.compile(r"\b(?:was|were|are|is|been) (?:\w+ly )?(\w+)")
VERB = re.compile(r"^ \w+ed\b")
CAPACITY = re.compile(
    r"\b(?:capacity|built|designed|licensed|certified|equipped|room|space|accommodates?|(?<!it )(?<!they )holds?|"
    r"seats)\b[^,.;\d]{0,30}$"
)
"""What says before a number that a vessel or a hall takes so many."""
SETS = re.compile(r"^ (?:more )?sets? of (?:human )?(remains|bodies)\b")
"""What is counted in sets."""
EITHER = re.compile(
    r"^(?: [\w’'-]+){0,4}? (?:(?:dead|killed|died) or (?:are |were )?missing|missing or (?:dead|killed))\b"
)
"""What counts the dead and the missing as one."""
_LAND = rf"(?:the country|abroad|{COUNTRY.pattern})"
_MAY = r"(?:who )?(?:(?:have|has|had|may|might|could|will|would) )?(?:already )?"
ABROAD = re.compile(
    r"^(?: (?:people|[\w-]+ (?:people|residents|civilians)))? ?(?:refugees\b|asylum[- ]seekers\b|"
    rf"{_MAY}(?:fle[de]|fleeing|left|leave|leaving) {_LAND}|{_MAY}(?:fle[de]|fleeing|cross(?:ed|ing)?) "
    r"(?:into|over|across|to neighbou?ring|(?:the |an )?(?:international )?borders?))"
)
"""Who left the country: "250,000 who crossed borders", "100,000 people have fled Sudan"."""
REFUGEES = re.compile(r"\b(?:refugees|exodus)\b[^.;,\d]{0,40}$", re.IGNORECASE)
RECEIVED = re.compile(
    rf"{COUNTRY.pattern} (?:has |have |had )?(?:taken in|received|hosts|is hosting|sheltered|shelters) {HEDGES}$"
)
INLAND = re.compile(rf"^(?: people)? (?:inside|within) {_LAND}")
UPROOTED = re.compile(r"\b(?:displaced|displacement|uprooted|homes|fled|flee)\b")
LOST = re.compile(rf"\blos(?:t|es|ing) {HEDGES}$")
CERTAIN = re.compile(r"\b(confirmed|suspected|probable|possible|possibly|presumed|believed|thought|feared)\b")
AMONG = re.compile(r", (?:including|among them) [^,;]{1,40},")
"""What tells a part of those counted before the sentence goes on of them all."""
SAVED = re.compile(r"\b(?:pull|rescu|pluck|pick|sav|bring|brought|haul|lift)\w*(?: \w+)? $")
"""What makes of survivors those who were rescued."""
NEXT = re.compile(rf"\b(?:of (?:which|whom|them)|and|with)\b|{NUMBER}\b")
"""Where a sentence turns to another number."""
AFTERWARDS = re.compile(r"\b(?:buried|identified|cremated|claimed|repatriated)\b", re.IGNORECASE)
SUPPLIED = frozenset("homes households business building property premise".split())
"""What counts as a customer of a utility."""
BOTH = re.compile(r"\b(?:damaged|destroyed)(?:,| or| and) (?:damaged|destroyed)\b")
EXTENT = frozenset({"area", "size", "extent"})
"""What of land a measure is, without what became of it."""
COMPARED = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|than the|(?<!more )(?<!less )(?<!fewer )than) "
    rf"(?:(?:a|an|the|its) (?:\w+ ){{0,2}}of )?(?:a |an |the )?{HEDGES}$"
)
"""What holds a number against the one before it, of the same thing: "up from $3 billion"."""
CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|fell|fallen|fall|falls|falling|up|down|grew|grown|growth|increase[sd]?|"
    r"decrease[sd]?|dropped|drop|gained|jumped|jump|climbed|declined|decline|slipped|slid|soared|surged|shrank)"
    rf"(?: of| by)? {HEDGES}(?:an? )?$"
)
CHANGED = re.compile(r"^ (?:\w+ )?(?:higher|lower|more|less|up|down|rise|increase|drop|fall|decline|jump)\b")


NAMED = frozenset(name for words in TOPICS.values() for name in words.values())


@lru_cache(maxsize=65536)
def counted(subject: str, noun: str, kind: str, place: Seen = UNSEEN) -> tuple[str, str, str]:
    """Role, head and other words of what a number of a kind counts.

    >>> counted("North Korean soldiers", "", "count")
    ('', 'troops', 'korean north')
    """
    role, head, group = phrase(subject, noun)
    if not place.text:
        return role, TOPIC_OF.get(head, head), group
    if kind == "count":
        return _count(noun, role, head, group, place)
    return _topic(kind, noun, head, group, place)


@lru_cache(maxsize=65536)
def phrase(subject: str, noun: str) -> tuple[str, str, str]:
    """Role, head and other words of a noun phrase; the subject counts before the printed noun.

    Of people in a role, the head is kept only where it names a part of them ("dead children").

    >>> phrase("North Korean soldiers", "")
    ('', 'troops', 'korean north')
    """
    words = [word.lower().strip(".'’") for word in WORD.findall(subject)]
    printed = [word.lower().strip(".'’") for word in WORD.findall(noun)]
    role = role_in((*words, *printed))
    own = _content(words) or _content(printed)
    if role:
        return role, _subgroup(role, own), ""
    if (words or printed)[-1:] and (words or printed)[-1] in PEOPLE | CARRIERS:
        return "", "", " ".join(sorted(set(own)))
    head = own[-1] if own else ""
    apart = next((word for word in printed if word in CORPS), "") if head == "troops" else ""
    return "", f"{apart} {head}".strip(), " ".join(sorted(set(own[:-1]) - {apart}))


def _count(noun: str, role: str, head: str, group: str, place: Seen) -> tuple[str, str, str]:
    if not noun or (not role and not head):
        told = _before(place)
        if told and told[0]:
            return told
        role, head, group = told if told and not role and not head else (role, head, group)
    printed = [word.lower().strip(".'’") for word in WORD.findall(noun)]
    own = _content(printed) or ([head] if head else [])
    if told := _spelt_out(place, head):
        return told
    whom = OF_THEM.match(place.after)
    own = _content(whom[1].split()) if whom and role else own
    thing = head if role == "" else (own[-1] if own else "")
    if thing in ANIMALS:
        return "", thing, group
    if "bodies" in own:
        return "dead", _bodies("bodies", place), ""
    if thing in THINGS:
        return _thing(thing, own, printed, place.past(noun))
    near = _telling(printed, noun, place)
    name = role_in(printed) if near.name != "hospitalized" else ""
    beside = not noun and near.ahead and not near.between.strip()
    if not name and (role or not head or beside or _governs(near)):
        name = near.name
    if name:
        name = "rescued" if name == "surviving" and SAVED.search(place.before) else name
        return name, _bodies(_subgroup(name, own), place), certainty(name, noun, place)
    if not role and not head and not VERB.match(place.after):
        role = anywhere(place, ROLES).name
    return role, _bodies(head, place), certainty(role, noun, place) or group


def _spelt_out(place: Seen, head: str) -> tuple[str, str, str] | None:
    """What a phrase of its own says is counted: sets of remains, the dead or missing in one, an army's losses."""
    if remains := SETS.match(place.after):
        return "dead", canonical(remains[1]), ""
    if EITHER.match(place.after):
        return "dead or missing", "", ""
    if ABROAD.match(place.after) or REFUGEES.search(place.before) or RECEIVED.search(place.before):
        return "refugees", "", ""
    if INLAND.match(place.after) and UPROOTED.search(place.text):
        return "displaced", "", ""
    return ("dead", "troops", "") if head == "troops" and LOST.search(place.before) else None


def _thing(thing: str, own: Sequence[str], printed: Iterable[str], place: Seen) -> tuple[str, str, str]:
    """Of things what became of them is told by the noun phrase, else by the clause."""
    state = next((STATES[word] for word in printed if word in STATES), "") or state_of(place)
    if state == "without power" and thing in SUPPLIED:
        return "", "customer", state
    use = next((word for word in own if word in USES), "") if thing == "buildings" else ""
    return "", thing, f"{use} {state}".strip()


def _telling(printed: Sequence[str], noun: str, place: Seen) -> Near:
    """The word that tells what became of those counted: right around the noun, else in it, else anywhere near."""
    behind = place.past(noun) if noun else place
    if BEHIND.match(place.after) and (finite := FINITE.search(place.after)) and finite[1].lower() in ROLES:
        return Near(0, ROLES[finite[1].lower()], between=" ")
    crew = PHRASED.match(place.after, 1)
    if CAPACITY.search(place.before):
        return Near(0, "capacity", between=" ")
    if crew:
        return Near(0, str(crew.lastgroup).replace("_", " "), between=" ")
    near = nearest(behind, ROLES, PHRASED)
    named = next((WEAK_ROLES[word] for word in printed if word in WEAK_ROLES), "")
    if near.name or not named:
        return near if near.name else nearest(behind, WEAK_ROLES)
    return Near(0, named, between=" ")


def _before(place: Seen) -> tuple[str, str, str] | None:
    """What a number without a noun counts by the noun before it: "the number of homes lost rose to 137"."""
    for pattern in (NUMBER_OF, PUT, CAME):
        found = pattern.search(place.before)
        if found and not found[1].istitle() and found[1].split()[-1].lower() not in PRONOUNS:
            role, head, group = phrase("", found[1].strip())
            if role or head:
                return role, head, certainty(role, found[1], UNSEEN) or group
    return None


def _governs(near: Near) -> bool:
    """Whether a word says what became of those named right behind the number: "killed 29 miners", "29 miners were
    killed", but not "two boats rescued 14"."""
    if not near.ahead:
        return DIRECT.match(near.between) is not None
    if "," in near.between or " who " in near.between:
        return False
    return (
        near.name in INTRANSITIVE or PASSIVE.search(near.between) is not None or REDUCED.match(near.beyond) is not None
    )


def state_of(place: Seen) -> str:
    """What became of the things that a number counts, by the nearest word that tells."""
    near = nearest(place, STATES)
    around = f"{place.before[-40:]}{place.after[:60]}"
    return "damaged or destroyed" if near.name and BOTH.search(around) else near.name


def _topic(kind: str, noun: str, head: str, group: str, place: Seen) -> tuple[str, str, str]:
    topics = TOPICS.get(kind, TOPIC_OF)
    head = next((topics[word] for word in noun.lower().split() if word in topics), TOPIC_OF.get(head, head))
    if kind == "area" and head in EXTENT:
        head = group if group in NAMED else anywhere(place, topics).name
    if kind in {"money", "rate", "area"} and head not in NAMED:
        head = nearest(place, TOPICS[kind]).name or head
    topic = head or nearest(place, topics).name
    if not topic and COMPARED.search(place.text[: place.start]):
        topic = anywhere(place, topics).name
    if kind == "percent" and (CHANGE.search(place.before[-40:]) or CHANGED.match(place.after)):
        topic = f"change of {topic}" if topic else ""
    return ("", "area", topic) if kind == "area" else ("", topic, group if head else "")


def _subgroup(role: str, words: Iterable[str]) -> str:
    told = [word for word in words if word in SUBGROUPS] if role in TOLD_APART else []
    return told[-1] if told else ""


def _bodies(head: str, place: Seen) -> str:
    """Bodies that are buried or have a name again are fewer than those that were found."""
    done = AFTERWARDS.search(place.after[:45]) if head == "bodies" else None
    return f"{head} {done[0].lower()}" if done else head


def certainty(role: str, noun: str, place: Seen) -> str:
    """Of cases of an illness, whether they are confirmed or only suspected."""
    if role != "infected":
        return ""
    behind = place.after.lower().removeprefix(f" {noun.lower()}").removeprefix(" of them")
    behind = NEXT.split(AMONG.sub("", behind, count=1)[:45], 1)[0]
    said = map(CERTAIN.search, (noun.lower(), behind, place.before[-30:].lower()))
    found = next(filter(None, said), None)
    return ("confirmed" if found[1] == "confirmed" else "suspected") if found else ""


def role_in(words: Iterable[str]) -> str:
    """The role that the first in `ROLE_ORDER` of the words gives."""
    roles = {ROLES[word] for word in words if word in ROLES}
    return next((role for role in ROLE_ORDER if role in roles), "")


def _content(words: Iterable[str]) -> list[str]:
    """The canonical words before the first preposition that say what is counted."""
    found: list[str] = []
    for word in words:
        if word in LINKING and found:
            break
        if word not in LINKING and word not in ROLES and word not in PEOPLE:
            found.append(canonical(word))
    return found


def canonical(noun: str) -> str:
    """One word for a noun in singular and plural and for those that papers use alike."""
    if noun in SAME:
        return SAME[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
