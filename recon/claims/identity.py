"""A speaker from its own words: a person, a body, an outlet, a study or somebody without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recon.claims import lexicon as lex
from recon.claims.names import BRACKETED, ORG_WORDS, POSSESSOR, Names
from recon.geography import COUNTRY_OF
from recon.spellings import LINKS

ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their)\s+", re.IGNORECASE)
INDEFINITE = re.compile(
    r"^(?:an?|one|two|three|four|five|several|some|multiple|another|many|various|\d+|unnamed|unidentified|anonymous)\b",
    re.IGNORECASE,
)
MADE_BY = re.compile(
    r"\b(?:by|from|compiled by|released by|issued by|published by|conducted by|provided by|obtained by)\s+"
    r"((?:the |an? )?[\w.’'& -]{2,80})$"
)
OWNER_OF_OFFICE = re.compile(r"(?:the\s+)?([A-Z][\w.& -]{1,60}?)['’]s\s")
REPORT_OF = re.compile(
    rf"(?:[a-z-]+ ){{0,3}}((?=[^\n]{{0,60}}(?:{lex.MEDIA.pattern}))[A-Z][\w.’'& -]{{2,60}}?)"
    r" (?:report|story|article|dispatch|account)s?"
)
"""A report that bears its outlet's name: "a separate Evening Star report"."""
PRINTED_IN = re.compile(rf"\bin\s+((?=[^\n]{{0,60}}(?:{lex.MEDIA.pattern}))[A-Z][\w.’'& -]{{2,60}})$")
BODY_OF = re.compile(r"\b(?:of|for|at|with|from|in)\s+(?:the\s+)?((?:[A-Z]|U\.S\.)[\w.’'&() -]{1,80})")
NAME = re.compile(
    r"^[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|[a-z]{1,3}[-’'][A-ZÀ-Þ][\w’'-]*|al|el|bin|de|von|van|der|da|la)){0,4}$"
)
NAMED_BODY = re.compile(r"\b(?:named|called|known as) (?:the )?([A-Z][\w.’'& -]{2,60})$")
JUNIOR = re.compile(r"^(?:(?:deputy|chief|acting|senior|former|then) )+")
COMMON = re.compile(r"(?:[a-z-]+ ){0,3}([a-z-]+) ([A-Z][\w.’'-]*)")
"""A common noun and the one name behind it: "grid operator Nordnett"."""
RELEASED = re.compile(r"\s(?:published|released|issued|presented|compiled)$")
SEEN = re.compile(r"\s(?:seen|obtained|reviewed|viewed|analy[sz]ed) by\s")
INITIALS = re.compile(r"(?:\b[A-Z]\.|\bJr\.|\bSr\.|\bInc\.)$")
BEHIND = re.compile(r"\b(?:of|for|at) (?:the )?([\w.’' -]{3,60})$")
UNNAMED = frozenset("source sources insider insiders people".split())
Kind = Literal["person", "body", "media", "collective", "anonymous", "study", "nobody"]
OWNED = (lex.STUDIES | lex.REPORT_NOUNS | lex.VIEWS | lex.COUNTS) - {"intelligence", "website", "media", "research"}
"""What somebody makes to tell by it."""
DATED = re.compile(r"(?:\w+day|today|yesterday|week|month|year|quarter|morning|evening|night)'s$")
POSTPOSED = frozenset(
    """who that which familiar close briefed involved aware present compiled obtained surveyed polled interviewed
    consulted""".split()
)
"""What stands behind a head noun and opens what tells more of it."""
STOP = re.compile(r"(?:^the\s+)|(?:\.(?:com|net|org|co\.uk)$)|(?:^www\.)|[^a-z0-9]+")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]) ")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with its canonical name; `body` is what an officer speaks for; `words` are those that described it."""

    name: str
    kind: Kind
    body: str = ""
    words: frozenset[str] = frozenset()
    person: str = ""


NOBODY = Speaker("", "nobody")


def owner(source: str) -> str:
    """Whose count or report it is: "the agency's latest estimate" is the agency's; otherwise as printed."""
    words = source.split()
    if len(words) < 2:
        return source
    lows = [word.lower().replace("’", "'") for word in words]
    head = head_noun(lows)
    if head not in OWNED:
        return source
    if lows[0] in lex.POSSESSIVES:
        return lex.POSSESSIVES[lows[0]]
    owns = [i for i, low in enumerate(lows[: lows.index(head)]) if low.endswith(("'s", "s'"))]
    if not owns or DATED.match(lows[owns[-1]]) or (owns[-1] == 0 and DATED.match(lows[0])):
        return source
    printed = " ".join(words[: owns[-1] + 1])
    return printed[:-2] if printed.endswith("s") else printed[:-1]


