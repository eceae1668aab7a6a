"""A reconciliation by what its parts are called, made once and asked for every series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recon.model import Claim, Document, Estimate, Finding, Override, Reconciliation, Relation
from recon.reports.numbers import common_folder

ACROSS = "RC4"
"""What the codes of findings on a series begin with."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Index:
    """Documents, claims and the titles of their series by id; by the key of a series the relations that touch it and
    its estimates, in order, and what was found on its claims; what was decided by hand; and the folder that all
    documents stand in; and of documents that print another's text, that one."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    relations: Mapping[str, Sequence[Relation]]
    estimates: Mapping[str, Sequence[Estimate]]
    titles: Mapping[str, str]
    overrides: Sequence[Override]
    flags: Mapping[str, Sequence[Finding]]
    folder: str
    copies: Mapping[str, str]


def index_of(result: Reconciliation) -> Index:
    """The index of all that a reconciliation holds."""
    key_of = {claim.id: series.key for series in result.series for claim in series.claims}
    relations: defaultdict[str, list[Relation]] = defaultdict(list)
    for one in result.relations:
        for key in dict.fromkeys(key_of[end] for end in (one.a, one.b) if end in key_of):
            relations[key].append(one)
    flags: defaultdict[str, list[Finding]] = defaultdict(list)
    for found in result.findings:
        keys = {key_of[id_] for id_ in found.figures if id_ in key_of}
        if found.code.startswith(ACROSS) and found.suppressed is None and len(keys) == 1:
            flags[keys.pop()].append(found)
    return Index(
        documents={document.id: document for document in result.documents},
        claims={claim.id: claim for series in result.series for claim in series.claims},
        relations=relations,
        estimates=estimates_by_series(result),
        titles={claim.id: series.title for series in result.series for claim in series.claims},
        overrides=result.overrides,
        flags=flags,
        folder=common_folder(document.id for document in result.documents),
        copies=dict(result.copies),
    )


def estimates_by_series(result: Reconciliation) -> Mapping[str, Sequence[Estimate]]:
    """The estimates by the key of their series, in order."""
    estimates: defaultdict[str, list[Estimate]] = defaultdict(list)
    for one in result.estimates:
        estimates[one.series].append(one)
    return estimates
