"""The work of `recon check`: what its rules and its evidence make of documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recon.engine import Plan, Worked
from recon.model import Finding
from recon.running.choosing import RuleOptions, chosen
from recon.running.judging import Judge
from recon.running.run import Run
from recon.running.weighing import Weighing, refuse_idle, weigh


def planned(run: Run, rules: RuleOptions, extractor: str | None, against: Sequence[str]) -> Plan:
    """What is done with every document; UsageError where the rules and the evidence do not go together."""
    selection, checks = chosen(run.host, run.config, rules)
    refuse_idle(against, selection, chosen=bool(checks))
    return Plan(
        extractor=run.extractor(extractor),
        checks=checks,
        selection=selection,
        attribute=bool(against),
        lexicon=run.lexicon,
    )


def judged(run: Run, judge: Judge, batches: Iterable[Worked], held: Weighing | None) -> list[Finding]:
    """The findings on the documents of all batches, those suppressed marked; what fails on the way is told."""
    found: list[Finding] = []
    for batch in batches:
        weighed = weigh(held.evidence, batch, run.lexicon) if held else batch
        run.tell([new for new in weighed.findings[len(batch.findings) :] if new.code.startswith("RX")])
        found += judge.judged(weighed)
    return found