def describe(source: str, office: str, known: Names) -> Speaker:
    """A speaker from its own words alone; a pronoun is left as printed."""
    text = BRACKETED.sub("", source).strip(" ,“”\"'")
    if not INITIALS.search(text):
        text = text.rstrip(".")
    made, office = _made_by(text, office)
    if made:
        return describe(made, office, known)
    possessor = POSSESSOR.match(text)
    if possessor and possessor[1] in COUNTRY_OF:
        text = text[possessor.end() :]
    if NAME.match(office) and " " in office and _is_personal(office) and not lex.SPOKES.search(text):
        text, office = (office, text) if head_noun(text.lower().split()) in lex.ROLES else (text, office)
    proper = _proper(text, office)
    if proper:
        return Speaker(known.full(proper), "body", "", frozenset(text.lower().split()))
    indefinite = bool(INDEFINITE.match(text))
    bare = ARTICLE.sub("", text)
    words = frozenset(re.findall(r"[a-z]+", f"{text} {office}".lower()))
    titled, name = _titled(bare)
    if name:
        return _person(known.full(name), titled, office, words, known)
    if (
        NAME.match(bare)
        and " " in bare
        and _is_personal(bare)
        and (office or bare in known.aliases or known.surnames.get(bare.split()[-1]) == bare)
    ):
        return _person(known.aliases.get(bare, bare), "", office, words, known)
    return _other(text, bare, words, indefinite=indefinite, known=known)


def _made_by(text: str, office: str) -> tuple[str, str]:
    """Whose a survey, a report or a count is, or whom a common noun names, and the apposition left; "" for none."""
    told_by, *seen = SEEN.split(text)
    bare = ARTICLE.sub("", told_by if seen and MADE_BY.search(told_by) else text)
    if seen and bare == ARTICLE.sub("", text) and lex.MEDIA.search(seen[-1]):
        return seen[-1], office
    common = COMMON.fullmatch(bare)
    if common and common[1] in lex.BODIES | lex.MEDIA_NOUNS:
        return common[2], office
    made = MADE_BY.search(bare) or PRINTED_IN.search(bare)
    if made and set(bare[: made.start()].lower().split()) & (lex.STUDIES | lex.REPORT_NOUNS):
        return RELEASED.sub("", made[1]), office
    told = REPORT_OF.fullmatch(bare)
    if told:
        return told[1], office
    made = MADE_BY.match(office)
    return (made[1], "") if made and head_noun(text.lower().split()) in lex.STUDIES else ("", office)


def _proper(text: str, office: str) -> str:
    """The name that stands behind a body's common noun: "the regulator, the Office of Road Safety"; "" for none."""
    head = head_noun(ARTICLE.sub("", text).split())
    named = NAMED_BODY.search(office)
    if head not in lex.BODIES and not (named and head in lex.COLLECTIVE):
        return ""
    proper = named[1] if named else ARTICLE.sub("", office)
    is_name = NAME.match(proper) or (proper[:1].isupper() and ORG_WORDS.search(proper) and "," not in proper)
    return proper if is_name and proper not in COUNTRY_OF else ""


def _person(name: str, titled: str, office: str, words: frozenset[str], known: Names) -> Speaker:
    """Someone named, with "Pentagon spokesman" before or "the agency's deputy director" behind the name."""
    spokes = lex.SPOKES.search(titled) or lex.SPOKES.search(office)
    body = _body(titled, office, known)
    if spokes and body:
        return Speaker(body, "body", body, words, name)
    return Speaker(name, "person", body, words, name)


def _body(titled: str, office: str, known: Names) -> str:
    spokes = lex.SPOKES.search(titled)
    if spokes and titled[: spokes.start()].strip():
        return known.full(JUNIOR.sub("", ARTICLE.sub("", BRACKETED.sub("", titled[: spokes.start()]).strip())))
    if not (lex.OFFICERS.search(office) or lex.SPOKES.search(office)):
        return ""
    match = BODY_OF.search(office) or OWNER_OF_OFFICE.match(office)
    if match is None:
        return ""
    parts = re.split(r"\s+(?:in|on|who|and)\s+(?=[a-z]|[A-Z])", BRACKETED.sub("", match[1].replace(" (", " (")).strip())
    body = known.full(parts[0].strip(" ,."))
    if body in COUNTRY_OF:
        further = re.search(r"\bat (?:the )?([A-Z][\w.’'& -]{2,60})", office)
        return known.full(further[1].strip()) if further else ""
    return body if ORG_WORDS.search(body) or body.isupper() or lex.SPOKES.search(office) else ""


