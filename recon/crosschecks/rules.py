"""How the rules are put to the series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from recon.crosschecks import catalogue
from recon.crosschecks.catalogue import CrossRule
from recon.crosschecks.falls import falls
from recon.crosschecks.forecasts import missed
from recon.crosschecks.jumps import jumps
from recon.crosschecks.pages import changed
from recon.crosschecks.revisions import Revision, explaining
from recon.crosschecks.rivals import rivals
from recon.crosschecks.stale import stale
from recon.crosschecks.subject import Judge, Subject, finding_of, subject_of
from recon.model import Document, Finding, Relation, Series

JUDGES: Mapping[CrossRule, Judge] = {
    catalogue.FALLS: falls,
    catalogue.JUMPS: jumps,
    catalogue.MISSED: missed,
    catalogue.STALE: stale,
    catalogue.CHANGED: changed,
    catalogue.RIVALS: rivals,
}


def judged(
    series: Sequence[Series],
    relations: Iterable[Relation],
    documents: Iterable[Document],
    revisions: Sequence[Revision] = (),
) -> Iterator[tuple[Series, partial[list[Finding]]]]:
    """Each series that two claims or more are of, and what makes its findings when it is called: that one fails is no
    reason to hear no other. What one of `revisions` explains is a note."""
    known = {document.id: document for document in documents}
    related = {(relation.a, relation.b): relation for relation in relations}
    for one in series:
        if len(one.claims) > 1:
            yield one, partial(_findings, one, related, known, revisions)


def _findings(
    series: Series,
    related: Mapping[tuple[str, str], Relation],
    known: Mapping[str, Document],
    revisions: Sequence[Revision],
) -> list[Finding]:
    subject: Subject = subject_of(series, related, known)
    return [
        finding_of(rule, flag, subject, explaining(revisions, series, flag.claim))
        for rule, judge in JUDGES.items()
        for flag in judge(subject)
    ]
