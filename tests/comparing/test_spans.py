"""Whether a saved figure still stands where it stood."""

import pytest

from recon.comparing.spans import moved
from recon.model import Document
from recon.testing import claim

TEXT = "---\ntitle: Dam breaks, 30 missing\n---\nAbout 30 people are missing. The lake is 16 km long."


def document(text=TEXT, title="Dam breaks, 30 missing", title_start=11, body_start=38):
    return Document(id="a.txt", text=text, title=title, title_start=title_start, body_start=body_start)


def saved(text, start, part="body", noun=""):
    return claim(30.0, doc="a.txt", start=start, text=text, part=part, noun=noun)


@pytest.mark.parametrize(("text", "start", "part"), [("30", 44, "body"), ("30", 23, "title"), ("16 km", 79, "body")])
def test_what_stands_is_not_told(text, start, part):
    assert TEXT[start : start + len(text)] == text
    assert moved(saved(text, start, part), {"a.txt": document()}) is None


@pytest.mark.parametrize(
    ("figure", "problem", "found", "now"),
    [
        (saved("16 km", 70), "text", " lake", 79),
        (saved("16 km", 900), "text", "", 79),
        (saved("30", 2), "text", "-\n", 44),
        (saved("31", 44), "text", "30", None),
        (saved("6", 2), "text", "-", None),  # the 6 of 16 is another number
    ],
)
def test_what_does_not_is_told_with_where_it_stands_now(figure, problem, found, now):
    told = moved(figure, {"a.txt": document()})
    assert (told.problem, told.found, told.start) == (problem, found, now)


def test_of_several_places_the_one_with_its_noun_else_none():
    text = (
        "Some 30 boats sank in the long night off the coast of Varn and its islands to the north. Then 30 people died."
    )
    held = {"a.txt": Document(id="a.txt", text=text)}
    assert moved(saved("30", 1, noun="boats"), held).start == text.index("30")
    assert moved(saved("30", 1, noun="people"), held).start == text.rindex("30")
    assert moved(saved("30", 1, noun="cats"), held).start is None
    assert moved(saved("30", 1), held).start is None


def test_a_document_or_a_title_that_is_gone():
    assert moved(saved("30", 44), {}).problem == "document"
    untitled = {"a.txt": document(title_start=None, body_start=0)}
    assert moved(saved("30", 23, part="title"), untitled).problem == "title"


def test_what_stands_in_another_part_is_not_there():
    told = moved(saved("30", 44, part="title"), {"a.txt": document()})
    assert (told.problem, told.start) == ("text", 23)
