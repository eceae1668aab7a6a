from dataclasses import replace

import pytest

from recon.engine import Plan, chosen_extractor, discover, work_on
from recon.model import Document, Finding
from recon.reports.html.marks import marked

TEXT = "---\ntitle: 9 die\n---\nThere 12 men.\nThen 3 km (5 miles) on.\n \n\tLast: 40 of 50.\n"


def finding(start, end, code="ZZ1", **fields):
    return Finding(code=code, name="z", severity="error", doc="a", message="m", start=start, end=end, **fields)


@pytest.fixture(scope="module")
def document():
    return Document(id="a", text=TEXT, body_start=TEXT.index("There"), title="9 die", title_start=TEXT.index("9"))


@pytest.fixture(scope="module")
def figures(document):
    return work_on(Plan(extractor=chosen_extractor(discover(), "")), (document,)).figures


def printed(paragraph):
    return "".join(segment.text for segment in paragraph.segments)


def test_the_text_is_printed_once_and_whole(document, figures):
    cut = marked(document, figures, [finding(TEXT.index("12"), TEXT.index("miles"))])
    assert [printed(one) for one in cut.body] == [
        "There 12 men.\nThen 3 km (5 miles) on.",
        "\tLast: 40 of 50.".replace("\t", " "),
    ]
    assert printed(cut.title) == "9 die"


def test_every_figure_is_marked_where_it_stands(document, figures):
    cut = marked(document, figures, [])
    texts = [s.text for one in (cut.title, *cut.body) for s in one.segments if s.figure]
    assert texts == ["9", "12", "3 km", "5 miles", "40", "50"]
    assert [one.text for one in cut.title.figures] == ["9"]
    assert [[one.text for one in each.figures] for each in cut.body] == [["12", "3 km", "5 miles"], ["40", "50"]]


def test_findings_overlap_each_other_and_figures(document, figures):
    wide = finding(TEXT.index("12"), TEXT.index("(5") + 3, "ZZ1")
    narrow = finding(TEXT.index("3 km") + 2, TEXT.index("miles") + 5, "ZZ2")
    [first, _] = marked(document, figures, [narrow, wide]).body
    assert [
        (s.text, s.begins, [one.code for one in s.findings], [one.code for one in s.ends]) for s in first.segments
    ] == [
        ("There ", False, [], []),
        ("12", True, ["ZZ1"], []),
        (" men.\nThen ", False, ["ZZ1"], []),
        ("3 ", True, ["ZZ1"], []),
        ("km", False, ["ZZ1", "ZZ2"], []),
        (" (", False, ["ZZ1", "ZZ2"], []),
        ("5 ", True, ["ZZ1", "ZZ2"], ["ZZ1"]),
        ("miles", False, ["ZZ2"], ["ZZ2"]),
        (") on.", False, [], []),
    ]
    assert [one.code for one in first.findings] == ["ZZ1", "ZZ2"]


def test_a_finding_over_two_paragraphs_is_told_in_the_first_and_ends_in_the_second(document, figures):
    long = finding(TEXT.index("5 miles"), TEXT.index("40"))
    first, last = marked(document, figures, [long]).body
    assert (first.findings, last.findings) == ((long,), ())
    assert [s.text for s in last.segments if s.ends] == [" Last: "]


def test_of_figures_that_overlap_the_longest_is_marked_and_all_are_listed(document, figures):
    [km] = [one for one in figures if one.text == "3 km"]
    bare = replace(km, id="bare", end=km.start + 1, text="3")
    [first, _] = marked(document, [bare, *figures], []).body
    assert [s.text for s in first.segments if s.figure] == ["12", "3 km", "5 miles"]
    assert bare in first.figures


def test_what_points_at_no_words_is_loose(document):
    assert marked(document, [], [finding(0, 0)]).loose == (finding(0, 0),)


def test_a_title_apart_from_its_text_has_offsets_of_its_own():
    document = Document(id="r", text="Nothing.", title="7 of 9 left", title_start=0)
    figures = work_on(Plan(extractor=chosen_extractor(discover(), "")), (document,)).figures
    cut = marked(document, figures, [finding(0, 6, figures=("r#title:0-1",)), finding(0, 7)])
    assert [s.text for s in cut.title.segments if s.figure] == ["7", "9"]
    assert [len(one.findings) for one in (cut.title, *cut.body)] == [1, 1]


def test_a_paragraph_of_a_hundred_thousand_figures_takes_time_in_proportion():
    text = "12 men, " * 40_000
    document = Document(id="r", text=text)
    figures = work_on(Plan(extractor=chosen_extractor(discover(), "")), (document,)).figures
    [only] = marked(document, figures, [finding(one.start, one.end) for one in figures[::10]]).body
    assert len(only.figures) == 40_000
    assert printed(only) == text.rstrip()
