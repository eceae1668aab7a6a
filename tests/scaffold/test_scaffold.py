import importlib.util
import sys

import pytest

from recon.errors import ReconError, UsageError
from recon.host import Host
from recon.scaffold import KINDS, files_of, names_of, write


@pytest.fixture
def imported(monkeypatch):
    """Import a module from a folder, and forget it afterwards."""
    loaded = []

    def load(folder, module):
        spec = importlib.util.spec_from_file_location(module, folder / module / "__init__.py")
        made = importlib.util.module_from_spec(spec)
        sys.modules[module] = made
        loaded.append(module)
        spec.loader.exec_module(made)
        return made

    yield load
    for module in loaded:
        del sys.modules[module]


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_writes_is_taken_in(tmp_path, imported, kind):
    names = names_of("high-tides")
    write(tmp_path / "plugin", files_of(kind, names, "0.1"))
    host = Host([imported(tmp_path / "plugin", names.module)])
    assert [one.message for one in host.findings] == []
    [declared] = host.objects()
    assert declared.kind == kind.removesuffix("s")
    assert "$" not in (tmp_path / "plugin" / "README.md").read_text()


@pytest.mark.parametrize(
    ("given", "distribution", "module", "code"),
    [
        ("tides", "recon-tides", "recon_tides", "TIDES101"),
        ("recon-tides", "recon-tides", "recon_tides", "TIDES101"),
        ("high-tides-2", "recon-high-tides-2", "recon_high_tides_2", "HIGHTIDE101"),
    ],
)
def test_names_follow_from_one(given, distribution, module, code):
    names = names_of(given)
    assert (names.distribution, names.module, names.code) == (distribution, module, code)


@pytest.mark.parametrize(
    "given", ["", "Tides", "../tides", "a/b", "-tides", "tides-", "a" * 80, "rc", "x", "if", "1st"]
)
def test_what_makes_no_name_is_refused_in_words(given):
    with pytest.raises(UsageError, match="high-tides"):
        names_of(given)


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "there").mkdir()
    with pytest.raises(UsageError, match="exists already"):
        write(tmp_path / "there", {"a.txt": "a"})
    assert list((tmp_path / "there").iterdir()) == []


def test_nothing_half_written_is_left(tmp_path):
    with pytest.raises(ReconError, match="cannot be written"):
        write(tmp_path / "new", {"a.txt": "a", "a.txt/b": "under a file"})
    assert list(tmp_path.iterdir()) == []


def test_a_kind_that_there_is_not_is_refused_in_words():
    with pytest.raises(UsageError, match="there are reconciler, check"):
        files_of("sonnet", names_of("tides"), "0.1")
