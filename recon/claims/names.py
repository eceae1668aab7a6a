"""The names a document uses and how it shortens them: acronyms, surnames, "The Star" for "The Evening Star"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from recon.claims import lexicon as lex
from recon.claims.layout import STARTERS
from recon.claims.words import Token, tokenize
from recon.geography import COUNTRY, COUNTRY_OF

ACRONYM = re.compile(r"\((?:the )?([A-Z][A-Za-z]{1,6})\)")
LINKS = frozenset("of for the and on de del la al el bin von van da".split())
BRACKETED = re.compile(r"\s*\([^()]{0,40}\)")
POSSESSOR = re.compile(r"^(.{2,40}?)(?:['’]s|s['’])\s+(?=[A-Z])")
ORG_WORDS = re.compile(
    r"\b(?:Agency|Service|Ministry|Department|Institute|Institution|University|College|Center|Centre|Council|"
    r"Commission|Committee|"
    r"Bureau|Office|Organi[sz]ation|Association|Federation|Union|Party|Police|Army|Navy|Force|Guard|Corps|Company|"
    r"Corp|Inc|Ltd|"
    r"Group|Bank|Fund|Foundation|Society|County|City|Hospital|Medical|Hall|House|Court|Authority|Administration|"
    r"Board|Alliance|"
    r"Crescent|Cross|International|National|Nations|Health|Observatory|Laboratory|Survey|Network|Coalition|"
    r"Campaign|Congress|"
    r"Senate|Parliament|Assembly|Kremlin|Pentagon|Treasury|Reserve|Industries|System|Systems|Initiative|Programme|"
    r"Program)\b"
)


LONGEST = 8
"""Words of the longest name."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a document calls things: full forms by acronym, by surname and by the first word of a name."""

    acronyms: dict[str, str]
    surnames: dict[str, str]
    openings: dict[str, str]
    people: frozenset[str]
    media: tuple[str, ...]
    articled: frozenset[str]
    bodies: dict[str, tuple[str, ...]]
    halves: dict[str, str]

    def full(self, name: str) -> str:
        """The full form of a short name, or the name itself."""
        if name in self.acronyms:
            return self.acronyms[name]
        if name in COUNTRY_OF:
            return COUNTRY_OF[name] if name.isupper() or "." in name else name
        if " " not in name:
            return self.halves.get(name) or self.surnames.get(name) or self.openings.get(name) or name
        return self._outlet(name)

    def _outlet(self, name: str) -> str:
        words = name.split()
        if words[0] != "The" or len(words) > 3:
            return name
        for outlet in self.media:
            if len(outlet) > len(name) and outlet.split()[-len(words) + 1 :] == words[1:]:
                return outlet
        return name


def names(text: str) -> Names:
    """Read the names of a document in one pass."""
    tokens = tokenize(text)
    found = _runs(tokens)
    runs = Counter(run for run, _ in found)
    surnames: dict[str, str] = {}
    openings: dict[str, str] = {}
    for run, _ in sorted(runs.items(), key=lambda item: (-item[1], item[0])):
        words = run.split()
        if not 2 <= len(words) <= 5 or words[0].endswith(("ing", "ed")):
            continue
        if lex.MEDIA.search(run):
            openings.setdefault(words[0], run)
        elif not ORG_WORDS.search(run) and not any(word in COUNTRY_OF for word in words):
            if words[-1][0].isupper():
                surnames.setdefault(words[-1], run)
            if "-" in words[1] and words[1].split("-")[1][:1].islower():
                surnames.setdefault(words[0], run)
    openings.pop("The", None)
    outlets = frozenset(run for run in runs if lex.MEDIA.search(run))
    plain = {run for run, article in found if article == "the"}
    articled = frozenset(run for run, article in found if article == "The" and run in outlets and run not in plain)
    media = tuple(sorted(f"The {run}" if run in articled else run for run in outlets if " " in run))[:200]
    people = frozenset(surnames.values())
    return Names(_acronyms(text), surnames, openings, people, media, articled, _bodies(runs), halves(text))


def halves(text: str) -> dict[str, str]:
    """What "the North" and "the South" are short for: the one country of the text whose name begins so."""
    found: dict[str, str] = {}
    for half in ("North", "South"):
        if half not in text:
            continue
        named = {COUNTRY_OF[match[0]] for match in COUNTRY.finditer(text) if match[0].startswith(half)}
        if len(named) == 1:
            found[half] = named.pop()
    return found


def _bodies(runs: Counter[str]) -> dict[str, tuple[str, ...]]:
    """The names of bodies by their last word, the most frequent first: "county" -> ("Derby County",)."""
    found: dict[str, list[str]] = {}
    for run in sorted(runs, key=lambda run: (-runs[run], run)):
        head = run.split()[-1].lower()
        if head in lex.BODIES and " " in run:
            found.setdefault(head, []).append(run)
    return {head: tuple(names) for head, names in found.items()}


def _runs(tokens: list[Token]) -> list[tuple[str, str]]:
    """Runs of capitalised words, each with the article before it; titles and articles at their head left off."""
    found: list[tuple[str, str]] = []
    run: list[str] = []
    article = ""
    for previous, token in zip([None, *tokens], [*tokens, Token(".", ".", 0, 0)], strict=False):
        joined = previous is None or token.start - previous.end <= 1
        if token.capital and joined and not token.time:
            word = re.sub(r"['’]s$", "", token.text)
            run.append(word)
            if word == token.text:
                continue
        if run:
            lead = 0
            while lead < len(run) and _leads(run, lead):
                article = run[lead]
                lead += 1
            if lead < len(run) and len(run) - lead <= LONGEST:
                found.append((" ".join(run[lead:]), article))
            run = []
        article = token.text
    return found


def _leads(run: list[str], at: int) -> bool:
    low = run[at].lower()
    return low in STARTERS or low.strip(".") in lex.ROLES or (run[at] in COUNTRY_OF and len(run) - at > 2)


def _acronyms(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in ACRONYM.finditer(text):
        words = text[max(0, match.start() - 120) : match.start()].split()
        letters = match[1].upper().rstrip("S") if len(match[1]) > 3 and match[1].endswith("s") else match[1].upper()
        for size in range(2, min(10, len(words)) + 1):
            tail = words[-size:]
            initials = "".join(
                part[0] for word in tail if word.lower() not in LINKS for part in word.split("-") if part
            )
            if tail[0][0].isupper() and tail[0].lower() not in LINKS and initials.upper() == letters:
                found.setdefault(match[1], re.sub(r"(?:['’]s|[’'])$", "", " ".join(tail)))
                break
    return found