def _titled(bare: str) -> tuple[str, str]:
    """Split "Norwegian Minister Kari Dahl" into the title and the name; ("", "") where there is no title."""
    words = bare.split()
    for i in range(len(words) - 2, -1, -1):
        low = words[i].lower()
        if low in lex.TITLES or low.rstrip(".") in lex.TITLES:
            name = " ".join(words[i + 1 :])
            if NAME.match(name) and _is_personal(name) and name not in COUNTRY_OF:
                return " ".join(words[: i + 1]), name
            return "", ""
    return _described_name(words)


def _described_name(words: list[str]) -> tuple[str, str]:
    """The name behind a plain description: "drummer Per Dahl", "Bergen coach Ana Silva"."""
    plain = [i for i, word in enumerate(words) if word[0].islower() and "-" not in word and "’" not in word]
    if not plain or words[plain[-1]] in lex.NP_PREPOSITIONS | lex.SUBORDINATORS | LINKS:
        return "", ""
    name = " ".join(words[plain[-1] + 1 :])
    personal = NAME.match(name) is not None and " " in name and _is_personal(name)
    return (" ".join(words[: plain[-1] + 1]), name) if personal else ("", "")


def _is_personal(name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1].lower()
    titles_only = all(word.lower() in lex.ROLES for word in name.split())
    return not (ORG_WORDS.search(name) or lex.MEDIA.search(name) or last in lex.BODIES or titles_only)


def _other(text: str, bare: str, words: frozenset[str], *, indefinite: bool, known: Names) -> Speaker:
    """A speaker without a personal title."""
    lows = bare.lower().split()
    if len(lows) == 1 and text.lower() in lex.PRONOUNS:
        return Speaker(text.lower(), "nobody", "", words)
    name = _full(text, bare, known)
    if name in COUNTRY_OF:
        return Speaker(COUNTRY_OF[name] if name.isupper() or "." in name else name, "body", "", words)
    head = head_noun(lows)
    body = _spoken_for(bare)
    if body and not (head in lex.MEDIA_NOUNS or lex.MEDIA.search(name)):
        return Speaker(known.full(body), "body", "", words)
    if indefinite and "and" in lows and head not in lex.ANONYMOUS:
        head = head_noun(lows[: lows.index("and")]) or head
    return Speaker(name, _kind(name, head, indefinite=indefinite), "", words)


def _full(text: str, bare: str, known: Names) -> str:
    name = known.full(text) if text.startswith("The ") else text
    name = known.full(bare) if name == text else name
    return f"The {name}" if name in known.articled else name


def _spoken_for(bare: str) -> str:
    """The body that "a spokesman for the port authority" speaks for."""
    spokes = lex.SPOKES.search(bare)
    if spokes is None:
        return ""
    body = BODY_OF.search(bare) or BEHIND.search(bare)
    if body:
        return body[1].strip()
    before = bare[: spokes.start()].strip()
    owning = POSSESSIVE.search(f"{before} ")
    return before[: owning.start()] if owning else before


def _kind(name: str, head: str, *, indefinite: bool) -> Kind:
    """What sort of speaker a name or a noun phrase with that head is."""
    kinds: tuple[tuple[bool, Kind], ...] = (
        (head in lex.MEDIA_NOUNS or lex.MEDIA.search(name) is not None, "media"),
        (head in lex.STUDIES or head in lex.REPORT_NOUNS, "study"),
        (head in UNNAMED or (head in lex.ANONYMOUS and indefinite), "anonymous"),
        (head in lex.COLLECTIVE or (head.endswith("s") and head[:-1] in lex.ROLES), "collective"),
        (head in lex.ANONYMOUS | lex.ROLES and indefinite, "anonymous"),
        (NAME.match(name) is not None and " " in name and _is_personal(name), "person"),
    )
    return next((kind for fits, kind in kinds if fits), "body")


def head_noun(lows: Sequence[str]) -> str:
    """The head noun: the last word before the first preposition or clause."""
    for i, low in enumerate(lows):
        if i and (low in lex.NP_PREPOSITIONS or low in POSTPOSED):
            return lows[i - 1].strip(",")
    return lows[-1] if lows else ""


def same_outlet(name: str, publisher: str) -> bool:
    """Is this speaker the outlet itself: "NBC News" in nbcnews.com, "The Post" in The Washington Post?"""
    mine, theirs = (STOP.sub("", text.lower()) for text in (name, publisher))
    return bool(mine) and bool(theirs) and (mine == theirs or (len(mine) > 2 and (mine in theirs or theirs in mine)))
