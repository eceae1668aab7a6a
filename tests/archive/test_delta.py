"""A dataset as a Delta table: whole transactions, any number of writers."""

import signal
import subprocess
import sys
import time

import polars as pl
import pytest
from typer.testing import CliRunner

from recon.archive.manifest import read_manifest
from recon.cli.app import app
from tests.archive.conftest import ROOT, content_of

deltalake = pytest.importorskip("deltalake")


def rows_in(folder):
    """The rows of the table as the Delta log has them, sorted."""
    table = deltalake.DeltaTable(str(folder / "delta"))
    return sorted(pl.read_parquet(table.file_uris()).rows(), key=repr)


def test_it_holds_what_a_dataset_of_parquet_holds(extract, news):
    assert extract()[0] == 0
    assert extract("--format", "delta", output="table/")[0] == 0
    wanted = content_of(news / "data")
    rows = pl.read_parquet(deltalake.DeltaTable(str(news / "table" / "delta")).file_uris())
    documents = rows.filter(pl.col("body_start").is_not_null())
    assert sorted(documents.drop("figures", "errors").rows(), key=repr) == wanted["documents"]
    assert int(documents["figures"].list.len().sum()) == len(wanted["figures"])
    ids = documents.explode("figures")["figures"].struct.field("id")
    assert sorted(ids.drop_nulls()) == sorted(row[0] for row in wanted["figures"])
    assert sorted(row["source"] for row in rows.filter(pl.col("body_start").is_null()).iter_rows(named=True)) == [
        row[0] for row in wanted["errors"]
    ]
    assert dict(read_manifest(news / "table").counts) == {
        "documents": len(wanted["documents"]),
        "figures": len(wanted["figures"]),
        "errors": len(wanted["errors"]),
    }


def test_it_is_taken_up_where_it_was_killed(recon, extract, news):
    assert extract("--format", "delta", output="whole/")[0] == 0
    killed = 0
    for transactions in range(1, 7):
        process = recon("--format", "delta")
        while process.poll() is None and len(list(news.glob("data/delta/_delta_log/*.json"))) < transactions:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=20)
        killed += process.returncode == -signal.SIGKILL
    assert killed
    assert extract("--format", "delta")[0] == 0
    assert rows_in(news / "data") == rows_in(news / "whole")


def test_a_second_run_adds_nothing_and_a_change_replaces(extract, news):
    extract("--format", "delta")
    before = rows_in(news / "data")
    assert "(0 new or changed)" in extract()[1]  # as it is kept already
    assert rows_in(news / "data") == before
    (news / "news" / "c1.txt").write_text("Some 99 boats left Varn.")
    (news / "news" / "d.txt").write_text("Some 12 boats came.")
    assert "(2 new or changed)" in extract()[1]
    assert extract("--format", "delta", output="anew/")[0] == 0
    assert rows_in(news / "data") == rows_in(news / "anew")


@pytest.mark.parametrize("paths", [(("news",), ("more",)), (("news",), ("news",))], ids=["two inputs", "the same"])
def test_two_writers_lose_nothing_and_write_nothing_twice(recon, extract, news, paths):
    (news / "more").mkdir()
    for number in range(30):
        (news / "more" / f"{number}.txt").write_text(
            f"Some {number + 30} boats left Varn. It cost ${number + 2} million."
        )
    writers = [recon("--format", "delta", paths=given) for given in paths]
    for writer in writers:
        assert writer.communicate(timeout=60)[1].splitlines()[-1].startswith("recon: data: ")
    assert [writer.returncode for writer in writers] == [0, 0]
    assert (
        extract("--format", "delta", output="alone/", paths=sorted({path for given in paths for path in given}))[0] == 0
    )
    assert rows_in(news / "data") == rows_in(news / "alone")


def test_it_reconciles_as_its_articles_do(extract, news):
    run = CliRunner().invoke
    extract("--format", "delta")
    told = run(app, ["reconcile", "data", "--format", "json"], catch_exceptions=False)
    assert told.exit_code == 0
    assert told.stdout.count('"id": "r0#') > 0
    assert told.stdout.count('"copy_of"') == run(app, ["reconcile", "news", "--format", "json"]).stdout.count(
        '"copy_of"'
    )


@pytest.mark.parametrize(
    ("damaged", "data"), [("*.parquet", b"PAR1 no more"), ("*.parquet", None), ("_delta_log/*.json", b"no more")]
)
def test_a_damaged_table_is_a_line_that_names_it(extract, news, damaged, data):
    assert extract("--format", "delta")[0] == 0
    for path in (news / "data" / "delta").glob(damaged):
        path.unlink() if data is None else path.write_bytes(data)
    run = CliRunner().invoke(app, ["reconcile", str(news / "data")])
    assert run.exit_code == 2
    told = run.stderr.splitlines()[-1]
    assert told.startswith(f"recon: {news / 'data' / 'delta'}: cannot be read: ")
    assert told.endswith("; restore it, or extract into a new folder")


def test_without_the_library_it_is_one_line(news):
    script = "import sys; sys.modules['deltalake'] = None\nfrom recon.cli import main\nmain()"
    command = [sys.executable, "-c", script, "extract", "news", "--output", "data/", "--format", "delta"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}, cwd=news)
    assert done.returncode == 2
    assert done.stderr == "recon: a Delta table takes deltalake; pip install 'recon-figures[delta]'\n"


def test_a_delta_table_is_a_folder(extract):
    status, told = extract("--format", "delta", output="file")
    assert status == 2
    assert told == "recon: a Delta table is a folder; name it with --output, a slash behind it\n"
