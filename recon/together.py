"""All claims into series and the series related, with what fails kept apart: one bad document shall not cost a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from recon.host import DISTRIBUTION, FAILURES, Owner
from recon.machinery import FAILED, described, finding
from recon.model import Claim, Document, Finding, Relation, Series

Align = Callable[[Sequence[Claim], Iterable[Document]], tuple[Series, ...]]
Relate = Callable[[Sequence[Series], Iterable[Document]], Sequence[Relation]]
OWNER = Owner(distribution=DISTRIBUTION)


def aligned(
    align: Align, claims: Sequence[Claim], documents: Sequence[Document]
) -> tuple[tuple[Series, ...], tuple[Finding, ...]]:
    """Every claim in one series. Those of a document that cannot be aligned stand alone, and a finding says so."""
    try:
        return align(claims, documents), ()
    except FAILURES as error:
        failed = _failing(align, claims, documents)
        if not failed:  # each document alone can be aligned
            everywhere = finding(FAILED, f"{_failure(error)}; every claim stands alone")
            return tuple(_alone(claims)), (everywhere,)
    sound = [claim for claim in claims if claim.doc not in failed]
    series, findings = aligned(align, sound, [document for document in documents if document.id not in failed])
    apart = _alone([claim for claim in claims if claim.doc in failed])
    told = (
        finding(FAILED, f"{_failure(error)} in {doc}; its claims stand alone", doc=doc) for doc, error in failed.items()
    )
    return (*series, *apart), (*findings, *told)


def with_one_origin(
    claims: Sequence[Claim], documents: Sequence[Document], doing: Callable[[str], None]
) -> tuple[Sequence[Claim], tuple[tuple[str, str], ...]]:
    """The claims, what several outlets print of one text having one origin; and which document prints whose text."""
    from recon.series import copies, one_origin  # noqa: PLC0415 - as in recon.builtin

    doing(f"looking for copies among {len(documents):,} documents")
    copied = copies(documents)
    return one_origin(claims, copied, documents), tuple(copied.items())


def related(
    relate: Relate, series: Sequence[Series], documents: Sequence[Document]
) -> tuple[tuple[Relation, ...], tuple[Finding, ...]]:
    """How the claims stand. Where that fails, each series is tried by itself: what is lost is named."""
    try:
        return tuple(relate(series, documents)), ()
    except FAILURES as error:
        whole = finding(FAILED, f"{_failure(error, 'relating')}; no relations between series are told")
    found: list[Relation] = []
    findings = [whole]
    texts = {document.id: document for document in documents}
    for one in series:
        try:
            found += relate([one], [texts[doc] for doc in dict.fromkeys(c.doc for c in one.claims) if doc in texts])
        except FAILURES as error:
            findings.append(finding(FAILED, f"{_failure(error, 'relating')} in series {one.key}; it has no relations"))
    return tuple(found), tuple(findings)


def flagged(judged: Iterable[tuple[Series, Callable[[], Sequence[Finding]]]]) -> Iterator[Finding]:
    """What the rules across documents find, series by series; where they fail, that is the finding."""
    for series, findings in judged:
        try:
            yield from findings()
        except FAILURES as error:
            yield finding(FAILED, f"{_failure(error, 'checking')} in series {series.key}; it has no findings")


def _failing(align: Align, claims: Sequence[Claim], documents: Sequence[Document]) -> dict[str, BaseException]:
    """The documents whose claims cannot even be aligned by themselves, with the reason."""
    texts = {document.id: document for document in documents}
    by_doc: dict[str, list[Claim]] = {}
    for claim in claims:
        by_doc.setdefault(claim.doc, []).append(claim)
    failed: dict[str, BaseException] = {}
    for doc, own in by_doc.items():
        try:
            align(own, [texts[doc]] if doc in texts else [])
        except FAILURES as error:
            failed[doc] = error
    return failed


def _alone(claims: Iterable[Claim]) -> Iterable[Series]:
    for number, claim in enumerate(claims, 1):
        key = f"not-aligned-{number}"
        yield Series(key=key, title=claim.text, kind=claim.kind, unit=claim.unit, claims=(replace(claim, series=key),))


def _failure(error: BaseException, doing: str = "aligning") -> str:
    return f"{doing} claims failed, which is a defect of {OWNER}, please report it: {described(error)}"
