import pytest

from recon.engine import work_on
from recon.evidence.rules import CODES, RULES, example, tally
from recon.model import Document
from recon.running.weighing import gather, weigh

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@pytest.fixture
def found(plan):
    """The findings of the evidence on a draft, beside a rule's."""

    def found(rule, draft):
        texts = example(rule)
        held = gather(texts, work_on(plan, texts).claims)
        batch = work_on(plan, (Document(id="draft", text=draft),))
        return [one for one in weigh(held, batch).findings if one.code in CODES]

    return found


@EACH
def test_its_draft_gets_its_verdict(rule, found):
    (one,) = found(rule, rule.not_ok)
    assert (one.code, one.name, one.severity) == (rule.code, rule.name, rule.severity)
    assert one.message.startswith("“")


@EACH
def test_its_other_draft_gets_another(rule, found):
    told = found(rule, rule.ok)
    assert told
    assert rule.code not in {one.code for one in told}


def test_every_verdict_has_one_rule():
    assert len({rule.verdict for rule in RULES}) == len({rule.code for rule in RULES}) == 6


def test_the_tally_counts_verdicts(found):
    rule = RULES[0]
    assert tally(found(rule, rule.not_ok), 1) == "Against 1 document: 1 supported."
    assert tally([], 2) == "Against 2 documents: no figure."
