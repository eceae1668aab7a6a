"""How the claims of a series stand, in as few lines as tell it: what needs a person first, what repeats only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recon.model import Claim, Relation
from recon.reports.layout import WIDTH, hung, printable

BY_WEIGHT = (
    "conflict", "revised_down", "updated", "forecast_of", "agrees", "part_of", "rounded", "restated", "same",
    "other_scope",
)  # fmt: skip
"""The kinds of relation, the one an analyst must see first at the head."""
MOST_OF_A_KIND = 2
MOST = 8
_REPEATS = frozenset({"restated", "same"})

Group = tuple[str, ...]


def relations_text(
    relations: Sequence[Relation],
    names: Mapping[str, str],
    group_of: Mapping[str, Group],
    claims: Mapping[str, Claim],
    width: int = WIDTH,
) -> Iterator[str]:
    """The weightiest relations between the claims of one series, and the parts that other series hold of it.

    `names` are the numbers of the series' claims and the places of all others; `group_of` tells which claims print the
    same number of the same origin: they are shown as one. What is left out is counted in a closing line.
    """
    inside = [one for one in relations if one.a in group_of and one.b in group_of]
    parts = [one for one in relations if _is_said_part(one, group_of, claims)]
    shown = 0
    merged = [*_merged([one for one in inside if one.kind not in _REPEATS], group_of), *_merged(parts, group_of)]
    merged.sort(key=lambda pair: _weight(pair[0], claims))
    of_kind: Counter[str] = Counter()
    for one, claim_ids in merged:
        of_kind[one.kind] += 1
        if of_kind[one.kind] <= MOST_OF_A_KIND and shown < MOST:
            shown += 1
            pair = f"{named(claim_ids[0], names)} {named(claim_ids[1], names)}"
            yield from hung(f"{one.kind:<12}  {printable(pair)}  {one.why}", width, 14)
    yield from _repeats(inside, names, claims, width)
    left = len(merged) - shown + len(relations) - len(inside) - len(parts)
    if left:
        yield from hung(f"{'':<12}  {left} more with --explain", width, 14)


def relations_whole(
    relations: Iterable[Relation], names: Mapping[str, str], titles: Mapping[str, str], width: int = WIDTH
) -> Iterator[str]:
    """A line for each relation between the claims of the series, then one for each kind of relation to another series:
    a pair, and how many more there are like it. `titles` are those of the claims' series."""
    ordered = sorted(relations, key=lambda one: (_leads_out(one, names), BY_WEIGHT.index(one.kind)))
    outwards: dict[tuple[str, str], list[Relation]] = {}
    for one in ordered:
        if _leads_out(one, names):
            other = one.b if names.get(one.a, "").startswith("[") else one.a
            outwards.setdefault((one.kind, titles.get(other, other)), []).append(one)
            continue
        yield from hung(f"{one.kind:<12}  {printable(f'{names[one.a]} {names[one.b]}')}  {one.why}", width, 14)
    for (kind, title), alike in outwards.items():
        one = alike[0]
        pair = printable(f"{names.get(one.a, one.a)} {names.get(one.b, one.b)}")
        more = f"; and {len(alike) - 1} more such pairs with “{title}”" if len(alike) > 1 else f", of “{title}”"
        yield from hung(f"{kind:<12}  {pair}  {one.why}{more}", width, 14)


def weightiest(
    relations: Sequence[Relation], group_of: Mapping[str, Group], claims: Mapping[str, Claim]
) -> list[Relation]:
    """One relation for each pair of groups within the series that it holds between, the weightiest first."""
    inside = [one for one in relations if one.a in group_of and one.b in group_of]
    return sorted((one for one, _ in _merged(inside, group_of)), key=lambda one: _weight(one, claims))


def _leads_out(relation: Relation, names: Mapping[str, str]) -> bool:
    return not (names.get(relation.a, "").startswith("[") and names.get(relation.b, "").startswith("["))


