"""Who the printed speakers are: pronouns, surnames and "the agency" resolved within the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.identity import ARTICLE, MADE_BY, NOBODY, Kind, Speaker, describe, head_noun, owner
from recon.claims.mentions import Mentions
from recon.claims.names import POSSESSOR, Names
from recon.claims.tellings import Attribution

REPORT_WORDS = frozenset("news media report reports recent latest press article story dispatch".split())
RELATIVES = frozenset({"which", "who", "that"})
NEAR = 350
"""Characters between a pronoun and the subject it takes up."""
REACH = 80
"""How many attributions back or ahead a description may find its name."""
AGENCIES = frozenset("agency service bureau office administration organization organisation".split())


def cast(attributions: Sequence[Attribution], known: Names, mentioned: Mentions) -> list[Speaker]:
    """The speaker of each attribution."""
    first = [describe(one.source, one.office, known) for one in attributions]
    found: list[Speaker] = []
    for i, one in enumerate(attributions):
        before = next(
            (told for told in reversed(attributions[max(0, i - 4) : i]) if told.source not in RELATIVES), None
        )
        spoke = max(before.end, before.cue_end) if before else 0
        found.append(_resolve(one, first[i], found[-REACH:], spoke, first[i + 1 : i + REACH], mentioned, known))
    return found


def _resolve(
    one: Attribution,
    own: Speaker,
    earlier: Sequence[Speaker],
    spoke: int,
    later: Sequence[Speaker],
    mentioned: Mentions,
    known: Names,
) -> Speaker:
    """`spoke` is the offset at which the attribution before it ends."""
    low = one.source.lower()
    if low in {"he", "she"}:
        return (
            _subject("person", one, spoke, mentioned)
            or _last(earlier, {"person"}, spokes=True)
            or _last_person(mentioned, one.start)
            or Speaker(one.source, "anonymous")
        )
    if low == "it":
        return (
            _subject("body", one, spoke, mentioned)
            or _last(earlier, {"body", "media", "study"})
            or _last_body(mentioned, one.start)
            or NOBODY
        )
    if low in {"they", "we"}:
        return _last(earlier, {"collective", "anonymous", "body"}) or NOBODY if low == "they" else NOBODY
    if own.kind == "nobody":
        return NOBODY
    if low.startswith(("his ", "her ")) and len(low.split()) == 2:
        owner = _last(earlier, {"person"}) or _last_person(mentioned, one.start)
        return Speaker(f"{owner.name}’s {low.split()[1]}", "body", "", own.words) if owner else own
    if own.kind == "person":
        return _introduced(own, [*reversed(earlier), *later])
    return _described(one, own, earlier, later, mentioned, known) or own


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


def _subject(kind: Kind, one: Attribution, spoke: int, mentioned: Mentions) -> Speaker | None:
    """Whom a pronoun takes up that nobody has spoken as yet: the subject of the sentence before, or of its own."""
    since = max(one.start - NEAR, spoke)
    name = mentioned.subject(kind, since, one.start)
    return Speaker(name, kind) if name else None


def _last_person(mentioned: Mentions, before: int, role: str = "") -> Speaker | None:
    name = mentioned.person(before, role)
    return Speaker(name, "person") if name else None


def _last_body(mentioned: Mentions, before: int) -> Speaker | None:
    name = mentioned.body(before)
    return Speaker(name, "body") if name else None


def named_relay(one: Attribution, mentioned: Mentions) -> Attribution:
    """An attribution with "the newspaper" that was told by its name, and whoever owns a count for the count."""
    noun = ARTICLE.sub("", one.relay).lower()
    relay = mentioned.outlet(noun, one.start) or one.relay if noun in lex.MEDIA_NOUNS else one.relay
    return replace(one, source=owner(one.source), relay=relay, cited=owner(one.cited))


def _described(
    one: Attribution,
    own: Speaker,
    earlier: Sequence[Speaker],
    later: Sequence[Speaker],
    mentioned: Mentions,
    known: Names,
) -> Speaker | None:
    """Of "the agency", "the newspaper", "the official": the one that was, or will be, named."""
    made = MADE_BY.search(one.source)
    source = made[1] if made and own.kind != "study" else one.source
    bare = ARTICLE.sub("", POSSESSOR.sub("", source).strip())
    tail = re.sub(r"^[\w.’'-]+(?:['’]s|s['’])\s+", "", bare)
    if (
        any(word[0].isupper() for word in tail.split())
        or (not source.lower().startswith(("the ", "that ", "this ")) and tail == bare)
    ) and (own.kind != "study" or not re.match(r"(?:an?|media|news|latest|recent)\b", source, re.IGNORECASE)):
        return None
    head = head_noun(bare.lower().split())
    if head in lex.REPORT_NOUNS and set(bare.lower().split()) <= REPORT_WORDS:
        named = [s for s in earlier if s.kind == "media" and s.name[:1].isupper()]
        ahead = [s for s in later if s.kind == "media" and s.name[:1].isupper()]
        if not source.lower().startswith("the ") and not source[:1].isupper():
            return ahead[0] if ahead and not named else None
        return named[-1] if named else None
    if head in lex.MEDIA_NOUNS and bare.lower() == head:
        name = mentioned.outlet(head, one.start)
        return Speaker(name, "media") if name else None
    found = _match(head, own, earlier, later)
    if found is None and head in lex.ROLES and source.lower().startswith("the "):
        found = _last_person(mentioned, one.start, head)
    return found or _mentioned(head, known)


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
    if head in lex.ROLES and (other.kind == "person" or other.person):
        return head in other.words
    if head == "official":
        return other.kind == "anonymous" and "official" in other.words
    return head in lex.BODIES and other.kind == "body" and head in other.name.lower().split()
