import itertools
import socket
import subprocess
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from recon import Document, Estimate, Finding, UnitDefinition, hookimpl
from recon.conformance import outcomes, trials
from recon.host import Host
from recon.reconcilers import Latest

COUNTER = itertools.count()


@dataclass(frozen=True)
class Newest:
    """A reconciler that is what it must be, but for what a test makes of it."""

    name: str = "newest"

    def reconcile(self, series):
        counted = sorted((c for c in series.claims if c.value is not None), key=lambda c: (c.as_of_end is None, c.id))
        for claim in counted[:1]:
            yield self.estimate(series, claim)

    def estimate(self, series, claim):
        return Estimate(
            series=series.key,
            at=None,
            low=claim.value,
            best=claim.value,
            high=claim.value,
            support=(claim.id,),
            why="so",
        )


class TakesTheFirst(Newest):
    def reconcile(self, series):
        yield self.estimate(series, next((c for c in series.claims if c.value is not None), series.claims[0]))


class TurnsBoundsRound(Newest):
    def estimate(self, series, claim):
        return replace(super().estimate(series, claim), low=claim.value + 1)


class NamesAStranger(Newest):
    def estimate(self, series, claim):
        return replace(super().estimate(series, claim), support=("nowhere.txt#body:0-1",))


class CallsHome(Newest):
    def reconcile(self, series):
        try:
            socket.create_connection(("example.org", 80), timeout=0.1)
        except OSError:
            return


class IsMoody(Newest):
    def estimate(self, series, claim):
        return replace(super().estimate(series, claim), why=f"the {next(COUNTER)}th")


class IsSlow(Newest):
    def reconcile(self, series):
        if len(series.claims) > 100:
            time.sleep(0.2)
        return super().reconcile(series)


class NeverEnds(Newest):
    def reconcile(self, series):
        while True:
            pass


class CallsForHelp(Newest):
    def reconcile(self, series):
        subprocess.run(["curl", "https://example.org"], check=False)


class Meddles(Newest):
    def reconcile(self, series):
        object.__setattr__(series.claims[0], "noun", "boats")
        return super().reconcile(series)


class LearnsNothing(Newest):
    def fit(self, series):
        return 12


@dataclass(frozen=True)
class Dozens:
    """A check whose finding stands nowhere."""

    code: str = "ZZ101"
    name: str = "dozens"
    severity: str = "warning"
    ok: str = "A dozen boats sank."
    not_ok: str = "About a dozen boats sank."

    def check(self, document, figures):
        return [
            Finding(code=self.code, name=self.name, severity="warning", doc="elsewhere", message="no", start=-1)
            for figure in figures
            if figure.bound == "about"
        ]


@dataclass(frozen=True)
class Letters:
    """A reader that lets a file it cannot read break it."""

    name: str = "letters"
    suffixes: tuple[str, ...] = (".letter",)

    def read(self, path: Path):
        yield Document(id=path.as_posix(), text=path.read_text(encoding="utf-8"))


def problems(**declared):
    """The trials that fail, with their problems, of a plugin that declares some objects."""
    plugin = type("Plugin", (), {name: hookimpl(lambda self, made=made: made) for name, made in declared.items()})
    host = Host([plugin()])
    assert [one.message for one in host.findings] == []
    return {one.trial: one.problem for one in outcomes(host.objects()) if one.problem}


def test_a_sound_reconciler_passes():
    assert problems(recon_reconcilers=[Newest(), Latest()]) == {}


@pytest.mark.parametrize(
    ("reconciler", "trial", "words"),
    [
        (TakesTheFirst(), "the order of equal dates changes nothing", "a series of four origins on one day"),
        (TurnsBoundsRound(), "low ≤ best ≤ high", "low, best and high are not in order"),
        (NamesAStranger(), "low ≤ best ≤ high", "a claim its series does not have"),
        (CallsHome(), "no network", "it turns to 'example.org' (socket.getaddrinfo)"),
        (IsMoody(), "low ≤ best ≤ high", "the second time"),
        (IsSlow(), "300 claims within", "took over 0.1 seconds on a series of 300 claims, and was stopped"),
        (NeverEnds(), "300 claims within", "took over 0.1 seconds on a series of 300 claims, and was stopped"),
        (CallsForHelp(), "no network and no other program", "it turns to 'curl' (subprocess.Popen)"),
        (Meddles(), "its series stay as they were", "it changes a series of one claim"),
        (LearnsNothing(), "what it learns is a reconciler", "gave a int"),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, Newest) else "",
)
def test_what_a_reconciler_does_wrong_is_told_in_words(monkeypatch, reconciler, trial, words):
    monkeypatch.setattr(trials, "PATIENCE", 0.1)
    found = problems(recon_reconcilers=[reconciler])
    assert any(name.startswith(trial) and words in problem for name, problem in found.items()), found


def test_an_object_that_cannot_be_sent_to_another_process_is_told():
    class Inside(Newest):
        pass

    assert "can be sent to another process" in problems(recon_reconcilers=[Inside()])


def test_a_check_whose_findings_have_no_place_is_told():
    found = problems(recon_checks=[Dozens()])
    assert "without a place" in found["findings with a place in their document"]


def test_a_reader_that_breaks_on_a_file_is_told():
    [problem] = problems(recon_readers=[Letters()]).values()
    assert "a file of" in problem


def test_units_are_read_beside_the_others_of_their_plugin():
    firkin = UnitDefinition(name="firkin", words=("firkin",), kind="volume", factor=9, unit="imperial_gallon")
    tun = UnitDefinition(name="aletun", words=("aletun",), kind="volume", factor=24, unit="firkin")
    assert problems(recon_units=[firkin, tun]) == {}


def test_what_takes_too_long_once_is_not_tried_again(monkeypatch):
    monkeypatch.setattr(trials, "PATIENCE", 0.1)
    assert len(problems(recon_reconcilers=[NeverEnds()])) == 1


class OfClaims(Dozens):
    """A check that is asked with the claims; `check` is never called."""

    def check(self, document, figures):
        raise NotImplementedError

    def check_claims(self, document, figures, claims):
        spans = {claim.id for claim in claims()}
        return [
            Finding(
                code=self.code, name=self.name, severity="warning", doc=document.id, message="twice", start=one.start
            )
            for one in figures
            if one.bound == "about" and one.id in spans
        ]


def test_a_check_that_asks_for_claims_is_given_them():
    assert problems(recon_checks=[OfClaims()]) == {}


def test_a_problem_does_not_repeat_whose_it_is():
    found = problems(recon_reconcilers=[NamesAStranger()])
    assert found["low ≤ best ≤ high, from claims there are, oldest first"].startswith("a series of one claim: it gave")
