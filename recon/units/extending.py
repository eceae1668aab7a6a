"""What plugins and projects change in the written forms: other readings first, forms left out, units added."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from recon.errors import UsageError
from recon.model import UnitDefinition
from recon.units.definitions import clashes, define, problems
from recon.units.forms import Forms, Unit, kinds

if TYPE_CHECKING:
    from recon.units.lexicons import Extension


def extended(forms: Forms, step: Extension, known: tuple[UnitDefinition, ...]) -> Forms:
    """New forms; `UsageError` for a name that there is not, a definition that is none, or one that clashes."""
    made = _preferring(forms, step.prefer) if step.prefer else forms.copy()
    # Both lists speak of what there was before either.
    allowed, denied = (
        _meant(entries, made, option) for option, entries in (("allow", step.allow), ("deny", step.deny))
    )
    if step.allow:
        made = _each(made, allowed.kept)
    if step.deny:
        made = _each(made, denied.left)
    for one in step.define:
        for problem in problems(one, made, known):
            raise UsageError(f"unit {one.name!r} {problem}")
        for what, unit in clashes(one, made):
            raise UsageError(f"unit {one.name!r}: {what} means {unit} already; leave it out, or deny that first")
        define(made, one)
        known = (*known, one)
    return made


class _Meant(NamedTuple):
    """The units and the written forms that the entries of a list name."""

    units: frozenset[str]
    forms: frozenset[str]

    def left(self, form: str, unit: Unit) -> Unit | None:
        """The unit without the readings that are named; None where the form itself is, or its best reading."""
        if form in self.forms or unit.expression in self.units:
            return None
        return replace(unit, alternatives=tuple(one for one in unit.alternatives if one not in self.units))

    def kept(self, form: str, unit: Unit) -> Unit | None:
        """The unit with the readings that are named; None where neither the form nor its best reading is."""
        if form in self.forms:
            return unit
        if unit.expression not in self.units:
            return None
        return replace(unit, alternatives=tuple(one for one in unit.alternatives if one in self.units))


def _each(forms: Forms, change: Callable[[str, Unit], Unit | None]) -> Forms:
    """The forms with each unit changed, without those for which that gives None."""
    changed = ({form: change(form, unit) for form, unit in known.items()} for known in forms[:3])
    words, signs, currency_signs = ({form: unit for form, unit in known.items() if unit} for known in changed)
    return Forms(words, signs, currency_signs, {one: many for one, many in forms.plurals.items() if one in words})


def _preferring(forms: Forms, preferred: Sequence[str]) -> Forms:
    """The forms with the first of the preferred that is another reading of theirs for the best."""
    kind_of = kinds(forms)
    others = {other for known in forms[:3] for unit in known.values() for other in unit.alternatives}
    for entry in preferred:
        if entry not in others:
            raise UsageError(f"prefer: {entry!r} is no other reading of any word or sign{_nearest(entry, others)}")

    def first(unit: Unit, *, sign: bool = False) -> Unit:
        for entry in preferred:
            # "lb" is never money, as "pounds" may be.
            if entry in unit.alternatives and not (sign and kind_of[entry] != unit.kind):
                rest = (unit.expression, *(other for other in unit.alternatives if other != entry))
                return Unit(entry, kind_of[entry], rest, unit.factor)
        return unit

    return Forms(
        {word: first(unit) for word, unit in forms.words.items()},
        {sign: first(unit, sign=True) for sign, unit in forms.signs.items()},
        {sign: first(unit, sign=True) for sign, unit in forms.currency_signs.items()},
        forms.plurals,
    )


def _meant(entries: Sequence[str], forms: Forms, option: str) -> _Meant:
    """What the entries name: units by name or by kind, and forms as they are written, words in either number."""
    if not entries:
        return _Meant(frozenset(), frozenset())
    kind_of = kinds(forms)
    words: dict[str, set[str]] = {}
    for one in forms.words:
        words.setdefault(_plain(one), set()).add(one)
    for one, many in forms.plurals.items():
        for form in (one, many):
            words.setdefault(_plain(form), set()).update({one, many} & forms.words.keys())
    signs = {*forms.signs, *forms.currency_signs}
    units: set[str] = set()
    written: set[str] = set()
    for entry in entries:
        named = {unit for unit, kind in kind_of.items() if entry in (unit, kind)}
        spelled = words.get(_plain(entry), set()) | ({entry} & signs)
        if not named and not spelled:
            known = {*kind_of, *kind_of.values(), *words, *signs}
            raise UsageError(f"{option}: there is no unit, kind, word or sign {entry!r}{_nearest(entry, known)}")
        units |= named
        written |= spelled
    return _Meant(frozenset(units), frozenset(written))


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("-", " ").split())


def _nearest(entry: str, known: set[str]) -> str:
    near = difflib.get_close_matches(entry, sorted(known), n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else ""
