"""One block of claims, of one story and one thing counted, cut into quantities by the slots a claim may leave open.

A claim that leaves a slot open joins the claims that print its number, else the widest. A place cuts only where it is
a country or names much of the story: a court or a hotel named in passing does not make a second toll.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from recon.geography import NATIONS
from recon.model import Claim
from recon.series.kinship import STANDING, kin
from recon.series.nesting import Nesting
from recon.series.numbers import Number, number, telling
from recon.series.owners import owner, rivals
from recon.series.portions import is_of_number
from recon.series.slots import EVERYWHERE, LONG_AGO, Slots
from recon.series.vocabulary import NOT_PERSONS

Member = tuple[Claim, Slots]

PROMINENT = 1 / 3
"""The share of a story's documents that must name a place before it cuts."""
MOST_PLACES = 12
"""The most places of one count that are held against each other."""
FRACTION = 20
"""How many times smaller than another of its document and day a count must be to be taken for a part of it."""

WIDER = 100
"""How many times a number of its document, which others repeat, a count must be to be taken for something wider: a
toll can grow twentyfold in a story, hardly a hundredfold in an article."""


def quantities(
    block: Sequence[Member], prominence: Mapping[str, float], nesting: Nesting, *, tight: bool = True
) -> list[list[Member]]:
    """The block as one list of members for each quantity; `tight`: its documents tell of one happening, so that one
    noun counts one thing."""
    parts = [part for piece in _by_time(block) for head in _by_head(piece) for part in _by_owner(head)]
    parts = [piece for part in parts for piece in _by(part, lambda slots: slots.group, _likeliest)]
    parts = [piece for part in parts for piece in _by_place(part, prominence, nesting)]
    parts = [piece for part in parts for piece in _by(part, lambda slots: slots.scope, _beside)]
    parts = [piece for part in parts for piece in _by_measure(part)]
    parts = [piece for part in parts for piece in _by_portion(part)]
    if block[0][1].role == "" and (not tight or block[0][0].kind in STANDING):
        parts = [piece for part in parts for piece in kin(part)]
    return [piece for part in parts for piece in _by_size(part)]


Printed = Mapping[str, Counter[object]]
Choice = Callable[[Member, Printed], str]


def _by(members: Sequence[Member], slot: Callable[[Slots], str], choose: Choice) -> list[list[Member]]:
    """Groups by a slot; `choose` names the group of a member that leaves it open, "" for one of its own."""
    return _by_claim(members, lambda member: slot(member[1]), choose)


def _by_claim(members: Sequence[Member], slot: Callable[[Member], str], choose: Choice) -> list[list[Member]]:
    filled: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        filled[slot(member)].append(member)
    if len(filled) < 2:
        return list(filled.values())
    unsaid = filled.pop("", [])
    printed = {name: Counter(_keys(group)) for name, group in filled.items()}
    for member in unsaid:
        filled[choose(member, printed) if printed else ""].append(member)
    return list(filled.values())


def _keys(group: Sequence[Member]) -> Iterator[object]:
    """The numbers of a group, each alone, with its document and with its day."""
    for claim, _ in group:
        yield number(claim)
        yield claim.doc, number(claim)
        yield claim.as_of_end, number(claim)


def _equal(member: Member, printed: Printed) -> str:
    """The group that prints the claim's number, first of all in its document, then of the place that the claim has
    near it; "" where none does."""
    mine, near = number(member[0]), member[1].place
    same = [name for name in sorted(printed) if printed[name][mine]]
    return max(
        same, key=lambda name: (printed[name][member[0].doc, mine] > 0, name == near, printed[name][mine]), default=""
    )


def _beside(member: Member, printed: Printed) -> str:
    """The group that prints the claim's number, where that is no chance or it holds for the same day."""
    claim, name = member[0], _equal(member, printed)
    return name if name and (telling(claim) or printed[name][claim.as_of_end, number(claim)]) else ""


