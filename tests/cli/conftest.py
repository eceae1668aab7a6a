import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recon.cli.app import app

ROOT = Path(__file__).parents[2]

ARTICLES = {
    "a.txt": "---\ntitle: Dam breaks above Varn, 30 missing\nsource: The Courier\ndate: 2024-05-02\n---\n"
    "About 30 people are missing in Varn, the mayor said. The lake is 16 km (16 miles) long.\n",
    "b.txt": "At least 45 people are missing in Varn, the mayor said on Friday. The dam cost $12 million.\n",
    "documents.csv": "path,publisher,published\nb.txt,Varn Post,2024-05-04\n",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory of two articles in the folder news."""
    (tmp_path / "news").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "news" / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def recon(folder):
    """Run a command in this process."""

    def run(*arguments, stdin=None):
        return CliRunner().invoke(app, list(arguments), input=stdin, catch_exceptions=False)

    return run


@pytest.fixture
def process(folder):
    """Run a command as the user does; keyword arguments are those of Popen."""

    def start(*arguments, **options):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **options}
        return subprocess.Popen([sys.executable, "-m", "recon", *arguments], env=environment, **options)

    return start
