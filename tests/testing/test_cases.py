"""The runner of case files: with pytest, as a function, and as a command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recon import Estimate, Finding, SetAside, UnitDefinition, UsageError
from recon.extraction import GrammarExtractor
from recon.testing import assert_case, cases, run_cases

ROOT = Path(__file__).parents[2]
FIRKIN = UnitDefinition(name="firkin", words=("firkin",), kind="volume", factor=9, unit="imperial_gallon")


class Loud:
    code, name, severity = "ZZ201", "loud", "warning"
    ok, not_ok = "It has 3 parts.", "It has 300 parts."

    def check(self, document, figures):
        for figure in figures:
            if figure.value > 100:
                yield Finding(
                    code=self.code, name=self.name, severity="warning", doc=document.id, figures=(figure.id,),
                    message=f"{figure.text} is loud", start=figure.start, end=figure.end,
                )  # fmt: skip


class Highest:
    name = "highest"

    def reconcile(self, series):
        counted = [claim for claim in series.claims if claim.status == "observed"]
        if counted:
            top = max(counted, key=lambda claim: claim.value)
            yield Estimate(
                series=series.key, at=top.as_of_end, low=top.low, best=top.value, high=top.high, support=(top.id,),
                set_aside=tuple(SetAside(claim=one.id, why="lower") for one in series.claims if one is not top),
                why=f"the highest of {len(counted)}",
            )  # fmt: skip


CHECKED = """
[[case]]
id = "loud"
text = "It has 300 parts."
findings = [{ text = "300", severity = "warning", message = "is loud" }]

[[near_miss]]
id = "quiet"
text = "It has 30 parts."
published = 2031-05-02
"""
RECONCILED = """
[[case]]
id = "the newest is not the highest"
claims = [
    { value = 62, published = 2031-05-02 },
    { value = 48, bound = "at_least", published = "2031-05-01" },
    { value = 90, status = "forecast" },
]
estimates = [{ at = 2031-05-02, best = 62, high = 62.0, support = [1], set_aside = [3, 2], why = "highest of 2" }]

[[case]]
id = "an open end of unknown date"
claims = [{ value = 62, bound = "at_least", published = "none" }]
estimates = [{ at = "none", low = 62, high = "none" }]

[[near_miss]]
id = "forecasts only"
claims = [{ value = 62, status = "planned" }]
"""
EXTRACTED = """
[[case]]
id = "one firkin"
text = "They sold about 12 firkins of it to 3 men."
figures = [{ value = 12, unit = "firkin", bound = "about" }, { kind = "count", noun = "men" }]