def _likeliest(member: Member, printed: Printed) -> str:
    """The group that prints the claim's number, else the largest, a country before other places."""
    widest = [name for name in sorted(printed) if name in NATIONS] or sorted(printed)
    return _equal(member, printed) or max(widest, key=lambda name: printed[name].total())


def _by_time(members: Sequence[Member]) -> list[list[Member]]:
    """Apart, what was printed with most of a year between: it is another happening of the same kind."""
    dated = sorted((member for member in members if member[0].published), key=lambda member: _printed(member[0]))
    groups: list[list[Member]] = [[]]
    for member in dated:
        if groups[-1] and (_printed(member[0]) - _printed(groups[-1][-1][0])).days > LONG_AGO:
            groups.append([])
        groups[-1].append(member)
    if len(groups) == 1:
        return [[*members]]
    groups[0] += [member for member in members if not member[0].published]
    return groups


def _printed(claim: Claim) -> dt.date:
    return claim.published or dt.date.max


def _by_head(members: Sequence[Member]) -> list[list[Member]]:
    """Of people in a role, those of a kind apart ("dead children"); not where a paper has no other count of the role in
    that place, so that they stand for all, and no paper sets them against all. Who prints the number of a kind in its
    headline without the kind means them."""
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[member[1].head].append(member)
    whole = groups.get("")
    if whole is None or len(groups) == 1:
        return list(groups.values())
    for name in sorted(set(groups) - {""}):
        told = groups[name]
        if name.split()[0] in NOT_PERSONS or any(slots.part for _, slots in told):
            continue
        same = {(claim.doc, number(claim)) for claim, _ in told if telling(claim)}
        told += [member for member in whole if (member[0].doc, number(member[0])) in same]
        whole[:] = [member for member in whole if (member[0].doc, number(member[0])) not in same]
        here = {(claim.doc, slots.place) for claim, slots in whole}
        if here.isdisjoint((claim.doc, slots.place) for claim, slots in told):
            whole += groups.pop(name)
    return [group for group in groups.values() if group]


def _by_owner(members: Sequence[Member]) -> list[list[Member]]:
    """Groups by owners whom a text sets against each other; what has another owner, or none, goes to the likeliest."""
    if len(members) < 2 or members[0][1].role:
        return [[*members]]
    whose = {claim.id: owner(slots.near) for claim, slots in members if slots.near.text}
    known = rivals([(claim, whose[claim.id]) for claim, _ in members if claim.id in whose])
    if not known:
        return [[*members]]
    groups = {claim.id: str(known.get(name, "")) for claim, _ in members if (name := whose.get(claim.id))}
    return _by_claim(members, lambda member: groups.get(member[0].id, ""), _likeliest)


def _by_measure(members: Sequence[Member]) -> list[list[Member]]:
    """The totals, with what else prints a total's number; and apart from them what was added, and what flows."""
    totals = {number(claim) for claim, slots in members if slots.measure == "total"}
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for claim, slots in members:
        groups["total" if number(claim) in totals else slots.measure].append((claim, slots))
    return list(groups.values())


def _by_portion(members: Sequence[Member]) -> list[list[Member]]:
    """Apart, a number that its sentence makes a part of another of these, or of which it makes another a part: of
    people in a role the part goes ("31 of the 57 dead"), of anything else the whole ("112 of 200 seats")."""
    beside = Counter((claim.doc, claim.part, claim.sentence_start) for claim, _ in members)
    most: defaultdict[str, float] = defaultdict(float)
    for claim, _ in members:
        most[claim.doc] = max(most[claim.doc], claim.value or 0.0)

    def key(member: Member) -> object:
        claim, slots = member
        if slots.part and (slots.role or not is_of_number(slots.near)):
            return number(claim) if (claim.value or 0.0) < most[claim.doc] else None
        whole = slots.whole and not slots.role and beside[claim.doc, claim.part, claim.sentence_start] > 1
        return number(claim) if whole else None

    told = {key(member) for member in members} - {None}
    groups: defaultdict[object, list[Member]] = defaultdict(list)
    for member in members:
        mine = key(member)
        again = not member[1].role and number(member[0]) in told
        groups[number(member[0]) if again else mine].append(member)
    return [group for _, group in sorted(groups.items(), key=lambda item: item[0] is not None)]


