"""Where a number holds: the place its words attach it to, else where the document's story plays; and what it includes.

A place is printed narrowest first, with what the text says it lies in: "Derby", "Maule, Chile".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon.claims.datelines import DATELINE, sent_from
from recon.claims.lexicon import BODIES, MEDIA, ROLES
from recon.claims.names import ORG_WORDS, Names
from recon.geography import ADJECTIVES, CAPITALS, COUNTRIES, COUNTRY, COUNTRY_OF, STATES

KIND = (
    r"(?:region|province|state|district|county|city|town|village|island|area|territory|oblast|prefecture|peninsula|"
    r"camp|valley|"
    r"soil|waters|side|governorate|municipality|suburb|capital)"
)
WORD = r"[A-ZÀ-Þ][\w’'-]*(?:\.[A-Z]\.)?"
MODIFIER = (
    r"(?:the|all|parts|of|front-line|(?:south|north|east|west)\w*|central|upper|lower|rural|downtown|nearby|"
    r"neighbou?ring|"
    r"city|town|village|port|region|province|state|island|county|capital|war-torn|war-ravaged|devastated|ruined|"
    r"coastal|occupied)"
)
MENTION = re.compile(
    rf"(?<!according )\b((?i:in|on|to|into|across|throughout|around|inside|within|from|of|reached|entered|struck|"
    rf"hit))[ ](?:{MODIFIER}[ ]){{0,4}}"
    rf"((?:{WORD}[ ]){{0,3}}{WORD})"
    rf"(?:(?:[ ](?:front-line|border|western|eastern|northern|"
    rf"southern))?[ ]({KIND})\b(?:[ ]of[ ]((?:{WORD}[ ]){{0,2}}{WORD}))?)?"
    rf"(?:,[ ]((?:{WORD}[ ])?{WORD})(?=[,.;:)]|[ ][a-z]|$))?"
)
OWNED = re.compile(r"^(.{2,30}?)(?:[’']s|s[’'])[ ](.+)$")
CALENDAR = re.compile(
    r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|"
    r"September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Ramadan|Thanksgiving)\b"
)
NO_PLACE = frozenset(
    """NATO Facebook Twitter Instagram Telegram YouTube TikTok X Congress Parliament Republican Republicans Democrat
    Democrats Democratic GOP I The He She It They We Islam English French Spanish Arabic God Covid COVID-19 Zoom
    Internet Cyclone Hurricane Typhoon Storm Tropical Operation
    TV State Commons Lords Court Trade Health Defence Defense Justice Interior Education Commerce Labor
    Labour Agriculture Energy Representatives Staff Spring Summer Autumn Winter""".split()
)
THERE = re.compile(
    r"\bthere\b(?! (?:is|are|was|were|has|have|had|may|might|could|will|would|seems?|appears?)\b)|\b(?:arriv\w+|"
    r"assembl\w+|gather\w*)\b|\bin the (?:area|region|city|town|country|territory|province|village|district|enclave)\b",
    re.IGNORECASE,
)
NATIONAL = re.compile(
    r"\b(?:nationwide|countrywide|nationally|(?:across|throughout) the (?:country|nation)|(?:in|for) the (?:whole |"
    r"entire )?country|in the (?:whole|entire) (?:country|nation)|in all|"
    r"(?:national|country['’]s|nation['’]s)(?: [a-z]+){0,2} (?:toll|total|count))\b(?! (?:of|likelihood)\b)",
    re.IGNORECASE,
)
"""Words that make a number the whole country's, or that of all its places."""
TOLL_OF = re.compile(r"\b([A-ZÀ-Þ][\w’-]*(?: [A-ZÀ-Þ][\w’-]*){0,2})['’]s(?: [a-z]+){0,2} (?:death )?toll\b")
"""Whose dead are counted: "Norland's official death toll"."""
OPENING = 3_000
"""Characters of a text whose countries are counted for its own."""
SCOPE = re.compile(
    r"\b((?:including|excluding|not including|counting|not counting|among them|"
    r"apart from)\s+(?:the\s+)?[^,.;:()“”\"]{3,60})",
    re.IGNORECASE,
)
SCOPE_END = re.compile(
    r"\s(?:identified|named|who|whom|that|which|whose|believed|suspected|were|was|are|is|in|at|on|from|have|has)\s"
)
ALONE = re.compile(r"\b([A-Z][\w’'-]*) alone\b")
NOUN_BEHIND = re.compile(
    r" (?!(?:are|is|was|were|have|has|had|and|or|to|in|on|at|by|for|with|after|before|since|alone|who|that|which|"
    r"as|but|from|said|"
    r"when|while|will|would|could|may|might|where|into|over|because|during|until|between|about)\b)[a-z]"
)
TITLES = ROLES - BODIES
DIRECTIONS = frozenset("upper lower north south east west northern southern eastern western central downtown".split())
SURE = 4
"""How often "in X", or how plainly a headline, must say that an unknown name is the place of a story."""
STRONG = frozenset({"in", "on", "across", "throughout", "inside", "within", "reached", "entered", "struck", "hit"})
GOALS = STRONG | {"to", "into"}


