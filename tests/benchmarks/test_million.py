from __future__ import annotations

import json
from itertools import islice

from benchmarks.million import HEAD, archive, measured, row, write_archive
from recon.model import Document
from recon.series.copies import copies


def test_a_smaller_archive_is_the_beginning_of_a_larger_one(tmp_path) -> None:
    for number in (30, 60):
        write_archive(number, tmp_path / f"{number}.jsonl")
    small, large = ((tmp_path / f"{number}.jsonl").read_text(encoding="utf-8") for number in (30, 60))
    assert large.startswith(small)


def test_an_archive_has_many_outlets_and_some_copies() -> None:
    rows = list(islice(archive(), 400))
    assert 50 < len({row["publisher"] for row in rows}) < 400
    assert [row["published"] for row in rows] == sorted(row["published"] for row in rows)
    copied = copies([Document(id=row["id"], text=row["text"]) for row in rows])
    assert 0.05 < len(copied) / len(rows) < 0.2


def test_what_an_archive_takes(tmp_path) -> None:
    told = list(measured([60], tmp_path, 1, lambda _: None))
    assert [run for _, run, _, _ in told] == ["extract", "extract again, nothing new", "reconcile"]
    assert all(counts["figures"] > 30 and used.cpu > 0 and size > 1000 for counts, _, used, size in told)
    assert json.loads((tmp_path / "60" / "series.json").read_text())["series"]
    assert row(*told[0]).count("|") == HEAD.splitlines()[0].count("|")
