from __future__ import annotations

from benchmarks.__main__ import report
from benchmarks.accuracy import accuracy
from benchmarks.articles import generated
from benchmarks.contenders import Contender, Run, contenders, run


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(generated(3, seed=7)) == list(generated(3, seed=7))
    assert list(generated(3, seed=7)) != list(generated(3, seed=8))


def test_gold_spans_lie_on_printed_numbers_in_order() -> None:
    for article in generated(20, seed=3):
        assert article.gold
        ends = 0
        for quantity in article.gold:
            printed = article.document.text[quantity.start : quantity.end]
            assert quantity.start >= ends
            assert printed == printed.strip()
            assert any(character.isdigit() for character in printed) or printed.replace("-", " ").split()
            ends = quantity.end


def test_accuracy_tells_a_right_value_from_a_wrong_one() -> None:
    articles = list(generated(4, seed=1))
    right = [article.gold or () for article in articles]
    judged = accuracy(Run(Contender("perfect", "1", lambda _: []), articles, 1.0, right))
    assert judged is not None
    assert (judged.recall, judged.precision) == (1.0, 1.0)
    nothing = accuracy(Run(Contender("mute", "1", lambda _: []), articles, 1.0, [[] for _ in articles]))
    assert nothing is not None
    assert nothing.recall == 0.0


def test_a_budget_ends_a_run_early() -> None:
    articles = list(generated(5, seed=1))
    done = run(Contender("mute", "1", lambda documents: [[] for _ in documents]), articles, articles[0], budget=0.0)
    assert len(done.articles) == len(done.found) == 1


def test_the_report_names_both_and_their_ratio() -> None:
    lines = "\n".join(report(list(generated(2, seed=1)), budget=0.1))
    assert "recon" in lines
    assert "quantulum3" in lines
    assert "KB/s" in lines
    assert "times as much" in lines


def test_recon_is_right_on_what_is_generated() -> None:
    ours = contenders()[0]
    articles = list(generated(30, seed=5))
    judged = accuracy(run(ours, articles, articles[0]))
    assert judged is not None
    assert judged.recall >= 0.99
    assert judged.precision >= 0.99
