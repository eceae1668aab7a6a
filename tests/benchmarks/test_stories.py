from __future__ import annotations

import json
from itertools import islice

import pytest

from benchmarks.stories import KINDS, NEWS, write_stories
from recon.engine import Plan, chosen_extractor, discover, reconcile, work_on
from recon.model import Document


@pytest.mark.parametrize("kind", KINDS)
def test_a_smaller_batch_is_the_beginning_of_a_larger_one(kind, tmp_path) -> None:
    for number in (5, 9):
        write_stories(kind, number, tmp_path / f"{number}.jsonl")
    small, large = ((tmp_path / f"{number}.jsonl").read_text(encoding="utf-8") for number in (5, 9))
    assert large.startswith(small)
    rows = [json.loads(line) for line in large.splitlines()]
    assert len({row["id"] for row in rows}) == 9
    assert all(row["published"] and row["publisher"] for row in rows)
    assert len({row["text"] for row in rows}) == (1 if "text" in kind else 9)


def told(kind: str, number: int) -> list[int]:
    """How many claims each series has, the largest first."""
    documents = tuple(Document(id=row["id"], text=row["text"]) for row in islice(KINDS[kind](1), number))
    worked = work_on(Plan(extractor=chosen_extractor(discover(), ""), attribute=True), documents)
    return sorted((len(one.claims) for one in reconcile(documents, worked.claims, ()).series), reverse=True)


def test_stories_are_told_by_a_few_and_by_all() -> None:
    assert 2 <= told(NEWS, 40)[0] <= 20
    assert told("one story in all outlets", 40)[0] >= 30
    assert told("one text in all outlets", 40)[0] >= 40
