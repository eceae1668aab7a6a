"""Plugins as users have them: installed distributions that the command line finds, whatever is wrong with one of
them."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAD = "---\nsource: {}\ndate: 2031-05-0{}\n---\n"
NEWS = {
    "a.txt": HEAD.format("Coastal Radio", 2) + "At least 40 people died in the flood in Varn, the mayor said.\n",
    "b.txt": HEAD.format("Varn Post", 3) + "The flood in Varn killed 52 people, the mayor said.\n",
}
WORKING = """
import recon

class Broken:
    name = "broken"
    def reconcile(self, series):
        raise ValueError("no luck today")

@recon.hookimpl
def recon_reconcilers():
    return [Broken()]
"""


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def unlucky(tmp_path):
    """Put a distribution `recon-unlucky 0.3` whose module has a text on a path of its own."""

    def put(text, requires="recon-figures", *, again=False):
        site = tmp_path / "site"
        info = site / "recon_unlucky-0.3.dist-info"
        info.mkdir(parents=True, exist_ok=again)
        (site / "unlucky.py").write_text(text)
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: recon-unlucky\nVersion: 0.3\nRequires-Dist: {requires}\n"
        )
        (info / "entry_points.txt").write_text("[recon]\nunlucky = unlucky\n")
        return site

    return put


def run(*command, path=(), cwd=None):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.run([*map(str, command)], env=environment, cwd=cwd, capture_output=True, text=True, check=False)


def reconciled(site, news):
    done = run(sys.executable, "-m", "recon", "reconcile", news, "--format", "json", path=(site, ROOT))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("raise RuntimeError('no luck today')", "RuntimeError: no luck today"),
        ("import a_module_there_is_not", "a_module_there_is_not"),
        ("import sys; sys.exit(7)", "SystemExit: 7"),
    ],
)
def test_a_plugin_that_fails_to_load_is_named_and_the_run_goes_on(unlucky, news, text, because):
    whole = reconciled(unlucky(text), news)
    [finding] = [one for one in whole["findings"] if one["code"].startswith("RX")]
    assert "recon-unlucky 0.3" in finding["message"]
    assert because in finding["message"]
    assert {estimate["by"] for one in whole["series"] for estimate in one["estimates"]} >= {"latest", "range"}


def test_a_plugin_made_for_another_version_is_refused_in_words_and_never_imported(unlucky, news):
    site = unlucky("raise RuntimeError('imported after all')", requires="recon-figures<0.1")
    info = site / "recon_figures-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: recon-figures\nVersion: 0.1.0\n")
    [finding] = [one for one in reconciled(site, news)["findings"] if one["code"].startswith("RX")]
    assert finding["message"] == (
        "plugin recon-unlucky 0.3 [unlucky] was made for recon-figures <0.1, and this is 0.1.0; "
        "install another version of it"
    )


def test_the_check_of_a_plugin_that_is_refused_says_why_and_no_more(unlucky, tmp_path):
    site = unlucky("import a_module_there_is_not")
    done = run(sys.executable, "-m", "recon", "plugins", "check", "Recon_Unlucky", path=(site, ROOT), cwd=tmp_path)
    [line] = done.stdout.splitlines()
    assert line.startswith("FAILED  plugin recon-unlucky 0.3 [unlucky] could not be imported: ModuleNotFoundError")
    assert done.returncode == 1


def test_the_check_of_a_plugin_tells_whose_promise_is_broken_and_what_a_series_costs(unlucky, tmp_path):
    site = unlucky(WORKING.replace('raise ValueError("no luck today")', "return None"))
    done = run(sys.executable, "-m", "recon", "plugins", "check", "recon-unlucky", path=(site, ROOT), cwd=tmp_path)
    failed, problem = done.stdout.splitlines()
    assert failed == "FAILED  reconciler broken: 1 of 6 failed"
    assert problem.endswith(
        "a series of one claim: it gave None, and not several things or none; return a list, or yield each"
    )
    sound = unlucky(WORKING.replace('raise ValueError("no luck today")', "return []"), again=True)
    done = run(sys.executable, "-m", "recon", "plugins", "check", "recon-unlucky", path=(sound, ROOT), cwd=tmp_path)
    first, last = done.stdout.splitlines()
    assert re.fullmatch(r"ok      reconciler broken: 6 passed, [0-9.]+ ms for a series of 300 claims", first)
    assert (last, done.returncode) == ("ok      the same in every process", 0)


BEGINS = "import pathlib, time; pathlib.Path('begun').touch(); time.sleep(20)"
READING = f"""
import recon

class Slow:
    name, suffixes = "slow", (".slow",)
    def read(self, path):
        {BEGINS}
        yield recon.Document(id=path.as_posix(), text="")

@recon.hookimpl
def recon_readers():
    return [Slow()]
