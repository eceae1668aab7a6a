"""Why a claim stands in its series, in a sentence: what it counts, where and of whom, and by which of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from recon.model import Claim, Document, Series
from recon.series.nesting import Nesting
from recon.series.quantities import number
from recon.series.slots import WORD, Slots, canonical, phrase, slots_of
from recon.series.vocabulary import ROLES
from recon.series.wording import sentence

SHOWN = 4
"""Fellow claims that are named by number."""
ALL = 4
"""From how many fellows on "all others" says more than their numbers."""


def reasons(series: Series, documents: Iterable[Document] = ()) -> dict[str, str]:
    """The reason for each claim of a series, by id. `documents` are the texts that `align` was given."""
    texts = {document.id: document for document in documents}
    nesting = Nesting(texts[doc] for doc in dict.fromkeys(claim.doc for claim in series.claims) if doc in texts)
    printed = {claim.id: sentence(claim, texts.get(claim.doc)) for claim in series.claims}
    read = {claim.id: slots_of(claim, printed[claim.id]) for claim in series.claims}
    return {claim.id: "; ".join(_clauses(claim, printed[claim.id], series, read, nesting)) for claim in series.claims}


def _clauses(claim: Claim, text: str, series: Series, read: Mapping[str, Slots], nesting: Nesting) -> Iterator[str]:
    mine = read[claim.id]
    fellows = [other for other in series.claims if other.id != claim.id and read[other.id].core == mine.core]
    yield f"{_counted(claim, mine, text)}{_like(fellows, series)}"
    yield _where(claim, series, read, nesting)
    if mine.group or any(slots.group for slots in read.values()):
        yield _group(claim, series, read)
    if mine.scope:
        yield f"“{claim.scope}” is taken for: {mine.scope}"
    yield from _measure(claim, series, read)
    if claim.status in ("forecast", "planned"):
        yield f"{claim.status}, which stands with what is counted"
    elif claim.status == "denied":
        yield "denied, and so held against no other"


def _counted(claim: Claim, slots: Slots, text: str) -> str:
    """What is counted, and the word that says so: the nearest to the number in its sentence, else what was read from
    the text before."""
    if slots.role:
        printed = _nearest(text, claim.text, lambda word: ROLES.get(word) == slots.role)
        what = f"the {slots.role}{f' {slots.head}' if slots.head else ''}"
        beside = ", the nearest word that tells what became of them"
        by = f"“{printed}”{'' if phrase(claim.subject, claim.noun)[0] else beside}" if printed else _before(claim)
        return f"counts {what} ({by})"
    if slots.head:
        printed = _nearest(text, claim.text, lambda word: canonical(word) in slots.head.split())
        return f"counts {slots.head} ({f'“{printed}”' if printed else _before(claim)})"
    return f"gives {_an(claim.kind)} of which the text does not say more"


def _before(claim: Claim) -> str:
    return f"“{claim.subject or claim.noun}”, from the text around its sentence"


def _nearest(text: str, number_text: str, fits: Callable[[str], bool]) -> str:
    """The word nearest to a number in its sentence that fits, as printed; "" where none does."""
    at = max(text.find(number_text), 0)
    words = ((abs(match.start() - at), match[0]) for match in WORD.finditer(text))
    return min(((gap, word) for gap, word in words if fits(word.lower().strip(".'’"))), default=(0, ""))[1]


def _like(fellows: Sequence[Claim], series: Series) -> str:
    if len(series.claims) == 1:
        return ""
    if not fellows:
        return ", as no other here does: it was put here by hand"
    if len(fellows) == len(series.claims) - 1 and len(fellows) >= ALL:
        return ", as all others do"
    return f", as {_numbers(fellows, series)} {'does' if len(fellows) == 1 else 'do'}"


def _where(claim: Claim, series: Series, read: Mapping[str, Slots], nesting: Nesting) -> str:
    mine = read[claim.id]
    named = Counter(slots.place for slots in read.values() if slots.place)
    main = min(named, key=lambda name: (-named[name], name), default="")
    if not mine.place:
        return f"names no place, so it goes with {main.title()}" if main else "names no place"
    here = f"in {mine.place.title()}, which {'its sentence' if mine.stated else 'the text around it'} names"
    if mine.place == main:
        return here
    docs = sorted({one.doc for one in series.claims})
    same = [one for one in series.claims if read[one.id].place == main and number(one) == number(claim)]
    if same:
        return f"{here}; {_numbers(same, series)} {_prints(same)} the same number of {main.title()}"
    if main in mine.places[1:] or nesting.within(mine.place, main, docs):
        return f"{here}; the texts write it as in {main.title()}, as the others are"
    if nesting.within(main, mine.place, docs):
        return f"{here}; {main.title()}, where the others are, lies in it"
    return f"{here}; it is not named often enough in this story to count apart from {main.title()}"


def _group(claim: Claim, series: Series, read: Mapping[str, Slots]) -> str:
    mine = read[claim.id].group
    if mine:
        return f"of “{mine}” by the other words of what is counted"
    named = Counter(slots.group for slots in read.values() if slots.group)
    same = [one for one in series.claims if read[one.id].group and number(one) == number(claim)]
    whose = f"“{min(named, key=lambda name: (-named[name], name))}”"
    if same:
        return f"does not say whose; {_numbers(same, series)} {_prints(same)} the same number of {whose}"
    return f"does not say whose, so it goes with {whose}"


def _measure(claim: Claim, series: Series, read: Mapping[str, Slots]) -> Iterator[str]:
    mine = read[claim.id].measure
    others = [one for one in series.claims if read[one.id].measure != mine]
    if mine != "total" and others:
        same = [one for one in others if number(one) == number(claim)]
        what = "what was added" if mine == "increment" else "what flows"
        yield f"told as {what}, but {_numbers(same, series)} {_prints(same)} it as a total" if same else f"{what}"
    elif claim.measure == "increment" and mine == "total":
        yield "told as added to another count, so it is the total of its own"


def _prints(claims: Sequence[Claim]) -> str:
    return "prints" if len(claims) == 1 else "print"


def _numbers(claims: Sequence[Claim], series: Series) -> str:
    """ "[1] [3] [4]", a few of them."""
    ids = [one.id for one in series.claims]
    told = [f"[{ids.index(one.id) + 1}]" for one in claims[:SHOWN]]
    return " ".join(told) + (f" and {len(claims) - SHOWN} more" if len(claims) > SHOWN else "")


def _an(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.replace('_', ' ')}"
