"""One run of a command: configuration, plugins, the documents as they come, and what went wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

from recon.bulk import Extracted
from recon.engine import Plan, Worked, chosen_extractor, discover, work
from recon.errors import ReadError
from recon.host import Host, Owned
from recon.intake import STDIN, named_only, read
from recon.machinery import FOREIGN, unreadable
from recon.model import Document, Extractor, Finding, Reader
from recon.options import with_options
from recon.readers.paths import Source, find_sources
from recon.reports.layout import counted
from recon.running.configuration import Config
from recon.running.telling import Quiet, Teller
from recon.units import Lexicon
from recon.vocabulary import lexicon_of

T = TypeVar("T")

COULD_NOT_RUN = 2
SEVERITIES = ("error", "warning", "info")


@dataclass
class Run:
    """What a run works with. `findings` are those of the machinery, as they arise; `stdin` is what "-" reads."""

    config: Config
    host: Host
    lexicon: Lexicon
    teller: Teller = field(default_factory=Quiet)
    stdin: BinaryIO | None = None
    findings: list[Finding] = field(default_factory=list)
    read: int = 0

    def extractor(self, name: str | None = None) -> Owned[Extractor]:
        """The extractor of that name, else the configured one, reading the lexicon of the run."""
        return chosen_extractor(self.host, name or self.config.extractor, self.lexicon)

    def readers(self) -> tuple[Owned[Reader], ...]:
        """The readers with their configured options."""
        return with_options(self.host.readers, self.config.readers, self.config.source, "reader")

    def documents(self, paths: Sequence[str], stdin_name: str = STDIN, jobs: int = 1) -> Iterator[Document]:
        """The documents that can be read; a note for each that cannot."""
        for item in read(paths, self.readers(), self.stdin, stdin_name, jobs):
            if isinstance(item, Document):
                self.read += 1
                yield item
            elif isinstance(item, ReadError):
                self.findings.append(unreadable(item))
                self.teller.note(str(item))
            else:
                self.tell([item])
        self.tell_aside()

    def tell_aside(self) -> None:
        """How many documents were not in English."""
        if aside := sum(one.code == FOREIGN.code for one in self.findings):
            self.teller.note(f"{counted(aside, 'document')} set aside for the language")

    def worked(self, plan: Plan, paths: Sequence[str], stdin_name: str, jobs: int) -> Iterator[Worked]:
        """The batches of documents as the plan leaves them."""
        return self.watched(work(plan, self.documents(paths, stdin_name, jobs), jobs), lambda: self.bytes_in(paths))

    def working(self, plan: Plan, documents: Iterable[Document], jobs: int) -> Iterator[Worked]:
        """The batches of documents that are read already, where they are a sequence."""
        held = documents if isinstance(documents, Sequence) else None
        return self.watched(work(plan, documents, jobs), lambda: bytes_of(held) if held is not None else None)

    def watched(self, batches: Iterable[Worked], total: Callable[[], int | None]) -> Iterator[Worked]:
        """The batches, what went wrong with them told."""
        for batch in self.teller.watched(batches, total):
            self.tell([finding for finding in batch.findings if finding.code.startswith("RX")])
            yield batch

    def extracted(self, batches: Iterable[Extracted[T]], paths: Sequence[str]) -> Iterator[Extracted[T]]:
        """The batches of documents with their figures, what went wrong with them told."""
        for batch in self.teller.watched(batches, lambda: self.bytes_in(paths)):
            self.tell(batch.findings)
            yield batch

    def bytes_in(self, paths: Sequence[str]) -> int | None:
        """How much there is to read; None where only reading it tells."""
        if STDIN in paths:
            return None
        suffixes = [suffix for owned in self.host.readers for suffix in owned.object.suffixes]
        sources = find_sources(paths, suffixes, named_only(self.host.readers))
        return sum(size_of(source.path) for source in sources if isinstance(source, Source))

    def tell(self, findings: Sequence[Finding]) -> None:
        """Keep findings of the machinery, and note them; their messages name what they concern."""
        self.findings += findings
        for finding in findings:
            self.teller.note(finding.message)

    def status(self, findings: Sequence[Finding], fail_on: str) -> int:
        """2 where nothing could be read, 1 for a finding at or above `fail_on` ("" for never) that counts, else 0."""
        if not self.read:
            if not self.findings:
                self.teller.note("there is nothing to read; name a .txt, .md or .jsonl file, or a folder of them")
            return COULD_NOT_RUN
        failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
        return int(any(finding.severity in failing for finding in findings if finding.suppressed is None))


def bytes_of(documents: Iterable[Document]) -> int:
    """How long texts are in UTF-8."""
    return sum(len(one.text) if one.text.isascii() else len(one.text.encode(errors="replace")) for one in documents)


def size_of(path: Path) -> int:
    """The size of a file, 0 for one that is gone."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def start(
    config: Config,
    teller: Teller,
    *,
    only: Container[str] | None = None,
    plugins: Iterable[object] = (),
    stdin: BinaryIO | None = None,
) -> Run:
    """A run with `plugins` and those of the environment; of what they declare, `only` those kinds."""
    host = discover(plugins, only=only)
    run = Run(config, host, lexicon_of(host, config.units, config.source), teller, stdin)
    run.tell(host.findings)
    return run
