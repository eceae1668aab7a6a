import re
from collections import Counter

from benchmarks.maintext import NUMBER, measured, told
from benchmarks.webpages import DESIGNS, KINDS, PARTS, pages


def test_every_number_of_a_page_is_known_and_stands_in_it_once():
    made = list(pages(seed=3, each=1))
    assert [page.design for page in made] == list(DESIGNS)
    for page in made:
        assert set(page.numbers) <= {*KINDS, *PARTS}
        printed = [number for numbers in page.numbers.values() for number in numbers]
        assert len({number.replace(",", "") for number in printed}) == len(printed)
        markup = re.sub(r"<title>.*?</title>", "", page.markup)
        there = Counter(NUMBER.findall(markup))
        often = {number for number in printed if there[number] != 1}
        assert not often or page.design == "pull quote"


def test_the_same_seed_gives_the_same_pages():
    assert list(pages(seed=5, each=2)) == list(pages(seed=5, each=2))
    assert next(pages(seed=5)) != next(pages(seed=6))


def test_recon_keeps_the_article_and_lets_less_in_than_the_library_alone():
    outcomes = {one.name.partition(" ")[0].rstrip(","): one for one in measured(seed=2, each=1, rounds=1)[:2]}
    assert outcomes["recon"].share(PARTS) > 0.98
    assert outcomes["recon"].share(KINDS) < 0.02 < outcomes["trafilatura"].share(KINDS)
    assert told(list(outcomes.values()), by_kind=False).count("\n") == 3
