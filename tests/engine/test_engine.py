import datetime as dt
from dataclasses import dataclass, replace

import pytest

from recon import engine
from recon.errors import UsageError
from recon.hooks import hookimpl
from recon.host import Host
from recon.model import Document, Estimate, Finding, SetAside
from recon.options import options_of, with_options
from recon.tables import columns_of
from recon.testing import claim


@dataclass(frozen=True)
class Digits:
    """An extractor that takes each run of digits for an exact count; `wrong` changes its figures."""

    name: str = "digits"
    fail_on: str = ""
    wrong: tuple = ()

    def extract(self, documents):
        if any(self.fail_on and self.fail_on in document.text for document in documents):
            raise ValueError("cannot read this")
        return columns_of(
            replace(
                claim(float(word), doc=document.id, start=document.text.index(word), text=word),
                **dict(self.wrong),
            )
            for document in documents
            for word in document.text.split()
            if word.isdigit()
        )


@dataclass(frozen=True)
class Big:
    """A check that finds what is over a hundred."""

    code: str = "ZZ101"
    name: str = "big"
    severity: str = "warning"
    ok: str = "It has 3 parts."
    not_ok: str = "It has 300 parts."
    made: tuple = ()

    def check(self, document, figures):
        for figure in figures:
            if figure.value > 100:
                yield replace(
                    Finding(
                        code=self.code, name=self.name, severity="warning", doc=document.id, message="big",
                        start=figure.start, end=figure.end, figures=(figure.id,),
                    ),
                    **dict(self.made),
                )  # fmt: skip


@dataclass(frozen=True)
class Mean:
    """A reconciler that gives the mean, and what it is told to otherwise."""

    name: str = "mean"
    weight: float = 1.0
    days: tuple[str, ...] = ()
    made: tuple = ()
    fitted: object = None

    def reconcile(self, series):
        values = [one.value for one in series.claims]
        best = self.weight * sum(values) / len(values)
        estimate = Estimate(
            series=series.key, at=series.claims[-1].as_of_end, low=None, best=best, high=None,
            support=tuple(one.id for one in series.claims), why="the mean",
        )  # fmt: skip
        yield replace(estimate, **dict(self.made))


class Fitting(Mean):
    def fit(self, everything):
        return self.fitted or replace(self, weight=float(len(everything)))


def host(*, extractor=Digits(), check=Big(), reconciler=Mean()):
    class Plugin:
        @hookimpl
        def recon_extractors(self):
            return [extractor]

        @hookimpl
        def recon_checks(self):
            return [check]

        @hookimpl
        def recon_reconcilers(self):
            return [reconciler]

    return Host([Plugin()])


DOCUMENTS = tuple(
    Document(id=f"{name}.txt", text=text, publisher=name, published=dt.date(2024, 5, 2))
    for name, text in [("a", "There are\n300 people missing."), ("b", "There are 7 people missing."), ("c", "")]
)


def worked(one, *documents, **plan):
    plan = engine.Plan(extractor=one.extractors[0], checks=one.checks, **plan)
    return engine.work_on(plan, documents or DOCUMENTS)


def test_a_batch_is_extracted_checked_and_placed():
    batch = worked(host())
    assert [figure.id for figure in batch.figures] == ["a.txt#body:10-13", "b.txt#body:10-11"]
    (finding,) = batch.findings
    assert (finding.doc, finding.line, finding.column) == ("a.txt", 2, 1)


def test_an_extractor_that_fails_on_one_document_loses_no_other():
    batch = worked(host(extractor=Digits(fail_on="300")))
    assert [figure.doc for figure in batch.figures] == ["b.txt"]
    (finding,) = batch.findings
    assert (finding.code, finding.doc) == ("RX904", "a.txt")
    assert finding.message.startswith("extractor digits of ")
    assert finding.message.endswith("failed on a.txt: ValueError: cannot read this")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": "200"}, "whose text does not stand at its span"),
        ({"end": 10_000}, "whose text does not stand at its span"),
        ({"doc": "z.txt"}, "'z.txt', a document it was not given"),
        ({"kind": "crowd"}, "kind 'crowd'"),
        ({"value": float("nan")}, "no finite number"),
        ({"step": None}, "no finite number"),
        ({"low": 5.0, "high": 3.0}, "low, 5, is above its high, 3"),
        ({"start": -1}, "not whole numbers from 0"),
        ({"noun": None}, "unit or noun is no text"),
    ],
)
def test_a_figure_that_breaks_the_contract_is_left_out(wrong, words):
    batch = worked(host(extractor=Digits(wrong=tuple(wrong.items()))), DOCUMENTS[0])
    assert batch.figures == ()
    assert words in batch.findings[0].message


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ({"severity": "fatal"}, "a severity there is not"),
        ({"message": None}, "no text"),
        ({"figures": ["a.txt#body:10-13"]}, "figures are no tuple"),
        ({"doc": "z.txt"}, "without a place in its document"),
        ({"start": "1"}, "without a place in its document"),
        ({"code": "RX901"}, "under another code"),
    ],
)
def test_a_finding_that_breaks_the_contract_is_left_out(made, words):
    (finding,) = worked(host(check=Big(made=tuple(made.items()))), DOCUMENTS[0]).findings
    assert finding.code == "RX904"
    assert words in finding.message


