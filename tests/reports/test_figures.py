import json

import pytest

from recon.model import Document
from recon.reports.comparison import comparison_jsonl, comparison_text, differences, pairs
from recon.reports.figures_text import figures_text
from recon.testing import claim

DOCUMENTS = {"a.txt": Document(id="a.txt", text="Some 3,000 people and 12 boats and 7 cars.")}
BOATS = claim(12.0, start=22, noun="boats")
PEOPLE = claim(3000.0, start=5, text="3,000", bound="about")


def test_a_table_of_figures():
    assert figures_text([PEOPLE, BOATS], DOCUMENTS).splitlines() == [
        "at          text   kind   bound  value  unit  noun",
        "a.txt:1:6   3,000  count  about  3,000        people",
        "a.txt:1:23  12     count  exact     12        boats",
        "2 figures in 1 document.",
    ]
    assert figures_text([], DOCUMENTS) == "0 figures in 1 document.\n"


DAY = claim(7.0, start=35, text="7", kind="date")
OURS = [PEOPLE, BOATS, DAY]
THEIRS = [
    claim(3.0, start=5, text="3"),
    claim(12.0, start=22, noun="x"),
    claim(7.0, start=35),
    claim(1.0, start=37, text="cars"),
]


def test_two_extractors_side_by_side():
    assert comparison_text(pairs(OURS, THEIRS), DOCUMENTS, ("a", "b")).splitlines() == [
        "at      a                                 b          in",
        "a.txt",
        "  1:6   3,000 → ~3,000  number, bound, …  3 → 3      Some [3,000] people and 12 boats…",
        "  1:36  date            kind              7 (count)  …and 12 boats and [7] cars.",
        "  1:38                  only b            1          …and 12 boats and 7 [cars].",
        "4 figures: 1 read alike, 3 not.",
        "  1 differently: number 1, bound 1, text 1",
        "  1 no quantity to a: date 1",
        "  1 only by b",
    ]


def test_all_places_where_all_are_wanted():
    found = pairs([*OURS, claim(9.0, start=60, kind="ordinal")], THEIRS, everything=True)
    shown = comparison_text(found[:2], DOCUMENTS, ("a", "b"), everything=True).splitlines()
    assert shown[3].split()[:4] == ["1:23", "12", "=", "12"]
    assert [one and one.kind for one, _ in found] == ["count", "count", "date", None, "ordinal"]
    assert len(pairs([*OURS, claim(9.0, start=60, kind="ordinal")], THEIRS)) == 4


def test_what_is_alike_is_only_counted():
    text = comparison_text(pairs([BOATS], [BOATS]), DOCUMENTS, ("a", "b"))
    assert text == "1 figure: 1 read alike, 0 not.\n"
    assert comparison_text([], DOCUMENTS, ("a", "b")) == "0 figures: 0 read alike, 0 not.\n"


def test_two_extractors_as_records():
    rows = [json.loads(line) for line in comparison_jsonl(pairs(OURS, THEIRS), ("a", "b"))]
    assert [row["same"] for row in rows] == [False, True, False, False]
    assert [row["differs"] for row in rows] == [["number", "bound", "text"], [], ["kind"], []]
    assert rows[0]["a"]["value"] == 3000.0
    assert rows[3]["a"] is None


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"bound": "at_least"}, ("bound",)),
        ({"unit": "mile"}, ("unit",)),
        ({"value": 13.0}, ("number",)),
        ({"value": None, "bound": "range", "low": 10.0, "high": 13.0}, ("number", "bound")),
        ({"kind": "age", "unit": "year"}, ("unit", "kind")),
        ({"kind": "time"}, ("kind",)),
        ({"noun": "ships", "step": 5.0}, ()),
    ],
)
def test_in_what_two_readings_differ(other, told):
    theirs = claim(**{"value": 12.0, "start": 22, "text": "12", **other})
    assert differences((BOATS, theirs)) == differences((theirs, BOATS)) == told


def test_the_longest_overlap_is_the_pair():
    ours = [claim(1.0, start=0, text="0123456789")]
    theirs = [claim(1.0, start=0, text="01"), claim(1.0, start=3, text="3456789")]
    assert [(one and one.text, other and other.text) for one, other in pairs(ours, theirs)] == [
        ("0123456789", "3456789"),
        (None, "01"),
    ]
