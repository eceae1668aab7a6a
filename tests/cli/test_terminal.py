"""On a terminal of so many columns: what is printed fits it, and after a second it is told what is being done."""

import os
import re
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recon.reports.layout import columns_of_text

pty = pytest.importorskip("pty")
fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")

ROOT = Path(__file__).parents[2]
CONTROL = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
LONG = "articles-of-the-first-week-of-may"


def seen(folder, columns, *arguments):
    """What a terminal of so many columns gets of both streams."""
    main, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    environment.pop("COLUMNS", None)
    running = subprocess.Popen(
        [sys.executable, "-m", "recon", *arguments],
        stdin=other,
        stdout=other,
        stderr=other,
        cwd=folder,
        env=environment,
    )
    os.close(other)
    told = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        told += piece
    os.close(main)
    running.wait(timeout=60)
    return CONTROL.sub("", told.decode())


@pytest.fixture
def articles(tmp_path):
    (tmp_path / LONG).mkdir()
    for number, outlet in enumerate(("The Courier of Varn and the Valley", "Varn Post", "Night Wire"), 2):
        (tmp_path / LONG / f"{number}.txt").write_text(
            f"---\nsource: {outlet}\ndate: 2031-05-0{number}\n---\nAbout {number * 15} people are missing in Varn, the "
            "deputy mayor of the district told reporters. The lake is 16 km (16 miles) long.\n"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("command", "columns"),
    [(["reconcile"], 60), (["reconcile"], 80), (["reconcile"], 120), (["check"], 80), (["extract"], 60),
     (["extract"], 80), (["extract", "--compare", "quantulum3"], 80)],
)  # fmt: skip
def test_lines_fit_the_terminal(articles, command, columns):
    lines = [line for line in re.split(r"[\r\n]+", seen(articles, columns, *command, LONG)) if LONG not in line]
    assert len(lines) > 2
    assert max(map(columns_of_text, lines)) <= columns


@pytest.mark.parametrize("command", [["plugins", "list"], ["rule", "--all"], ["rule", "RC101"]], ids=" ".join)
def test_lists_fit_the_terminal(tmp_path, command):
    assert max(map(columns_of_text, re.split(r"[\r\n]+", seen(tmp_path, 80, *command)))) <= 80


def test_a_file_is_the_same_whatever_the_terminal_and_has_no_colour(articles):
    written = []
    for columns in (60, 120):
        seen(articles, columns, "reconcile", LONG, "--output", "out.txt")
        written.append((articles / "out.txt").read_bytes())
    piped = subprocess.run(
        [sys.executable, "-m", "recon", "reconcile", LONG], cwd=articles, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert written == [piped, piped]
    assert b"\x1b" not in piped


def test_the_course_of_a_series_stands_beside_its_key(articles):
    assert "30 ▁▅█ 60" in seen(articles, 80, "reconcile", LONG)


SLOW = """
import time
from recon import hookimpl

class Slow:
    name = "slow"

    def extract(self, documents):
        time.sleep({seconds})
        from recon.extraction import GrammarExtractor
        return GrammarExtractor().extract(documents)

    def reconcile(self, series):
        time.sleep({seconds})
        return ()

@hookimpl
def recon_{hook}():
    return [Slow()]
"""


@pytest.fixture
def slow(articles, monkeypatch):
    """A plugin that takes its time, in the folder that a command is run in."""

    def install(hook, seconds):
        info = articles / "slow_plugin-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: slow-plugin\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[recon]\nslow = slow_plugin\n")
        (articles / "slow_plugin.py").write_text(SLOW.format(hook=hook, seconds=seconds))

    return install


def test_after_a_second_it_is_told_which_reconciler_is_at_work(articles, slow):
    slow("reconcilers", 0.8)
    shown = seen(articles, 80, "reconcile", LONG)
    assert re.search(r"estimating \d series: slow, 3 of", shown)


@pytest.mark.parametrize("command", ["extract", "check", "reconcile", "report", "diff"])
def test_after_a_second_it_is_told_that_documents_are_read(articles, slow, command):
    slow("extractors", 1.6)
    more = {"diff": [LONG], "report": ["-o", "report.html"]}.get(command, [])
    shown = seen(articles, 80, command, LONG, *more, "--extractor", "slow")
    assert "reading documents" in shown


def test_how_much_is_left_is_told_where_it_is_known(articles, slow):
    slow("extractors", 0.7)
    for number in range(4):
        text = f"Some {number + 3} people are missing. " * 9000
        (articles / LONG / f"long-{number}.txt").write_text(text)
    assert re.search(r"\d documents .* \d:\d\d:\d\d left", seen(articles, 80, "check", LONG, "--extractor", "slow"))


def test_without_a_terminal_nothing_is_told(articles, slow):
    slow("reconcilers", 0.8)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "recon", "reconcile", LONG], cwd=articles, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, check=True,
    )  # fmt: skip
    assert time.monotonic() - begun > 1.6
    assert done.stderr == b""
