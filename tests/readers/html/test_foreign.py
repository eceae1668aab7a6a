"""Pages in other languages are known before anything looks for their article."""

import pytest

from recon.language import foreign
from recon.readers.html import article

FRENCH = (
    "Au moins quarante personnes sont mortes mardi dans les inondations qui ont frappé la ville de Varn, a indiqué le "
    "ministère dans un communiqué publié dans la nuit. Les secours cherchent encore 1.200 disparus dans la vallée. "
)
GREEK = (
    "Τουλάχιστον σαράντα άνθρωποι έχασαν τη ζωή τους την Τρίτη στις πλημμύρες που έπληξαν την πόλη Βαρν, ανακοίνωσε το "
    "υπουργείο. Τα συνεργεία διάσωσης αναζητούν ακόμη 1.200 αγνοούμενους σε ολόκληρη την κοιλάδα. "
)
ENGLISH = (
    "At least 40 people died on Tuesday in the floods that hit the town of Varn, the ministry said in a statement that "
    "was published overnight. Rescuers are still looking for the 1,200 missing in the valley. "
)


def page(text, lang="", *, around="", paragraphs=6):
    body = "".join(f"<p>{text}{number}</p>" for number in range(paragraphs))
    attribute = f' lang="{lang}"' if lang else ""
    head = "<head><title>Varn</title></head>"
    return f"<html{attribute}>{head}<body>{around}<article>{body}</article></body></html>".encode()


@pytest.fixture
def uncleaned(monkeypatch):
    """Nothing looks for an article."""

    def never(*_, **__):
        raise AssertionError

    monkeypatch.setattr("recon.readers.html.reading.paragraphs", never)


@pytest.mark.parametrize(("text", "lang", "called"), [(FRENCH, "fr-FR", "French"), (GREEK, "el", "Greek")])
def test_what_is_plainly_of_another_language_is_not_cleaned(uncleaned, text, lang, called):
    assert foreign(article(page(text, lang), id="a.html")) == called


def test_it_is_set_aside_as_it_is_where_it_is_cleaned(monkeypatch):
    at_once = foreign(article(page(FRENCH, "fr"), id="a.html"))
    monkeypatch.setattr("recon.readers.html.reading.in_another_language", lambda *_: None)
    assert foreign(article(page(FRENCH, "fr"), id="a.html")) == at_once == "French"


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (page(ENGLISH, "fr"), "At least 40"),
        (page(ENGLISH, "en"), "At least 40"),
        (page(ENGLISH), "At least 40"),
        (page(FRENCH), "Au moins"),
        (page(FRENCH, "en"), "Au moins"),
        (page(FRENCH, "fr", paragraphs=2), "Au moins"),
        (page(ENGLISH, "fr", around=f"<footer><p>{FRENCH * 8}</p></footer>"), "At least 40"),
    ],
    ids=[
        "declared French",
        "English",
        "undeclared",
        "French undeclared",
        "English declared",
        "short",
        "around",
    ],
)
def test_what_is_not_plain_is_cleaned_and_judged_by_its_article(data, begins):
    document = article(data, id="a.html")
    assert document.text[document.body_start :].startswith(begins)
    assert foreign(document) == ("" if begins.startswith("At") else "French")
