"""The overrides of a file at work in one run, and what there is to report of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from recon.machinery import SHIFTED_OVERRIDE, STALE_OVERRIDE, UNREASONED_OVERRIDE, finding
from recon.model import Claim, Document, Finding, Override, Series
from recon.overrides.after import Group, rearrange
from recon.overrides.before import placed, prepare
from recon.overrides.contradictions import refuse_contradictions
from recon.overrides.entries import Entry, Ref
from recon.overrides.matching import Found, find_all


@dataclass
class Applied:
    """Overrides bound to the claims of a run: `claims` as they have them, then `groups` for its series."""

    entries: Sequence[Entry]
    found: Mapping[Ref, Found]
    claims: list[Claim]
    done: list[Override] = field(default_factory=list)
    idle: list[tuple[Entry, str]] = field(default_factory=list)

    def placed(self) -> frozenset[str]:
        """The ids of claims whose place somebody set."""
        return placed(self.done)

    def groups(self, series: Sequence[Series]) -> list[Group] | None:
        """The claims of the series as they are to stand together; None where that is as they do."""
        groups, done = rearrange(self.entries, series, self.found)
        self.done += done
        return groups if done else None

    def findings(self) -> Iterator[Finding]:
        """Entries that found nothing, found their claim elsewhere, or do not say why."""
        acting = {(one.file, one.line) for one in self.done}
        for entry in self.entries:
            for ref in dict.fromkeys(entry.refs):
                where = self.found[ref]
                if where.stale:
                    message = f"{entry.verb}: {where.stale}; correct the entry or take it out"
                    yield finding(STALE_OVERRIDE, message, doc=entry.file, line=entry.line)
                elif where.shifted:
                    message = (
                        f"{entry.verb}: “{ref.text}” was found again {where.shifted} at {where.claim}; correct its id"
                    )
                    told = finding(SHIFTED_OVERRIDE, message, doc=entry.file, line=entry.line)
                    yield told if ref.words else replace(told, severity="warning")
            if not entry.why and (entry.file, entry.line) in acting:
                message = f'the {entry.verb} gives no reason; write why = "…"'
                yield finding(UNREASONED_OVERRIDE, message, doc=entry.file, line=entry.line)
        for entry, why in self.idle:
            told = finding(STALE_OVERRIDE, f"{entry.verb}: {why}", doc=entry.file, line=entry.line)
            # Another folder of articles may well have it, so that is no reason to warn.
            yield replace(told, severity="info")


def apply(entries: Sequence[Entry], claims: Sequence[Claim], documents: Sequence[Document]) -> Applied:
    """Find the claims that the entries name, and do what is done before claims are aligned.

    UsageError where entries turn out to contradict each other, naming one claim in two ways.
    """
    found = find_all(entries, claims, documents)
    refuse_contradictions(entries, {ref.id: where.claim for ref, where in found.items() if where.claim})
    made = prepare(entries, claims, found)
    return Applied(entries, found, made.claims, made.done, made.idle)
