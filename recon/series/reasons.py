"""Why a claim stands in its series, in a sentence: what it counts, where and of whom, and by which of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recon.model import Claim, Document, Series
from recon.series.counted import canonical, phrase
from recon.series.nesting import Nesting
from recon.series.numbers import number
from recon.series.reading import read as read_slots
from recon.series.seen import WORD
from recon.series.slots import Slots
from recon.series.stories import stories
from recon.series.vocabulary import ROLES

STEM = 5
"""Letters by which a word and its adjective are known for one."""
SHOWN = 4
"""Fellow claims that are named by number; from as many on "all others" says more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A series with its claims' slots and sentences, which are read again: the normal path does not keep them."""

    series: Series
    slots: Mapping[str, Slots]
    sentences: Mapping[str, str]
    nesting: Nesting
    placed: Container[str]

    def commonest(self, slot: Callable[[Slots], str]) -> str:
        """What most claims that fill a slot have there."""
        named = Counter(slot(slots) for slots in self.slots.values() if slot(slots))
        return min(named, key=lambda name: (-named[name], name), default="")

    def alike(self, claim: Claim, slot: Callable[[Slots], str], value: str) -> list[Claim]:
        """The other claims that print the same number and have a value in a slot."""
        return [
            one
            for one in self.series.claims
            if one.id != claim.id and slot(self.slots[one.id]) == value and number(one) == number(claim)
        ]

    def numbers(self, claims: Sequence[Claim]) -> str:
        """ "[1] [3] [4] and 2 more"."""
        ids = [one.id for one in self.series.claims]
        told = " ".join(f"[{ids.index(one.id) + 1}]" for one in claims[:SHOWN])
        return told + (f" and {len(claims) - SHOWN} more" if len(claims) > SHOWN else "")

    def prints(self, claims: Sequence[Claim]) -> str:
        """ "[2] prints the same number", "[2] [3] print the same number"."""
        return f"{self.numbers(claims)} {'prints' if len(claims) == 1 else 'print'} the same number"


def reasons(
    some: Iterable[Series],
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    placed: Container[str] = frozenset(),
) -> dict[str, str]:
    """The reason for each claim of some series, by id. `claims`, `documents` and `placed` are what `align` was given,
    of the documents in which the series stand at least."""
    texts = {document.id: document for document in sorted(documents, key=lambda one: one.id)}
    beside = sorted(claims, key=lambda one: (one.doc, one.part, one.start))
    found = {claim.id: slots for claim, slots, _ in read_slots(beside, texts, stories(beside, texts.values()))}
    nesting = Nesting(texts.values())
    told: dict[str, str] = {}
    for series in some:
        slots = {claim.id: found[claim.id] for claim in series.claims}
        sentences = {id_: one.near.text for id_, one in slots.items()}
        read = Reading(series, slots, sentences, nesting, placed)
        told |= {claim.id: "; ".join(_clauses(claim, read)) for claim in series.claims}
    return told


def _clauses(claim: Claim, read: Reading) -> Iterator[str]:
    mine = read.slots[claim.id]
    yield f"{_counted(claim, mine, read.sentences[claim.id])}{_like(claim, read)}"
    yield _where(claim, read)
    if read.commonest(lambda slots: slots.group):
        yield _group(claim, read)
    if mine.scope:
        yield f"“{claim.scope}” is taken for: {mine.scope}"
    yield from _measure(claim, read)
    if claim.status in ("forecast", "planned"):
        yield f"{claim.status}, which stands with what is counted"
    elif claim.status == "denied":
        yield "denied, and so held against no other"


def _counted(claim: Claim, slots: Slots, text: str) -> str:
    """What is counted, and the word that says so: the nearest to the number in its sentence, else what was read."""
    if slots.role:
        printed = _nearest(text, claim.text, lambda word: ROLES.get(word) == slots.role)
        beside = "" if phrase(claim.subject, claim.noun)[0] else ", the nearest word that tells what became of them"
        by = f"“{printed}”{beside}" if printed else _read(claim)
        return f"counts the {slots.role}{f' {slots.head}' if slots.head else ''} ({by})"
    if slots.head:
        printed = _nearest(text, claim.text, lambda word: canonical(word) in slots.head.split())
        return f"counts {slots.head} ({f'“{printed}”' if printed else _read(claim)})"
    return f"gives {'an' if claim.kind[0] in 'aeiou' else 'a'} {claim.kind.replace('_', ' ')}, and no word of what"


