"""What an analyst decided: the overrides and the known revisions of a run, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recon.machinery import OF_OVERRIDES
from recon.model import Finding, Series
from recon.running.configuration import Config
from recon.running.run import Run

if TYPE_CHECKING:
    from recon.crosschecks.revisions import Revision
    from recon.overrides import Entry

CODES = frozenset(rule.code for rule in OF_OVERRIDES)


def home(config: Config, given: Path | None) -> Path:
    """The overrides file of a run, there or not: the one that was named, else the configured one, else the usual one,
    in the working directory or beside the configuration."""
    from recon.overrides import NAME  # noqa: PLC0415 - as in recon.builtin

    if given is not None:
        return given
    if config.overrides:
        return config.beside(config.overrides)
    return config.usual(NAME) or Path(NAME)


def entries(config: Config, given: Path | None) -> tuple[Entry, ...]:
    """Those of the overrides file of a run; of the usual one, none where there is no such file."""
    from recon.overrides import NAME, load_overrides  # noqa: PLC0415

    named = given or (config.beside(config.overrides) if config.overrides else None)
    path = named or config.usual(NAME)
    return load_overrides(path) if path is not None and (named or path.exists()) else ()


def revisions(config: Config, given: Path | None) -> tuple[Revision, ...]:
    """The known revisions of a run: of the file that was named, else of the configured one, else of the usual one where
    there is one."""
    from recon.crosschecks.revisions import NAME, load_revisions  # noqa: PLC0415 - as in recon.builtin

    named = given or (config.beside(config.revisions) if config.revisions else None)
    path = named or config.usual(NAME)
    return load_revisions(path) if path is not None and (named or path.exists()) else ()


def idle(known: Sequence[Revision], series: Sequence[Series]) -> Iterator[str]:
    """A line for each revision that names no series of the run, or no day of one."""
    for one in known:
        if not any(one.is_of(told, claim) for told in series for claim in told.claims):
            yield f"{one.file}:{one.line}: no series {one.series!r} has a number of {one.date}; it explains nothing"


def tell(run: Run, findings: Sequence[Finding]) -> None:
    """Keep the findings on a reconciliation; those on overrides are noted with the line of the entry."""
    run.tell([one for one in findings if one.code not in CODES])
    mine = [one for one in findings if one.code in CODES]
    run.findings += mine
    for one in mine:
        if one.severity != "info":
            run.teller.note(f"{one.doc}:{one.line}: {one.message}")
