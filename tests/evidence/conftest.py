import datetime as dt

import pytest

from recon.engine import Plan, chosen_extractor, discover, work_on
from recon.model import Document
from recon.running.weighing import gather


@pytest.fixture(scope="session")
def plan():
    return Plan(extractor=chosen_extractor(discover(), ""), attribute=True)


@pytest.fixture(scope="session")
def claims(plan):
    """The claims of one text."""

    def claims(text, **known):
        return work_on(plan, (Document(id="text", text=text, **known),)).claims

    return claims


@pytest.fixture(scope="session")
def weigh(plan):
    """The verdicts on a draft beside texts of one day after the other."""

    def weigh(draft, *evidence):
        texts = tuple(
            Document(id=f"{number}", text=text, publisher="The Post", published=dt.date(2031, 3, 1 + number))
            for number, text in enumerate(evidence)
        )
        held = gather(texts, work_on(plan, texts).claims)
        document = Document(id="draft", text=draft)
        return held.weigh(document, work_on(plan, (document,)).claims)

    return weigh
