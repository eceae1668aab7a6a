"""Who the printed speakers are: names made canonical, pronouns and "the agency" resolved within the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recon.claims import lexicon as lex
from recon.claims.geography import COUNTRY_OF
from recon.claims.names import BRACKETED, LINKS, ORG_WORDS, POSSESSOR, Names
from recon.claims.speakers import Attribution

Kind = Literal["person", "body", "media", "collective", "anonymous", "study", "nobody"]

ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their)\s+", re.IGNORECASE)
INDEFINITE = re.compile(
    r"^(?:an?|one|two|three|four|five|several|some|multiple|another|many|various|\d+|unnamed|unidentified|anonymous)\b",
    re.IGNORECASE,
)
MADE_BY = re.compile(
    r"\b(?:by|from|compiled by|released by|issued by|published by|conducted by|provided by|obtained by)\s+"
    r"((?:the |an? )?[\w.’'& -]{2,80})$"
)
BODY_OF = re.compile(r"\b(?:of|for|at|with|from|in)\s+(?:the\s+)?((?:[A-Z]|U\.S\.)[\w.’'&() -]{1,80})")
NAME = re.compile(
    r"^[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|[a-z]{1,3}[-’'][A-ZÀ-Þ][\w’'-]*|al|el|bin|de|von|van|der|da|la)){0,4}$"
)
REPORT_WORDS = frozenset("news media report reports recent latest press article story dispatch".split())
INITIALS = re.compile(r"(?:\b[A-Z]\.|\bJr\.|\bSr\.|\bInc\.)$")
REACH = 80
"""How many attributions back or ahead a description may find its name."""
BEHIND = re.compile(r"\b(?:of|for|at) (?:the )?([\w.’' -]{3,60})$")
UNNAMED = frozenset("source sources insider insiders people".split())
AGENCIES = frozenset("agency service bureau office administration organization organisation".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with its canonical name; `body` is what an officer speaks for; `words` are those that described it."""

    name: str
    kind: Kind
    body: str = ""
    words: frozenset[str] = frozenset()
    person: str = ""


NOBODY = Speaker("", "nobody")


def cast(attributions: Sequence[Attribution], known: Names, people: Sequence[tuple[int, str]]) -> list[Speaker]:
    """The speaker of each attribution. `people` are the offsets and full names of persons in the text, in order."""
    first = [describe(one.source, one.office, known) for one in attributions]
    found: list[Speaker] = []
    for i, one in enumerate(attributions):
        found.append(_resolve(one, first[i], found[-REACH:], first[i + 1 : i + REACH], people, known))
    return found


def describe(source: str, office: str, known: Names) -> Speaker:
    """A speaker from its own words alone; a pronoun is left as printed."""
    text = BRACKETED.sub("", source).strip(" ,“”\"'")
    if not INITIALS.search(text):
        text = text.rstrip(".")
    made = MADE_BY.search(text)
    if made and set(text[: made.start()].lower().split()) & (lex.STUDIES | lex.REPORT_NOUNS):
        return describe(made[1], office, known)
    possessor = POSSESSOR.match(text)
    if possessor and possessor[1] in COUNTRY_OF:
        text = text[possessor.end() :]
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
        and (office or known.surnames.get(bare.split()[-1]) == bare)
    ):
        return _person(bare, "", office, words, known)
    return _other(text, bare, words, indefinite=indefinite, known=known)


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
        return known.full(ARTICLE.sub("", BRACKETED.sub("", titled[: spokes.start()]).strip()))
    if not (lex.OFFICERS.search(office) or lex.SPOKES.search(office)):
        return ""
    match = BODY_OF.search(office)
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
    head = _head(lows)
    body = _spoken_for(bare)
    if body and not (head in lex.MEDIA_NOUNS or lex.MEDIA.search(name)):
        return Speaker(known.full(body), "body", "", words)
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
    return body[1].strip() if body else bare[: spokes.start()].strip()


def _kind(name: str, head: str, *, indefinite: bool) -> Kind:
    """What sort of speaker a name or a noun phrase with that head is."""
    kinds: tuple[tuple[bool, Kind], ...] = (
        (head in lex.MEDIA_NOUNS or lex.MEDIA.search(name) is not None, "media"),
        (head in lex.STUDIES or head in lex.REPORT_NOUNS, "study"),
        (head in lex.ANONYMOUS and (indefinite or head in UNNAMED), "anonymous"),
        (head in lex.COLLECTIVE or (head.endswith("s") and head[:-1] in lex.ROLES), "collective"),
        (head in lex.ANONYMOUS | lex.ROLES and indefinite, "anonymous"),
        (NAME.match(name) is not None and " " in name and _is_personal(name), "person"),
    )
    return next((kind for fits, kind in kinds if fits), "body")


