"""What moved between two versions of an article."""

import pytest

from recon.comparing.names import paired_names
from recon.comparing.versions import Version, compared
from recon.engine import Plan, chosen_extractor, discover, work_on
from recon.model import NO_QUANTITY, Document

HOST = discover(only={"unit", "reader", "extractor"})
STEADY = "The ferry left Ostby on Tuesday with 310 passengers. It has sailed for 18 years."


def version(**texts):
    documents = tuple(Document(id=name, text=text) for name, text in texts.items())
    figures = {}
    for figure in work_on(Plan(extractor=chosen_extractor(HOST, "")), documents).figures:
        if figure.kind not in NO_QUANTITY:
            figures.setdefault(figure.doc, []).append(figure)
    return Version(figures=figures, documents={one.id: one for one in documents})


def changes(old, new, *, texts=True):
    sides = version(a=old), version(b=new)
    if not texts:
        sides = tuple(Version(figures=side.figures, documents={}) for side in sides)
    (one,) = compared(*sides)  # of other names
    return [tuple(figure and figure.text for figure in (change.old, change.new)) for change in one.changes]


@pytest.mark.parametrize("texts", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("The fire killed 12 people.", "The fire killed 15 people.", [("12", "15")]),
        ("The fire killed 12 people.", "At noon the fire killed 12 people.", []),
        ("The fire killed 12 people.", "The fire killed twelve people.", []),
        ("The fire killed 12 people.", "The fire killed about 12 people.", [("12", "12")]),
        (f"{STEADY} The fire killed 12 people.", f"The fire killed 12 people. {STEADY}", []),
        (f"{STEADY} The fire killed 12 people.", STEADY, [("12", None)]),
        (STEADY, f"{STEADY} The fire killed 12 people.", [(None, "12")]),
        ("It is 3 km from here.", "It is 5 km from here.", [("3 km", "5 km")]),
        (
            "The fire killed 12 people and the storm 30 people.",
            "The quake killed 5 people, the fire 12 people and the storm 45 people.",
            [(None, "5"), ("30", "45")],
        ),
    ],
)
def test_a_number_moves_and_nothing_else_does(old, new, moved, texts):
    assert changes(old, new, texts=texts) == moved


def test_with_its_sentence_a_number_is_known_though_its_noun_changes():
    old = "At least 12 passengers were hurt when the ferry ran aground."
    new = "At least 15 passengers and crew were hurt when the ferry ran aground, 4 of them badly."
    assert changes(old, new) == [("12", "15"), (None, "4")]


def test_what_two_sentences_share_by_chance_makes_them_no_edit():
    old = "The mayor spoke of 40 soldiers by the river."
    new = "A dealer in Tarnmouth sold 900 umbrellas last week."
    assert sorted(changes(old, new), key=str) == [("40", None), (None, "900")]


def test_a_sentence_said_in_other_words_keeps_its_number():
    old = "Police counted 40 people in the square."
    new = "In all, according to officers on duty, there were 40 people."
    assert changes(old, new) == []


def test_hostile_texts_take_time_in_step_with_their_length():
    text = "The fire killed 12 people. " * 3_000
    assert changes(text, text.replace("12", "13", 1)) == [("12", "13")]
    many = " ".join(f"In town {n} the fire killed {n} people and {n} cats." for n in range(1_500))
    assert len(changes(many, many.replace("killed", "burnt"))) == 0


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["x.txt"], ["y.txt"], [("x.txt", ""), ("", "y.txt")]),
        (["n/a", "n/b"], ["n/b", "n/c"], [("n/a", ""), ("n/b", "n/b"), ("", "n/c")]),
        (["mon/a", "mon/s/b"], ["tue/a", "tue/s/b"], [("mon/a", "tue/a"), ("mon/s/b", "tue/s/b")]),
        (["z/k", "mon/a", "z/old"], ["z/k", "tue/a"], [("z/k", "z/k"), ("mon/a", "tue/a"), ("z/old", "")]),
        (["p/1/a", "p/2/a"], ["q/3/a", "q/4/a"], [("p/1/a", ""), ("p/2/a", ""), ("", "q/3/a"), ("", "q/4/a")]),
        ([], ["a"], [("", "a")]),
    ],
)
def test_documents_are_paired_by_name(old, new, pairs):
    assert paired_names(old, new) == pairs
