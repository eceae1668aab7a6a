"""The lexicon as a value: what is written how, and what a plugin or a project has changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from recon.errors import UsageError
from recon.model import UnitDefinition
from recon.units.forms import Forms, Unit, builtin


@dataclass(frozen=True, kw_only=True, slots=True)
class Extension:
    """What is changed in a lexicon: see `Lexicon.extended`."""

    define: tuple[UnitDefinition, ...] = ()
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Written forms → units. Words are lower case with single blanks; signs are as printed.

    It is what its extensions make of recon's own, and travels to other processes as those alone. Two of the same
    extensions are one object, so that a lexicon can key what is compiled from it.
    """

    extensions: tuple[Extension, ...]
    words: Mapping[str, Unit] = field(repr=False)
    signs: Mapping[str, Unit] = field(repr=False)
    currency_signs: Mapping[str, Unit] = field(repr=False)
    plurals: Mapping[str, str] = field(repr=False)

    def extended(
        self,
        *,
        define: Iterable[UnitDefinition] = (),
        allow: Iterable[str] = (),
        deny: Iterable[str] = (),
        prefer: Iterable[str] = (),
    ) -> Lexicon:
        """A lexicon changed so; `recon.errors.UsageError` for what cannot be.

        `allow`, `deny` and `prefer` name units, kinds of unit, words or signs of this lexicon. First `prefer` puts
        another reading of ambiguous forms first, then all that is not allowed (where something is) or is denied is
        left out, then what is defined is added.
        """
        step = Extension(define=tuple(define), allow=tuple(allow), deny=tuple(deny), prefer=tuple(prefer))
        for one in step.define:
            if not _hashable(one):
                raise UsageError(f"unit {one.name!r} {self.problems(one)[0]}")
        return _made((*self.extensions, step)) if step != Extension() else self

    @property
    def definitions(self) -> tuple[UnitDefinition, ...]:
        """The units that plugins and the project define, each of what stands before it."""
        return tuple(one for step in self.extensions for one in step.define)

    def units(self) -> frozenset[str]:
        """The best readings of all that is read, as expressions."""
        return frozenset(unit.expression for forms in self._forms()[:3] for unit in forms.values())

    def clashes(self, definition: UnitDefinition) -> list[tuple[str, str]]:
        """What a definition claims that has a meaning here, and which: ("the word 'stone'", "stone")."""
        from recon.units import definitions  # noqa: PLC0415 - paid only by those who define units

        return list(definitions.clashes(definition, self._forms()))

    def problems(self, definition: UnitDefinition) -> list[str]:
        """What keeps a definition from being one for this lexicon, clashes aside; in words, the gravest first."""
        from recon.units import definitions  # noqa: PLC0415 - as above

        return list(definitions.problems(definition, self._forms(), self.definitions))

    def _forms(self) -> Forms:
        return Forms(dict(self.words), dict(self.signs), dict(self.currency_signs), dict(self.plurals))

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.extensions,)


def _hashable(one: UnitDefinition) -> bool:
    """A definition with lists for tuples could not key what is made of it."""
    try:
        hash(one)
    except TypeError:
        return False
    return True


@cache
def _made(extensions: tuple[Extension, ...]) -> Lexicon:
    if not extensions:
        return Lexicon((), *builtin())
    from recon.units.extending import extended  # noqa: PLC0415 - as above

    before = _made(extensions[:-1])
    return Lexicon(extensions, *extended(before._forms(), extensions[-1], before.definitions))


def lexicon() -> Lexicon:
    """recon's own lexicon, as read from `units.toml`; the same value on every call."""
    return _made(())


def currency_codes(known: Lexicon) -> frozenset[str]:
    """The ISO 4217 codes of a lexicon."""
    money = [unit for forms in (known.words, known.currency_signs) for unit in forms.values() if unit.kind == "money"]
    return frozenset(code for unit in money for code in (unit.expression, *unit.alternatives))
