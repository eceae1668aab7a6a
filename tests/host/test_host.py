import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from types import ModuleType

import pytest

from recon import budget
from recon import host as host_module
from recon.builtin import BUILTIN
from recon.compatibility import refusal
from recon.hooks import hookimpl
from recon.host import Host, Owned, Owner, attempt
from recon.model import Finding
from tests.host.plugins import Sum, declaring


@dataclass(frozen=True)
class Gap:
    """A check that finds nothing."""

    code: str = "ZZ101"
    name: str = "gap"
    severity: str = "warning"
    ok: str = "Three."
    not_ok: str = "Four."

    def check(self, document, figures):
        return ()


OWN_READERS = ["text", "jsonl", "html", "pdf", "docx", "table", "feeds", "warc"]


@dataclass(frozen=True)
class Wire:
    name: str = "wire"
    suffixes: tuple[str, ...] = (".wire",)

    def read(self, path):
        return ()


def test_a_plugin_adds_what_it_declares():
    host = Host([declaring(recon_checks=[Gap()], recon_reconcilers=[Sum()], recon_readers=[Wire()])])
    assert [owned.key for owned in (*host.checks, *host.reconcilers, *host.readers)] == ["ZZ101", "sum", "wire"]
    assert str(host.checks[0]) == "check ZZ101 of example_plugin"
    assert host.plugins[0].hooks == ("recon_checks", "recon_readers", "recon_reconcilers")
    assert host.findings == ()


def test_the_built_in_plugins_are_sound():
    host = Host(BUILTIN)
    assert host.findings == ()
    assert [owned.key for owned in host.readers] == OWN_READERS
    assert host.extractors[0].key == "recon"
    assert {str(owned.owner).split()[0] for owned in host.checks} == {"recon-figures"}


@pytest.mark.parametrize("error", [ValueError("no data"), SystemExit(3), RecursionError("deep")])
def test_a_hook_that_fails_is_named_and_the_others_stand(error):
    host = Host([declaring(recon_checks=error, recon_reconcilers=[Sum()]), declaring(recon_checks=[Gap()])])
    assert [owned.key for owned in host.checks] == ["ZZ101"]
    assert [owned.key for owned in host.reconcilers] == ["sum"]
    (finding,) = host.findings
    assert (finding.code, finding.severity) == ("RX902", "error")
    assert f"example_plugin: its recon_checks() failed: {type(error).__name__}" in finding.message


def test_an_interruption_passes():
    with pytest.raises(KeyboardInterrupt):
        Host([declaring(recon_checks=KeyboardInterrupt())])


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        (Gap(name=""), "check Gap of example_plugin has no text 'name'"),
        (Gap(ok=None), "has no text 'ok'"),
        (Gap(code="zz1"), "has the code 'zz1'; use capitals and three digits"),
        (Gap(severity="fatal"), "has the severity 'fatal'"),
        (Gap(code="RC101"), "check RC101 of example_plugin uses a prefix of recon's own"),
        (Gap, "is a class; return an object of it, Gap()"),
        (Sum(), "has no text 'code'"),
        (None, "check NoneType of example_plugin has no text 'code'"),
    ],
)
def test_an_object_that_is_no_check_is_refused(declared, words):
    host = Host([declaring(recon_checks=[declared, Gap()])])
    assert [owned.key for owned in host.checks] == ["ZZ101"]
    (finding,) = host.findings
    assert finding.code == "RX903"
    assert words in finding.message


@pytest.mark.parametrize("suffixes", [None, (), (".WIRE",), ("wire",), [".wire"]])
def test_a_reader_needs_suffixes(suffixes):
    (finding,) = Host([declaring(recon_readers=[Wire(suffixes=suffixes)])]).findings
    assert "has no 'suffixes'" in finding.message


