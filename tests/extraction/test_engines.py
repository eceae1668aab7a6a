"""One grammar, however it is run: text by text or in bulk, read anew or remembered, alone or among others."""

from __future__ import annotations

import random
import textwrap
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recon.extraction import GrammarExtractor, marking
from recon.extraction.scanner import Scanner
from recon.extraction.sentences import stops, stops_of_each
from recon.model import NO_QUANTITY, Document
from recon.readers.text import TextReader
from tests.extraction.salads import LEXICON, SALAD, SALADS

Row = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
SEEDS = [path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.[mt][dx]*"))]
SENTENCES = [
    case["text"]
    for path in sorted((ROOT / "tests" / "cases" / "extraction").glob("*.toml"))
    for group in tomllib.loads(path.read_text(encoding="utf-8")).values()
    for case in group
]
CORPUS = [*SEEDS, *SENTENCES]
SAMPLE = SENTENCES[::5]

STARTS = Scanner(LEXICON).starts
EFFORT = settings(max_examples=60, deadline=None, derandomize=True)

PADDING = "z" * marking.ENOUGH
"""A text that holds nothing, and by its length sends all beside it to the bulk engine."""


def scan(extractor: GrammarExtractor, documents: Sequence[Document]) -> list[Row]:
    columns = extractor.extract(documents)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def article(text: str, name: str = "a") -> Document:
    return Document(id=name, text=text)


# The bulk engine and `re`


@EFFORT
@given(SALADS)
@example(CORPUS)
@example([f"{text}\r\n{text.upper()}" for text in CORPUS])
@example(["\x00", "5\x00 boats", "5\x01 boats", "", " ", "\n"])
@example(["$-5 −£5 .5 ’90s ½½ ¼5 ５５ ٣-5 US$5 A$ 5 K5 İ5 of May, 5"])
def test_both_engines_find_the_same_places(texts: list[str]) -> None:
    padded = [*texts, PADDING]
    assert list(STARTS.of_each(padded)) == [*map(STARTS.of, texts), []]
    assert list(stops_of_each(padded)) == [*map(stops, texts), []]


def test_what_is_padded_goes_to_the_bulk_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the test above compares `re` with itself."""
    text = "Some 40 boats. They sank."
    assert marking.marked([text], "[0-9]+", "_") is None
    assert marking.marked([text, PADDING], "[0-9]+", "_") == ["Some _ boats. They sank.", PADDING]
    monkeypatch.setattr(STARTS, "of", None)
    assert list(STARTS.of_each([text, PADDING])) == [[5], []]


def test_half_a_surrogate_pair_sends_a_batch_to_the_other_engine() -> None:
    texts = [*CORPUS, "5\ud800 boats", PADDING]
    assert list(STARTS.of_each(texts)) == [STARTS.of(text) for text in texts]
    assert list(stops_of_each(texts)) == [stops(text) for text in texts]


# Alone and among others


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [
        *(Document(id=f"s{at}", text=text, title=text[:60], title_start=0) for at, text in enumerate(SEEDS)),
        *(article(text, f"c{at}") for at, text in enumerate(SAMPLE)),
    ]


@pytest.fixture(scope="module")
def alone(documents: list[Document]) -> list[Row]:
    """The rows of each document, by an extractor that has read no other."""
    return [row for document in documents for row in scan(GrammarExtractor(), [document])]


def test_a_document_has_the_same_rows_alone_and_in_a_large_batch(documents: list[Document], alone: list[Row]) -> None:
    extractor = GrammarExtractor()
    padded = [*documents, article(PADDING, "padding")]
    assert scan(extractor, padded) == alone
    assert scan(extractor, padded) == alone, "read again"
    assert scan(extractor, padded[:-1]) == alone, "read again, in a small batch"


@pytest.mark.parametrize("seed", range(4))
def test_a_document_has_the_same_rows_in_whatever_company(
    documents: list[Document], alone: list[Row], seed: int
) -> None:
    order = random.Random(seed)
    shuffled = order.sample(documents, len(documents))
    extractor, rows = GrammarExtractor(), []
    while shuffled:
        size = order.choice((1, 2, 10, 200))
        batch, shuffled = shuffled[:size], shuffled[size:]
        rows += scan(extractor, [*batch, article(PADDING, "padding")] if order.random() < 0.3 else batch)
    rank = {document.id: place for place, document in enumerate(documents)}
    assert sorted(rows, key=lambda row: rank[row["doc"]]) == alone


@EFFORT
@given(SALADS)
@example(["Jan. 2. 5 boats. " * 3, "5 boats.\n\n5 boats.\n\n6 boats"])
def test_any_texts_have_the_same_rows_again_and_in_bulk(texts: list[str]) -> None:
    batch = [article(text, str(at)) for at, text in enumerate(texts)]
    extractor, fresh = GrammarExtractor(), GrammarExtractor()
    rows = scan(extractor, batch)
    assert scan(extractor, batch) == rows
    assert scan(fresh, [*batch, article(PADDING, "padding")]) == rows
    assert sorted(rows, key=lambda row: int(row["doc"])) == rows


@EFFORT
@given(SALADS)
@example(CORPUS)
def test_the_quantities_are_the_rows_without_the_others(texts: list[str]) -> None:
    batch = [article(text, str(at)) for at, text in enumerate(texts)]
    rows = scan(GrammarExtractor(), batch)
    assert scan(GrammarExtractor(quantities=True), batch) == [row for row in rows if row["kind"] not in NO_QUANTITY]


@pytest.mark.parametrize("order", [1, -1])
def test_readings_do_not_depend_on_what_was_read_before(
    documents: list[Document], alone: list[Row], order: int
) -> None:
    extractor = GrammarExtractor()
    rows = [scan(extractor, [document]) for document in documents[::order]]
    assert [row for some in rows[::order] for row in some] == alone


# Documents as they come in files


FRONT = ["", "---\ntitle: Flood drives 40 families out\nsource: The Lowmere Post\ndate: 2019-05-12\n---\n"]
PARAGRAPHS = st.lists(st.one_of(st.sampled_from(SENTENCES), SALAD.map(str.strip)), max_size=8)


@EFFORT
@given(
    PARAGRAPHS,
    st.sampled_from(FRONT),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from([0, 30, 72]),
)
def test_spans_slice_back_to_the_file(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str], front: str, end: str, mark: str, width: int
) -> None:
    filled = [textwrap.fill(text, width) if width else text for text in paragraphs]
    text = mark + (front + "\n\n".join(filled)).replace("\n", end)
    text = text.encode("utf-8", "replace").decode().replace("\x00", "")
    path = tmp_path_factory.mktemp("article") / "a.md"
    path.write_bytes(text.encode())
    (document,) = TextReader().read(path)
    assert document.text == text
    rows = scan(GrammarExtractor(), [document])
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["sentence_start"] <= row["start"] < row["end"] <= row["sentence_end"] <= len(text)
        assert row["start"] >= document.body_start or row["part"] == "title"
    assert bool(front) == any(row["part"] == "title" for row in rows)


@EFFORT
@given(PARAGRAPHS)
def test_a_block_is_read_as_if_it_were_alone(paragraphs: list[str]) -> None:
    blocks = [text for text in ("".join(text.split("\n\n")).strip("\n") for text in paragraphs) if text]
    extractor = GrammarExtractor()
    rows, place = [], 0
    for block in blocks:
        rows += [
            {name: value + place if isinstance(value, int) else value for name, value in row.items() if name != "id"}
            for row in scan(extractor, [article(block)])
        ]
        place += len(block) + 2
    whole = scan(GrammarExtractor(), [article("\n\n".join(blocks))])
    assert [{name: value for name, value in row.items() if name != "id"} for row in whole] == rows


@pytest.mark.parametrize(
    "blank",
    [
        "\n\n",
        "\n\n\n",
        *("\r\n\r\n", "\n \n", "\n\t\n", "\n\u00a0\n"),
    ],
)
@pytest.mark.parametrize(
    ("one", "two"),
    [("The dam holds at least", "5 boats left."), ("They counted 40 boats, at most", "12 of them old")],
)
def test_nothing_that_a_number_means_stands_beyond_a_blank_line(one: str, two: str, blank: str) -> None:
    apart = [row for text in (one, two) for row in scan(GrammarExtractor(), [article(text)])]
    together = scan(GrammarExtractor(), [article(one + blank + two)])
    compared = ("text", "kind", "bound", "value", "noun")
    assert [[row[name] for name in compared] for row in together] == [[row[name] for name in compared] for row in apart]


def wrapped(text: str, end: str) -> str:
    """Every third blank made the end of a line."""
    return "".join(word + (end if place % 3 == 2 else " ") for place, word in enumerate(text.split(" "))).strip()


def test_the_ends_of_lines_may_be_of_either_system() -> None:
    extractor = GrammarExtractor()

    def told(text: str, end: str) -> list[list[Any]]:
        names = ("text", "kind", "bound", "value", "low", "high", "unit", "noun")
        rows = scan(extractor, [article(wrapped(text, end))])
        return [[str(row[name]).replace("\r\n", "\n") for name in names] for row in rows]

    different = [text for text in SAMPLE if told(text, "\r\n") != told(text, "\n")]
    assert not different


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The fine is 500 euros maximum.", "at_most"),
        ("You need 5 hours minimum, he said.", "at_least"),
        ("It weighs 5 kg approximately.", "about"),
        ("500 Boats Or More Lost", "at_least"),
    ],
)
def test_a_look_at_one_word_first_passes_over_no_hedge(text: str, bound: str) -> None:
    (row,) = scan(GrammarExtractor(), [article(text)])
    assert row["bound"] == bound
