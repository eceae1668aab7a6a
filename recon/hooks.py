"""What a plugin may declare. Nothing here runs.

A plugin is a module (or any object) named by an entry point of the group `recon`. It implements the hooks it needs with
`@recon.hookimpl`. Each hook takes no arguments, is called once at start-up, and returns the objects it contributes;
recon then calls those objects itself, one by one, so that the failure of one stops no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import pluggy

from recon.model import Check, Extractor, Reader, Reconciler, UnitDefinition

PROJECT = "recon"
"""The pluggy project name, and the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
_implementation = pluggy.HookimplMarker(PROJECT)

Hook = TypeVar("Hook", bound=Callable[..., Iterable[Reader | UnitDefinition | Extractor | Check | Reconciler]])


def hookimpl(function: Hook) -> Hook:
    """Mark a function (or a method) as the implementation of the hook of its name.

    To a type checker it is one that returns readers, units, extractors, checks or reconcilers, and of nothing else.
    """
    return _implementation(function)


@hookspec
def recon_readers() -> Iterable[Reader]:
    """Readers: objects with `name`, `suffixes` and `read(path) -> Iterable[Document]`."""
    raise NotImplementedError


@hookspec
def recon_units() -> Iterable[UnitDefinition]:
    """Units: how each is written, of what kind it is, and how many of which known unit one of it is."""
    raise NotImplementedError


@hookspec
def recon_extractors() -> Iterable[Extractor]:
    """Extractors: objects with `name` and `extract(documents) -> Columns`; chosen with `recon extract --extractor`."""
    raise NotImplementedError


@hookspec
def recon_checks() -> Iterable[Check]:
    """Checks: `code`, `name`, `severity`, `ok`, `not_ok` and `check(document, figures) -> Iterable[Finding]`."""
    raise NotImplementedError


@hookspec
def recon_reconcilers() -> Iterable[Reconciler]:
    """Reconcilers: objects with `name` and `reconcile(series) -> Iterable[Estimate]`; options are dataclass fields."""
    raise NotImplementedError