"""


@pytest.mark.parametrize(
    ("slow", "words"),
    [
        (
            WORKING.replace('raise ValueError("no luck today")', BEGINS),
            "reconciler broken of recon-unlucky 0.3 [unlucky] was at work on series ",
        ),
        (READING, "reader slow of recon-unlucky 0.3 [unlucky] was at work on news/c.slow"),
        (BEGINS, "plugin recon-unlucky 0.3 [unlucky]: its import was not done"),
    ],
    ids=["at work", "reading", "at import"],
)
def test_an_interruption_says_whose_work_it_ended(unlucky, news, tmp_path, slow, words):
    (news / "c.slow").touch()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (unlucky(slow), ROOT)))}
    command = [sys.executable, "-m", "recon", "reconcile", "news"]
    running = subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for _ in range(200):
        if (tmp_path / "begun").exists():
            break
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    output, error = running.communicate(timeout=10)
    assert (running.returncode, output) == (130, b"")
    assert error.decode().startswith(f"recon: interrupted; {words}")


def test_a_plugin_that_fails_at_work_is_named_with_its_object_and_series_and_the_run_goes_on(unlucky, news):
    whole = reconciled(unlucky(WORKING), news)
    found = [one["message"] for one in whole["findings"] if one["code"].startswith("RX")]
    assert len(found) == len(whole["series"])
    for message, one in zip(sorted(found), sorted(whole["series"], key=lambda one: one["key"]), strict=True):
        assert "reconciler broken of recon-unlucky 0.3" in message
        assert one["key"] in message
        assert "ValueError: no luck today" in message
    assert {estimate["by"] for one in whole["series"] for estimate in one["estimates"]} >= {"latest", "range"}


PIP = sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"
needs_hatchling = pytest.mark.skipif(
    not find_spec("hatchling"), reason="hatchling builds the wheels; it is in the dev group"
)


def built(folder, *sources):
    """The wheels of some distributions, in a folder."""
    for source in sources:
        done = run(*PIP, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, source)
        assert done.returncode == 0, done.stderr
    return sorted(folder.glob("*.whl"))


def installed(folder, wheels):
    """The bin folder of a fresh environment with some wheels, and what they depend on, in it."""
    assert run(sys.executable, "-m", "venv", "--without-pip", folder).returncode == 0
    done = run(*PIP, "--python", folder / "bin" / "python", "install", "--no-deps", "--no-index", *wheels)
    assert done.returncode == 0, done.stderr
    [site] = (folder / "lib").glob("python*/site-packages")
    dependencies = [path for path in sys.path if Path(path).name == "site-packages"]
    (site / "dependencies.pth").write_text("\n".join(dependencies))
    return folder / "bin"


@needs_hatchling
def test_the_plugins_of_the_repository_are_built_installed_and_at_work(tmp_path, news):
    names = "commodities", "consensus", "example", "exchange-rates", "policies", "rising"
    wheels = built(tmp_path, ROOT, *(ROOT / "plugins" / f"recon-{name}" for name in names))
    assert [wheel.name.split("-")[0] for wheel in wheels] == [
        "recon_commodities",
        "recon_consensus",
        "recon_example",
        "recon_exchange_rates",
        "recon_figures",
        "recon_policies",
        "recon_rising",
    ]
    recon = installed(tmp_path / "venv", wheels) / "recon"
    listed = run(recon, "plugins", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    [row] = [line for line in listed.stdout.splitlines() if "earliest" in line]
    assert row.split()[0] == "recon-example"
    assert {"0.1.0", "reconciler"} <= set(row.split())

    done = run(recon, "reconcile", news, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    estimates = [estimate for one in json.loads(done.stdout)["series"] for estimate in one["estimates"]]
    assert {"consensus", "acled", "airwars", "ucdp"} <= {one["by"] for one in estimates}
    [unit] = [line.split() for line in listed.stdout.splitlines() if "forty_foot_equivalent" in line]
    assert (unit[0], unit[3]) == ("recon-commodities", "unit")
    assert " ".join(unit[5:]) == "forty-foot equivalent unit = 2 twenty_foot_equivalent"
    (news / "c.txt").write_text("The mill bought 100 bushels of wheat (3.7 metric tons).\n", encoding="utf-8")
    checked = run(recon, "check", news / "c.txt", "--format", "json", cwd=tmp_path)
    [conversion] = [one for one in json.loads(checked.stdout) if one["code"] == "RC101"]
    assert "100 bushels of wheat" in conversion["message"]
    (news / "d.txt").write_text(HEAD.format("Varn Post", 4).replace("2031", "2024") + "It cost €2,000 (US$2,560).\n")
    checked = run(recon, "check", news / "d.txt", "--select", "XR", "--format", "json", cwd=tmp_path)
    assert "XR101" in [one["code"] for one in json.loads(checked.stdout)], checked.stderr
    assert "the first of 2 counts" in {one["why"].split(", by")[0] for one in estimates if one["by"] == "earliest"}


@needs_hatchling
def test_a_new_plugin_of_each_kind_installs_tests_type_checks_and_keeps_the_contract(tmp_path):
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for kind in ("reconciler", "check", "units", "reader", "extractor"):
        made = run(
            sys.executable, "-m", "recon", "plugins", "new", f"own-{kind}", "--kind", kind, path=(ROOT,), cwd=tmp_path
        )
        assert made.returncode == 0, made.stderr
        built(wheels, tmp_path / f"recon-own-{kind}")
    folder = installed(tmp_path / "venv", built(wheels, ROOT))
    # By name: plugins of the repository that are installed beside the tests are only half to be seen from here.
    own = [project.name for project in sorted(tmp_path.glob("recon-own-*"))]
    checked = run(folder / "recon", "plugins", "check", *own, "--rank", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    for named in ("reconciler own-reconciler", "check OWNCHECK101", "unit own_units", "reader own-reader"):
        assert f"ok      {named}: " in checked.stdout
    assert "ok      the same in every process" in checked.stdout
    _, ranking, notes = checked.stdout.split("\n\n")
    ranked = {line[2:].split("  ")[0].split(" 0.")[0].strip(): line for line in ranking.splitlines()[1:]}
    assert ranked.keys() >= {"own-reconciler", "latest", "range", "(running maximum)", "(isotonic)"}
    assert [name for name, line in ranked.items() if line.startswith("→ ")] == ["own-reconciler"]
    assert notes.startswith("→ of recon-own-reconciler; in brackets: rules of thumb.")
    assert max(map(len, [*ranking.splitlines(), *notes.splitlines()])) <= 100
    for project in sorted(tmp_path.glob("recon-own-*")):
        # -P: what is tried is the wheel, and not the folder that it was made of.
        tested = run(folder / "python", "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=project)
        assert tested.returncode == 0, tested.stdout
        told = re.search(r"(?<=    python )-m recon.testing.*(?=   #)", (project / "README.md").read_text())
        if project.name != "recon-own-reader":
            alone = run(folder / "python", "-P", *told[0].split(), cwd=project)
            assert alone.stdout.endswith(" passed\n"), alone.stderr
        typed = run(folder / "python", "-m", "mypy", "--python-executable", folder / "python", cwd=project)
        assert typed.returncode == 0, typed.stdout


MISTYPED = """
from collections.abc import Iterator
from recon import Estimate, Reconciler, Series, hookimpl

