"""One run of a command: configuration, plugins, the documents as they come, and what went wrong with them."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

from recon.bulk import Extracted
from recon.cli.config import Config, load_config
from recon.cli.console import COULD_NOT_RUN, note, watched
from recon.engine import Plan, Worked, chosen_extractor, discover, work
from recon.errors import ReadError
from recon.host import Host, Owned
from recon.intake import read
from recon.machinery import unreadable
from recon.model import Document, Extractor, Finding
from recon.units import Lexicon
from recon.vocabulary import lexicon_of

T = TypeVar("T")

SEVERITIES = ("error", "warning", "info")


@dataclass
class Run:
    """What a command works with. `findings` are those of the machinery, as they arise."""

    config: Config
    host: Host
    lexicon: Lexicon
    findings: list[Finding] = field(default_factory=list)
    read: int = 0

    def extractor(self, name: str | None = None) -> Owned[Extractor]:
        """The extractor of that name, else the configured one, reading the lexicon of the run."""
        return chosen_extractor(self.host, name or self.config.extractor, self.lexicon)

    def documents(self, paths: Sequence[str], stdin_name: str) -> Iterator[Document]:
        """The documents that can be read; a note on stderr for each that cannot."""
        for item in read(paths, self.host.readers, _stdin(), stdin_name):
            if isinstance(item, Document):
                self.read += 1
                yield item
            elif isinstance(item, ReadError):
                self.findings.append(unreadable(item))
                note(str(item))
            else:
                self.tell([item])

    def worked(self, plan: Plan, paths: Sequence[str], stdin_name: str, jobs: int) -> Iterator[Worked]:
        """The batches of documents as the plan leaves them."""
        return self.working(plan, self.documents(paths, stdin_name), jobs)

    def working(self, plan: Plan, documents: Iterable[Document], jobs: int) -> Iterator[Worked]:
        """The batches of documents that are read already."""
        return self.watching(work(plan, documents, jobs))

    def watching(self, batches: Iterable[Worked]) -> Iterator[Worked]:
        """The batches as they come, what went wrong with them told."""
        for batch in watched(batches, lambda batch: len(batch.documents)):
            self.tell([finding for finding in batch.findings if finding.code.startswith("RX")])
            yield batch

    def extracted(self, batches: Iterable[Extracted[T]]) -> Iterator[Extracted[T]]:
        """The batches of documents with their figures, what went wrong with them told."""
        for batch in watched(batches, lambda batch: len(batch.documents)):
            self.tell(batch.findings)
            yield batch

    def tell(self, findings: Sequence[Finding]) -> None:
        """Keep findings of the machinery, and note them on stderr; their messages name what they concern."""
        self.findings += findings
        for finding in findings:
            note(finding.message)

    def status(self, findings: Sequence[Finding], fail_on: str) -> int:
        """2 where nothing could be read, 1 for a finding at or above `fail_on` ("" for never) that counts, else 0."""
        if not self.read:
            if not self.findings:
                note("there is nothing to read; name a .txt, .md or .jsonl file, or a folder of them")
            return COULD_NOT_RUN
        failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
        return int(any(finding.severity in failing for finding in findings if finding.suppressed is None))


def start(only: Container[str] | None = None) -> Run:
    """Configuration of the working directory, plugins of the environment; of what they declare, `only` those kinds."""
    config, host = load_config(Path.cwd()), discover(only=only)
    run = Run(config, host, lexicon_of(host, config.units, config.source))
    run.tell(host.findings)
    return run


def _stdin() -> BinaryIO | None:
    """None where the shell has closed it."""
    return sys.stdin.buffer if sys.stdin is not None else None
