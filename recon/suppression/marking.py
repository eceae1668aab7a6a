"""Findings marked with what suppresses them, and what suppresses nothing reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from recon.machinery import UNCLEAR, UNREASONED, UNUSED, Rule, finding
from recon.model import Document, Finding, Suppression
from recon.quoting import is_apart, quote
from recon.selection import named, strength
from recon.suppression.baseline import Baseline, Key
from recon.suppression.comments import Comment, comments
from recon.suppression.files import Entry

TOLD = 5
"""Findings of a baseline that are named where they are no longer found."""

Looked = Callable[[str, str], bool]
"""(code, document id) → whether the rule looked at the document."""


@dataclass
class Suppressions:
    """What suppresses findings in a run, and how much of it was needed so far.

    `names` are all rules, `looked` tells which of them looked at which document. What no rule could have used is not
    called unused: a run over one folder says nothing of another, nor one with `--select RC1` of RC2.
    """

    names: Mapping[str, str]
    looked: Looked
    entries: tuple[Entry, ...] = ()
    baseline: Baseline | None = None
    used: set[Entry] = field(default_factory=set)
    tried: set[Entry] = field(default_factory=set)
    left: dict[Key, int] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.left = dict(self.baseline.known) if self.baseline else {}

    def marked(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """The findings of one document, by place, each with the first of what suppresses it, and those on its comments.

        What a rule finds in the words of a comment to recon is left out.
        """
        told = comments(document, self.names)
        sound = [one for one in told if not one.problem]
        entries = [entry for entry in self.entries if entry.is_of(document)]
        self.tried.update(entry for entry in entries if self._could(entry.code, document.id))
        if self.baseline:
            self.read[self.baseline.key(document.id, "", "")[0]] = document.id
        needed: set[tuple[Comment, str]] = set()
        kept: list[Finding] = []
        for one in sorted(findings, key=lambda one: (one.start, one.end, one.code)):
            if any(comment.start <= one.start and one.end <= comment.end for comment in told if one.end > one.start):
                continue
            by_comment = [(comment, selector) for comment in sound for selector in self._naming(comment, document, one)]
            by_entry = [entry for entry in entries if self._names(entry.code, one) and entry.holds(document, one)]
            needed.update(by_comment)
            self.used.update(by_entry)
            kept.append(replace(one, suppressed=self._first(document, one, by_comment, by_entry)))
        return [*kept, *self._on_comments(document, told, needed)]

    def unused(self) -> Iterator[Finding]:
        """Once all documents were read: the entries and the baseline that were not needed, or give no reason."""
        for entry in self.entries:
            if entry not in self.used and (entry in self.tried or _is_gone(entry.doc, entry.folder)):
                message = f'{entry.code} finds nothing at "{entry.text}" in {entry.doc}; take the entry out'
                yield finding(UNUSED, message, doc=entry.file, line=entry.line)
            if not entry.reason:
                message = f'the entry on "{entry.text}" gives no reason; write reason = "…"'
                yield finding(UNREASONED, message, doc=entry.file, line=entry.line)
        if self.baseline and (stale := list(self._stale(self.baseline))):
            number = sum(count for _, count in stale)
            told = "1 known finding is" if number == 1 else f"{number} known findings are"
            message = f"{told} no longer found; make the baseline anew with --write-baseline"
            listed = [f'{doc}: {code} "{text}"' for (doc, code, text), _ in sorted(stale)]
            more = [f"and {len(listed) - TOLD} more"] if len(listed) > TOLD else []
            working = "\n".join([*listed[:TOLD], *more])
            yield replace(finding(UNUSED, message, doc=self.baseline.file), working=working)

    def kept(self, to: Baseline) -> Iterator[Key]:
        """What the baseline knows of documents or rules that this run left out, as `to` calls it, each time."""
        for (doc, code, text), count in self.baseline.known.items() if self.baseline else ():
            read = self.read.get(doc)
            if self.baseline and not (self.looked(code, read) if read else _is_gone(doc, self.baseline.folder)):
                there = Path(self.baseline.folder, doc)
                yield from (to.key(str(there) if there.exists() else doc, code, text) for _ in range(count))

    def _first(
        self,
        document: Document,
        one: Finding,
        by_comment: Sequence[tuple[Comment, str]],
        by_entry: Sequence[Entry],
    ) -> Suppression | None:
        if by_comment:
            comment = by_comment[0][0]
            line, _ = document.position(comment.start)
            return Suppression(by="comment", where=f"{document.id}:{line}", reason=comment.reason)
        if by_entry:
            return Suppression(by="file", where=f"{by_entry[0].file}:{by_entry[0].line}", reason=by_entry[0].reason)
        if self.baseline:
            key = self.baseline.key(document.id, one.code, quote(document, one))
            if self.left.get(key, 0) > 0:
                self.left[key] -= 1
                return Suppression(by="baseline", where=self.baseline.file)
        return None

    def _naming(self, comment: Comment, document: Document, one: Finding) -> list[str]:
        """The selectors of a comment that name the finding's rule, where the comment holds at its place."""
        here = one.start < comment.last and one.end > comment.first and not is_apart(document, one)
        return [selector for selector in comment.selectors if (comment.whole or here) and self._names(selector, one)]

    def _names(self, selector: str, one: Finding) -> bool:
        return strength(selector, one.code, self.names.get(one.code, one.name)) >= 0

    def _could(self, selector: str, doc: str) -> bool:
        return any(self.looked(code, doc) for code in named([selector], self.names))

    def _on_comments(
        self, document: Document, told: Iterable[Comment], needed: set[tuple[Comment, str]]
    ) -> Iterator[Finding]:
        for comment in told:
            if comment.problem:
                yield _at(UNCLEAR, document, comment, comment.problem)
                continue
            for selector in comment.selectors:
                if (comment, selector) not in needed and self._could(selector, document.id):
                    message = f"{selector} finds nothing there to suppress; take it out of the comment"
                    yield _at(UNUSED, document, comment, message)
            if not comment.reason:
                yield _at(UNREASONED, document, comment, "the comment gives no reason; write ignore RC101: reason")

    def _stale(self, baseline: Baseline) -> Iterator[tuple[Key, int]]:
        for key, count in self.left.items():
            doc, code, _ = key
            looked = doc in self.read and self.looked(code, self.read[doc])
            if count and (looked or (doc not in self.read and _is_gone(doc, baseline.folder))):
                yield key, count


def _at(rule: Rule, document: Document, comment: Comment, message: str) -> Finding:
    line, column = document.position(comment.start)
    told = finding(rule, message, doc=document.id, line=line)
    return replace(told, start=comment.start, end=comment.end, column=column)


def _is_gone(doc: str, folder: str) -> bool:
    """Whether the name is that of a file of text that is not there any more; a record's id never is."""
    return doc.lower().endswith((".txt", ".md")) and not Path(folder, doc).exists() and not Path(doc).exists()
