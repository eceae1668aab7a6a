"""The evidence that drafts are held against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recon.crosschecks.catalogue import CODES as ACROSS
from recon.engine import Plan, gather
from recon.errors import ReadError, UsageError
from recon.evidence.rules import CODES
from recon.intake import STDIN, read
from recon.machinery import unreadable
from recon.model import Document
from recon.readers.paths import find_sources
from recon.running.run import Run
from recon.selection import Selection

if TYPE_CHECKING:
    from recon.evidence.dossier import Dossier


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
    found = _evidence(run, against)
    own = {one.id for one in found if _is_draft(one, drafts)}
    for doc in sorted(own):
        run.teller.note(f"{doc} is a draft that is checked, and no evidence; it is left out")
    documents = tuple(one for one in found if one.id not in own)
    if not documents:
        told = "holds only the drafts themselves" if found else "holds no document that could be read"
        raise UsageError(f"--against {' '.join(against)}: {told}; name the articles to check against")
    wanted = replace(plan, checks=(), selection=None, attribute=True)
    claims = [claim for batch in run.working(wanted, documents, jobs) for claim in batch.claims]
    return Weighing(tuple(drafts), gather(documents, claims, run.lexicon))


def _evidence(run: Run, against: Sequence[str]) -> list[Document]:
    suffixes = [suffix for owned in run.host.readers for suffix in owned.object.suffixes]
    for path in against:
        if path == STDIN:
            raise UsageError("--against reads files and folders; standard input is for the draft")
        source = next(find_sources([path], suffixes), None)
        if isinstance(source, ReadError):
            raise UsageError(f"--against {path}: {source.problem}; {source.remedy}")
    found: list[Document] = []
    for item in read(against, run.host.readers):
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