def _read(claim: Claim) -> str:
    words = claim.subject or claim.noun
    return f"“{words}”, no word of its sentence" if words else "by the words around the number"


def _nearest(text: str, printed: str, fits: Callable[[str], bool]) -> str:
    """The word nearest to a number in its sentence that fits, as printed; "" where none does."""
    at = max(text.find(printed), 0)
    words = ((abs(match.start() - at), match[0]) for match in WORD.finditer(text))
    nearest = min(((gap, word) for gap, word in words if fits(word.lower().strip(".'’"))), default=(0, ""))
    return nearest[1].strip(".'’")


def _like(claim: Claim, read: Reading) -> str:
    """Which others count the same; a claim that no rule would have put beside the others was put there by hand."""
    claims, core = read.series.claims, read.slots[claim.id].core
    fellows = [one for one in claims if one.id != claim.id and read.slots[one.id].core == core]
    if len(claims) == 1:
        return ""
    if not fellows:
        return ", as no other here does: somebody put it here"
    if len(fellows) == len(claims) - 1 >= SHOWN:
        return ", as all others do"
    return f", as {read.numbers(fellows)} {'does' if len(fellows) == 1 else 'do'}"


def _where(claim: Claim, read: Reading) -> str:
    mine, main = read.slots[claim.id], read.commonest(lambda slots: slots.place)
    if not mine.place:
        return f"names no place, so it goes with {main.title()}" if main else "names no place"
    if claim.id in read.placed:
        return f"in {mine.place.title()}, as somebody set it"
    here = f"in {mine.place.title()}, which {'its sentence' if mine.stated else 'the text around it'} names"
    if mine.place == main:
        return here
    if same := read.alike(claim, lambda slots: slots.place, main):
        return f"{here}; {read.prints(same)} of {main.title()}"
    docs = sorted({one.doc for one in read.series.claims})
    if main in mine.places[1:] or read.nesting.within(mine.place, main, docs):
        return f"{here}, and which the texts write as in {main.title()}, where the others are"
    if read.nesting.within(main, mine.place, docs):
        return f"{here}; {main.title()}, where the others are, lies in it"
    return f"{here}; too seldom in this story to count apart from {main.title()}"


def _group(claim: Claim, read: Reading) -> str:
    """Whose or which of them, from the other words of what is counted."""
    mine, main = read.slots[claim.id].group, read.commonest(lambda slots: slots.group)
    if mine:
        text = read.sentences[claim.id].lower()
        # "Korean" in the sentence is "Korea" in the slot.
        printed = all(word[:STEM] in text for word in mine.split())
        return f"of “{_in_words(claim, mine)}”, {'so its sentence' if printed else 'read from the text around it'}"
    whose = next(_in_words(one, main) for one in read.series.claims if read.slots[one.id].group == main)
    if same := read.alike(claim, lambda slots: slots.group, main):
        return f"does not say whose; {read.prints(same)} of “{whose}”"
    return f"does not say whose, so it goes with “{whose}”"


def _in_words(claim: Claim, group: str) -> str:
    """The words of a group in the order of the claim: a slot keeps them sorted."""
    words = [word.lower() for word in WORD.findall(claim.subject or claim.noun)]
    return " ".join(dict.fromkeys(word for word in words if canonical(word) in group.split())) or group


def _measure(claim: Claim, read: Reading) -> Iterator[str]:
    mine = read.slots[claim.id].measure
    if mine != "total":
        what = "what was added" if mine == "increment" else "what flows"
        same = read.alike(claim, lambda slots: slots.measure, "total")
        yield f"told as {what}; {read.prints(same)} as a total" if same else f"told as {what}"
    elif claim.measure == "increment":
        yield "told as added to another count, so it is the total of its own"
