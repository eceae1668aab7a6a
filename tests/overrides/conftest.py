import datetime as dt

import pytest

from recon.engine import Plan, chosen_extractor, chosen_reconcilers, discover, reconcile, work_on
from recon.model import Document
from recon.overrides import load_overrides

NEWS = {
    "a.txt": (
        "The Courier",
        "2031-05-02",
        "About 30 people are missing in Varn, the mayor said. The dam cost $12 million.",
    ),
    "b.txt": ("Varn Post", "2031-05-04", "At least 45 people are missing in Varn, Harbour Office said on Friday."),
    "c.txt": (
        "Night Wire",
        "2031-05-05",
        "Some 120 people are missing in Holm, the Harbor Office said. In Varn 45 people are missing.",
    ),
    "d.txt": ("Rumour Daily", "2031-05-05", "As many as 900 people are missing in Varn, the Rumour Daily has learnt."),
}
HOST = discover()


def documents_of(news):
    return tuple(
        Document(id=name, text=text, publisher=outlet, published=dt.date.fromisoformat(day))
        for name, (outlet, day, text) in news.items()
    )


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Reconcile some news with an overrides file of that text; in the file @a.txt:30@ is a reference to the claim that
    prints 30 in a.txt, with its words."""
    monkeypatch.chdir(tmp_path)

    def run(toml="", news=NEWS, before=None):
        documents = documents_of(news)
        plan = Plan(extractor=chosen_extractor(HOST, ""), attribute=True)
        claims = work_on(plan, documents).claims
        path = tmp_path / "recon.overrides.toml"
        path.write_text(named(toml, before or news), encoding="utf-8")
        return reconcile(documents, claims, chosen_reconcilers(HOST.reconcilers), overrides=load_overrides(path))

    return run


def id_of(place, news=NEWS):
    doc, _, printed = place.partition(":")
    start = news[doc][2].index(printed)
    return f"{doc}#body:{start}-{start + len(printed)}"


def named(toml, news=NEWS):
    """The text with its @doc:number@ as references by id and text alone, and @@doc:number@@ with the whole sentence."""
    parts = toml.split("@@")
    for i in range(1, len(parts), 2):
        doc, _, printed = parts[i].partition(":")
        sentence = next(one for one in news[doc][2].split(". ") if printed in one)
        parts[i] = f'{{ id = "{id_of(parts[i], news)}", text = "{printed}", words = "{sentence}" }}'
    parts = "".join(parts).split("@")
    for i in range(1, len(parts), 2):
        parts[i] = f'{{ id = "{id_of(parts[i], news)}", text = "{parts[i].partition(":")[2]}" }}'
    return "".join(parts)


@pytest.fixture
def together():
    """The numbers that stand together, series by series."""

    def together(result):
        return sorted(sorted(claim.text for claim in one.claims) for one in result.series)

    return together