class Middle:
    name = "middle"
    def reconcile(self, series: Series, least: int) -> Iterator[Estimate]:
        yield from ()

class Right:
    name = "right"
    def reconcile(self, series: Series) -> Iterator[Estimate]:
        yield from ()

@hookimpl
def recon_reconcilers() -> list[Middle]:
    return [Middle()]

class Plugin:
    @hookimpl
    def recon_reconcilers(self) -> list[Reconciler]:
        return [Right(), Middle()]

    @hookimpl
    def recon_units(self) -> None:
        return None

    @hookimpl
    def recon_checks(self) -> list[Right]:
        return [Right()]
"""


def test_a_type_checker_holds_a_plugin_to_the_protocols(tmp_path):
    (tmp_path / "mistyped.py").write_text(MISTYPED)
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "mistyped.py"]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    wrong = [
        line.partition(": error: ")[2]
        for line in done.stdout.splitlines()
        if re.match(r"mistyped\.py:\d+: error: ", line)
    ]
    assert wrong == [
        'Value of type variable "Hook" of "hookimpl" cannot be "Callable[[], list[Middle]]"  [type-var]',
        'List item 1 has incompatible type "Middle"; expected "Reconciler"  [list-item]',
        'Value of type variable "Hook" of "hookimpl" cannot be "Callable[[Plugin], None]"  [type-var]',
    ]
    assert "def reconcile(self, series: Series, least: int)" in done.stdout


@needs_hatchling
def test_the_plugin_in_25_lines_is_that_and_works_installed(tmp_path, news):
    [code, points] = fenced("README.md", "A plugin in 25 lines")
    assert len([line for line in code.splitlines() if line.strip()]) <= 25
    [written] = fenced("docs/how-to/write-a-plugin.md", "The distribution")
    described = written.replace("middle", "opening")
    assert points in described
    project = tmp_path / "recon-opening"
    project.mkdir()
    (project / "recon_opening.py").write_text(code, encoding="utf-8")
    (project / "pyproject.toml").write_text(described, encoding="utf-8")
    folder = installed(tmp_path / "venv", built(tmp_path, ROOT, project))
    done = run(folder / "recon", "reconcile", news, "--reconciler", "opening", "--format", "json", cwd=tmp_path)
    assert [one["estimates"][0]["best"] for one in json.loads(done.stdout)["series"]] == [40], done.stderr
    checked = run(folder / "recon", "plugins", "check", "recon-opening", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    python = folder / "python"
    typed = run(python, "-m", "mypy", "--strict", "--python-executable", python, "recon_opening.py", cwd=project)
    assert typed.returncode == 0, typed.stdout


def fenced(page, heading):
    """The python and toml blocks of a section of a page."""
    text = (ROOT / page).read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^```(?:python|toml)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
