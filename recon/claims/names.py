"""The names a document uses and how it shortens them: acronyms, surnames, "The Star" for "The Evening Star"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from recon.claims import lexicon as lex
from recon.claims.layout import STARTERS
from recon.claims.words import Token, tokenize
from recon.geography import COUNTRY, COUNTRY_OF
from recon.spellings import ACRONYM, LINKS, initials, one_person, sounded

BRACKETED_ACRONYM = re.compile(r"\((?:the )?([A-Z][A-Za-z]{1,6})\)")
LONG_NAME = re.compile(r"[A-Z][\w’'-]*(?: (?:(?:of|for|and|on|the) ){0,2}[A-Z][\w’'-]*){1,7}")
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
    r"Program|Rail|Energy|Motors?|Airlines?|Airways|Steel|Oil|Petroleum|Mining|Holdings|Technologies|Foods|Telecom|Electric|"
    r"Railways?|Shipping|Monitor|Watch|Relief|Mission|Rights|Trust|Brigade|Embassy|Command|Secretariat|Academy|"
    r"Directorate|Tribunal|Registry|Regulator)\b"
)

SITES = re.compile(
    r"\b(?:Hotel|Street|Road|Bridge|Park|Square|Airport|Stadium|Island|River|Valley|Mountains?|Lake|Bay|Avenue|Mall|Church|"
    r"School|Camp|Plaza|Tower|Station|Highway|Beach|Creek|Hills?|Ridge|Fire|Storm|Hurricane|Act|Bill|Games|Cup|Day|War|"
    r"Games|Theater|Theatre|Prison|Palace|Museum|Mosque|Temple|Cathedral|Clinic|Mine|Dam|Canyon|Falls|Desert|Sea|Ocean)\b"
)
"""Last words of names that are no person's."""
TOWNS = frozenset(
    """Port Fort Mount Lake New San Santa Santo Saint Los Las Cape Puerto Rio Upper Lower Great North South East West
    Northern Southern Eastern Western Central Tel""".split()
)
"""First words of names that are a place's."""
WITHIN = frozenset("in near outside across throughout".split())
"""Words before the name of a place and hardly ever before that of a person."""
SENTENCE_END = re.compile(r"[.!?…][\"”’')]*\s|\n")
MOST_ALIKE = 20
"""How many people a text may name in two spellings; the text is read once for each."""
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
    aliases: dict[str, str] = field(default_factory=dict)

    def full(self, name: str) -> str:
        """The full form of a short name, or the name itself."""
        if name in self.aliases:
            return self.aliases[name]
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
    within = Counter(run for run, before in found if before in WITHIN)
    surnames: dict[str, str] = {}
    openings: dict[str, str] = {}
    for run, _ in sorted(runs.items(), key=lambda item: (-item[1], item[0])):
        words = run.split()
        if not 2 <= len(words) <= 5 or words[0].endswith(("ing", "ed")) or words[0] in TOWNS:
            continue
        if 2 * within[run] >= runs[run]:
            continue
        if lex.MEDIA.search(run):
            openings.setdefault(words[0], run)
        elif (
            not ORG_WORDS.search(run) and not SITES.search(words[-1]) and not any(word in COUNTRY_OF for word in words)
        ):
            if words[-1][0].isupper():
                surnames.setdefault(words[-1], run)
            if "-" in words[1] and words[1].split("-")[1][:1].islower():
                surnames.setdefault(words[0], run)
    openings.pop("The", None)
    outlets = frozenset(run for run in runs if lex.MEDIA.search(run))
    plain = {run for run, article in found if article == "the"}
    articled = frozenset(run for run, article in found if article == "The" and run in outlets and run not in plain)
    media = tuple(sorted(f"The {run}" if run in articled else run for run in outlets if " " in run))[:200]
    aliases = _aliases(runs, text)
    surnames = {last: aliases.get(run, run) for last, run in surnames.items()}
    people = frozenset(surnames.values())
    acronyms = _acronyms(text)
    acronyms |= _bare_acronyms(text, {run for run in runs if ACRONYM.fullmatch(run) and run not in acronyms})
    return Names(acronyms, surnames, openings, people, media, articled, _bodies(runs), halves(text), aliases)


def _aliases(runs: Counter[str], text: str) -> dict[str, str]:
    """One person's name in several romanisations, under the most frequent. Two in one sentence are two people."""
    alike: dict[str, list[str]] = {}
    for run in runs:
        if sound := sounded(run):
            alike.setdefault(sound, []).append(run)
    found: dict[str, str] = {}
    doubled = [names_ for names_ in alike.values() if len(names_) > 1 and one_person(names_)]
    doubled.sort(key=lambda names_: (-sum(runs[name] for name in names_), names_))
    for names_ in doubled[:MOST_ALIKE]:
        if not _side_by_side(names_, text):
            best = min(names_, key=lambda run: (-runs[run], run))
            found |= {name: best for name in names_ if name != best}
    return found


def _side_by_side(names_: Sequence[str], text: str) -> bool:
    """Does a sentence name two of these? A full stop, or a line, parts sentences well enough for that."""
    either = re.compile("|".join(re.escape(name) for name in sorted(names_, key=len, reverse=True)))
    before: re.Match[str] | None = None
    for match in either.finditer(text):
        if before and before[0] != match[0] and not SENTENCE_END.search(text, before.end(), match.start()):
            return True
        before = match
    return False


def _bare_acronyms(text: str, bare: set[str]) -> dict[str, str]:
    """Initials that no bracket explains: the one body of the text whose name begins with them."""
    known = {letters for letters in bare if letters not in COUNTRY_OF and not lex.MEDIA.search(letters)}
    found: dict[str, set[str]] = {}
    for match in LONG_NAME.finditer(text) if known else ():
        words = re.sub(r"['’]s?$", "", match[0]).split()
        for first in range(len(words) - 1):
            name = " ".join(words[first:])
            if words[first].lower() not in LINKS and initials(name) in known and ORG_WORDS.search(name):
                found.setdefault(initials(name), set()).add(name)
    return {letters: names_.pop() for letters, names_ in found.items() if len(names_) == 1}


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
    end = 0
    for token in tokens:
        named = token.capital and not token.time
        if run and not (named and token.start - end <= 1):
            _close(run, article, found)
            run = []
        if named:
            word = re.sub(r"['’]s$", "", token.text)
            run.append(word)
            if word != token.text:
                _close(run, article, found)
                run = []
                article = token.text
        else:
            article = token.text
        end = token.end
    if run:
        _close(run, article, found)
    return found


def _close(run: list[str], article: str, found: list[tuple[str, str]]) -> None:
    lead = 0
    while lead < len(run) and _leads(run, lead):
        article = run[lead]
        lead += 1
    if lead < len(run) and len(run) - lead <= LONGEST:
        found.append((" ".join(run[lead:]), article))


def _leads(run: list[str], at: int) -> bool:
    low = run[at].lower()
    return low in STARTERS or low.strip(".") in lex.ROLES or (run[at] in COUNTRY_OF and len(run) - at > 2)


def _acronyms(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in BRACKETED_ACRONYM.finditer(text):
        words = text[max(0, match.start() - 120) : match.start()].split()
        letters = match[1].upper().rstrip("S") if len(match[1]) > 3 and match[1].endswith("s") else match[1].upper()
        for size in range(2, min(10, len(words)) + 1):
            tail = words[-size:]
            if tail[0][0].isupper() and tail[0].lower() not in LINKS and initials(" ".join(tail)) == letters:
                found.setdefault(match[1], re.sub(r"(?:['’]s|[’'])$", "", " ".join(tail)))
                break
    return found
