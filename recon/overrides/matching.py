"""The claims that overrides name, found among those of a run: by id, number and words, never by id alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from recon.model import Claim, Document
from recon.overrides.entries import Entry, Ref
from recon.selection import path_from

ALIKE = 0.6
"""The least share of an entry's words that must still stand in a sentence for it to be the same one, edited."""
SHOWN = 3
AROUND = 6
"""Words on each side of a number that tell its place in a sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a claim was found: its id, and how it was known again if that is not the id given; else why it was not.

    All three are "" where its document is not in this run, which says nothing of the entry.
    """

    claim: str = ""
    shifted: str = ""
    stale: str = ""


@dataclass
class Claims:
    """The claims of a run by the documents they stand in, as the entries of a file in `folder` may call them."""

    claims: Sequence[Claim]
    documents: Iterable[Document]
    folder: str = ""
    texts: dict[str, Document] = field(init=False)
    printed: dict[tuple[str, str], list[Claim]] = field(init=False)
    """The claims of a document that print a number."""
    at: dict[str, Claim] = field(init=False)
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.texts = {document.id: document for document in self.documents}
        printed: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            printed[claim.doc, " ".join(claim.text.split())].append(claim)
        self.printed, self.at = dict(printed), {claim.id: claim for claim in self.claims}
        self.names = {path_from(self.folder, id_): id_ for id_ in self.texts} | {id_: id_ for id_ in self.texts}

    def find(self, ref: Ref) -> Found:
        """The claim that a reference means, or why there is none."""
        doc = self.names.get(ref.doc)
        if doc is None:
            gone = ref.doc.lower().endswith((".txt", ".md")) and not _exists(ref.doc, self.folder)
            return Found(stale=f"there is no {ref.doc} any more" if gone else "")
        same = self.printed.get((doc, ref.text), [])
        at_id = f"{doc}#{ref.place}"
        there = self.at.get(at_id)
        if there is not None and there in same and self._likeness(there, ref.words) == 1:
            return Found(claim=at_id)
        if not same:
            now = f": “{' '.join(there.text.split())}” stands there" if there else ""
            return Found(stale=f"“{ref.text}” is not printed in {doc} any more{now}")
        scores = {claim.id: self._likeness(claim, ref.words) for claim in same}
        best = max(scores.values())
        if scores.get(at_id) == best >= ALIKE:
            return Found(claim=at_id)
        first = [claim for claim in same if scores[claim.id] == best]
        if best < ALIKE:
            return Found(stale=f"no “{ref.text}” in {doc} stands in the words “{_clipped(ref.words)}”")
        if len(first) > 1:
            where = ", ".join(claim.id.rpartition("#")[2] for claim in first[:SHOWN])
            return Found(stale=f"“{ref.text}” may be any of {len(first)} in {doc} now ({where})")
        return Found(claim=first[0].id, shifted="by its words" if ref.words else "by its number alone")

    def _likeness(self, claim: Claim, words: str) -> float:
        """1 where the words are those around the number, a little less where they stand in its sentence, else the
        share of them that does. Without words every claim is as likely."""
        if not words:
            return 1.0
        document = self.texts[claim.doc]
        text = " ".join(_text(claim, document)[claim.sentence_start : claim.sentence_end].split())
        if words == around(claim, document):
            return 1.0
        if words in text:
            return 0.95
        wanted = words.lower().split()
        there = set(text.lower().split())
        return 0.9 * sum(word in there for word in wanted) / len(wanted)


def around(claim: Claim, document: Document) -> str:
    """The words around a number, a few on each side, white space folded: what tells it from others of its sentence."""
    text = _text(claim, document)
    before = text[claim.sentence_start : claim.start].split(" ")
    behind = text[claim.end : claim.sentence_end].split(" ")
    head, tail = " ".join(before[-AROUND - 1 :]), " ".join(behind[: AROUND + 1])
    return " ".join(f"{head}{text[claim.start : claim.end]}{tail}".split())


def _text(claim: Claim, document: Document) -> str:
    """What the claim's offsets count in."""
    return document.title if claim.part == "title" and document.title_start == 0 else document.text


def find_all(entries: Sequence[Entry], claims: Sequence[Claim], documents: Iterable[Document]) -> Mapping[Ref, Found]:
    """Where every reference of the entries is found."""
    folders = {entry.folder for entry in entries}
    texts = list(documents)
    known = {folder: Claims(claims, texts, folder) for folder in folders}
    return {ref: known[entry.folder].find(ref) for entry in entries for ref in entry.refs}


def _exists(doc: str, folder: str) -> bool:
    return Path(folder, doc).exists() or Path(doc).exists()


def _clipped(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