APART = re.compile(r"[,;“”\"]| and | but |\bwho\b|\bthat\b")
"""What parts a number from a place behind it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as named at one stretch of a text, folded, with what it is said to lie in ("" where nothing is)."""

    start: int
    end: int
    preposition: str
    name: str
    within: str


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a document: what each lies in, and the one its story plays in."""

    within: dict[str, str]
    focus: str
    known: Names
    country: str = ""
    named: frozenset[str] = frozenset()

    def full(self, name: str) -> str:
        """A place with what it lies in: "Maule, Chile"."""
        outer = self.within.get(name, "")
        return f"{name}, {outer}" if outer and outer != name else name


def read_places(text: str, title: str, known: Names) -> Places:
    """Read the places of a document; the story plays where it most often says "in", its headline counting more."""
    within: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for mention in mentions(text, known):
        if mention.within:
            within.setdefault(mention.name, mention.within)
        if mention.preposition in STRONG:
            counts[mention.name] += 1
            counts[mention.within] += bool(mention.within)
    head = f"{title}\n{text[:400]}"
    for name in list(counts):
        counts[name] += 4 * (name in title) + (name in head)
    for match in COUNTRY.finditer(title):
        counts[COUNTRY_OF[match[0]]] += 1
    del counts[""]
    sure = {name for name in counts if name in within or name in COUNTRIES or name in STATES or counts[name] >= SURE}
    best = max((name for name in counts if name in sure), key=lambda name: counts[name], default="")
    country = _nation(text, best, within) if NATIONAL.search(text) else ""
    return Places(within, best, known, country, frozenset(counts) | {sent_from(text)[1]})


def _nation(text: str, focus: str, within: dict[str, str]) -> str:
    """The country of a story: that of its dateline, where it plays, what that lies in, else the one named most."""
    sent = sent_from(text)[1]
    if sent:
        return sent
    if focus in COUNTRIES:
        return focus
    named = Counter(COUNTRY_OF[match[0]] for match in COUNTRY.finditer(text, 0, OPENING))
    return within.get(focus, "") or max(named, key=lambda name: named[name], default="")


def mentions(text: str, known: Names) -> Iterator[Mention]:
    """The places that a text names behind a preposition."""
    for match in MENTION.finditer(text):
        inner = match[4] or match[2]
        name, outer = fold(inner, match[3] or "")
        if match[4] and not outer:
            outer = fold(match[2], "")[0]
        following = match[5] or ""
        following = following.rstrip(".")
        if following in STATES or following in COUNTRY_OF:
            outer = outer or STATES.get(following) or COUNTRY_OF[following]
        owned = match[2].endswith(("’s", "'s")) and not match[4]
        modifies = match[1].lower() in {"from", "of"} or " the " in match[0][: match.start(2) - match.start()]
        if modifies and not match[3] and NOUN_BEHIND.match(text, match.end()):
            continue
        ship = match[1].lower() in {"of", "on"} and text.startswith("the ", match.start(2) - 4) and not match[3]
        if ship and name not in COUNTRY_OF:
            continue
        if name and not owned and _is_place(name, known):
            yield Mention(match.start(), match.end(), match[1].lower(), name, outer if outer != name else "")


def _is_place(name: str, known: Names) -> bool:
    if name in COUNTRY_OF:
        return COUNTRY_OF[name] != "United Nations"
    words = name.split()
    if len(words) == 1 and name.lower() in DIRECTIONS:
        return False
    if CALENDAR.match(name) or words[0] in NO_PLACE or words[-1] in NO_PLACE or MEDIA.search(name):
        return False
    if words[-1] in known.surnames or name in known.people or name in known.acronyms:
        return False
    if any(word.lower().strip(".") in TITLES for word in words) or (name.isupper() and len(name) < 6):
        return False
    return not ORG_WORDS.search(name) or words[-1] in {"County", "City"}


def fold(printed: str, kind: str) -> tuple[str, str]:
    """A printed place -> its one name and what it lies in: "Chile’s Maule" -> ("Maule", "Chile"); ("", "") for none."""
    name = printed.strip(" ,")
    outer = ""
    owner = OWNED.match(name)
    if owner:
        name, outer = owner[2], COUNTRY_OF.get(owner[1], owner[1])
    name = re.sub(r"(?:[’']s|[’'])$", "", name)
    if name in ADJECTIVES:
        return (COUNTRY_OF[name], "") if kind else ("", "")
    if name in COUNTRY_OF:
        return COUNTRY_OF[name], ""
    first = COUNTRY.match(name)
    if first and first[0] not in CAPITALS and name[first.end() :].strip():
        rest = name[first.end() :].strip()
        return (rest, COUNTRY_OF[first[0]]) if first[0] in ADJECTIVES and kind else ("", "")
    return name, outer


def place(
    text: str,
    at: tuple[int, int],
    places: Places,
    *,
    before: str = "",
    skip: Sequence[tuple[int, int]] = (),
    jurisdiction: str = "",
) -> str:
    """The place the number that stands `at` (start, end) in a sentence holds for.

    `skip` are stretches that name the speaker's place and not the number's. Without a place in the sentence it is the
    last one before for "there" and "in the area", else the country whose authorities speak (`jurisdiction`), else where
    the story plays.
    """
    start, end = at
    best: tuple[int, str] | None = None
    for mention in mentions(text, places.known):
        if any(low <= mention.start < high for low, high in skip) or (mention.start < end and start < mention.end):
            continue
        ahead = mention.start >= end
        between = text[end : mention.start] if ahead else text[mention.end : start]
        gap = len(between) + (0 if ahead else 25) + 30 * (mention.preposition not in STRONG)
        gap += 100 * between.count(";") + 40 * len(APART.findall(between))
        if best is None or gap < best[0]:
            best = (gap, f"{mention.name}, {mention.within}" if mention.within else places.full(mention.name))
    for named, gap in _owned(text, at, places):
        if best is None or gap < best[0]:
            best = (gap, named)
    return best[1] if best else _unnamed(text, start, before, jurisdiction, places)


def _unnamed(text: str, start: int, before: str, jurisdiction: str, places: Places) -> str:
    if THERE.search(text):
        last = [mention for mention in mentions(before, places.known) if mention.preposition in GOALS]
        last += [
            one for one in mentions(text[:start], places.known) if one.preposition in GOALS or one.preposition == "of"
        ]
        if last:
            return places.full(last[-1].name)
    if jurisdiction:
        return jurisdiction
    dated = DATELINE.match(text)
    if not places.focus or (dated and dated["town"].casefold() == places.focus.casefold()):
        return ""  # a dateline says where the story is written, not where all its numbers hold
    return places.full(places.focus)


def _owned(text: str, at: tuple[int, int], places: Places) -> Iterator[tuple[str, int]]:
    """The country of the words that make a number national or a country's, and how far off they stand."""
    start, end = at
    found = [(match, places.country) for match in NATIONAL.finditer(text)]
    found += [
        (match, COUNTRY_OF.get(match[1], match[1]))
        for match in TOLL_OF.finditer(text)
        if match[1] in COUNTRY_OF or match[1] in places.named
    ]
    for match, name in found:
        between = text[end : match.start()] if match.start() >= end else text[match.end() : start]
        apart = 100 * between.count(";") + 40 * len(APART.findall(between))
        yield name, len(between) + (0 if match.start() >= end else 25) + apart


def scope(text: str, end: int) -> str:
    """What the words behind a number say is counted in or left out, and "alone"."""
    match = SCOPE.search(text, end, end + 140)
    if match:
        return " ".join(SCOPE_END.split(match[1].lower())[0].split())
    alone = ALONE.search(text, max(0, end - 60), end + 80)
    return f"{alone[1]} alone" if alone else ""