def _by_place(members: Sequence[Member], prominence: Mapping[str, float], nesting: Nesting) -> list[list[Member]]:
    """Groups by the places that cut; places that are one for this count go together."""

    parts = _parts(members)

    def cuts(member: Member) -> bool:
        claim, slots = member
        if not slots.stated or (claim.value or 0.0) > parts.get((claim.doc, slots.place), math.inf):
            return False
        return slots.place == EVERYWHERE or slots.place in NATIONS or prominence.get(slots.place, 0.0) >= PROMINENT

    named = {member[1].place for member in members if member[1].place and cuts(member)}
    docs = sorted({claim.doc for claim, _ in members})
    told = {name for _, name in parts}
    around = _around(named, told, nesting, docs)
    at_large = [claim for claim, slots in members if not slots.place]
    open_to = [member for member in members if member[1].place in named - told]
    one_place = {name: name for name in named & told} | _united(open_to, around, at_large, nesting)

    beside: defaultdict[tuple[str, int], list[tuple[str, Number]]] = defaultdict(list)
    for claim, slots in members:
        if slots.place in one_place and cuts((claim, slots)):
            beside[claim.doc, claim.sentence_start].append((one_place[slots.place], number(claim)))

    small = {one_place[name] for _, name in parts if name in one_place}

    def choose(member: Member, printed: Printed) -> str:
        claim, slots = member
        rest = {name for name, other in beside[claim.doc, claim.sentence_start] if other != number(claim)}
        printed = {name: numbers for name, numbers in printed.items() if name not in rest}
        if not printed:
            return ""
        same, near = _equal(member, printed), one_place.get(slots.place, "")
        if not same and (not near or near in small):
            near, printed = "", {name: numbers for name, numbers in printed.items() if name not in small}
        if not printed:
            return ""
        if same or near or not (slots.stated and slots.place):
            wide = {name: numbers for name, numbers in printed.items() if name in around}
            return same or near or _likeliest(member, wide or printed)
        outer = [name for name in sorted(printed) if nesting.within(slots.place, name, docs)]
        return max(outer, key=lambda name: (name not in NATIONS, printed[name].total()), default=slots.place)

    return _by_claim(members, lambda member: one_place.get(member[1].place, "") if cuts(member) else "", choose)


def _parts(members: Sequence[Member]) -> dict[tuple[str, str], float]:
    """By document and place the numbers that it calls a part, in that place, of a larger one: the place of the larger
    is wider."""
    most: defaultdict[str, float] = defaultdict(float)
    for claim, _ in members:
        most[claim.doc] = max(most[claim.doc], claim.value or 0.0)
    return {
        (claim.doc, slots.place): claim.value
        for claim, slots in members
        if slots.part and slots.role and not is_of_number(slots.near)
        if slots.stated and slots.place and slots.place not in NATIONS
        if claim.value and claim.value < most[claim.doc]
    }


def _around(names: Iterable[str], parts: Container[str], nesting: Nesting, docs: Sequence[str]) -> frozenset[str]:
    """The places in which several of them lie, or one that is told as a part, and that lie in none."""
    known = sorted(names)[:MOST_PLACES]
    pairs = [(a, b) for a in known for b in known if nesting.within(a, b, docs)]
    outer = Counter(wide for narrow, wide in pairs for _ in range(2 if narrow in parts else 1))
    return frozenset(name for name in outer if outer[name] > 1) - {narrow for narrow, _ in pairs}


