"""A reconciler's options: its dataclass fields, filled from plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import Field, fields, is_dataclass, replace
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from recon.errors import UsageError
from recon.host import FAILURES, Owned
from recon.machinery import described
from recon.model import Reconciler

WORDS: Mapping[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    dt.date: "a date",
}

TABLES = (dict, Mapping)


def with_options(
    reconcilers: Sequence[Owned[Reconciler]], options: Mapping[str, Mapping[str, Any]], source: str
) -> tuple[Owned[Reconciler], ...]:
    """The reconcilers with the options that `options` gives by name; `source` is the file to blame.

    Raises `UsageError` for a reconciler or an option there is not, and for a value of another type than the field's.
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
    hints = _hints(owned.object)
    changes = {}
    for name, value in given.items():
        if name not in known:
            there = f"it has {', '.join(sorted(known))}" if known else "it has none"
            raise UsageError(f"{source}: {owned.kind} {owned.key!r} has no option {name!r}; {there}")
        try:
            changes[name] = _fitting(value, hints.get(name, type(getattr(owned.object, name))))
        except ValueError as error:
            wanted = f"{name} is {error}, not {value!r}"
            raise UsageError(f"{source}: {owned.kind} {owned.key!r}: {wanted}") from None
    try:
        return replace(owned, object=replace(owned.object, **changes))  # type: ignore[type-var]
    except FAILURES as error:
        raise UsageError(f"{source}: {owned} does not take its options: {described(error)}") from error


def _hints(reconciler: object) -> Mapping[str, Any]:
    """The types of its fields; none where an annotation names what is imported for type checkers alone."""
    try:
        return get_type_hints(type(reconciler))
    except Exception:  # annotations are a plugin's code
        return {}


def _fitting(value: Any, hint: Any) -> Any:
    """The value as a type: an int passes for a float, a list for a tuple. ValueError says what is wanted.

    A type that TOML has no values of is left to the plugin.
    """
    kind, parts = get_origin(hint) or hint, get_args(hint)
    if kind in (Union, UnionType):
        return _one_of(value, hint, parts)
    if kind is float and type(value) is int:
        return float(value)
    if kind is tuple and isinstance(value, list):
        wanted = parts[:1] * len(value) if parts[1:] == (...,) else parts or (Any,) * len(value)
        if len(wanted) == len(value):
            return tuple(_within(one, part, hint) for one, part in zip(value, wanted, strict=True))
    if kind is Literal:
        fits = any(type(value) is type(one) and value == one for one in parts)
    else:
        fits = type(value) is dict if kind in TABLES else kind not in (*WORDS, tuple) or type(value) is kind
    if not fits:
        raise ValueError(_words(hint))
    return value


def _one_of(value: Any, hint: Any, parts: Sequence[Any]) -> Any:
    for part in parts:
        try:
            if part is not NoneType:
                return _fitting(value, part)
        except ValueError:
            continue
    raise ValueError(_words(hint))


def _within(value: Any, part: Any, hint: Any) -> Any:
    try:
        return _fitting(value, part)
    except ValueError:
        raise ValueError(_words(hint)) from None


def _words(hint: Any) -> str:
    kind, parts = get_origin(hint) or hint, get_args(hint)
    if kind in (Union, UnionType):
        return " or ".join(_words(part) for part in parts if part is not NoneType)
    if kind is Literal:
        return f"one of {', '.join(map(repr, parts))}"
    if kind is tuple:
        inner = _words(parts[0]) if parts else ""
        many = parts[1:] == (...,) and inner.startswith("a ")
        if many:
            return f"a list of {inner.removeprefix('a ')}s"
        return f"a list of {len(parts)}" if parts[1:] else "a list"
    return WORDS.get(kind, "a table" if kind in TABLES else f"a {getattr(kind, '__name__', kind)}")
