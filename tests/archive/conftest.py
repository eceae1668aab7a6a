import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import polars as pl
import pytest

ROOT = Path(__file__).parents[2]
DRIVER = """
import os, signal, sys
from functools import partial
from recon.archive.writing import Job
from recon.cli import archiving, main

# Shards of a few documents, so that there are many.
archiving.Job = partial(Job, characters=int(sys.argv.pop(1)))
left, folder = int(sys.argv.pop(1)), os.path.abspath("data")

def dying(event, told):
    global left
    if left < 0 or event not in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"):
        return
    path = told[0]
    inside = isinstance(path, (str, os.PathLike)) and os.path.abspath(path).startswith(folder)
    if inside or event in ("os.remove", "os.rmdir"):
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

sys.addaudithook(dying)
main()
"""
"""`recon`, with small shards and killed before a given operation on files; -1 for never."""


def articles(number, seed=1):
    """Invented records, each with figures of its own."""
    rng = Random(seed)
    for index in range(number):
        text = " ".join(
            f"The harbour of Varn moved {rng.randrange(20, 9000):,} tonnes on {rng.randrange(2, 9)} of 30 days."
            for _ in range(1 + rng.randrange(6))
        )
        yield {"id": f"r{index}", "text": text, "publisher": "Varn Post", "published": "2031-05-04"}


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A working directory with an archive: records in two files, articles in a folder, and what cannot be read."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    folder.mkdir()
    rows = [json.dumps(row) for row in articles(60)]
    (folder / "a.jsonl").write_text("\n".join(rows[:25]) + "\n")
    (folder / "b.jsonl").write_text("\n".join([*rows[25:40], "no json", *rows[40:]]) + "\n")
    for number in range(8):
        (folder / f"c{number}.txt").write_text(f"Some {number + 30} boats left Varn. It cost ${number + 2} million.")
    (folder / "d.txt").write_bytes(b"\xff\xfe broken")
    (folder / "documents.csv").write_text("path,publisher,published\nc0.txt,Varn Post,2031-05-04\n")
    return tmp_path


@pytest.fixture
def recon(news):
    """Run `recon extract news --output data/`, as a process; killed before the `dying`-th operation on files."""

    def start(*options, characters=600, dying=-1, output="data/", paths=("news",), **popen):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **popen.pop("env", {})}
        command = [sys.executable, "-c", DRIVER, str(characters), str(dying), "extract", *paths, "--output", output]
        popen = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **popen}
        return subprocess.Popen([*command, *options], env=environment, cwd=news, text=True, **popen)

    return start


@pytest.fixture
def extract(recon):
    """The same to its end: (status, stderr)."""

    def run(*options, **how):
        process = recon(*options, **how)
        _, told = process.communicate(timeout=120)
        return process.returncode, told

    return run


def files_of(folder):
    """Every file of a dataset that counts, with its bytes."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if not path.name.startswith(".recon-")}


def rows_of(folder, table):
    """The rows of a table in all shards, as whoever reads Parquet sees them, sorted."""
    found = pl.read_parquet(folder / "part-*" / f"{table}.parquet")
    return sorted(found.rows(), key=repr)


def content_of(folder):
    """The rows of all tables, but for the stamps of files."""
    return {table: rows_of(folder, table) for table in ("documents", "figures", "errors")}
