"""The order of the stages. Each function calls a stage on values and keeps its failures as findings."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from recon.builtin import BUILTIN
from recon.bulk import batches, extract
from recon.crosschecks.catalogue import RULES as CROSS_RULES
from recon.errors import UsageError
from recon.evidence.rules import RULES as EVIDENCE_RULES
from recon.host import DISTRIBUTION, Host, Owned, Owner, attempt
from recon.machinery import FAILED, OVERRUN, RULES, finding
from recon.model import (
    Check,
    Claim,
    Document,
    Estimate,
    Explained,
    Extractor,
    Figure,
    Finding,
    Reconciler,
    Reconciliation,
    Series,
)
from recon.provenance import modelled, numbers_of
from recon.quoting import is_apart
from recon.selection import Layer, Selection, named, refuse_unknown
from recon.soundness import estimate_problems, finding_problems
from recon.together import aligned, flagged, related, with_one_origin
from recon.units import Lexicon, lexicon, using
from recon.workers import ordered_map

if TYPE_CHECKING:
    from recon.claims import Telling
    from recon.crosschecks.revisions import Revision
    from recon.overrides import Applied, Entry

Named = TypeVar("Named")
Doing = Callable[[str], None]

BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 250_000
ATTRIBUTION = Owned(owner=Owner(distribution=DISTRIBUTION), kind="stage", key="claims", object=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is done with every document, in whichever process."""

    extractor: Owned[Extractor]
    checks: tuple[Owned[Check], ...] = ()
    selection: Selection | None = None
    """Which of the checks look at which document; None for all at each."""
    attribute: bool = False
    lexicon: Lexicon = field(default_factory=lexicon)
    """What conversions know; an extractor that reads a lexicon has its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Worked:
    """What a batch of documents gave; figures and claims by document, then part and start."""

    documents: tuple[Document, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()


def discover(plugins: Iterable[object] = (), only: Container[str] | None = None) -> Host:
    """recon's own plugins, then `plugins`, then the installed ones; of what they declare, `only` those kinds."""
    return Host.discover([*BUILTIN, *plugins], only)


def chosen_extractor(host: Host, name: str, known: Lexicon | None = None) -> Owned[Extractor]:
    """The extractor of that name, recon's own for ""; where it is a dataclass with a field `lexicon`, reading that."""
    owned = _named(host.extractors, name) if name else host.extractors[0]
    if known is None or not isinstance(getattr(owned.object, "lexicon", None), Lexicon):
        return owned
    reading: Any = replace(owned.object, lexicon=known)  # type: ignore[type-var]
    return replace(owned, object=reading)


def chosen_reconcilers(
    reconcilers: Sequence[Owned[Reconciler]], names: Sequence[str] = ()
) -> tuple[Owned[Reconciler], ...]:
    """The reconcilers of those names, all for none, in the order in which they were declared."""
    wanted = [_named(reconcilers, name).key for name in names]
    return tuple(owned for owned in reconcilers if not wanted or owned.key in wanted)


def rule_names(host: Host) -> dict[str, str]:
    """Every code there is, the machinery's included, with its name."""
    known = {owned.key: owned.object.name for owned in host.checks}
    known |= {rule.code: rule.name for rule in CROSS_RULES} | {rule.code: rule.name for rule in EVIDENCE_RULES}
    return known | {rule.code: rule.name for rule in RULES}


def chosen_checks(
    host: Host, select: Sequence[str] = (), ignore: Sequence[str] = (), *, preview: bool = False
) -> tuple[Owned[Check], ...]:
    """The checks that `select` names (all for none) and `ignore` does not name more exactly."""
    layers = (Layer(select=tuple(select), ignore=tuple(ignore), fresh=bool(select)),)
    return selected_checks(host, Selection(names=rule_names(host), layers=layers), preview=preview)


def selected_checks(host: Host, selection: Selection, *, preview: bool = False) -> tuple[Owned[Check], ...]:
    """The checks that look at some document, those on trial only with `preview`; UsageError for what selects none."""
    layers = (*selection.layers, *(one.layer for one in selection.paths))
    refuse_unknown((name for layer in layers for name in (*layer.select, *layer.ignore)), selection.names)
    trial = frozenset(owned.key for owned in host.checks if is_on_trial(owned.object))
    for selector in (name for layer in layers for name in layer.select):
        meant = named([selector], selection.names)
        if not preview and trial.issuperset(meant):
            raise UsageError(f"{selector!r} selects only what is on trial, {', '.join(meant)}; add --preview")
    chosen = tuple(owned for owned in host.checks if selection.somewhere(owned.key))
    selected = [name for layer in selection.layers for name in layer.select]
    ours = {owned.key for owned in host.checks}
    if selected and not chosen and (left := [code for code in named(selected, selection.names) if code in ours]):
        raise UsageError(f"what is selected is ignored too: {', '.join(left)}")
    return tuple(owned for owned in chosen if preview or owned.key not in trial)


