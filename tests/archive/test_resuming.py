"""Killed at any moment, taken up again: nothing lost, nothing twice."""

import resource
import signal
import time
from random import Random

import polars as pl
import pytest

from tests.archive.conftest import content_of, files_of, rows_of

MOMENTS = 10
"""How many of each sort of moment are tried; all of them take minutes."""


REMEDY = "mend that and run the same command again: it goes on from what is whole"


@pytest.fixture
def whole(extract, news):
    """What a run without a stop makes of the archive."""
    status, told = extract()
    assert status == 0, told
    files = files_of(news / "data")
    (news / "data").rename(news / "whole")
    return files


def test_the_dataset_holds_what_extract_prints(whole, extract, news):
    documents = rows_of(news / "whole", "documents")
    assert len({row[0] for row in documents}) == len(documents) == 68
    assert sum(name.endswith("figures.parquet") for name in whole) > MOMENTS
    assert extract(output="one.parquet", paths=("news", "--format", "parquet"))[0] == 0
    assert rows_of(news / "whole", "figures") == one_file(news / "one.parquet")
    errors = rows_of(news / "whole", "errors")
    assert [(source, line, code) for source, _, line, code, _ in errors] == [
        ("news/b.jsonl", 16, "RX901"),
        ("news/d.txt", 1, "RX901"),
    ]


def one_file(path):
    return sorted(pl.read_parquet(path).rows(), key=repr)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_bytes_at_any_jobs(whole, extract, news, jobs):
    assert extract("--jobs", jobs)[0] == 0
    assert files_of(news / "data") == whole


def test_killed_at_random_times(whole, recon, extract, news):
    rng = Random(7)
    killed = 0
    for _ in range(MOMENTS):
        process = recon("--jobs", rng.choice("12"))
        time.sleep(rng.uniform(0.3, 1.6))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=20)  # its workers hold the pipe while they live
        killed += process.returncode == -signal.SIGKILL
    assert killed
    assert extract()[0] == 0
    assert files_of(news / "data") == whole


def test_killed_before_an_operation_on_files(whole, extract, news):
    rng = Random(11)
    ends = [extract(dying=moment)[0] for moment in rng.sample(range(1, 40), MOMENTS)]
    assert ends.count(-signal.SIGKILL) > MOMENTS // 2
    assert extract()[0] == 0
    assert files_of(news / "data") == whole


def test_killed_while_documents_are_replaced(whole, extract, news):
    """Each time from the whole dataset, with some records changed and one gone."""
    assert extract()[0] == 0
    changed(news / "news" / "a.jsonl")
    assert extract(output="anew/")[0] == 0
    rng = Random(13)
    for moment in sorted(rng.sample(range(2, 40), MOMENTS)):
        extract(dying=moment)
        ids = [row[0] for row in rows_of(news / "data", "documents")]
        assert len(ids) == len(set(ids)) or any((news / "data").glob("part-*.*"))
    assert extract()[0] == 0
    assert content_of(news / "data") == content_of(news / "anew")


def changed(path):
    lines = path.read_text().splitlines()
    lines[3] = lines[3].replace("tonnes", "barrels")
    lines[20] = lines[20].replace("tonnes", "barrels")
    path.write_text("\n".join([*lines[:10], *lines[11:]]) + "\n")


def test_a_disk_that_is_full_is_one_line_and_can_be_taken_up(whole, extract, news):
    """No file may grow beyond a size that only some shards reach."""
    largest = max(map(len, whole.values()))

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest - 1, largest - 1))

    status, told = extract(preexec_fn=limited)
    assert status == 2
    assert [line for line in told.splitlines() if "news/" not in line] == [
        f"recon: data: cannot be written: file too large; {REMEDY}"
    ]
    assert extract()[0] == 0
    assert files_of(news / "data") == whole


def test_an_interruption_is_one_line_and_can_be_taken_up(whole, recon, extract, news):
    process = recon()
    while not (news / "data" / "part-000000").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    if process.returncode != 0:  # it was quicker than the signal
        assert process.returncode == 130
        assert told.splitlines()[-1] == "recon: interrupted; the same command goes on from here"
    assert extract()[0] == 0
    assert files_of(news / "data") == whole