[[near_miss]]
id = "none"
text = "They sold it."
"""


@pytest.fixture
def written(tmp_path):
    def write(text, name="a.toml"):
        (tmp_path / name).write_text(text)
        return tmp_path / name

    return write


OF_EACH_KIND = pytest.mark.parametrize(
    ("tested", "text", "held"),
    [(Loud(), CHECKED, 2), (Highest(), RECONCILED, 3), ([FIRKIN], EXTRACTED, 2)],
    ids=["check", "reconciler", "units"],
)


@OF_EACH_KIND
def test_cases_hold(written, tested, text, held):
    path = written(text)
    assert run_cases(tested, path) == []
    assert len(cases(path)) == held
    for case in cases(path):
        assert_case(tested, case)


def test_an_extractor_is_run_on_cases_too(written):
    assert run_cases(GrammarExtractor(), written(EXTRACTED), [FIRKIN]) != []
    assert run_cases(GrammarExtractor(), written(EXTRACTED.replace('unit = "firkin", ', ""))) == []


@pytest.mark.parametrize(
    ("tested", "text", "then", "problem"),
    [
        (Loud(), "300 parts", "30 parts", "loud: ZZ201 makes nothing"),
        (Loud(), "30 parts", "301 parts", "quiet: ZZ201 makes warning '301': 301 is loud"),
        (Loud(), "is loud", "is mute", "loud: ZZ201 has the message '300 is loud', not 'is mute'"),
        (Highest(), "best = 62", "best = 61", "the newest is not the highest: highest has the best 62, not 61"),
        (Highest(), "support = [1]", "support = [2]", "highest has the support (1,), not (2,)"),
        (Highest(), 'status = "planned"', 'status = "observed"', "forecasts only: highest makes 62–62–62: the high"),
        ([FIRKIN], 'unit = "firkin"', 'unit = "keg"', "one firkin: firkin has the unit 'firkin', not 'keg'"),
    ],
)
def test_a_case_that_does_not_hold_is_told_in_words(written, tested, text, then, problem):
    for_each = {Loud: CHECKED, Highest: RECONCILED}
    path = written(for_each.get(type(tested), EXTRACTED).replace(text, then))
    [failure] = run_cases(tested, path)
    assert problem in str(failure)
    [wrong] = [case for case in cases(path) if case == failure.case]
    with pytest.raises(AssertionError) as failed:
        assert_case(tested, wrong)
    assert str(failed.value) == str(failure)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "holds no case; write one under [[case]]"),
        ("[[cases]]\nid = 'a'", "cases is none of [[case]], [[near_miss]]"),
        ("[[case]]\nid = 'a'", "a.toml: a: needs an id, and a text or claims"),
        ("[[case]]\nid = 'a'\ntext = ''", "a case has one of findings, figures, estimates, and a near_miss has none"),
        ("[[near_miss]]\nid = 'a'\ntext = ''\noutlet = 'x'", "a document has no key 'outlet'; there are fetched"),
        ("[[near_miss]]\nid = 'a'\nclaims = [{ number = 1 }]", "a claim has no key 'number'"),
        ("[[near_miss]]\nid = 'a'\nclaims = [1]", "a claim: is a list of tables"),
        ("[[near_miss]]\nid = 'a'\ntext = ''\npublished = '2031'", "a: Invalid isoformat string: '2031'"),
        ("[[case]]\nid = 'a'\ntext = ''\nfindings = [{ code = 1 }]", "findings has no key 'code'; there are fixed"),
        (CHECKED + CHECKED, "two cases have the id 'loud'"),
        (RECONCILED, "ZZ201 is given a text and makes findings; write findings = [{ … }]"),
        (EXTRACTED, "ZZ201 is given a text and makes findings; write findings = [{ … }]"),
        ("[[case]", "cannot be read as TOML"),
    ],
)
def test_a_file_that_holds_no_such_cases_is_refused_in_words(written, text, words):
    with pytest.raises(UsageError) as refused:
        run_cases(Loud(), written(text))
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def run(folder, *arguments):
    """The command as one without pytest has it."""
    blocked = "import sys; sys.modules['pytest'] = sys.modules['_pytest'] = None\n"
    (folder / "sitecustomize.py").write_text(blocked)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}
    command = [sys.executable, "-m", "recon.testing", *arguments]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)


MODULE = """
from recon import UnitDefinition, hookimpl

@hookimpl
def recon_units():
    return [UnitDefinition(name="firkin", words=("firkin",), kind="volume", factor=9, unit="imperial_gallon")]

class Silent:
    code, name, severity = "ZZ201", "silent", "warning"
    ok, not_ok = "It has 3 parts.", "It has 300 parts."

    def check(self, document, figures):
        return []

def two():
    return [Silent(), Silent()]
"""


def test_the_command_needs_no_pytest(written, tmp_path):
    (tmp_path / "plugin.py").write_text(MODULE)
    written(EXTRACTED)
    done = run(tmp_path, "plugin:recon_units", "a.toml")
    assert (done.stdout, done.stderr, done.returncode) == ("2 passed\n", "", 0)
    written(CHECKED)
    done = run(tmp_path, "plugin:Silent", "a.toml")
    assert done.stdout == "FAILED  a.toml: loud: ZZ201 makes nothing\n1 of 2 failed\n"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("plugin:Silent", "nowhere.toml"), "nowhere.toml: cannot be read: no such file or directory"),
        (("plugin:Absent", "a.toml"), "plugin:Absent: AttributeError: module 'plugin' has no attribute 'Absent'"),
        (("elsewhere", "a.toml"), "ModuleNotFoundError: No module named 'elsewhere'; name it as in recon_tides:Tides"),
        (("plugin:two", "a.toml"), "plugin:two: declares 2 objects; name the class of one of them"),
    ],
)
def test_what_the_command_cannot_run_is_told_in_one_line(written, tmp_path, arguments, words):
    (tmp_path / "plugin.py").write_text(MODULE)
    written(CHECKED)
    done = run(tmp_path, *arguments)
    assert (done.stdout, done.returncode) == ("", 2)
    assert done.stderr.startswith("recon.testing: ")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
