"""The documentation is true: its commands print what it says, and its code runs."""

import doctest
import re
import shlex
import sys
import tomllib
from functools import cache
from importlib import metadata
from types import ModuleType

import pytest
from typer.testing import CliRunner

from recon.builtin import BUILTIN
from recon.cli.app import app
from recon.conformance import outcomes
from recon.engine import discover
from recon.host import Host
from recon.running.configuration import load_config
from recon.vocabulary import lexicon_of
from tests.pages import CUT, PAGES, ROOT, blocks, named, told

# Commands


@cache
def commands(path):
    """(line, command, expected output) of each command in the page's console blocks."""
    found = []
    for start, body in blocks(path, "console"):
        for number, line in enumerate(body.splitlines(), start + 1):
            if line.startswith("$ "):
                found.append((number, line.removeprefix("$ "), []))
            elif found:
                found[-1][2].append(line)
    return found


CONSOLE = [path for path in PAGES if commands(path)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """recon and the plugins of the repository as distributions, those that are not installed by metadata alone."""
    site = tmp_path_factory.mktemp("site")
    added = [str(site)]
    for project in [ROOT / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml"))]:
        told = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
        name, version = told["name"], told["version"]
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            info = site / f"{name.replace('-', '_')}-{version}.dist-info"
            info.mkdir()
            (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            points = told.get("entry-points", {}).get("recon", {})
            (info / "entry_points.txt").write_text("\n".join(["[recon]", *(f"{k} = {v}" for k, v in points.items())]))
            added.append(str(project.parent))
    with pytest.MonkeyPatch.context() as patch:
        for folder in added:
            patch.syspath_prepend(folder)
        patch.chdir(ROOT)
        yield


@pytest.fixture(scope="module")
def run(installed):
    """What a command prints on a terminal's two streams, and its status; each command is run once."""

    @cache
    def run(command):
        done = CliRunner().invoke(app, shlex.split(command)[1:], prog_name="recon", catch_exceptions=False)
        return done.output, done.exit_code

    return run


def same(expected, printed):
    """Whether the lines are those printed, but for the lines left out."""
    lines = "".join(r"(?:.*\n)*?" if line == CUT else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(lines, printed) is not None


def trimmed(lines):
    """The lines without the blank ones at their end."""
    return lines[: max((i for i, line in enumerate(lines, 1) if line.strip()), default=0)]


@pytest.mark.parametrize("path", CONSOLE, ids=named)
def test_commands_print_what_the_page_says(run, path):
    status = 0
    for line, command, expected in commands(path):
        wanted, where = trimmed(expected), f"{named(path)}:{line}: $ {command}"
        if command == "echo $?":
            assert wanted == [str(status)], where
        elif command.startswith("recon "):
            output, status = run(command)
            printed = "".join(f"{one}\n" for one in trimmed(output.splitlines()))
            assert same(wanted, printed), f"{where} prints\n{printed}"


def test_lines_are_compared_whole():
    assert same(["a", CUT, "d"], "a\nb\nc\nd\n")
    assert same(["a", CUT], "a\n")
    assert not same(["a", CUT, "d"], "a\nb\n")
    assert not same(["a"], "a b\n")


# Code


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "python", "pycon")], ids=named)
def test_code_runs(monkeypatch, tmp_path, path):
    """The python blocks of a page are a module, one after the other; its sessions print what they say, its tests pass.

    What its hooks declare is taken in, and keeps the contract.
    """
    for name in ("docs", "seeds"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    module = ModuleType(f"page_{path.stem.replace('-', '_')}")
    # A dataclass with postponed annotations looks its module up, and so does what is sent to another process.
    monkeypatch.setitem(sys.modules, module.__name__, module)
    for line, language, body in told(path, "python", "pycon"):
        if language == "pycon":
            session(module, body, path, line)
        else:
            exec(compile("\n" * line + body, str(path), "exec"), vars(module))
    for title, function in sorted(vars(module).items()):
        if title.startswith("test_"):
            function()
    if any(title.startswith("recon_") for title in vars(module)):
        host = discover([module])
        assert [one.message for one in host.findings] == []
        own = [owned for owned in host.objects() if owned.owner.distribution == module.__name__]
        assert own
        assert [(str(one.owned), one.trial, one.problem) for one in outcomes(own) if one.problem] == []


def session(module, body, path, line):
    """Run a session of the interpreter, and compare what it prints."""
    test = doctest.DocTestParser().get_doctest(body, vars(module), named(path), str(path), line)
    told = []
    doctest.DocTestRunner(verbose=False).run(test, out=told.append, clear_globs=False)
    assert told == [], "".join(told)
    vars(module).update(test.globs)


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "toml")], ids=named)
def test_configuration_shown_is_one_that_recon_takes(tmp_path, path):
    for _, body in blocks(path, "toml"):
        (tmp_path / "pyproject.toml").write_text(body, encoding="utf-8")
        lexicon_of(Host(BUILTIN), load_config(tmp_path).units, body)
