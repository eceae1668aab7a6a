"""What each kind of object is tried on: named trials, each of which gives the values it saw or says what is wrong."""

from __future__ import annotations

import itertools
import pickle
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, replace
from functools import partial
from pathlib import Path
from typing import Any

from recon.budget import SECONDS, limited
from recon.conformance.samples import LONG, sample_documents, sample_series
from recon.engine import Asked, judge
from recon.errors import ReadError
from recon.host import Owned, attempt
from recon.machinery import OVERRUN
from recon.model import Document, Estimate, Finding, Reconciler, Series, UnitDefinition
from recon.soundness import document_problems, estimate_problems, figure_problems, finding_problems
from recon.tables import figures_of
from recon.testing import assert_check_examples, figures

ENOUGH = 600
"""Characters of a document for a check, which may ask for the claims: they cost milliseconds each."""
PATIENCE = 5.0
"""Seconds for the longest of series; a run has thousands."""
TIMED = f"{LONG} claims within {PATIENCE:g} seconds"
"""The trial that tells what a series costs."""

Told = str
"""What came out, as text that is the same whenever the values are."""
Trial = Callable[[], tuple[Told, Sequence[Finding]]]


def trials_of(owned: Owned[Any], units: Sequence[UnitDefinition] = ()) -> Iterator[tuple[str, Trial]]:
    """The trials of one object, by name; an assertion that fails in one is told in its words.

    `units` are those that are defined beside it, of which it may be a multiple.
    """
    if isinstance(owned.object, UnitDefinition):
        yield "is read in each of its forms", partial(_forms, owned.object, units)
        return
    yield "can be sent to another process", partial(_pickled, owned)
    yield from _OF[owned.kind](owned)


def _pickled(owned: Owned[Any]) -> tuple[Told, Sequence[Finding]]:
    pickle.loads(pickle.dumps(owned.object))  # noqa: S301  (what was pickled a moment ago)
    return "", ()


def _reconciler(owned: Owned[Reconciler]) -> Iterator[tuple[str, Trial]]:
    samples = sample_series()
    yield TIMED, partial(_time, owned, samples[f"{LONG} claims"])
    yield "low ≤ best ≤ high, from claims there are, oldest first", partial(_estimates, owned, samples)
    yield "the order of equal dates changes nothing", partial(_order, owned, samples)
    yield "its series stay as they were", partial(_untouched, owned)
    if hasattr(owned.object, "fit"):
        yield "what it learns is a reconciler", partial(_fitted, owned, samples)


def _estimates(owned: Owned[Reconciler], samples: dict[str, Series]) -> tuple[Told, Sequence[Finding]]:
    told: list[object] = []
    failures: list[Finding] = []
    for name, series in samples.items():
        made, wrong = _made(owned, name, series)
        days = [estimate.at for estimate in made if estimate.at]
        assert days == sorted(days), f"its estimates of a series of {name} are not oldest first"  # noqa: S101
        failures += wrong
        told += [astuple(estimate) for estimate in made]
        if any(failure.code == OVERRUN.code for failure in wrong):
            break
    return repr(told), failures


def _made(owned: Owned[Reconciler], name: str, series: Series) -> tuple[tuple[Estimate, ...], tuple[Finding, ...]]:
    return attempt(
        owned,
        f"a series of {name}",
        partial(owned.object.reconcile, series),
        problems_of=lambda estimate: estimate_problems(estimate, series),
        seconds=PATIENCE,
    )


def _order(owned: Owned[Reconciler], samples: dict[str, Series]) -> tuple[Told, Sequence[Finding]]:
    for name, series in samples.items():
        groups = [list(group) for _, group in itertools.groupby(series.claims, lambda c: (c.as_of_end, c.published))]
        turned = replace(series, claims=tuple(claim for group in groups for claim in reversed(group)))
        here, there = _made(owned, name, series)[0], _made(owned, name, turned)[0]
        assert [*map(_numbers, here)] == [*map(_numbers, there)], f"it changes its estimates of a series of {name}"  # noqa: S101
    return "", ()


def _time(owned: Owned[Reconciler], series: Series) -> tuple[Told, Sequence[Finding]]:
    begun = time.perf_counter()
    _, failures = _made(owned, f"{LONG} claims", series)
    spent = time.perf_counter() - begun
    overruns = [failure for failure in failures if failure.code == OVERRUN.code]
    # Where nothing can be stopped, it is told afterwards.
    assert overruns or spent <= PATIENCE, f"a series of {LONG} claims takes it {spent:.1f} seconds"  # noqa: S101
    return "", overruns


