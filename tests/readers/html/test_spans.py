"""Every figure of a page leads to its bytes, whatever markup stands in and around it."""

import html
import random
import re

import pytest

from recon.extraction import GrammarExtractor
from recon.readers.html import article
from recon.tables import figures_of

UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
MARK = re.compile(r"<sup>\d</sup>|<!--.*?-->|<[^>]*>")
SENTENCES = (
    "At least {} people were lost in the floods, the ministry said.",
    "The town counted {} boats on Monday &amp; “more” – café.",
    "Some {} men are missing, and {} houses were found.\u00a0They",
    "In Łódź {} soldiers came; {} villages wait in the valley.",
)
DRESSES = (
    lambda number, _: number,
    lambda number, _: f"{number[0]}<b>{number[1:]}</b>",
    lambda number, rng: "".join(f"&#{ord(one)};" if rng.random() < 0.5 else one for one in number),
    lambda number, rng: f"{number}<sup>{rng.randint(1, 9)}</sup>",
    lambda number, _: number.replace(",", "&shy;,").replace(" ", "&nbsp;"),
    lambda number, _: f"{number[0]}<!-- 99 -->{number[1:]}",
    lambda number, _: f'<a href="/x">{number}</a>',
    lambda number, _: f'<span class="n">{number.replace(" ", chr(10) + "   ")}<a id="q"></a></span>',
)


def made(seed):
    """A page of paragraphs, lists, quotations and tables, its numbers dressed at random, and its encoding."""
    rng = random.Random(seed)

    def number():
        kinds = (
            f"{rng.randint(2, 999)}", f"{rng.randint(1_000, 999_999):,}", f"{rng.randint(11, 99) / 10} million",
            f"${rng.randint(2, 90)}", f"{rng.randint(2, 90)} percent",
        )  # fmt: skip
        return rng.choice(DRESSES)(rng.choice(kinds), rng)

    def sentence():
        return re.sub(r"\{\}", lambda _: number(), rng.choice(SENTENCES))

    blocks = (
        lambda: f"<p>{' '.join(sentence() for _ in range(3))}</p>",
        lambda: f"<ul>{''.join(f'<li>{sentence()}</li>' for _ in range(3))}</ul>",
        lambda: "<table>" + "".join(f"<tr><td><p>{one}</p></td><td>{number()}</td></tr>" for one in "AB") + "</table>",
        lambda: f"<blockquote><p>{sentence()}</p></blockquote>",
        lambda: f"<div>{sentence()}<br>{sentence()}</div>",
    )
    body = f"<p>{sentence()} {sentence()}</p>" + "".join(rng.choice(blocks)() for _ in range(8))
    return f"<html><body><nav>12 jobs</nav><article>{body}</article></body></html>", rng.choice(
        ["utf-8", "utf-16-le", "iso-8859-2"]
    )


@pytest.mark.parametrize("seed", range(40))
def test_every_figure_leads_to_the_bytes_that_print_it(seed):
    page, encoding = made(seed)
    data = page.encode(encoding, "xmlcharrefreplace")
    document = article(data, charset=encoding, id="a.html")
    found = figures_of(GrammarExtractor().extract([document]))
    assert len(found) > 8
    for figure in found:
        start, end = document.source.span(figure.start, figure.end)
        printed = html.unescape(MARK.sub("", data[start:end].decode(encoding)))
        assert UNSEEN.sub("", printed) == UNSEEN.sub("", figure.text)
