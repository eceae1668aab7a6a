from dataclasses import replace

import pytest

from recon.model import Document
from recon.series import align, folded
from recon.testing import claim


def test_a_name_with_and_without_its_article_is_one_origin():
    one = claim(12, id="a", doc="a", origin="Evening Star", chain=("Varn Post", "Evening Star"))
    other = replace(one, id="b", doc="b", origin="The Evening Star", chain=("Coastal Radio", "The Evening Star"))
    found = [made for series in align([one, other]) for made in series.claims]
    assert {made.origin for made in found} == {"The Evening Star"}
    assert {made.chain[-1] for made in found} == {"The Evening Star"}


def test_other_names_stay():
    one = claim(12, id="a", doc="a", origin="Harbour Office")
    other = replace(one, id="b", doc="b", origin="Harbour Office of Varn")
    assert {made.origin for series in align([one, other]) for made in series.claims} == {one.origin, other.origin}


def told(
    text_a: str, name_a: str, text_b: str, name_b: str, publishers: tuple[str, str] = ("Varn Post", "Coastal Radio")
):
    """The origins of two claims of one story after folding, the documents' texts given."""
    documents = [
        Document(id=id_, text=f"A ferry sank off Varn on Monday. {text}", title="Ferry sinks off Varn", publisher=by)
        for id_, text, by in zip("ab", (text_a, text_b), publishers, strict=True)
    ]
    one = claim(12, id="a", doc="a", origin=name_a, said_by=name_a, publisher=publishers[0])
    other = replace(one, id="b", doc="b", origin=name_b, said_by=name_b, publisher=publishers[1])
    return [made.origin for made in folded([one, other], documents)]


ONE = [
    ("Kim Yong-bok said so.", "Kim Yong-bok", "Kim Young Bok said so.", "Kim Young Bok"),
    (
        "The Naval Inspection Service (NIS) said so.",
        "Naval Inspection Service",
        "The NIS said so.",
        "NIS",
    ),
    (
        "The Varn Evening Star said so. The Star added more.",
        "The Varn Evening Star",
        "The Star said so.",
        "The Star",
    ),
]


@pytest.mark.parametrize("texts", ONE)
def test_a_name_of_a_story_in_two_forms_is_one(texts):
    assert len(set(told(*texts))) == 1


TWO = [
    ("Kim Jong Un said so.", "Kim Jong Un", "Kim Jong Il said so.", "Kim Jong Il"),
    ("George W. Bush said so.", "George W. Bush", "George H. Bush said so.", "George H. Bush"),
    ("Nils Ibsen-Sund said so.", "Nils Ibsen-Sund", "The NIS said so.", "NIS"),
    ("The Naval Inspection Service said so.", "Naval Inspection Service", "The NIS said so.", "NIS"),
    ("The Varn Evening Star said so.", "The Varn Evening Star", "The Star said so.", "The Star"),
    ("The Varn Star said so.", "The Varn Star", "The Stars said so.", "The Stars"),
]


@pytest.mark.parametrize("texts", TWO)
def test_names_of_two_stay_two(texts):
    assert len(set(told(*texts))) == 2


def test_a_short_form_that_another_paper_bears_is_not_folded():
    texts = (
        "The Varn Evening Star said so. The Star added more.",
        "The Varn Evening Star",
        "The Star said so.",
        "The Star",
    )
    assert len(set(told(*texts, publishers=("Varn Post", "Coastal Star")))) == 2


def test_two_names_that_one_document_tells_apart_stay_two():
    one = claim(12, id="a", doc="a", origin="Kim Yong-nam", said_by="Kim Yong-nam")
    other = replace(one, id="b", origin="Kim Young-nam", said_by="Kim Young-nam")
    assert [made.origin for made in folded([one, other])] == ["Kim Yong-nam", "Kim Young-nam"]