def test_jobs_change_nothing():
    documents = [replace(DOCUMENTS[0], id=f"{number}.txt") for number in range(130)]
    one = engine.discover()
    plan = engine.Plan(extractor=one.extractors[0], checks=one.checks, attribute=True)
    alone = list(engine.work(plan, documents, 1))
    assert len(alone) == 3
    assert list(engine.work(plan, documents, 2)) == alone


def test_what_does_not_pickle_is_refused_before_it_starts():
    class Local(Digits):
        pass

    plan = engine.Plan(extractor=host(extractor=Local()).extractors[0])
    with pytest.raises(UsageError, match="run with --jobs 1"):
        list(engine.work(plan, DOCUMENTS, 2))


def reconciled(reconciler):
    one = host(reconciler=reconciler)
    claims = worked(one, attribute=True).claims
    return engine.reconcile(DOCUMENTS, claims, one.reconcilers)


def test_claims_become_series_with_signed_estimates():
    result = reconciled(Mean())
    assert sorted(one.id for series in result.series for one in series.claims) == [
        "a.txt#body:10-13",
        "b.txt#body:10-11",
    ]
    assert {estimate.by for estimate in result.estimates} == {"mean"}
    assert {estimate.series for estimate in result.estimates} == {series.key for series in result.series}
    assert result.findings == ()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ({"series": "other"}, "a series it was not given"),
        ({"best": float("inf")}, "with best=inf, which is neither a finite number nor None"),
        ({"high": "12"}, "with high='12', which is neither a finite number nor None"),
        ({"at": "2024-05-02"}, "with at='2024-05-02', which is neither a datetime.date nor None"),
        ({"low": 1e9}, "not in order: low 1000000000, best "),
        ({"support": []}, "is no tuple"),
        ({"support": ("x",)}, "names 'x', a claim its series does not have"),
        ({"support": (["x"],)}, "names ['x'], a claim its series does not have"),
        ({"set_aside": ("x",)}, "whose set_aside holds what is no SetAside"),
        ({"set_aside": (SetAside(claim="x", why=""),)}, "a claim its series does not have"),
        ({"why": None}, "whose why is no text"),
    ],
)
def test_an_estimate_that_breaks_the_contract_is_left_out(made, words):
    result = reconciled(Mean(made=tuple(made.items())))
    assert result.estimates == ()
    assert result.findings
    assert all(finding.code == "RX904" and words in finding.message for finding in result.findings)


def test_fit_is_called_first_with_all_series():
    result = reconciled(Fitting())
    mean = {estimate.series: estimate.best for estimate in reconciled(Mean()).estimates}
    assert {estimate.series: estimate.best for estimate in result.estimates} == {
        key: len(result.series) * best for key, best in mean.items()
    }


def test_a_fit_that_gives_no_reconciler_leaves_it_out():
    result = reconciled(Fitting(fitted="nothing"))
    assert result.estimates == ()
    (finding,) = result.findings
    assert "its fit() gave a str, not a reconciler" in finding.message


def test_choosing_by_name():
    one = host()
    assert engine.chosen_extractor(one, "").key == "digits"
    assert [owned.key for owned in engine.chosen_reconcilers(one.reconcilers)] == ["mean"]
    with pytest.raises(UsageError, match="no extractor 'x'; there are digits"):
        engine.chosen_extractor(one, "x")
    with pytest.raises(UsageError, match="no reconciler 'x'; there are mean"):
        engine.chosen_reconcilers(one.reconcilers, ["x"])


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["ZZ101"]),
        (("ZZ",), (), ["ZZ101"]),
        (("RX",), (), []),
        ((), ("ZZ1",), []),
        (("ZZ101",), ("RX",), ["ZZ101"]),
    ],
)
def test_choosing_checks_by_prefix(select, ignore, codes):
    assert [owned.key for owned in engine.chosen_checks(host(), select, ignore)] == codes


def test_a_prefix_of_nothing_is_refused():
    with pytest.raises(UsageError, match=r"no rule has the code or name 'ZZ102'; did you mean ZZ101"):
        engine.chosen_checks(host(), ["ZZ102"])


def test_a_check_on_trial_runs_only_when_asked_for():
    class Trial(Big):
        preview = True

    assert engine.chosen_checks(host(check=Trial())) == ()
    assert len(engine.chosen_checks(host(check=Trial()), preview=True)) == 1


def test_options_are_the_fields():
    given = {"mean": {"weight": 2, "days": ["mon"]}}
    (owned,) = with_options(host().reconcilers, given, "recon.toml")
    assert (owned.object.weight, owned.object.days) == (2.0, ("mon",))
    assert options_of(owned.object)["weight"] == 2.0
    assert "name" not in options_of(owned.object)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"median": {}}, "recon.toml: there is no reconciler 'median'; there are mean"),
        (
            {"mean": {"wieght": 1}},
            "recon.toml: reconciler 'mean' has no option 'wieght'; it has days, fitted, made, weight",
        ),
        ({"mean": {"name": "x"}}, "has no option 'name'"),
        ({"mean": {"weight": "1"}}, "recon.toml: reconciler 'mean': weight is a number, not '1'"),
        ({"mean": {"weight": True}}, "weight is a number, not True"),
    ],
)
def test_options_there_are_not_are_refused_with_the_file(options, words):
    with pytest.raises(UsageError) as caught:
        with_options(host().reconcilers, options, "recon.toml")
    assert words in str(caught.value)
