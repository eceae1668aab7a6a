"""The evidence that drafts are held against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from recon.budget import SECONDS
from recon.crosschecks.catalogue import CODES as ACROSS
from recon.engine import Plan, Worked
from recon.errors import ReadError, UsageError
from recon.evidence.rules import CODES
from recon.host import DISTRIBUTION, Owned, Owner, attempt
from recon.intake import STDIN, named_only, read
from recon.machinery import unreadable
from recon.model import Claim, Document
from recon.readers.paths import find_sources
from recon.running.run import Run
from recon.selection import Selection
from recon.units import Lexicon, lexicon, using

if TYPE_CHECKING:
    from recon.evidence.dossier import Dossier

WEIGHING = Owned(owner=Owner(distribution=DISTRIBUTION), kind="stage", key="evidence", object=None)
A_VERDICT = 0.5
"""Seconds that a figure of a draft may take beside those for the document: each is held against all the evidence."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The drafts of a run, and what they are held against."""

    drafts: tuple[Document, ...]
    evidence: Dossier


def refuse_idle(against: Sequence[str], selection: Selection, *, chosen: bool) -> None:
    """UsageError where rules of the evidence are all that is selected and there is none, or none of them is on."""
    on = any(selection.somewhere(code) for code in CODES)
    if against and not on:
        raise UsageError("--against needs a rule of RC5, and none is on; add --extend-select RC5")
    if not chosen and any(map(selection.somewhere, ACROSS)) and any(layer.select for layer in selection.layers):
        raise UsageError("RC4 judges what several articles say of a quantity; recon reconcile tells it")
    if not against and not chosen and on and any(layer.select for layer in selection.layers):
        raise UsageError("RC5 judges a draft beside its evidence; name that with --against PATH")


def weighing(run: Run, plan: Plan, drafts: Sequence[Document], against: Sequence[str], jobs: int) -> Weighing:
    """Read the evidence, and attribute its claims."""
    found = _evidence(run, against, jobs)
    own = {one.id for one in found if _is_draft(one, drafts)}
    for doc in sorted(own):
        run.teller.note(f"{doc} is a draft that is checked, and no evidence; it is left out")
    documents = tuple(one for one in found if one.id not in own)
    if not documents:
        told = "holds only the drafts themselves" if found else "holds no document that could be read"
        raise UsageError(f"--against {' '.join(against)}: {told}; name the articles to check against")
    wanted = replace(plan, checks=(), selection=None, attribute=True)
    claims = [claim for batch in run.working(wanted, documents, jobs) for claim in batch.claims]
    with run.teller.doing() as step:
        step(f"gathering {len(claims):,} claims of the evidence")
        return Weighing(tuple(drafts), gather(documents, claims, run.lexicon))


def _evidence(run: Run, against: Sequence[str], jobs: int) -> list[Document]:
    readers = run.readers()
    suffixes = [suffix for owned in readers for suffix in owned.object.suffixes]
    for path in against:
        if path == STDIN:
            raise UsageError("--against reads files and folders; standard input is for the draft")
        source = next(find_sources([path], suffixes, named_only(readers)), None)
        if isinstance(source, ReadError):
            raise UsageError(f"--against {path}: {source.problem}; {source.remedy}")
    found: list[Document] = []
    for item in read(against, readers, jobs=jobs):
        if isinstance(item, Document):
            found.append(item)
        elif isinstance(item, ReadError):
            run.findings.append(unreadable(item))
            run.teller.note(str(item))
        else:
            run.tell([item])
    return found


def _is_draft(one: Document, drafts: Sequence[Document]) -> bool:
    """Whether the document is one of the drafts: by its name, its file or its text."""
    return any(
        one.id == draft.id or one.text == draft.text or os.path.realpath(one.id) == os.path.realpath(draft.id)
        for draft in drafts
    )


def gather(documents: Sequence[Document], claims: Sequence[Claim], known: Lexicon | None = None) -> Dossier:
    """The evidence that drafts are held against, of these documents and all their claims."""
    from recon.evidence.dossier import gather as stage  # noqa: PLC0415 - as in recon.builtin

    with using(known or lexicon()):
        return stage(documents, claims)


def weigh(evidence: Dossier, batch: Worked, known: Lexicon | None = None) -> Worked:
    """A batch of drafts with a finding more for each of its claims: what the evidence says of it."""
    from recon.evidence.telling import finding_of  # noqa: PLC0415 - as in recon.builtin

    found = list(batch.findings)
    with using(known or lexicon()):
        for document in batch.documents:
            claims = [claim for claim in batch.claims if claim.doc == document.id]
            verdicts, failures = attempt(
                WEIGHING,
                document.id,
                partial(evidence.weigh, document, claims),
                doc=document.id,
                seconds=SECONDS + A_VERDICT * len(claims),
            )
            found += [finding_of(verdict, document, evidence.documents) for verdict in verdicts]
            found += failures
    return replace(batch, findings=tuple(found))