def _merged(
    relations: Iterable[Relation], group_of: Mapping[str, Group]
) -> list[tuple[Relation, tuple[list[str], list[str]]]]:
    """Relations of one kind between the same two groups as one, with the claims on its two sides."""
    sides: dict[tuple[object, ...], tuple[Relation, dict[str, None], dict[str, None]]] = {}
    for one in relations:
        key = (one.kind, group_of.get(one.a, (one.a,)), group_of.get(one.b, (one.b,)))
        _, left, right = sides.setdefault(key, (one, {}, {}))
        left[one.a] = right[one.b] = None
    return [(first, (list(left), list(right))) for first, left, right in sides.values()]


def _is_said_part(relation: Relation, group_of: Mapping[str, Group], claims: Mapping[str, Claim]) -> bool:
    """Whether another series' claim is said, in one sentence, to be a part of one of this series'."""
    if relation.kind != "part_of" or relation.a in group_of or relation.b not in group_of:
        return False
    part, whole = claims[relation.a], claims[relation.b]
    return (part.doc, part.part, part.sentence_start) == (whole.doc, whole.part, whole.sentence_start)


def _weight(relation: Relation, claims: Mapping[str, Claim]) -> tuple[int, bool, bool, int]:
    return BY_WEIGHT.index(relation.kind), *_rank(relation, claims)


def _rank(relation: Relation, claims: Mapping[str, Claim]) -> tuple[bool, bool, int]:
    """Counts before forecasts, one origin that moves its number before two that differ, the newest first."""
    a, b = claims[relation.a], claims[relation.b]
    newest = max((claim.as_of_end.toordinal() for claim in (a, b) if claim.as_of_end), default=0)
    foreseen = a.status != "observed" or b.status != "observed"
    return a.origin != b.origin, foreseen, -newest


def _repeats(
    relations: Iterable[Relation], names: Mapping[str, str], claims: Mapping[str, Claim], width: int
) -> Iterator[str]:
    """Who is behind a number that is printed again and again: one line for each chain of restatements."""
    for group in _chained(one for one in relations if one.kind in _REPEATS):
        listed = sorted(group, key=lambda claim: int(names[claim].strip("[]")))
        origins = sorted({claims[claim].origin or "no named origin" for claim in group})
        outlets = {claims[claim].publisher or claims[claim].doc for claim in group}
        behind = f"{'one origin' if len(origins) == 1 else f'{len(origins)} origins'}, {', '.join(origins)}"
        number = claims[listed[0]].text
        told = f"{number} printed {len(group)} times in {len(outlets)} outlet{'s'[: len(outlets) > 1]}: {behind}"
        yield from hung(f"{'restated':<12}  {named(listed, names)}  {told}", width, 14)


def _chained(relations: Iterable[Relation]) -> list[list[str]]:
    """The claims that hang together, the group that was touched last at the end."""
    root: dict[str, str] = {}

    def found(claim: str) -> str:
        top = root.setdefault(claim, claim)
        while root[top] != top:
            top = root[top]
        while root[claim] != top:
            root[claim], claim = top, root[claim]
        return top

    touched: dict[str, int] = {}
    for index, one in enumerate(relations):
        a, b = found(one.a), found(one.b)
        root[a] = b
        touched[b] = index
    groups: dict[str, list[str]] = {}
    for claim in root:
        groups.setdefault(found(claim), []).append(claim)
    return sorted(groups.values(), key=lambda group: touched[found(group[0])])


def named(claim_ids: Sequence[str], names: Mapping[str, str]) -> str:
    """The claims by number, a run of them as [2]–[5]; those of other series as they are called."""
    own = sorted(int(names[one][1:-1]) for one in claim_ids if names.get(one, "").startswith("["))
    runs: list[list[int]] = []
    for index in own:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    text = [f"[{run[0]}]" if len(run) == 1 else f"[{run[0]}]–[{run[-1]}]" for run in runs]
    return " ".join([*text, *(names.get(one, one) for one in claim_ids if not names.get(one, "").startswith("["))])