def _united(
    members: Sequence[Member], around: Container[str], at_large: Sequence[Claim], nesting: Nesting
) -> dict[str, str]:
    """Each place and the first place it is one with. Places are one that print one telling number, or of which one
    lies in the other, unless a text counts them side by side; a country is one with nothing. What has no place is
    counted `at_large`, in those places that lie `around` the others."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim, slots in members:
        claims[slots.place].append(claim)
    root = {name: name for name in claims}
    small = sorted((name for name in claims if name not in NATIONS), key=lambda name: (-len(claims[name]), name))[
        :MOST_PLACES
    ]
    docs = sorted({claim.doc for claim, _ in members})
    for name in small:
        claims[name] += at_large if name in around else []
    for a, b in combinations(small, 2):
        if _one(a, b, claims, nesting, docs):
            old, new = root[b], root[a]
            root = {name: new if first == old else first for name, first in root.items()}
    _with_nations(root, claims, nesting, docs)
    return root


def _with_nations(
    root: dict[str, str], claims: Mapping[str, Sequence[Claim]], nesting: Nesting, docs: Sequence[str]
) -> None:
    """A country is one with the only place in it that is counted, unless a text counts both."""
    for nation in sorted(name for name in root if name in NATIONS):
        inner = sorted({root[name] for name in root if name not in NATIONS and nesting.together(name, nation, docs)})
        if len(inner) != 1:
            continue
        here = [claim for name in root if root[name] == inner[0] for claim in claims[name]]
        if not _both_counted(here, claims[nation]):
            root[nation] = inner[0]


def _both_counted(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    by_doc: defaultdict[str, set[Number]] = defaultdict(set)
    for claim in others:
        by_doc[claim.doc].add(number(claim))
    return any(by_doc[claim.doc] - {number(claim)} for claim in some)


def _one(a: str, b: str, claims: Mapping[str, Sequence[Claim]], nesting: Nesting, docs: Sequence[str]) -> bool:
    """Whether two places are one for a count."""
    if _side_by_side(claims[a], claims[b]):
        return False
    for narrow, wide in ((a, b), (b, a)):
        if nesting.within(narrow, wide, docs):
            return not _counted_apart(claims[narrow], claims[wide])
    return _share_number(claims[a], claims[b])


def _counted_apart(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether one document counts both for one day, and `some`, the narrower place, fewer."""
    by_doc: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in others:
        if claim.status == "observed":
            by_doc[claim.doc].append(claim)
    return any(
        a.status == "observed" and a.as_of_end == b.as_of_end and (a.value or 0.0) < (b.value or 0.0)
        for a in some
        for b in by_doc[a.doc]
    )


def _share_number(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    return bool({number(claim) for claim in some if telling(claim)} & {number(claim) for claim in others})


def _side_by_side(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether one sentence gives the two different numbers."""
    by_doc: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in others:
        by_doc[claim.doc].append(claim)
    return any(a.sentence_start == b.sentence_start and number(a) != number(b) for a in some for b in by_doc[a.doc])


def _by_size(members: Sequence[Member]) -> list[list[Member]]:
    """Apart, a count that nobody repeats and that is a small fraction of another of its document and day: it counts a
    part; and one that is as many times a number of its document that others repeat: it counts something wider. Where
    the text gives it no day, any count of its document tells."""
    times = Counter(number(claim) for claim, _ in members)
    most: defaultdict[tuple[str, object], float] = defaultdict(float)
    repeated: defaultdict[str, list[float]] = defaultdict(list)
    for claim, _ in members:
        for key in ((claim.doc, claim.as_of_end), (claim.doc, "any")):
            most[key] = max(most[key], claim.value or 0.0)
        if claim.value and times[number(claim)] > 1:
            repeated[claim.doc].append(claim.value)

    def apart(claim: Claim) -> bool:
        if claim.value is None or claim.kind != "count" or times[number(claim)] > 1:
            return False
        beside = most[claim.doc, claim.as_of_end if claim.as_of_basis == "stated" else "any"]
        wider = any(claim.value > WIDER * value for value in repeated[claim.doc])
        return wider or claim.value * FRACTION < beside

    parts = [[member] for member in members if apart(member[0])]
    whole = [member for member in members if not apart(member[0])]
    return [whole, *parts] if len(whole) > len(parts) else [list(members)]
