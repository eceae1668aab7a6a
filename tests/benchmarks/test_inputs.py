import itertools
import re
from dataclasses import replace

import pytest

from benchmarks.dressing import dressed_pages
from benchmarks.inputs import KINDS, measured, told
from benchmarks.maintext import NUMBER
from benchmarks.webpages import pages
from recon.readers.html import article


def few(folder):
    for index, page in enumerate(itertools.islice(dressed_pages(each=1), 3)):
        (folder / f"{index}.html").write_text(page.markup)


def test_what_is_measured_adds_up(tmp_path):
    one = measured(replace(KINDS["html"], made=few), rounds=1)
    assert (one.files, one.articles) == (3, 3)
    assert one.figures > 10
    assert sum(one.shares.values()) == pytest.approx(1)
    assert one.plain < one.alone < one.whole
    assert one.ratio == pytest.approx(one.rate / (one.articles / one.alone))
    few(tmp_path)
    assert measured(KINDS["html"], [tmp_path / "0.html", tmp_path / "1.html"], rounds=1).articles == 2
    assert f"| .html | 3 | {one.size / 1e6:.1f} |" in told([one])


def test_files_of_another_kind_are_refused(tmp_path):
    with pytest.raises(ValueError, match=r"there is no \.html file to measure on"):
        measured(KINDS["html"], [tmp_path])


def test_pages_are_dressed_as_news_sites_do():
    made = list(dressed_pages(seed=4, each=1))
    sizes = [len(page.markup.encode()) for page in made]
    assert 50_000 < min(sizes) < max(sizes) < 600_000
    assert made == list(dressed_pages(seed=4, each=1))
    for bare, page in zip(pages(seed=4, each=1), made, strict=True):
        assert all(page.numbers[kind][: len(numbers)] == numbers for kind, numbers in bare.numbers.items())


def test_every_number_that_a_dressed_page_shows_is_known():
    for page in dressed_pages(seed=5, each=1):
        shown = re.sub(r"(?s)<(script|style)\b.*?</\1>|<title>.*?</title>|<[^>]*>", " ", page.markup)
        known = {number for numbers in page.numbers.values() for number in numbers}
        assert {one for one in NUMBER.findall(shown) if len(one) > 2} <= known  # "10:00" and "Day 1" are shown too


def test_a_dressed_page_tells_its_day_as_a_rule():
    dated = [article(page.markup.encode(), id="a").published is not None for page in dressed_pages(seed=6, each=1)]
    assert 0.8 * len(dated) < sum(dated)
