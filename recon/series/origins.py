"""One name for one speaker across documents: "New York Times" in one article is "The New York Times" in another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recon.model import Claim, Document
from recon.series.stories import stories
from recon.spellings import ACRONYM, initials, one_person, sounded

HOUSE = re.compile(r"(ministry|department) of (?:the )?(\w+)")
"""A ministry named in full, "Ministry of Health", is the "Health Ministry"."""
ONE_WORD = re.compile(r"The [A-Z][\w’'-]+")
"""An outlet as the text that has named it in full goes on to name it: "The Star"."""


@dataclass(frozen=True, slots=True)
class _Story:
    """The names that the claims of one story use, how often, by which documents, and who publishes them."""

    used: Counter[str]
    docs: dict[str, set[str]]
    publishers: set[str]


def folded(claims: Sequence[Claim], documents: Iterable[Document] = ()) -> list[Claim]:
    """The claims with each speaker under one name. Names that differ in case or a leading article go by the longer one,
    then the more frequent, wherever they are; two romanisations of a person's name by the more frequent, and a short
    form by the long one, within a story only, the last where one of its `documents` introduces it."""
    used = Counter(name for claim in claims for name in _names(claim))
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in used:
        alike[_key(name)].append(name)
    chosen = {
        name: min(names, key=lambda one: (-len(one), -used[one], one)) for names in alike.values() for name in names
    }
    if any(name != one for name, one in chosen.items()):
        claims = [_renamed(claim, chosen) for claim in claims]
        used = Counter(name for claim in claims for name in _names(claim))
    return _within_stories(claims, used, {document.id: document for document in documents})


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(name for name in (*claim.chain, claim.origin, claim.said_by) if name)


def _renamed(claim: Claim, chosen: Mapping[str, str]) -> Claim:
    if not any(chosen.get(name, name) != name for name in _names(claim)):
        return claim
    chain = tuple(dict.fromkeys(chosen.get(name, name) for name in claim.chain))
    origin, said_by = chosen.get(claim.origin, claim.origin), chosen.get(claim.said_by, claim.said_by)
    return replace(claim, chain=chain, origin=origin, said_by=said_by)


def _key(name: str) -> str:
    words = " ".join(name.casefold().removeprefix("the ").split())
    house = HOUSE.fullmatch(words)
    return f"{house[2]} {house[1]}" if house else words


def _within_stories(claims: Sequence[Claim], used: Counter[str], texts: Mapping[str, Document]) -> list[Claim]:
    """Fold what only a story tells to be one; stories are told apart only where some names may be."""
    sounds: defaultdict[str, list[str]] = defaultdict(list)
    for name in used:
        sounds[sounded(name)].append(name)
    doubtful = {
        name for sound, names in sounds.items() if sound and len(names) > 1 and one_person(names) for name in names
    }
    expanded = _expanded(used) if texts else {}
    if not doubtful and not expanded:
        return list(claims)
    told = stories(claims, texts.values())
    found: dict[int, _Story] = {}
    for claim in claims:
        story = found.setdefault(told.of[claim.doc], _Story(Counter(), {}, set()))
        story.publishers.add(claim.publisher)
        for name in _names(claim):
            story.used[name] += 1
            story.docs.setdefault(name, set()).add(claim.doc)
    chosen = {
        number: _romanised(story, doubtful) | _shortened(story, expanded, texts) for number, story in found.items()
    }
    return [_renamed(claim, chosen[told.of[claim.doc]]) for claim in claims]


def _romanised(story: _Story, doubtful: set[str]) -> dict[str, str]:
    """Two romanisations of one name; not what one document tells apart."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(doubtful & story.used.keys()):
        alike[sounded(name)].append(name)
    found: dict[str, str] = {}
    for names in alike.values():
        docs = [doc for name in names for doc in story.docs[name]]
        if len(names) > 1 and one_person(names) and len(docs) == len(set(docs)):
            best = min(names, key=lambda one: (-story.used[one], one))
            found |= dict.fromkeys(names, best)
    return found


def _expanded(names: Iterable[str]) -> dict[str, list[str]]:
    """The short forms among some names, each with those it may be short for."""
    longs: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        if " " in name:
            longs[initials(name.removeprefix("The "))].append(name)
            if name.startswith("The ") and name.count(" ") > 1:
                longs[f"The {name.rpartition(' ')[2]}"].append(name)
    found = {name: longs[name] for name in names if ACRONYM.fullmatch(name) or ONE_WORD.fullmatch(name)}
    return {name: found[name] for name in sorted(found) if found[name]}


def _shortened(story: _Story, expanded: Mapping[str, Sequence[str]], texts: Mapping[str, Document]) -> dict[str, str]:
    """Short forms that a document of the story introduces, where nothing else there can be meant by them."""
    found: dict[str, str] = {}
    everyone = story.used.keys() | story.publishers
    for short, longs in expanded.items():
        if short not in story.used or short in story.publishers:
            continue
        here = [long for long in longs if long in story.used]
        if len(here) != 1 or (" " in short and _others(short, here[0], everyone)):
            continue
        docs = set().union(*story.docs.values())
        if any(_introduces(texts[doc].text, here[0], short) for doc in sorted(docs) if doc in texts):
            found[short] = here[0]
    return found


def _others(short: str, long: str, names: Iterable[str]) -> bool:
    """May another outlet be meant: is one "The Star" too, or published by its own name?"""
    tail = short.removeprefix("The ").casefold()
    return any(name.casefold().endswith(tail) for name in names if name not in {short, long})


def _introduces(text: str, long: str, short: str) -> bool:
    """Does a text name the long form and go on with the short one, or put it in brackets?"""
    at = text.find(long.removeprefix("The "))
    if at < 0:
        return False
    behind = text[at + len(long.removeprefix("The ")) :]
    bare = short.removeprefix("The ")
    article = "[Tt]he " if bare != short else ""
    return re.search(rf"(?<![\w-]){article}{re.escape(bare)}(?![\w-])(?! [A-Z])", behind) is not None