def is_on_trial(check: Check) -> bool:
    """Whether a check runs with --preview only, as it does until its precision is measured."""
    return bool(getattr(check, "preview", False))


def work(plan: Plan, documents: Iterable[Document], jobs: int = 1) -> Iterator[Worked]:
    """Extract, check and attribute, batch by batch in the order of the documents; the same at any number of `jobs`."""
    sent = batches(documents, characters=BATCH_CHARACTERS, most=BATCH_DOCUMENTS)
    return ordered_map(partial(work_on, plan), sent, jobs)


def work_on(plan: Plan, documents: tuple[Document, ...]) -> Worked:
    """One batch."""
    with using(plan.lexicon):
        return _worked_on(plan, documents)


def work_again(plan: Plan, batches: Iterable[Worked], jobs: int = 1) -> Iterator[Worked]:
    """Check and attribute batches whose figures are extracted already, as `work` does; their findings are kept."""
    return ordered_map(partial(work_again_on, plan), batches, jobs)


def work_again_on(plan: Plan, batch: Worked) -> Worked:
    """One of them."""
    with using(plan.lexicon):
        return _judged_on(plan, batch.documents, batch.figures, batch.findings)


def _worked_on(plan: Plan, documents: tuple[Document, ...]) -> Worked:
    figures, findings = extract(plan.extractor, documents)
    return _judged_on(plan, documents, figures, findings)


def _judged_on(
    plan: Plan, documents: tuple[Document, ...], figures: tuple[Figure, ...], findings: tuple[Finding, ...]
) -> Worked:
    by_document: dict[str, list[Figure]] = {document.id: [] for document in documents}
    for figure in figures:
        by_document[figure.doc].append(figure)
    claims: list[Claim] = []
    for document in documents:
        asked = Asked(document, by_document[document.id])
        findings += check(checks_for(plan, document), document, by_document[document.id], asked)
        if plan.attribute:
            claims += asked()
        findings += asked.failures
    return Worked(documents=documents, figures=figures, claims=tuple(claims), findings=findings)


def checks_for(plan: Plan, document: Document) -> tuple[Owned[Check], ...]:
    """The checks that look at the document."""
    selection = plan.selection
    if selection is None or not selection.paths:
        return plan.checks
    return tuple(owned for owned in plan.checks if selection.applies(owned.key, document.id))


