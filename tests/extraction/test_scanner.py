"""What holds of every scan: offsets, parts, sentences, order, hedges on both sides of a bracket."""

from __future__ import annotations

import itertools
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recon.extraction import GrammarExtractor
from recon.model import NO_QUANTITY, Document, Figure

Row = dict[str, Any]

BODY = "The dam at Orlan broke. Some 40 families fled, and 3.5 km of road (2.2 miles) is gone."
FRONT = "---\ntitle: Dam break drives 40 families out\nsource: The Lowmere Post\ndate: 2019-05-12\n---\n"


def scan(*documents: Document) -> list[Row]:
    columns = GrammarExtractor().extract(documents)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def read(text: str) -> list[Row]:
    return scan(Document(id="a.txt", text=text))


def quantities(text: str) -> list[Row]:
    return [row for row in read(text) if row["kind"] not in NO_QUANTITY]


def test_the_columns_are_the_fields_of_a_figure() -> None:
    assert list(GrammarExtractor().extract([])) == [field.name for field in fields(Figure)]
    assert list(GrammarExtractor().extract([Document(id="a", text=BODY)])) == [field.name for field in fields(Figure)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "No numbers here.", "\ufeff"])
def test_a_text_without_figures_has_no_rows(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("lead", ["", "\ufeff", "\r\n\r\n", "𝔘 and é, e\u0301: ", "\t"])
def test_offsets_count_code_points_of_the_whole_text(lead: str) -> None:
    text = lead + BODY
    rows = read(text)
    assert [row["text"] for row in rows] == ["40", "3.5 km", "2.2 miles"]
    assert [text[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_front_matter_and_byte_order_mark_count_and_are_not_read(mark: str) -> None:
    text = mark + FRONT + BODY
    title = "Dam break drives 40 families out"
    rows = scan(
        Document(
            id="a.md",
            text=text,
            body_start=len(mark + FRONT),
            title=title,
            title_start=text.index(title),
            publisher="x",
        )
    )
    assert [(row["part"], row["text"]) for row in rows] == [
        ("title", "40"), ("body", "40"), ("body", "3.5 km"), ("body", "2.2 miles"),
    ]  # fmt: skip
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["id"] == f"a.md#{row['part']}:{row['start']}-{row['end']}"


def test_a_record_s_title_has_offsets_of_its_own() -> None:
    document = Document(id="r1", text=BODY, title="Flood: 12 dead", title_start=0)
    first = scan(document)[0]
    assert (first["part"], first["start"], first["end"], first["text"]) == ("title", 7, 9, "12")
    assert document.title[first["start"] : first["end"]] == "12"
    assert (first["sentence_start"], first["sentence_end"]) == (0, 14)


def test_a_title_without_a_place_is_not_read() -> None:
    assert {row["part"] for row in scan(Document(id="r1", text=BODY, title="Flood: 12 dead"))} == {"body"}


@pytest.mark.parametrize(
    ("text", "number", "sentence"),
    [
        ("It rained. Some 40 boats sank. All wept.", "40", "Some 40 boats sank."),
        ("Headline with 12 words\n\nThe body has 40.", "12", "Headline with 12 words"),
        ("Mr. Tolle lost 3 cows. He wept.", "3", "Mr. Tolle lost 3 cows."),
        ("He paid $2.50. She paid 3 euros.", "3 euros", "She paid 3 euros."),
        ("“We lost 40 boats.” He wept.", "40", "“We lost 40 boats.”"),
        ("The U.S. sent 40 boats to Orlan. It rained.", "40", "The U.S. sent 40 boats to Orlan."),
        ("  40 boats sank.  ", "40", "40 boats sank."),
    ],
)
def test_the_sentence_of_a_figure(text: str, number: str, sentence: str) -> None:
    row = next(row for row in read(text) if row["text"] == number)
    assert text[row["sentence_start"] : row["sentence_end"]] == sentence


@pytest.mark.parametrize(
    ("hedge", "bound", "low", "high"),
    [
        ("nearly", "nearly", False, True),
        ("about", "about", True, True),
        ("at least", "at_least", True, False),
        ("more than", "more_than", True, False),
        ("up to", "at_most", False, True),
        ("less than", "less_than", False, True),
    ],
)
@pytest.mark.parametrize("brackets", ["()", "[]"])
def test_a_hedge_before_a_bracket_holds_for_both(hedge: str, bound: str, low: bool, high: bool, brackets: str) -> None:
    rows = quantities(f"The wreck lies {hedge} 300 kilometers {brackets[0]}186 miles{brackets[1]} from Orlan.")
    assert [(row["value"], row["bound"]) for row in rows] == [(300, bound), (186, bound)]
    for row in rows:
        assert row["low"] == (row["value"] if low else None)
        assert row["high"] == (row["value"] if high else None)


def test_a_hedge_does_not_reach_a_bracket_about_something_else() -> None:
    rows = quantities("At least 300 troops (12 of them generals) and 40 horses came.")
    assert [(row["value"], row["bound"]) for row in rows] == [(300, "at_least"), (12, "exact"), (40, "exact")]


@pytest.mark.parametrize(
    ("text", "alternative"),
    [
        ("It costs $40.", "CAD"),
        ("It weighs 40 tons.", "metric_ton"),
        ("He has 40 pounds.", "GBP"),
        ("It reached 40 degrees.", "degree_Celsius"),
    ],
)
def test_an_ambiguous_unit_keeps_its_other_readings(text: str, alternative: str) -> None:
    (row,) = quantities(text)
    assert alternative in row["unit_alternatives"]
    assert row["unit"] not in row["unit_alternatives"]


def test_an_unambiguous_unit_has_no_other_readings() -> None:
    assert [tuple(row["unit_alternatives"]) for row in quantities("It costs €40, weighs 3 kg.")] == [(), ()]


@pytest.mark.parametrize(
    ("number", "step"),
    [("6,500", 1), ("4,038", 1), ("1.3 million", 100_000), ("2.25", 0.01), ("12 thousand", 1000), ("3.50 km", 0.01)],
)
def test_the_step_is_the_place_of_the_last_digit(number: str, step: float) -> None:
    (row,) = quantities(f"They counted {number} of them.")
    assert row["step"] == pytest.approx(step)


def test_rows_go_by_document_then_part_then_start() -> None:
    documents = [Document(id=name, text=BODY, title="9 days", title_start=0) for name in ("b", "a", "c")]
    rows = scan(*documents)
    assert [doc for doc, _ in itertools.groupby(row["doc"] for row in rows)] == ["b", "a", "c"]
    for name in "abc":
        mine = [(row["part"] == "body", row["start"]) for row in rows if row["doc"] == name]
        assert mine == sorted(mine)


def test_a_document_is_read_alike_alone_and_among_others() -> None:
    one, two = Document(id="a", text=BODY), Document(id="b", text="At least 9 boats. " + BODY)
    assert scan(one, two) == scan(one) + scan(two)


NUMBERS = (
    "12 3.5 1,200 2019 ½ ５０ 1.3 million five twenty-five a dozen hundred half third of twice thousands "
    "24/7 3-2 F-16 5th ١٢ ² ⅔ ①"
)
WORDS = (
    "and between to from nearly at least about more than up km mile feet in C years old people troops boats per "
    "hour month On May June p.m. https://a.example/1 Mr. U.S. No. e\u0301 é ß İ"
)
SIGNS = "( ) [ ] “ ” . , ; : - – — / % $ € £ ° ' \" ′ ″ + ± − ×"
UNSEEN = ["\n", "\n\n", "\r\n", "\t", *"\u00a0\u2009\u202f\u00ad\u200b\u200f\ufeff\x00\ud800\udfff🙂"]
PIECES = st.sampled_from([*NUMBERS.split(), *WORDS.split(), *SIGNS.split(), *UNSEEN])
NEWSLIKE = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", " "])), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
ANYTHING = st.text(st.characters(codec=None), max_size=200)
EFFORT = settings(max_examples=150, deadline=None, derandomize=True)


@EFFORT
@given(st.one_of(NEWSLIKE, ANYTHING))
@example("\x00")
@example("1\ud800")
@example("½½½ 1⁄0 1/0")
@example("5'5'5\"5″")
@example("1e999 1.5×10^99 9×10^-99")
@example("٣٠٠ boats, १२ km and ५%")
@example("²³ ①② ⅔⅔")
@example("seven hundred score dozen of half a quarter")
def test_any_text_is_read_and_every_figure_lies_inside_it(text: str) -> None:
    rows = read(text)
    assert rows == read(text)
    end = 0
    for row in rows:
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["start"] >= end, "figures overlap"
        end = row["end"]
        assert 0 <= row["sentence_start"] <= row["start"]
        assert row["end"] <= row["sentence_end"] <= len(text)
        assert row["noun"] == row["noun"].strip()
    assert len({row["id"] for row in rows}) == len(rows)


@EFFORT
@given(NEWSLIKE)
def test_numbers_are_finite_and_sides_in_order(text: str) -> None:
    for row in read(text):
        for name in ("value", "low", "high", "step"):
            assert row[name] is None or abs(row[name]) < 1e60
        assert row["step"] > 0
        if row["bound"] in ("range", "indefinite"):
            assert row["value"] is None
        if row["low"] is not None and row["high"] is not None:
            assert row["low"] <= row["high"]
        if row["bound"] == "exact" and row["kind"] not in NO_QUANTITY:
            assert row["value"] is not None
            assert row["low"] == row["value"] == row["high"]


PARAGRAPHS = [
    "Some 40 boats left Orlan. At least 12 were lost.",
    "The mayor of Lowmere said 3.5 percent of 1.2 million voters stayed at home.",
    "It was 41 degrees Celsius (106 degrees Fahrenheit) on May 12, 2019.",
    "“Between 20 and 30 miners are below,” Mara Tolle, 41, said.",
    "Thousands fled. A third of them came back.",
    "No number stands here.",
    "The wave reached the end of the pier.",
    "300 North Island troops landed at Orlan.",
    "Repairs will cost $26 to $31 million, up from $19 million a year earlier.",
]


@pytest.mark.parametrize(("one", "two"), list(itertools.product(PARAGRAPHS, repeat=2)))
def test_two_paragraphs_give_the_figures_of_each(one: str, two: str) -> None:
    gap = "\n\n"

    def told(row: Row, by: int = 0) -> Row:
        places = {name: row[name] + by for name in ("start", "end", "sentence_start", "sentence_end")}
        return {**row, **places, "id": f"a.txt#body:{row['start'] + by}-{row['end'] + by}"}

    assert read(one + gap + two) == read(one) + [told(row, len(one + gap)) for row in read(two)]
