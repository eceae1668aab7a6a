"""What overrides do to series once claims are aligned: claims split off, moved, series merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recon import units
from recon.errors import UsageError
from recon.model import Claim, Override, Series
from recon.overrides.before import Where, acted, of
from recon.overrides.entries import Entry

Group = list[Claim]


@dataclass
class Arrangement:
    """Series as groups of claims while they are rearranged. `groups` never shrinks: a group that lost all is empty."""

    groups: list[Group]
    titles: Mapping[str, str]
    """The title of the series that each claim was read into."""
    at: dict[str, int] = field(default_factory=dict)
    apart: list[tuple[Entry, frozenset[str], frozenset[str]]] = field(default_factory=list)
    """Of each split, the claims that left and those they left behind."""
    done: list[Override] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.at = {claim.id: index for index, group in enumerate(self.groups) for claim in group}

    def take(self, ids: Sequence[str], to: int) -> None:
        """Put claims into another group."""
        going = set(ids)
        for index in sorted({self.at[id_] for id_ in ids} - {to}):
            self.groups[to] += [claim for claim in self.groups[index] if claim.id in going]
            self.groups[index] = [claim for claim in self.groups[index] if claim.id not in going]
        self.at.update(dict.fromkeys(ids, to))


def rearrange(entries: Sequence[Entry], series: Sequence[Series], found: Where) -> tuple[list[Group], list[Override]]:
    """The claims of the series as groups, split, moved and merged in that order, and what was done; where nothing was,
    the groups are those of the series.

    UsageError for a merge that undoes a split, and for one of what cannot be counted together.
    """
    titles = {claim.id: one.title for one in series for claim in one.claims}
    made = Arrangement([list(one.claims) for one in series], titles)
    for verb, act in (("split", _split), ("move", _move), ("merge", _merge)):
        for entry in entries:
            if entry.verb == verb:
                ids = [id_ for id_ in of(entry, found) if id_ in made.at]
                if ids:
                    act(entry, ids, made, found)
    return [group for group in made.groups if group], made.done


def _split(entry: Entry, ids: Sequence[str], made: Arrangement, found: Where) -> None:  # noqa: ARG001  (as every act)
    sources = sorted({made.at[id_] for id_ in ids})
    going = set(ids)
    left = [claim.id for index in sources for claim in made.groups[index] if claim.id not in going]
    if not left and len(sources) == 1:
        return
    title = made.titles[ids[0]]
    made.groups.append([])
    made.take(ids, len(made.groups) - 1)
    _refuse_mixture(entry, made.groups[-1])
    made.apart.append((entry, frozenset(ids), frozenset(left)))
    made.done.append(acted(entry, ids, f"split off from “{title}”", left))


def _move(entry: Entry, ids: Sequence[str], made: Arrangement, found: Where) -> None:
    target = found[entry.to].claim if entry.to else ""
    moved = [id_ for id_ in ids if target in made.at and made.at[id_] != made.at[target]]
    if moved:
        going = set(moved)
        sources = sorted({made.at[id_] for id_ in moved})
        left = [claim.id for index in sources for claim in made.groups[index] if claim.id not in going]
        title = made.titles[moved[0]]
        made.take(moved, made.at[target])
        _refuse_mixture(entry, made.groups[made.at[target]])
        # What is moved by name to claims that were split off is meant to be with them.
        made.apart[:] = [(split, gone, stay - going) for split, gone, stay in made.apart]
        made.done.append(acted(entry, moved, f"moved here from “{title}”", left))


def _merge(entry: Entry, ids: Sequence[str], made: Arrangement, found: Where) -> None:  # noqa: ARG001
    joined = list(dict.fromkeys(made.at[id_] for id_ in ids))
    if len(joined) > 1:
        first, *others = sorted(joined)
        came = [claim.id for index in others for claim in made.groups[index]]
        titles = dict.fromkeys(made.titles[made.groups[index][0].id] for index in sorted(joined))
        made.take(came, first)
        _refuse_mixture(entry, made.groups[first])
        _refuse_undoing(entry, made)
        named = " and ".join(f"“{title}”" for title in titles)
        what = (
            f"{len(joined)} series made one: {named}" if len(titles) > 1 else f"{len(joined)} series {named} made one"
        )
        made.done.append(acted(entry, ids, what))


def _refuse_mixture(entry: Entry, group: Group) -> None:
    one = group[0]
    for other in {claim.unit: claim for claim in reversed(group)}.values():
        if not units.compatible(one.unit, other.unit):
            a, b = (f"“{claim.text}” ({claim.unit or claim.kind})" for claim in (one, other))
            raise UsageError(f"{entry.where}: {a} and {b} cannot be one quantity; take one out of the {entry.verb}")


def _refuse_undoing(entry: Entry, made: Arrangement) -> None:
    for split, gone, left in made.apart:
        there = {made.at[id_] for id_ in gone}
        if any(made.at[id_] in there for id_ in left):
            first, second = sorted((entry, split), key=lambda one: one.line)
            what = f"a split takes claims apart that a {entry.verb} brings together"
            raise UsageError(f"{first.where} and line {second.line}: {what}; take one of the two out")