class Asked:
    """The claims of one document, made when somebody first asks; they cost several times what its figures do."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        self._document, self._figures = document, figures
        self._claims: tuple[Claim, ...] | None = None
        self.failures: tuple[Finding, ...] = ()

    def __call__(self) -> tuple[Claim, ...]:
        if self._claims is None:
            self._claims, self.failures = attribute(self._document, self._figures)
        return self._claims


def judge(check: Check, document: Document, figures: Sequence[Figure], claims: Asked) -> Iterable[Finding]:
    """What one check finds; a check with a method `check_claims` may ask for the claims, any other is not told."""
    asks = getattr(check, "check_claims", None)
    found: Iterable[Finding] = asks(document, figures, claims) if asks else check.check(document, figures)
    return found


def check(
    checks: Iterable[Owned[Check]], document: Document, figures: Sequence[Figure], claims: Asked
) -> tuple[Finding, ...]:
    """What the checks find in one document, and where they fail."""
    found: list[Finding] = []
    for owned in checks:
        findings, failures = attempt(
            owned,
            document.id,
            partial(judge, owned.object, document, figures, claims),
            doc=document.id,
            problems_of=partial(finding_problems, document=document, code=owned.key),
        )
        found += (*(_placed(one, document) for one in findings), *failures)
    return tuple(found)


def attribute(document: Document, figures: Sequence[Figure]) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """The claims that the figures of one document make."""
    from recon.claims import attribute as stage  # noqa: PLC0415  (as in `recon.builtin`)

    return attempt(ATTRIBUTION, document.id, partial(stage, document, figures), doc=document.id)


def reconcile(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    reconcilers: Sequence[Owned[Reconciler]],
    *,
    known: Lexicon | None = None,
    overrides: Sequence[Entry] = (),
    revisions: Sequence[Revision] = (),
    doing: Doing = lambda _: None,
) -> Reconciliation:
    """Align the claims, relate them, and let each reconciler estimate each series, in the units of a lexicon.

    What `overrides` say of claims goes before aligning, and what they say of series after it, so that relations and
    estimates are those of what an analyst decided; what `revisions` explain is found as a note. `doing` is told what is
    being done, for those who wait.
    """
    claims, copied = with_one_origin(claims, documents, doing)
    with using(known or lexicon()):
        if not overrides:
            return replace(_reconciled(documents, claims, reconcilers, doing, revisions), copies=copied)
        from recon.overrides import apply  # noqa: PLC0415 - as in recon.builtin
        from recon.series import folded  # noqa: PLC0415

        # Names as the report prints them: it is what an analyst read there that is overridden.
        applied = apply(overrides, folded(claims, documents), documents)
        made = _reconciled(documents, applied.claims, reconcilers, doing, revisions, applied)
        told = in_order([*made.findings, *applied.findings()])
        return replace(made, findings=told, overrides=tuple(applied.done), copies=copied)


def _reconciled(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    reconcilers: Sequence[Owned[Reconciler]],
    doing: Doing,
    revisions: Sequence[Revision],
    applied: Applied | None = None,
) -> Reconciliation:
    from recon.crosschecks.rules import judged  # noqa: PLC0415 - as in recon.builtin
    from recon.series import align, in_one_unit, regroup, relate  # noqa: PLC0415

    doing(f"aligning {len(claims):,} claims")
    placed = applied.placed() if applied else frozenset()
    series, failures = aligned(partial(align, placed=placed), claims, documents)
    groups = applied.groups(series) if applied else None
    if groups is not None:
        series = regroup(groups, series, claims)
    estimates: dict[str, list[Estimate]] = {one.key: [] for one in series}
    found = [*failures]
    measured = [in_one_unit(one) for one in series]
    for place, owned in enumerate(reconcilers, 1):
        doing(f"estimating {len(series):,} series: {owned.key}, {place} of {len(reconcilers)}")
        learnt, failures = fitted(owned, measured)
        found += failures
        if learnt is None:
            continue
        for one in measured:
            made, failures = estimate(learnt, one)
            estimates[one.key] += made
            found += failures
            if any(failure.code == OVERRUN.code for failure in failures):
                break  # it would take as long with every other series
    doing(f"relating {len(series):,} series")
    relations, failures = related(relate, series, documents)
    found += failures
    doing(f"checking {len(series):,} series")
    found += flagged(judged(series, relations, documents, revisions))
    return Reconciliation(
        documents=tuple(documents),
        series=series,
        relations=relations,
        estimates=tuple(estimate for made in estimates.values() for estimate in made),
        findings=in_order(found),
    )


def explained(series: Series, made: Reconciliation) -> Mapping[str, Explained]:
    """Why each claim of a series of `made` is in it, and by which words its speakers and status were read; by claim id.

    It asks for all that was made: a bare number counts what one before it did, in whatever series that one is.
    """
    return explained_all([series], made)


def explained_all(series: Sequence[Series], made: Reconciliation) -> Mapping[str, Explained]:
    """The same of many series, each of their documents read once."""
    from recon.claims import tellings  # noqa: PLC0415 - as in recon.builtin
    from recon.overrides import placed  # noqa: PLC0415
    from recon.series import reasons  # noqa: PLC0415

    mine: dict[str, list[Claim]] = {claim.doc: [] for one in series for claim in one.claims}
    for claim in (claim for one in series for claim in one.claims):
        mine[claim.doc].append(claim)
    beside = [claim for one in made.series for claim in one.claims if claim.doc in mine]
    documents = [document for document in made.documents if document.id in mine]
    here = reasons(series, beside, documents, placed(made.overrides))
    told: dict[str, Telling] = {}
    for document in documents:
        told |= tellings(document, mine[document.id])
    return {id_: Explained(here=here[id_], **one._asdict()) for id_, one in told.items()}


def estimate(reconciler: Owned[Reconciler], series: Series) -> tuple[tuple[Estimate, ...], tuple[Finding, ...]]:
    """One reconciler's estimates of one series, signed with its name, and which of their numbers nobody printed."""
    made, failures = attempt(
        reconciler,
        f"series {series.key}",
        partial(reconciler.object.reconcile, series),
        problems_of=lambda estimate: estimate_problems(estimate, series),
    )
    printed = numbers_of(series.claims) if made else {}
    return tuple(replace(one, by=reconciler.key, modelled=modelled(one, printed)) for one in made), failures


def fitted(owned: Owned[Reconciler], series: Sequence[Series]) -> tuple[Owned[Reconciler] | None, tuple[Finding, ...]]:
    """The reconciler after its optional `fit`, itself where it has none; None where that failed."""
    fit = getattr(owned.object, "fit", None)
    if fit is None:
        return owned, ()
    learnt, failures = attempt(owned, f"all {len(series)} series", lambda: [fit(series)])
    if failures:
        return None, failures
    if not isinstance(learnt[0], Reconciler):
        return None, (finding(FAILED, f"{owned}: its fit() gave a {type(learnt[0]).__name__}, not a reconciler"),)
    return replace(owned, object=learnt[0]), ()


def _named(owned: Sequence[Owned[Named]], name: str) -> Owned[Named]:
    for one in owned:
        if one.key == name:
            return one
    kind = owned[0].kind if owned else "plugin"
    raise UsageError(f"there is no {kind} {name!r}; there are {', '.join(sorted(one.key for one in owned))}")


def _placed(found: Finding, document: Document) -> Finding:
    """The finding with its line and column, where the check left them out."""
    if is_apart(document, found) or (found.line, found.column) != (1, 1):
        return found
    line, column = document.position(found.start)
    return replace(found, line=line, column=column, page=document.page(found.start))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by document, place and code, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.doc, f.start, f.code, f.end, f.line, f.message)))
