"""What keeps a cluster from being used is one line that says what to do."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from recon.cluster import work
from recon.cluster.fetching import at_hand
from recon.engine import chosen_extractor, discover
from recon.errors import ReconError, UsageError
from recon.readers.paths import Source
from tests.archive.conftest import ROOT

WITHOUT = "import sys; sys.modules[{!r}] = None\nfrom recon.cli import main\nmain()"
OTHER = """
from recon.cluster import work
_, *others = work.versions()
work.versions = lambda: ("9.9", *others)
from recon.cli import main
main()
"""
RAY = ("--engine", "ray")


@pytest.fixture
def told(tmp_path, monkeypatch):
    """(status, stderr) of `recon extract` with a program before it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Some 40 boats left.")

    def run(program, *arguments):
        command = [sys.executable, "-c", program, "extract", *(arguments or ("a.txt", "--output", "data/", *RAY))]
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=120,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode, done.stderr

    return run


def test_without_ray(told, tmp_path):
    line = "recon: --engine ray takes Ray; pip install 'recon-figures[ray]'\n"
    assert told(WITHOUT.format("ray")) == (2, line)
    assert not (tmp_path / "data").exists()


def test_without_pyarrow_object_storage_is_not_written_to(told):
    line = "recon: s3://x/y/ takes pyarrow; pip install 'recon-figures[ray]'\n"
    assert told(WITHOUT.format("pyarrow"), "a.txt", "--output", "s3://x/y/") == (2, line)


def test_without_pyarrow_object_storage_is_not_read(told):
    line = "recon: s3://x/y/ takes pyarrow; pip install 'recon-figures[ray]'\n"
    assert told(WITHOUT.format("pyarrow"), "s3://x/y/", "--output", "data/", *RAY) == (2, line)


def test_nothing_that_is_there_makes_no_dataset(told, tmp_path):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    status, complaints = told("from recon.cli import main\nmain()", "nine://x/y", "no.txt", "-o", "d/", *RAY)
    assert status == 2
    assert [line.split(": ")[1] for line in complaints.splitlines()] == ["nine://x/y", "no.txt"]
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["a.txt", *RAY], "--engine ray writes a dataset; name its folder with --output, a slash behind it"),
        (["a.txt", "-o", "d/", *RAY, "-j", "2"], "--engine ray uses what the cluster has; leave out --jobs"),
        (["-", "-o", "d/", *RAY], "no worker of --engine ray can read standard input; name files"),
        (["a.txt", "-o", "d/", "--ray-address", "x:1"], "--ray-address is for --engine ray; add that"),
        (["a.txt", "-o", "d/", *RAY, "--ray-address", "x"], "--ray-address x is no address; give that of the head"),
        (["a.txt", "-o", "d/", *RAY, "--ray-address", "127.0.0.1:9"], "--ray-address 127.0.0.1:9: no cluster answers"),
    ],
)
def test_what_cannot_be_done(told, tmp_path, arguments, line):
    if "--ray-address" in arguments and "ray" in arguments:
        pytest.importorskip("ray", reason="Ray is not installed")
    status, complaints = told("from recon.cli import main\nmain()", *arguments)
    assert (status, complaints.count("\n")) == (2, 1)
    assert complaints.startswith(f"recon: {line}")
    assert not (tmp_path / "d").exists()


def test_workers_with_another_recon_are_named(nodes, told):
    nodes.filled(2)
    status, complaints = told(OTHER, "a.txt", "--output", "data/", *RAY, "--ray-address", nodes.address)
    assert (status, complaints.count("\n")) == (2, 1)
    assert complaints.startswith("recon: the worker on ")
    assert complaints.endswith(", and this machine 9.9; install the same on every machine\n")


def order():
    host = discover(only={"reader", "extractor"})
    return work.order_of(chosen_extractor(host, ""), host.readers, everything=False)


def test_workers_without_a_plugin_are_named():
    with pytest.raises(ReconError, match=r"the worker on .+ has no recon-tides 1\.0; install the same plugins"):
        work._tools(replace(order(), plugins=("recon-tides 1.0",)))


def test_a_plugin_that_cannot_be_sent():
    host = discover(only={"reader", "extractor"})
    extractor = replace(chosen_extractor(host, "quantulum3"), object=lambda: None)
    with pytest.raises(UsageError, match="a plugin cannot be sent to a cluster"):
        work.order_of(extractor, host.readers, everything=False)


def test_a_path_that_a_machine_does_not_see():
    source = Source(path=Path("/nowhere/at/all/a.txt"), name="all/a.txt", suffix=".txt")
    with pytest.raises(ReconError, match=r"all/a\.txt: the worker on .+ does not see /nowhere/at/all; name files"):
        at_hand(source).__enter__()
