import re
from typing import get_args

from recon import model
from recon.reports.html.glossary import terms


def test_every_word_of_the_model_is_explained():
    words = {*get_args(model.Bound), *get_args(model.RelationKind), *get_args(model.Status), *get_args(model.Measure)}
    words |= set(get_args(model.Kind)) - model.NO_QUANTITY
    assert words <= set(terms())


def test_each_explanation_is_one_sentence():
    for key, (name, told) in terms().items():
        assert name, key
        assert re.fullmatch(r"[^.]+\.", told), key


def test_every_column_of_the_page_has_its_question_mark(flood):
    bare = [
        cell
        for cell in re.findall(r"<th(?! scope)(?: [^>]*)?>(.*?)</th>", flood.html)
        if "class=h href=#g-" not in cell
    ]
    outlets = {document.publisher for document in flood.result.documents}
    assert set(bare) <= outlets


def test_every_link_within_the_page_leads_somewhere(flood):
    ids = set(re.findall(r'\sid="?([\w-]+)', flood.html))
    links = set(re.findall(r'href="?#([\w-]+)', flood.html))
    assert links - ids == set()
    assert {f"g-{key}" for key in terms()} <= ids


def test_no_id_stands_twice(flood):
    ids = re.findall(r'\sid="?([\w-]+)', flood.html)
    assert len(ids) == len(set(ids))