def test_of_two_with_one_name_the_first_stands_and_both_owners_are_named():
    first, second = declaring(recon_checks=[Gap(name="first")]), declaring(recon_checks=[Gap(name="second")])
    second.__name__ = "second_plugin"
    host = Host([first, second])
    assert [owned.object.name for owned in host.checks] == ["first"]
    (finding,) = host.findings
    assert finding.message == "check 'ZZ101' of second_plugin is left out: example_plugin has one of that name"


def test_of_two_readers_of_one_suffix_the_built_in_stands():
    host = Host([*BUILTIN, declaring(recon_readers=[Wire(suffixes=(".txt",))])])
    assert [owned.key for owned in host.readers] == OWN_READERS
    (finding,) = host.findings
    assert finding.message.startswith("reader '.txt' of example_plugin is left out: recon-figures")


def test_a_misspelt_hook_is_named():
    (finding,) = Host([declaring(recon_check=[Gap()])]).findings
    assert finding.code == "RX902"
    assert "recon_check" in finding.message


def test_a_hook_that_recon_does_not_know_is_told_with_those_it_knows():
    (finding,) = Host([declaring(recon_check=[Gap()])]).findings
    assert finding.message == (
        "plugin example_plugin has a hook 'recon_check', which recon does not know; "
        "it knows recon_units, recon_readers, recon_extractors, recon_checks, recon_reconcilers"
    )


@pytest.mark.parametrize(("returned", "words"), [(None, "returned None"), (Gap(), "returned one Gap")])
def test_a_hook_that_returns_no_list_is_told_what_to_return(returned, words):
    (finding,) = Host([declaring(recon_checks=returned)]).findings
    assert finding.message == (f"plugin example_plugin: its recon_checks() {words}; return a list of what it declares")


@pytest.mark.parametrize("name", ["two words", "\x1b[31mred", "a\nb", "../up", "x" * 61, "<b>"])
def test_a_name_that_cannot_be_typed_or_shown_is_refused(name):
    (finding,) = Host([declaring(recon_reconcilers=[Sum(name=name)])]).findings
    assert finding.message.startswith(f"reconciler Sum of example_plugin has the name {name[:60]!r}; use letters")


def test_a_hook_that_takes_too_long_is_stopped_and_named(monkeypatch, caplog):
    def never():
        while True:
            with suppress(Exception):
                time.sleep(0.01)

    plugin = declaring()
    never.__name__ = "recon_checks"
    plugin.recon_checks = hookimpl(never)
    monkeypatch.setattr(host_module, "SECONDS", 0.1)
    monkeypatch.setattr(budget, "PATIENCE", 0.05)
    with caplog.at_level("WARNING", logger="recon"):
        (finding,) = Host([plugin]).findings
    assert finding.message == (
        "plugin example_plugin: its recon_checks() failed: TimeoutError: took over 0.1 seconds, and was stopped"
    )
    assert caplog.messages == [
        "plugin example_plugin: its recon_checks() is not done after 0.05 seconds; it may take 0.1"
    ]


def test_a_hook_with_arguments_is_named():
    plugin = ModuleType("example_plugin")

    @hookimpl
    def recon_checks(config):
        return []

    plugin.recon_checks = recon_checks
    (finding,) = Host([plugin]).findings
    assert (
        finding.message == "plugin example_plugin has a hook recon_checks that takes config; a hook takes no arguments"
    )


def test_a_plugin_without_hooks_is_told_of():
    (finding,) = Host([ModuleType("empty_plugin")]).findings
    assert finding.message == "plugin empty_plugin implements no hook; mark its functions @recon.hookimpl"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a distribution with one entry point of the group recon."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def install(distribution, entry, module, source):
        folder = tmp_path / f"{distribution.replace('-', '_')}-1.2.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n")
        (folder / "entry_points.txt").write_text(f"[recon]\n{entry} = {module}\n")
        (tmp_path / f"{module}.py").write_text(source)
        monkeypatch.delitem(sys.modules, module, raising=False)

    return install


