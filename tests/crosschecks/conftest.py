import pytest

from recon.crosschecks.catalogue import example
from recon.engine import Plan, chosen_extractor, discover, reconcile, work_on

PLAN = Plan(extractor=chosen_extractor(discover(), ""), attribute=True)


@pytest.fixture
def found():
    """The findings across articles, one a line as in the examples of the rules; of some codes, or of all."""

    def found(articles, *codes):
        documents = example(articles)
        assert len(documents) == len(list(filter(None, articles.splitlines()))), articles
        result = reconcile(documents, work_on(PLAN, documents).claims, ())
        return [one for one in result.findings if one.code.startswith("RC4") and (not codes or one.code in codes)]

    return found


@pytest.fixture
def recon_run():
    """The falls across articles, with known revisions."""

    def found(articles, *revisions):
        documents = example(articles)
        result = reconcile(documents, work_on(PLAN, documents).claims, (), revisions=revisions)
        return [one for one in result.findings if one.code == "RC401"]

    return found