def _untouched(owned: Owned[Reconciler]) -> tuple[Told, Sequence[Finding]]:
    for name, series in sample_series().items():
        before = repr(series)
        _made(owned, name, series)
        assert repr(series) == before, f"it changes a series of {name}, which others are given after it"  # noqa: S101
    return "", ()


def _numbers(estimate: Estimate) -> tuple[object, ...]:
    return estimate.at, estimate.low, estimate.best, estimate.high


def _fitted(owned: Owned[Any], samples: dict[str, Series]) -> tuple[Told, Sequence[Finding]]:
    learnt, failures = attempt(owned, "all series", lambda: [owned.object.fit(tuple(samples.values()))])
    if learnt:
        assert isinstance(learnt[0], Reconciler), f"its fit() gave a {type(learnt[0]).__name__}"  # noqa: S101
        told, wrong = _estimates(replace(owned, object=learnt[0]), samples)
        return told, (*failures, *wrong)
    return "", failures


def _check(owned: Owned[Any]) -> Iterator[tuple[str, Trial]]:
    yield "its examples hold", partial(_examples, owned)
    yield "findings with a place in their document", partial(_findings, owned)


def _examples(owned: Owned[Any]) -> tuple[Told, Sequence[Finding]]:
    with limited(SECONDS):
        assert_check_examples(owned.object)
    return "", ()


def _findings(owned: Owned[Any]) -> tuple[Told, Sequence[Finding]]:
    told: list[object] = []
    failures: list[Finding] = []
    for document in (replace(whole, text=whole.text[:ENOUGH]) for whole in sample_documents()):
        read = figures(document.text, id=document.id)
        found, wrong = attempt(
            owned,
            document.id,
            partial(judge, owned.object, document, read, Asked(document, read)),
            problems_of=partial(finding_problems, document=document, code=owned.key),
        )
        failures += wrong
        told += [astuple(one) for one in found]
    return repr(told), failures


def _extractor(owned: Owned[Any]) -> Iterator[tuple[str, Trial]]:
    yield "figures whose text stands at their span", partial(_extracted, owned)
    yield "the batch changes nothing", partial(_batch, owned)


def _extracted(owned: Owned[Any]) -> tuple[Told, Sequence[Finding]]:
    documents = sample_documents()
    known = {document.id: document for document in documents}
    found, failures = attempt(
        owned,
        "the sample documents",
        lambda: figures_of(owned.object.extract(documents)),
        problems_of=lambda figure: figure_problems(figure, known),
    )
    return repr([astuple(one) for one in found]), failures


def _batch(owned: Owned[Any]) -> tuple[Told, Sequence[Finding]]:
    documents = sample_documents()
    with limited(SECONDS):
        whole = figures_of(owned.object.extract(documents))
        alone = [figure for document in documents for figure in figures_of(owned.object.extract([document]))]
    assert whole == alone, "it finds other figures in a batch than in its documents one by one"  # noqa: S101
    return "", ()


def _reader(owned: Owned[Any]) -> Iterator[tuple[str, Trial]]:
    yield "documents, or words that say why not", partial(_read, owned)


def _read(owned: Owned[Any]) -> tuple[Told, Sequence[Finding]]:
    text = b"Boats sink\n\n40 boats sank.\n"
    contents = {"nothing": b"", "bytes": bytes(range(256)) * 64, "text": text, "a name that there is not": None}
    failures: list[Finding] = []
    told: list[object] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, content in contents.items():
            path = Path(folder) / f"{name}{owned.object.suffixes[0]}"
            if content is not None:
                path.write_bytes(content)
            read, wrong = attempt(
                owned, f"a file of {name}", partial(_documents, owned.object, path), problems_of=document_problems
            )
            failures += wrong
            told += [len(document.text) for document in read]
    return repr(told), failures


def _documents(reader: Any, path: Path) -> list[Document]:
    try:
        return list(reader.read(path))
    except ReadError:
        return []


def _forms(one: UnitDefinition, units: Sequence[UnitDefinition]) -> tuple[Told, Sequence[Finding]]:
    forms = [form for word in one.words for form in _numbers_of(word)]
    for form in (*forms, *one.signs):
        texts = (f"They sold 12 {form} of it.", f"They sold {form}12 of it.")
        read = {figure.unit for text in texts for figure in figures(text, units or (one,))}
        assert any(one.name in unit for unit in read), f"12 {form!r} is not read as {one.name}"  # noqa: S101
    return "", ()


def _numbers_of(word: str) -> tuple[str, ...]:
    singular, _, plural = word.partition("/")
    return (plural or f"{singular}s",)


_OF: dict[str, Callable[[Owned[Any]], Iterator[tuple[str, Trial]]]] = {
    "reconciler": _reconciler,
    "check": _check,
    "extractor": _extractor,
    "reader": _reader,
}