def _head(lows: Sequence[str]) -> str:
    """The head noun: the last word before the first preposition or clause."""
    for i, low in enumerate(lows):
        if i and (
            low in lex.NP_PREPOSITIONS or low in {"who", "that", "which", "familiar", "close", "compiled", "obtained"}
        ):
            return lows[i - 1].strip(",")
    return lows[-1] if lows else ""


def _resolve(
    one: Attribution,
    own: Speaker,
    earlier: Sequence[Speaker],
    later: Sequence[Speaker],
    people: Sequence[tuple[int, str]],
    known: Names,
) -> Speaker:
    low = one.source.lower()
    if low in {"he", "she"}:
        return (
            _last(earlier, {"person"}, spokes=True)
            or _last_person(people, one.start)
            or Speaker(one.source, "anonymous")
        )
    if low == "it":
        return _last(earlier, {"body", "media", "study"}) or NOBODY
    if low in {"they", "we"}:
        return _last(earlier, {"collective", "anonymous", "body"}) or NOBODY if low == "they" else NOBODY
    if own.kind == "nobody":
        return NOBODY
    if low.startswith(("his ", "her ")) and len(low.split()) == 2:
        owner = _last(earlier, {"person"}) or _last_person(people, one.start)
        return Speaker(f"{owner.name}’s {low.split()[1]}", "body", "", own.words) if owner else own
    if own.kind == "person":
        return _introduced(own, [*reversed(earlier), *later])
    return _described(one.source, own, earlier, later, known) or own


def _introduced(own: Speaker, others: Sequence[Speaker]) -> Speaker:
    """The same person where the text gives the office: "Smith" speaks for the body as "Ann Smith, its deputy head"."""
    if own.body:
        return own
    return next((other for other in others if other.person == own.name and other.body), own)


def _last(earlier: Sequence[Speaker], kinds: set[str], *, spokes: bool = False) -> Speaker | None:
    for speaker in reversed(earlier[-8:]):
        if speaker.kind in kinds or (spokes and speaker.kind == "body" and speaker.body):
            return speaker
        if spokes and speaker.kind == "anonymous":
            return speaker
    return None


def _last_person(people: Sequence[tuple[int, str]], before: int) -> Speaker | None:
    at = bisect_left(people, (before, ""))
    return Speaker(people[at - 1][1], "person") if at else None


def _described(
    source: str, own: Speaker, earlier: Sequence[Speaker], later: Sequence[Speaker], known: Names
) -> Speaker | None:
    """Of "the agency", "the newspaper", "the official": the one that was, or will be, named."""
    bare = ARTICLE.sub("", POSSESSOR.sub("", source).strip())
    tail = re.sub(r"^[\w.’'-]+(?:['’]s|s['’])\s+", "", bare)
    if (
        any(word[0].isupper() for word in tail.split())
        or (not source.lower().startswith(("the ", "that ", "this ")) and tail == bare)
    ) and (own.kind != "study" or not re.match(r"(?:an?|media|news|latest|recent)\b", source, re.IGNORECASE)):
        return None
    head = _head(bare.lower().split())
    if head in lex.REPORT_NOUNS and set(bare.lower().split()) <= REPORT_WORDS:
        named = [s for s in earlier if s.kind == "media" and s.name[:1].isupper()]
        ahead = [s for s in later if s.kind == "media" and s.name[:1].isupper()]
        if not source.lower().startswith("the ") and not source[:1].isupper():
            return ahead[0] if ahead and not named else None
        return named[-1] if named else None
    return _match(head, own, earlier, later) or _mentioned(head, known)


def _mentioned(head: str, known: Names) -> Speaker | None:
    """Of "the county": the one body of the text whose name ends so."""
    named = known.bodies.get(head, ())
    return Speaker(named[0], "body") if named else None


def _match(head: str, own: Speaker, earlier: Sequence[Speaker], later: Sequence[Speaker]) -> Speaker | None:
    for speaker in reversed(earlier):
        if _answers(head, own, speaker):
            return speaker
    if head in AGENCIES:
        return next((speaker for speaker in later if _answers(head, own, speaker)), None)
    return None


def _answers(head: str, own: Speaker, other: Speaker) -> bool:
    if other.name == own.name or (other.kind in {"body", "media", "study"} and not other.name[:1].isupper()):
        return False
    if head in lex.MEDIA_NOUNS:
        return other.kind == "media"
    if head in AGENCIES:
        named = set(other.name.lower().split())
        if "news" in own.words:
            return other.kind == "media" and "agency" in named
        return other.kind == "body" and (not other.body or other.name == other.body) and bool(AGENCIES & named)
    if head in lex.ROLES and other.kind == "person":
        return head in other.words
    if head == "official":
        return other.kind == "anonymous" and "official" in other.words
    return head in lex.BODIES and other.kind == "body" and head in other.name.lower().split()
