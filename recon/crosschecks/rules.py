"""How the rules are put to the series."""

from __future__ import annotations

from collections import defaultdict
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
from recon.crosschecks.subject import Judge, Subject, finding_of, slots_in, subject_of, tops_of
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
    related = _within(series, relations)
    slots = slots_in(series, known)
    tops = tops_of(series, slots, known)
    for one in series:
        if len(one.claims) > 1:
            mine = {(relation.a, relation.b): relation for relation in related.get(one.key, ())}
            yield one, partial(_findings, subject_of(one, mine, known, slots, tops), revisions)


def _within(series: Iterable[Series], relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    """By the key of each series the relations between claims of it."""
    home = {claim.id: one.key for one in series if len(one.claims) > 1 for claim in one.claims}
    within: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if (key := home.get(relation.a)) is not None and key == home.get(relation.b):
            within[key].append(relation)
    return within


def _findings(subject: Subject, revisions: Sequence[Revision]) -> list[Finding]:
    """The findings of a series; two claims that one rule has set against each other are rivals by no other, which a
    page that changed is beside that."""
    told: set[frozenset[str]] = set()
    found = []
    for rule, judge in JUDGES.items():
        for flag in judge(subject):
            pair = frozenset((flag.claim.id, flag.against.id))
            if pair not in told or rule is catalogue.CHANGED:
                told.add(pair)
                found.append(finding_of(rule, flag, subject, explaining(revisions, subject.series, flag.claim)))
    return found
