"""Datasets in object storage: the objects have the bytes of the files that a disk gets."""

import json
import signal
import time

import polars as pl
import pytest

import recon as api
from tests.archive.conftest import articles, files_of
from tests.cluster.conftest import until

deltalake = pytest.importorskip("deltalake")
FIGURES = "s3://archive/figures/"


@pytest.fixture
def news(storage, tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    rows = [json.dumps(row) for row in articles(200)]
    for number in range(4):
        (folder / f"a{number}.jsonl").write_text("\n".join(rows[number * 50 :][:50]) + "\n")
    (folder / "broken.txt").write_bytes(b"Some 40 boats \x81 left.")
    return folder


@pytest.fixture
def whole(news, extract, tmp_path):
    """The files of the same dataset on a disk, in shards of some documents."""
    assert extract("news", "--output", "one/", characters=2_000)[0] == 0
    files = files_of(tmp_path / "one")
    assert len([name for name in files if name.endswith("sources.parquet")]) > 10
    return files


def test_killed_while_it_writes_it_is_taken_up(whole, recon, extract, storage):
    run = recon("extract", "news", "--output", FIGURES, characters=2_000)
    until(lambda: len(storage.files("figures")) > 12)
    run.send_signal(signal.SIGKILL)
    run.communicate(timeout=20)
    part = storage.files("figures")
    assert part.keys() < whole.keys()
    storage.put(b"half of a shard", "figures/part-000099/documents.parquet")  # no sources, no shard
    status, told = extract("news", "--output", FIGURES, characters=2_000)
    assert (status, storage.files("figures")) == (0, whole), told
    assert "(0 new or changed)" in extract("news", "--output", FIGURES)[1]


def test_what_changed_takes_the_place_of_what_it_was(whole, news, extract, storage, tmp_path):
    assert extract("news", "--output", FIGURES, characters=2_000)[0] == 0
    time.sleep(0.01)
    lines = (news / "a1.jsonl").read_text().splitlines()
    lines[4] = lines[4].replace("tonnes", "barrels")
    (news / "a1.jsonl").write_text("\n".join([*lines[:20], *lines[21:]]) + "\n")
    for output in (FIGURES, "one/"):
        assert extract("news", "--output", output, characters=2_000)[0] == 0
    assert storage.files("figures") == files_of(tmp_path / "one") != whole
    assert any(name.startswith("part-") and ".1/" in name for name in files_of(tmp_path / "one"))
    assert extract("news", "--output", FIGURES, "--fresh", characters=2_000)[0] == 0
    assert not any(".1/" in name for name in storage.files("figures"))


def test_from_storage_to_storage_by_a_cluster(nodes, news, storage, extract):
    nodes.filled(2)
    for path in news.iterdir():
        storage.put(path.read_bytes(), f"news/{path.name}")
    status, told = extract("s3://archive/news/", "--output", FIGURES, engine=True)
    assert status == 0, told
    assert told.splitlines()[-1].startswith("recon: s3://archive/figures: 200 documents (200 new or changed)")
    lake = "s3://archive/lake/"
    assert extract("s3://archive/news/", "--output", lake, "--format", "delta", engine=True)[0] == 0
    rows = pl.read_parquet(deltalake.DeltaTable(f"{lake}delta").file_uris())
    assert rows.filter(pl.col("text").is_not_null()).height == 200
    assert rows["figures"].list.len().sum() > 200
    assert "200 documents (0 new or changed)" in extract("s3://archive/news/", "--output", lake, engine=True)[1]


def test_somebody_elses_objects_are_left_alone(news, extract, storage):
    storage.put(b"theirs", "figures/theirs.txt")
    for options in ((), ("--format", "delta")):
        status, told = extract("news", "--output", FIGURES, *options)
        remedy = "name an empty folder or a new one"
        assert told == f"recon: s3://archive/figures holds other files (theirs.txt) and no dataset; {remedy}\n"
        assert status == 2
    assert storage.files("figures") == {"theirs.txt": b"theirs"}


@pytest.mark.parametrize(
    ("output", "line"),
    [
        ("s3://nowhere/figures/", "recon: s3://nowhere/figures: cannot be written: "),
        ("nine://x/", "recon: nine://x/ cannot be understood: "),
        ("file:///tmp/x/", "recon: file:///tmp/x/ is on a disk; name it as a path"),
        ("https://news.example/a/", "recon: https://news.example/a/ is on the web, where recon writes nothing; "),
        (
            "s3://archive/figures?scheme=http&endpoint_override=127.0.0.1:1",
            "recon: s3://archive/figures?scheme=http&endpoint_override=127.0.0.1:1: cannot be read: OSError: ",
        ),
    ],
)
def test_a_place_that_is_none_is_a_line(news, extract, storage, output, line):
    status, told = extract("news", "--output", output)
    [last] = [one for one in told.splitlines() if "broken.txt" not in one]
    assert (status, last[: len(line)]) == (2, line)


def test_without_a_cluster_object_storage_is_not_read(extract, storage):
    told = "recon: s3://archive/news/ lies in object storage, which --engine ray reads; add that\n"
    assert extract("s3://archive/news/", "--output", "many/") == (2, told)


@pytest.mark.parametrize("form", ["parquet", "delta"])
def test_a_dataset_there_is_reconciled_and_reported_as_one_of_a_disk(news, extract, recon, storage, tmp_path, form):
    for output in (FIGURES, "one/"):
        assert extract("news", "--output", output, "--format", form, characters=2_000)[0] == 0

    def told(*arguments):
        run = recon(*arguments)
        printed, notes = run.communicate(timeout=300)
        return run.returncode, printed, notes

    status, printed, notes = told("reconcile", FIGURES, "--format", "json")
    assert len(json.loads(printed)["documents"]) == 200
    assert (status, printed, notes) == told("reconcile", "one/", "--format", "json")
    assert told("report", FIGURES, "--output", "a.html")[0] == 0
    assert told("report", "one/", "--output", "b.html")[0] == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert len(api.read(FIGURES)) == 200


@pytest.mark.parametrize(
    ("paths", "line"),
    [
        (["s3://archive/news/"], "recon: s3://archive/news/ holds no dataset of recon extract; "),
        (["s3://nowhere/figures/"], "recon: s3://nowhere/figures/ holds no dataset of recon extract; "),
        (["s3://"], "recon: s3:// names no bucket; "),
        ([FIGURES, "news"], f"recon: {FIGURES} lies in object storage, and is read alone; "),
        (
            ["https://news.example/a"],
            "recon: https://news.example/a: is on the web, from which recon fetches nothing; ",
        ),
    ],
)
def test_what_is_no_dataset_there_is_a_line(news, recon, storage, paths, line):
    run = recon("reconcile", *paths)
    printed, told = run.communicate(timeout=300)
    assert (run.returncode, printed, told[: len(line)], told.count("\n")) == (2, "", line, 1)


def test_a_damaged_shard_there_is_a_line(news, extract, recon, storage):
    assert extract("news", "--output", FIGURES)[0] == 0
    storage.put(b"PAR1 no more", "figures/part-000000/figures.parquet")
    run = recon("reconcile", FIGURES)
    _, told = run.communicate(timeout=300)
    assert told.splitlines()[-1].startswith("recon: s3://archive/figures/part-000000/figures.parquet: cannot be read: ")
    assert run.returncode == 2
