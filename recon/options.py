"""A reconciler's options: its dataclass fields, filled from plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import Field, fields, is_dataclass, replace
from typing import Any

from recon.errors import UsageError
from recon.host import FAILURES, Owned
from recon.machinery import described
from recon.model import Reconciler


def with_options(
    reconcilers: Sequence[Owned[Reconciler]], options: Mapping[str, Mapping[str, Any]], source: str
) -> tuple[Owned[Reconciler], ...]:
    """The reconcilers with the options that `options` gives by name; `source` is the file to blame.

    Raises `UsageError` for a reconciler or an option there is not, and for a value of another type than its default.
    """
    names = [owned.key for owned in reconcilers]
    if unknown := sorted(set(options) - set(names)):
        raise UsageError(f"{source}: there is no reconciler {unknown[0]!r}; there are {', '.join(sorted(names))}")
    return tuple(_filled(owned, options.get(owned.key, {}), source) for owned in reconcilers)


def options_of(reconciler: object) -> dict[str, Any]:
    """The options and their values."""
    return {name: getattr(reconciler, name) for name in _options(reconciler)}


def _options(reconciler: object) -> dict[str, Field[Any]]:
    """`name` is a field of some and an option of none."""
    if not is_dataclass(reconciler):
        return {}
    return {field.name: field for field in fields(reconciler) if field.init and field.name != "name"}


def _filled(owned: Owned[Reconciler], given: Mapping[str, Any], source: str) -> Owned[Reconciler]:
    if not given:
        return owned
    known = _options(owned.object)
    changes = {}
    for name, value in given.items():
        if name not in known:
            there = f"it has {', '.join(sorted(known))}" if known else "it has none"
            raise UsageError(f"{source}: {owned.kind} {owned.key!r} has no option {name!r}; {there}")
        changes[name] = _fitting(value, getattr(owned.object, name), f"{source}: {owned.kind} {owned.key!r}: {name}")
    try:
        return replace(owned, object=replace(owned.object, **changes))  # type: ignore[type-var]
    except FAILURES as error:
        raise UsageError(f"{source}: {owned} does not take its options: {described(error)}") from error


def _fitting(value: Any, default: Any, where: str) -> Any:
    """The value as the default's type: an int passes for a float, a list for a tuple, and for None anything does."""
    if isinstance(default, float) and type(value) is int:
        return float(value)
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(value)
    if default is not None and type(value) is not type(default):
        raise UsageError(f"{where} is a {type(default).__name__}, not {value!r}")
    return value
