"""The programs of the how-to, run as they stand: on a Ray cluster with object storage, and with local Spark."""

import os
import shutil
import subprocess
import sys

import pytest

from recon.arrow import figures
from tests.archive.conftest import ROOT, articles
from tests.pages import DOCS, blocks

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet")

PAGE = DOCS / "how-to" / "read-beyond-one-machine.md"
ROWS = pa.Table.from_pylist([*articles(300)])


def program(language):
    [(_, body)] = blocks(PAGE, f"python {language}")
    return body


def run(body, folder, **env):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    done = subprocess.run(
        [sys.executable, "-c", body],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def in_order(table):
    return table.sort_by([("doc", "ascending"), ("start", "ascending")]).to_pylist()


def same(table):
    assert in_order(table) == in_order(figures(ROWS))
    assert table.num_rows > 300


def test_the_program_for_ray(nodes, storage, tmp_path):
    nodes.filled(2)
    filesystem = storage.filesystem
    pq.write_table(ROWS.slice(0, 200), "archive/articles/a.parquet", filesystem=filesystem)
    pq.write_table(ROWS.slice(200), "archive/articles/b.parquet", filesystem=filesystem)
    run(program("ray"), tmp_path, RAY_ADDRESS=nodes.address)
    same(pq.read_table("archive/figures", filesystem=filesystem))


def test_the_same_with_delta_tables(nodes, tmp_path):
    deltalake = pytest.importorskip("deltalake")
    deltalake.write_deltalake(str(tmp_path / "articles"), ROWS)
    body = program("ray").replace("_parquet", "_delta").replace("s3://archive", str(tmp_path))
    run(body, tmp_path, RAY_ADDRESS=nodes.filled(2).address)
    same(pa.table(deltalake.DeltaTable(str(tmp_path / "figures")).to_pyarrow_table()))


def test_the_program_for_spark(tmp_path):
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java, which Spark runs on")
    body = program("spark")
    assert len([line for line in body.splitlines() if line.strip()]) <= 12
    pq.write_table(ROWS, tmp_path / "articles.parquet")
    options = "--master local[2] --conf spark.ui.enabled=false --conf spark.driver.bindAddress=127.0.0.1"
    run(
        body,
        tmp_path,
        PYSPARK_PYTHON=sys.executable,
        PYSPARK_SUBMIT_ARGS=f"{options} --conf spark.driver.host=127.0.0.1 pyspark-shell",
        SPARK_LOCAL_IP="127.0.0.1",
    )
    same(pq.read_table(tmp_path / "figures.parquet"))
