"""`--baseline` and `--write-baseline`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from recon.cli.console import note, opened
from recon.errors import UsageError
from recon.model import Finding, Suppression
from recon.quoting import quote
from recon.reports.layout import counted
from recon.running.judging import Judge
from recon.suppression import Baseline, baseline_text, empty_baseline, load_baseline


def baseline_of(given: Path | None, to_write: Path | None) -> Baseline | None:
    """The baseline of a run; of one that is to be written, what stands there already, so that nothing else is lost."""
    if given is not None:
        return load_baseline(given)
    if to_write is None:
        return None
    return load_baseline(to_write) if to_write.is_file() else empty_baseline(to_write)


def written(path: Path, judge: Judge, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those marked that are now known; the baseline of them is in the file.

    What a comment or an entry suppresses is not written: it has its reason elsewhere.
    """
    if judge.suppressions is None:
        raise UsageError("--write-baseline heeds suppressions; leave out --ignore-suppressions")
    baseline = empty_baseline(path)
    mark = Suppression(by="baseline", where=baseline.file)
    keys, marked = [], []
    for one in findings:
        new = one.suppressed is None and not one.code.startswith("RX")
        if new or (one.suppressed is not None and one.suppressed.by == "baseline"):
            keys.append(baseline.key(one.doc, one.code, quote(judge.documents[one.doc], one)))
        marked.append(replace(one, suppressed=mark) if new else one)
    with opened(path) as sink:
        sink.write(baseline_text([*keys, *judge.suppressions.kept(baseline)]))
    note(f"{counted(len(keys), 'finding')} known from now on, in {path}")
    judge.suppressions.baseline = None  # what it knew is written anew, so none of it is unused
    return marked