READER = """
import recon
class Wire:
    name = {name!r}
    suffixes = ({suffix!r},)
    def read(self, path):
        return []
@recon.hookimpl
def recon_readers():
    return [Wire()]
"""


def test_installed_plugins_are_found_in_order_of_their_names(installed):
    installed("zeta-plugin", "z", "zeta_plugin", READER.format(name="wire", suffix=".wire"))
    installed("alpha-plugin", "a", "alpha_plugin", READER.format(name="wire", suffix=".wir"))
    host = Host.discover(BUILTIN)
    mine = [owned for owned in host.readers if owned.key == "wire"]
    assert [str(owned.owner) for owned in mine] == ["alpha-plugin 1.2 [a]"]
    (finding,) = [finding for finding in host.findings if "zeta" in finding.message]
    assert (
        finding.message == "reader 'wire' of zeta-plugin 1.2 [z] is left out: alpha-plugin 1.2 [a] has one of that name"
    )


@pytest.mark.parametrize(
    "source", ["import no_such_module_here", "raise ValueError('x\\ny')", "import sys; sys.exit(1)", "("]
)
def test_a_plugin_that_cannot_be_imported_is_named(installed, source):
    installed("broken-plugin", "b", "broken_plugin", source)
    host = Host.discover(BUILTIN)
    (finding,) = [finding for finding in host.findings if "broken" in finding.message]
    assert finding.code == "RX902"
    assert finding.message.startswith("plugin broken-plugin 1.2 [b] could not be imported: ")
    assert "\n" not in finding.message
    assert [owned.key for owned in host.readers] == OWN_READERS


def test_an_object_at_work_keeps_its_failure_to_itself(capsys):
    host = Host([declaring(recon_checks=[Gap()])])

    def call():
        print("a plugin's own words")  # noqa: T201
        yield 1
        raise KeyError("a")

    results, (finding,) = attempt(host.checks[0], "a.txt", call, doc="a.txt")
    assert results == ()
    assert (finding.code, finding.doc) == ("RX904", "a.txt")
    assert finding.message == "check ZZ101 of example_plugin failed on a.txt: KeyError: 'a'"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("made", "words"), [(None, "it gave None"), (Sum(), "it gave one Sum")])
def test_a_result_that_is_not_several_is_told_what_to_return(made, words):
    owned = Host([declaring(recon_checks=[Gap()])]).checks[0]
    results, (finding,) = attempt(owned, "a.txt", lambda: made)
    assert results == ()
    assert finding.message == (
        f"check ZZ101 of example_plugin on a.txt: {words}, and not several things or none; return a list, or yield each"
    )


def test_a_call_that_swallows_its_end_is_ended_again(monkeypatch):
    def call():
        for _ in range(2):
            with suppress(BaseException):
                time.sleep(5)
        return [1]

    monkeypatch.setattr(budget, "AGAIN", 0.05)
    owned = Host([declaring(recon_checks=[Gap()])]).checks[0]
    begun = time.perf_counter()
    assert attempt(owned, "a.txt", call, seconds=0.05)[0] == (1,)
    assert time.perf_counter() - begun < 2


def test_a_budget_within_another_does_not_end_it():
    def call():
        with budget.limited(5):
            pass
        time.sleep(5)
        yield 1

    owned = Host([declaring(recon_checks=[Gap()])]).checks[0]
    results, (finding,) = attempt(owned, "a.txt", call, seconds=0.1)
    assert (results, finding.code) == ((), "RX905")


def test_unsound_results_are_left_out():
    host = Host([declaring(recon_checks=[Gap()])])
    sound = Finding(code="ZZ101", name="gap", severity="info", doc="a.txt", message="")

    def problems(result):
        if not isinstance(result, Finding):
            yield f"it gave a {type(result).__name__}"

    results, failures = attempt(host.checks[0], "a.txt", lambda: [1, sound, 2], problems_of=problems)
    assert results == (sound,)
    assert [failure.message for failure in failures] == ["check ZZ101 of example_plugin on a.txt: it gave a int"]


