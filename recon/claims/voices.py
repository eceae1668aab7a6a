"""Who speaks at each place of a document: attributions gathered, quotations carried over sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recon.claims.cast import cast, named_relay
from recon.claims.chain import Voice, links
from recon.claims.identity import NOBODY, Speaker, describe, same_outlet
from recon.claims.layout import Page, Utterance, page
from recon.claims.mentions import mentions
from recon.claims.names import Names, names
from recon.claims.offices import housed, houses
from recon.claims.phrases import before as before_verb
from recon.claims.phrases import can_speak, leading
from recon.claims.places import Places, read_places
from recon.claims.speakers import attributions
from recon.claims.tellings import Attribution
from recon.claims.words import tokenize
from recon.model import Document, Part

BACK_REFERENCE = re.compile(r"^(?:That|This)(?:['’]s| is| was)? according to\b")
CONTINUING = re.compile(r"^(?:the|it|this)\b", re.IGNORECASE)
CONTINUATION = re.compile(
    r"^(?:(?:These|Those|They|That|This|The (?:figure|number|total|toll|tally|count)) (?:also )?(?:includ|exclud|"
    r"compar|"
    r"compris|consist|does not|do not|leaves|brings|(?:is|was|are) (?:up|down|higher|lower|the highest|the lowest))|"
    r"(?:Of|Among|Included in) (?:them|those|these|that(?=,)|that (?:total|number)|the (?:dead|injured|wounded|"
    r"missing|victims|"
    r"killed|total))\b)"
)
"""How a sentence begins that only tells more of the number before it."""
RECALLED = re.compile(
    r"\b(?:the|their|his|her)(?: [\w.’'-]+){0,4} (?:shooting|shoot-?out|attack|massacre|bombing|blast|explosion|fire|"
    r"blaze|crash|accident|quake|earthquake|storm|hurricane|floods?|flooding|tornado|raid|rampage|stampede|collapse|"
    r"disaster|derailment|sinking|riots?)\b[^.;:“”\"]{0,120} (?:that|which) (?:\w+ly )?(?:left|killed|wounded|injured|"
    r"destroyed|displaced|claimed)\b[^,;:“”\".]{0,40}$",
    re.IGNORECASE,
)
"""A happening known to the reader, with its toll."""
INTRODUCING = frozenset("made wrote writes issued posted gave offered tweeted released published had".split())
MOST = 4
"""The most earlier tellings of a speaker that are asked for the day of speaking."""
REACH = 8
"""How many sentences back the paper whose story is being told may stand from "a senior official said"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A document read once: its utterances, its attributions with their speakers, and the speaker of each quotation."""

    page: Page
    known: Names
    told: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    by_utterance: tuple[tuple[int, ...], ...]
    quoting: tuple[int, ...]
    publisher: str
    places: Places

    def voice(self, part: Part, offset: int) -> Voice:
        """Who says what stands at an offset; an empty voice where nobody but the outlet does."""
        index = self.page.at(part, offset)
        if index < 0:
            return Voice()
        covering = [n for n in self.by_utterance[index] if self.told[n].covers(offset)]
        if covering and self._presupposed(index, offset, covering):
            return Voice(recalled=True)
        if not covering:
            covering = self._carried(index, offset)
        if not covering:
            return self._continued(index)
        covering.sort(key=lambda n: (self.told[n].low, -self.told[n].cue_start if self.told[n].wraps else 0))
        return self._speak(covering)

    def _carried(self, index: int, offset: int) -> list[int]:
        utterance = self.page.utterances[index]
        if any(q.start <= offset < q.end for q in utterance.quotes) and self.quoting[index] >= 0:
            return [self.quoting[index]]
        if index + 1 < len(self.page.utterances):
            following = self.page.utterances[index + 1]
            if BACK_REFERENCE.match(following.text):
                return list(self.by_utterance[index + 1][:1])
        return []

    def _presupposed(self, index: int, offset: int, covering: Sequence[int]) -> bool:
        """Is the number in what the outlet itself recalls: "pleaded guilty to the attack that killed 14"?"""
        utterance = self.page.utterances[index]
        if any(self.told[n].cue_start > offset for n in covering):
            return False
        if any(q.start <= offset < q.end for q in utterance.quotes):
            return False
        return RECALLED.search(utterance.text[: offset - utterance.start]) is not None

    def _continued(self, index: int) -> Voice:
        """Who says what only goes on from the sentence before: "These include 14 children", "Of those, 14 ..."."""
        utterance = self.page.utterances[index]
        if index == 0 or self.by_utterance[index] or not CONTINUATION.match(utterance.text):
            return Voice()
        before = [n for n in self.by_utterance[index - 1] if self.told[n].about_quote]
        return replace(self._speak(before[-1:]), inferred=True) if before else Voice()

    def telling_before(self, n: int) -> list[Attribution]:
        """The tellings of the same speaker in this sentence and the two before, nearest first."""
        one, name = self.told[n], self.speakers[n].name
        owner = name.rpartition("’s ")[0]
        found = []
        for other in range(n - 1, -1, -1):
            if self.told[other].utterance < one.utterance - 2:
                break
            if self.speakers[other].name in {name, owner or name}:
                found.append(self.told[other])
            if len(found) == MOST:
                break
        return found

    def _speak(self, covering: Sequence[int]) -> Voice:
        chain: list[Speaker] = []
        for n in covering:
            if self.speakers[n] is not NOBODY:
                chain += links(self.told[n], self.speakers[n], self.known)
        if not chain:
            return Voice()
        innermost = covering[-1]
        chain += self._cited_before(innermost)
        if all(speaker.kind == "anonymous" for speaker in chain):
            outlet = self._outlet_before(innermost)
            if outlet is not None:
                return Voice((outlet, *chain), self.told[innermost], innermost, inferred=True)
        return Voice(tuple(chain), self.told[innermost], innermost)

    def _cited_before(self, n: int) -> list[Speaker]:
        """Whom "the report" rests on, where the sentence before said so: its source is still the same."""
        one, speaker = self.told[n], self.speakers[n]
        if one.cited or speaker.kind != "media" or speaker.name == one.source:
            return []
        ahead = not CONTINUING.match(one.source)
        around = range(n + 1, len(self.told)) if ahead else range(n - 1, -1, -1)
        for other in around:
            if abs(self.told[other].utterance - one.utterance) > 3:
                break
            told = self.told[other]
            if self.speakers[other].name == speaker.name and told.cited:
                return links(told, speaker, self.known)[1:]
            if told.relay and describe(told.relay, "", self.known).name == speaker.name:
                return links(told, self.speakers[other], self.known)[1:]
        return []

    def _outlet_before(self, n: int) -> Speaker | None:
        """The other outlet whose story the text is telling when it quotes a nameless official."""
        for other in range(n - 1, -1, -1):
            if self.told[n].utterance - self.told[other].utterance > REACH:
                return None
            speaker = self.speakers[other]
            if speaker.kind == "media" and speaker.name[:1].isupper():
                return None if same_outlet(speaker.name, self.publisher) else speaker
        return None


def scene(document: Document) -> Scene:
    """Read a document."""
    sheet = page(document)
    known = names(document.text)
    told: list[Attribution] = []
    owned: list[tuple[int, ...]] = []
    for utterance in sheet.utterances:
        mine = attributions(utterance)
        owned.append(tuple(range(len(told), len(told) + len(mine))))
        told += mine
    quoting, extra = _quoting(sheet.utterances, told, owned)
    told += extra
    mentioned = mentions(document.text, known, document.publisher)
    told = [named_relay(one, mentioned) for one in told]
    speakers = housed(cast(told, known, mentioned), houses(document.text))
    title = document.title or document.text[document.body_start :].lstrip()[:120].split("\n")[0]
    places = read_places(document.text[document.body_start :], title, known)
    return Scene(sheet, known, tuple(told), tuple(speakers), tuple(owned), tuple(quoting), document.publisher, places)


def _quoting(
    utterances: Sequence[Utterance], told: Sequence[Attribution], owned: Sequence[tuple[int, ...]]
) -> tuple[list[int], list[Attribution]]:
    """For each utterance the attribution its quotations belong to, -1 for none; and those made up for "From X:"."""
    speaker: list[int] = []
    extra: list[Attribution] = []
    for i, utterance in enumerate(utterances):
        mine = [n for n in owned[i] if told[n].about_quote]
        if mine:
            speaker.append(mine[-1])
            continue
        before = utterances[i - 1] if i else None
        if not utterance.quotes or before is None:
            speaker.append(-1)
            continue
        same = before.paragraph == utterance.paragraph
        pure = utterance.text[0] in "“\"'‘"
        ahead = _ahead(utterances, told, owned, i) if pure and not same else -1
        if ahead >= 0:
            speaker.append(ahead)
        elif (same and before.quotes) or (pure and before.quotes and _is_pure(utterance)):
            speaker.append(speaker[-1])
        elif same and pure and owned[i - 1]:
            speaker.append(owned[i - 1][-1])
        elif before.text.endswith(":") or (same and pure and not before.quotes and _is_pure(utterance)):
            speaker.append(_colon(before, owned[i - 1], len(told) + len(extra), extra))
        else:
            speaker.append(-1)
    return speaker, extra


def _is_pure(utterance: Utterance) -> bool:
    return sum(q.end - q.start for q in utterance.quotes) >= 0.8 * len(utterance.text)


def _ahead(
    utterances: Sequence[Utterance], told: Sequence[Attribution], owned: Sequence[tuple[int, ...]], index: int
) -> int:
    """The speaker named behind the quotation's second sentence, in the same paragraph."""
    for i in range(index + 1, min(index + 3, len(utterances))):
        if utterances[i].paragraph != utterances[index].paragraph or not utterances[i].quotes:
            return -1
        mine = [n for n in owned[i] if told[n].about_quote and told[n].wraps]
        if mine:
            return mine[0]
    return -1


def _colon(before: Utterance, owned: Sequence[int], number: int, extra: list[Attribution]) -> int:
    """The speaker of a quotation that "Smith wrote:" or "Quotes from Sheriff Smith:" introduces."""
    if owned:
        return owned[-1]
    tokens = tokenize(before.text)
    verb = next((i for i, token in enumerate(tokens) if token.low in INTRODUCING), 0)
    start = next((i + 1 for i, token in enumerate(tokens) if token.low in {"from", "by"}), 0)
    phrase = (before_verb(tokens, verb - 1) if verb else None) or leading(tokens, start)
    if phrase is None or not can_speak(tokens, phrase):
        return -1
    first, last = tokens[phrase.first], tokens[phrase.last]
    extra.append(
        Attribution(
            utterance=before.index,
            source=before.text[first.start : last.end],
            start=before.start + first.start,
            end=before.start + last.end,
            cue=":",
            cue_start=before.end - 1,
            cue_end=before.end,
            low=before.end,
            high=before.end,
            about_quote=True,
        )
    )
    return number
