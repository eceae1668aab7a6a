"""From object storage and from Delta tables: what the same files on a disk give."""

import json

import polars as pl
import pytest

from tests.archive.conftest import articles, files_of, rows_of
from tests.engine.test_sharing import page, record

pytest.importorskip("fastwarc")
pytest.importorskip("trafilatura")
deltalake = pytest.importorskip("deltalake")
BUCKET = "s3://archive/"


@pytest.fixture
def stored(storage, tmp_path):
    """Records, pages and a web archive on the disk and in the bucket, with what is not read beside them."""
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    rows = [json.dumps(row) for row in articles(90)]
    (folder / "a.jsonl").write_text("\n".join([*rows[:60], "no json"]) + "\n")
    (folder / "deep" / "b.jsonl").write_text("\n".join(rows[50:]) + "\n")
    (folder / "c.html").write_bytes(page(3))
    (folder / "w.warc.gz").write_bytes(b"".join(record(number, page(number)) for number in range(5)))
    (folder / "picture.png").write_bytes(b"none of ours")
    (folder / ".hidden.txt").write_text("Some 40 boats")
    for path in folder.rglob("*.*"):
        storage.put(path.read_bytes(), path.relative_to(tmp_path).as_posix())
    return storage


def told(folder):
    """The rows of a dataset, by the names that files have on the disk; without hashes and stamps, which tell them."""
    tables = {}
    for table in ("documents", "figures", "errors"):
        rows = [json.loads(json.dumps(row, default=str).replace(BUCKET, "")) for row in rows_of(folder, table)]
        tables[table] = sorted(row[:-1] if table == "documents" else row for row in rows)
    return tables


def test_a_folder_of_object_storage_is_read_as_one_of_a_disk(nodes, stored, extract, tmp_path):
    nodes.filled(2)
    status, complaints = extract(f"{BUCKET}news/", "--output", "many/", engine=True)
    assert (status, extract("news", "--output", "one/")[0]) == (0, 0), complaints
    assert told(tmp_path / "many") == told(tmp_path / "one")
    assert len(told(tmp_path / "one")["documents"]) == 96
    first = files_of(tmp_path / "many")
    assert "96 documents (0 new or changed)" in extract(f"{BUCKET}news", "--output", "many/", engine=True)[1]
    assert {name: data for name, data in files_of(tmp_path / "many").items() if name in first} == first


def test_patterns_and_single_files_of_object_storage(nodes, stored, extract, tmp_path):
    nodes.filled(2)
    paths = [f"{BUCKET}news/**/*.jsonl", f"{BUCKET}news/c.html", "news/w.warc.gz"]
    assert extract(*paths, "--output", "many/", engine=True)[0] == 0
    sources = pl.read_parquet(tmp_path / "many" / "part-*" / "documents.parquet")["source"].unique().sort()
    assert sources.to_list() == sorted(
        [*(f"{BUCKET}news/{name}" for name in ("a.jsonl", "c.html", "deep/b.jsonl")), paths[2]]
    )


def test_what_is_not_there_is_a_line(nodes, stored, extract, tmp_path):
    nodes.filled(2)
    paths = ["s3://nowhere/x/", f"{BUCKET}none/", "nine://x/y", "news/c.html"]
    status, complaints = extract(*paths, "--output", "many/", engine=True)
    lines = complaints.splitlines()
    assert status == 0
    assert [line.split(": ")[1] for line in lines[:3]] == ["s3://nowhere/x", f"{BUCKET}none", "nine://x/y"]
    assert lines[3].startswith("recon: many: 1 document (1 new or changed)")


@pytest.mark.parametrize("root", ["", BUCKET])
def test_of_a_delta_table_what_it_is_now(nodes, stored, extract, tmp_path, root):
    nodes.filled(2)
    table = f"{root or tmp_path.as_posix() + '/'}lake"
    rows = pl.DataFrame([*articles(40)])
    deltalake.write_deltalake(table, rows.head(30))
    deltalake.write_deltalake(table, rows.tail(10), mode="append")
    deltalake.DeltaTable(table).delete("id = 'r7'")  # its file stays there, and is no part of the table
    assert extract(table, "--output", "many/", engine=True)[0] == 0
    ids = pl.read_parquet(tmp_path / "many" / "part-*" / "documents.parquet")["id"].to_list()
    assert sorted(ids) == sorted({*rows["id"]} - {"r7"})
    if not root:
        assert extract(table, "--output", "one/")[0] == 0
        assert files_of(tmp_path / "one") == files_of(tmp_path / "many")