def test_an_object_that_takes_too_long_is_stopped():
    def call():
        while True:
            pass

    owned = Host([declaring(recon_checks=[Gap()])]).checks[0]
    results, (finding,) = attempt(owned, "a.txt", call, doc="a.txt", seconds=0.05)
    assert (results, finding.code) == ((), "RX905")
    assert finding.message == "check ZZ101 of example_plugin took over 0.05 seconds on a.txt, and was stopped"


def test_a_budget_ends_with_its_call():
    owned = Host([declaring(recon_checks=[Gap()])]).checks[0]
    assert attempt(owned, "a.txt", lambda: [1], seconds=0.05) == ((1,), ())
    time.sleep(0.1)


def test_an_object_need_not_be_hashable():
    @dataclass(frozen=True)
    class Weighted(Sum):
        weights: dict = field(default_factory=dict)

    assert len(Host([declaring(recon_reconcilers=[Weighted()])]).reconcilers) == 1


def test_what_takes_long_is_told_while_it_runs(monkeypatch, caplog):
    monkeypatch.setattr(budget, "PATIENCE", 0.05)
    owned = Owned(owner=Owner(distribution="recon-slow", version="2.0"), kind="reconciler", key="slow", object=None)
    with caplog.at_level("WARNING", logger="recon"):
        results, failures = attempt(owned, "series dead", lambda: time.sleep(0.1) or [1], seconds=5)
    assert (results, failures) == ((1,), ())
    assert caplog.messages == [
        "reconciler slow of recon-slow 2.0 is still at work on series dead after 0.05 seconds; it may take 5"
    ]


def test_what_is_told_while_it_runs_is_stopped_all_the_same(monkeypatch):
    monkeypatch.setattr(budget, "PATIENCE", 0.05)
    owned = Owned(owner=Owner(distribution="recon-slow"), kind="reconciler", key="slow", object=None)
    results, (finding,) = attempt(owned, "series dead", lambda: time.sleep(5) or [1], seconds=0.1)
    assert (results, finding.code) == ((), "RX905")


@pytest.mark.parametrize(
    ("distribution", "words"), [("recon-slow", "check ZZ101 of recon-slow was at work on a.txt"), ("recon-figures", "")]
)
def test_an_interruption_says_whose_work_it_ended(distribution, words):
    def call():
        raise KeyboardInterrupt

    owned = Owned(owner=Owner(distribution=distribution), kind="check", key="ZZ101", object=None)
    with pytest.raises(KeyboardInterrupt) as interruption:
        attempt(owned, "a.txt", call)
    assert str(interruption.value) == words


@pytest.mark.parametrize(
    ("requires", "words"),
    [
        (["recon-figures>=0.1"], ""),
        (["recon-figures"], ""),
        (["Recon_Figures<0.2,>=0.1", "numpy"], "was made for recon-figures <0.2,>=0.1, and this is 0.3.1"),
        (["recon-figures>=1.0"], "was made for recon-figures >=1.0, and this is 0.3.1"),
        (["recon.figures >= 0.3.1.0"], ""),
        (["recon-figures>=0.10"], "was made for recon-figures >=0.10, and this is 0.3.1"),
        (["recon-figures~=0.2.0"], "was made for recon-figures ~=0.2.0, and this is 0.3.1"),
        (["recon-figures-extra>=9"], ""),
        (["this is no requirement", "numpy<1"], ""),
        ([], ""),
    ],
)
def test_a_plugin_made_for_another_version_is_refused_in_words(requires, words):
    assert refusal(requires, "recon-figures", "0.3.1").startswith(words)
    assert bool(words) == bool(refusal(requires, "recon-figures", "0.3.1"))
    assert refusal(requires, "recon-figures", "") == ""
