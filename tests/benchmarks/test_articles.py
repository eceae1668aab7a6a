from __future__ import annotations

import json
from itertools import islice
from random import Random

import pytest

from benchmarks.articles import DENSITY, article, generated, write_batch
from benchmarks.gold import NO_QUANTITY, articles_in, quantities_in
from benchmarks.lengths import INPUTS
from benchmarks.printed import SLOTS
from recon import Document
from recon.engine import chosen_extractor, discover
from recon.tables import figures_of

SOME = tuple(islice(generated(seed=3), 60))


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(islice(generated(7), 3)) == list(islice(generated(7), 3))
    assert list(islice(generated(7), 3)) != list(islice(generated(8), 3))
    assert article(2, seed=7) == list(islice(generated(7), 3))[2]


def test_gold_spans_lie_on_what_is_printed_in_order() -> None:
    for made in SOME:
        ends = 0
        for one in made.gold or ():
            printed = made.text[one.start : one.end]
            assert one.start >= ends
            assert printed == printed.strip()
            assert made.text[one.end : one.end + 1] not in set("0123456789%")
            if one.value is not None and printed.replace(",", "").isdigit():
                assert one.value == float(printed.replace(",", ""))
            ends = one.end


def test_a_bound_leaves_its_side_open() -> None:
    bounds = {
        one.bound: one for index in range(300) for one in article(index).gold or () if one.kind not in NO_QUANTITY
    }
    assert {"exact", "about", "nearly", "more_than", "at_most", "at_least", "range"} <= bounds.keys()
    assert (bounds["more_than"].low, bounds["more_than"].high) == (bounds["more_than"].value, None)
    assert (bounds["at_most"].low, bounds["at_most"].high) == (None, bounds["at_most"].value)
    assert bounds["range"].value is None


@pytest.mark.parametrize("density", [2.0, DENSITY, 8.0])
def test_numbers_are_as_dense_as_asked(density: float) -> None:
    made = list(islice(generated(density=density), 150))
    characters = sum(len(one.text) for one in made)
    assert sum(len(one.gold or ()) for one in made) / characters * 1000 == pytest.approx(density, rel=0.08)


def test_every_kind_of_number_is_printed_sooner_or_later() -> None:
    printed = {one.kind for index in range(600) for one in article(index).gold or ()}
    assert printed == {slot(Random(1))[-1] for slot in SLOTS.values()}


def test_sentences_hardly_repeat() -> None:
    sentences = [line for made in SOME for line in made.text.replace("\n\n", ". ").split(". ")]
    assert len(set(sentences)) > 0.98 * len(sentences)


def test_a_batch_streams_to_files_and_a_smaller_one_is_its_beginning(tmp_path) -> None:
    texts, gold = tmp_path / "texts.jsonl", tmp_path / "gold.jsonl"
    assert write_batch(20_000, texts, gold) == len(texts.read_text(encoding="utf-8").splitlines())
    larger = texts.read_bytes(), gold.read_bytes()
    write_batch(8_000, texts, gold)
    assert larger[0].startswith(texts.read_bytes())
    assert larger[1].startswith(gold.read_bytes())
    rows = dict(quantities_in(gold))
    for made in articles_in(texts):
        assert rows[made.id] == article(int(made.id.rpartition("-")[2])).gold
    assert json.loads(texts.read_text(encoding="utf-8").splitlines()[0]).keys() == {"id", "text"}


def test_recon_is_right_on_what_is_made_up() -> None:
    documents = [Document(id=made.id, text=made.text) for made in SOME]
    columns = chosen_extractor(discover(), "").object.extract(documents)
    found = {(one.doc, one.start, one.end, one.value, one.low, one.high, one.unit) for one in figures_of(columns)}
    wanted = [
        (made.id, one.start, one.end, one.value, one.low, one.high, one.unit)
        for made in SOME
        for one in made.gold or ()
        if one.kind not in NO_QUANTITY
    ]
    assert sum(one in found for one in wanted) >= 0.98 * len(wanted)


@pytest.mark.parametrize("name", INPUTS)
def test_hostile_texts_have_the_length_that_is_asked_for(name: str) -> None:
    assert len(INPUTS[name](1000)) == pytest.approx(1000, abs=8)
    assert len(INPUTS[name](4096)) == pytest.approx(4096, abs=8)
