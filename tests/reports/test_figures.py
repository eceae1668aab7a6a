import json

from recon.model import Document
from recon.reports.comparison import comparison_jsonl, comparison_text, pairs
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


def test_two_extractors_side_by_side():
    ours = [PEOPLE, BOATS]
    theirs = [claim(3.0, start=5, text="3"), claim(12.0, start=22), claim(7.0, start=35)]
    found = pairs(ours, theirs)
    assert [line.split()[0] for line in comparison_text(found, DOCUMENTS, ("a", "b")).splitlines()[1:4]] == [
        "a.txt:1:6",
        "a.txt:1:23",
        "a.txt:1:36",
    ]
    assert comparison_text(found, DOCUMENTS, ("a", "b")).endswith(
        "3 figures: 1 the same, 1 different, 0 only a, 1 only b.\n"
    )
    rows = [json.loads(line) for line in comparison_jsonl(found, ("a", "b"))]
    assert [row["same"] for row in rows] == [False, True, False]
    assert rows[0]["a"]["value"] == 3000.0
    assert rows[2]["a"] is None


def test_the_longest_overlap_is_the_pair():
    ours = [claim(1.0, start=0, text="0123456789")]
    theirs = [claim(1.0, start=0, text="01"), claim(1.0, start=3, text="3456789")]
    assert [(one and one.text, other and other.text) for one, other in pairs(ours, theirs)] == [
        ("0123456789", "3456789"),
        (None, "01"),
    ]
