"""Made-up web pages of many designs, whose article and whose boilerplate are known number by number.

Every number of a page stands in it once (a pull quote and its paragraph apart), so that a number in what an extractor
gives back says which part of the page it took it from. The same seed gives the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

SYLLABLES = "ka lo mi ra ten vor sal dun bri mar ost hel wen tor gar pol nim cas der fel".split()
SENTENCES = (
    "The {event} in {place} left {n} people without a home, the regional council said in a statement late on Tuesday.",
    "Rescuers reached the last of {n} stranded passengers shortly before dawn, according to the fire service.",
    "“We counted {n} damaged roofs before we stopped counting,” said {person}, who runs the local shelter.",
    "Officials had spoken of {n} evacuees on Monday, but that number did not include the villages along the river.",
    "By the afternoon {n} soldiers and {n} volunteers were filling sandbags at the old mill, where the dam is weakest.",
    "The ministry put the damage at ${n} million; {person}, an engineer, called that a cautious estimate.",
    "Power is back for {n} households, the grid operator said, while {n} more will have to wait until the weekend.",
    "It is the worst {event} that {place} has seen since the harbour was rebuilt, and the first in a dry month.",
    "The hospital took in {n} patients overnight, most of them with cuts and bruises, and sent nearly all of them home.",
)
TEASERS = (
    "Storm kills {n} in {place}",
    "{n} jobs to go at {place} shipyard",
    "Why {n} farmers are marching on the capital",
    "{place} wins {n}-seat majority",
    "Thieves take {n} phones in one night",
)
COMMENTS = (
    "I was there and there were at least {n} of us, nobody helped and the council should be ashamed of what it did.",
    "They said the same last year when {n} people lost everything, and what has changed since then? Nothing at all.",
    "My cousin counted {n} boats on the river that night, so I do not believe a word of what this paper writes here.",
)
KINDS = ("nav", "teaser", "promo", "comment", "cookie", "footer", "counter")
"""What the boilerplate of a page is made of; `PARTS` are what its article is made of."""
PARTS = ("headline", "paragraph", "list", "table", "caption", "box")


@dataclass(kw_only=True)
class Pen:
    """Writes one page and keeps which number went where, by the kind of part."""

    rng: Random
    numbers: dict[str, list[str]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def number(self, kind: str) -> str:
        """A number that the page does not have yet."""
        while (number := self.rng.randrange(101, 9999)) in self.used or 1900 <= number <= 2100:
            pass
        self.used.add(number)
        printed = f"{number:,}" if self.rng.random() < 0.5 else str(number)
        self.numbers.setdefault(kind, []).append(printed)
        return printed

    def name(self) -> str:
        """A place or a person."""
        return "".join(self.rng.choice(SYLLABLES) for _ in range(2)).capitalize()

    def filled(self, template: str, kind: str) -> str:
        """A template with names and new numbers in its gaps."""
        while "{n}" in template:
            template = template.replace("{n}", self.number(kind), 1)
        event = self.rng.choice(("flood", "storm", "fire", "landslide"))
        return template.format(place=self.name(), person=f"{self.name()} {self.name()}", event=event)

    def paragraph(self, sentences: int = 3) -> str:
        """A paragraph of the article."""
        return " ".join(self.filled(one, "paragraph") for one in self.rng.sample(SENTENCES, sentences))

    def teasers(self, count: int = 4, kind: str = "teaser") -> list[str]:
        """Headlines of other articles."""
        return [self.filled(self.rng.choice(TEASERS), kind) for _ in range(count)]


@dataclass(frozen=True, kw_only=True, slots=True)
class WebPage:
    """A page, its design, and its numbers by the kind of part."""

    design: str
    markup: str
    numbers: Mapping[str, tuple[str, ...]]


def pages(seed: int = 1, each: int = 4) -> Iterator[WebPage]:
    """So many pages of every design."""
    for name, design in DESIGNS.items():
        for index in range(each):
            pen = Pen(rng=Random(f"page-{seed}-{name}-{index}"))
            title = pen.filled("{place} {event}: {n} without a home", "headline")
            body = design(pen, title)
            markup = f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title} | {pen.name()} Post</title></head>{body}</html>"
            yield WebPage(design=name, markup=markup, numbers={key: tuple(all_) for key, all_ in pen.numbers.items()})


def _paragraphs(pen: Pen, count: int = 6, attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{pen.paragraph()}</p>" for _ in range(count))


def _nav(pen: Pen) -> str:
    links = "".join(f'<li><a href="/s/{i}">{word}</a></li>' for i, word in enumerate(("News", "Sport", "Culture")))
    return f'<header><nav><ul>{links}<li><a href="/live">{pen.number("nav")} live updates</a></li></ul></nav></header>'


def _related(pen: Pen, tag: str = "aside", name: str = "related-stories") -> str:
    items = "".join(f'<li><a href="/a/{i}"><h3>{one}</h3></a></li>' for i, one in enumerate(pen.teasers()))
    return f'<{tag} class="{name}"><h2>More on this story</h2><ul>{items}</ul></{tag}>'


def _comments(pen: Pen, name: str = "comments") -> str:
    each = "".join(
        f'<div class="comment"><b>{pen.name()}</b><p>{pen.filled(one, "comment")}</p></div>' for one in COMMENTS
    )
    return f'<section id="{name}" class="{name}"><h2>{pen.number("comment")} comments</h2>{each}</section>'


def _cookies(pen: Pen) -> str:
    return (
        f'<div id="cookie-consent" role="dialog"><p>We and our {pen.number("cookie")} partners store and access '
        "information on a device. You can change your choices at any time.</p><button>Accept</button></div>"
    )


def _footer(pen: Pen) -> str:
    return f"<footer><p>© The Post. A newsroom of {pen.number('footer')} people. All rights reserved.</p></footer>"


def _table(pen: Pen) -> str:
    rows = "".join(f"<tr><td>{pen.name()}</td><td>{pen.number('table')}</td></tr>" for _ in range(4))
    return f"<table><thead><tr><th>Town</th><th>Houses</th></tr></thead><tbody>{rows}</tbody></table>"


def _figure(pen: Pen) -> str:
    caption = pen.filled("Some {n} people spent the night in a school gym in {place}.", "caption")
    return f'<figure><img src="a.jpg" alt="A gym"><figcaption>{caption}</figcaption></figure>'


def _items(pen: Pen) -> str:
    return "<ul>" + "".join(f"<li>{pen.number('list')} bridges closed in {pen.name()}</li>" for _ in range(4)) + "</ul>"


def _shares(pen: Pen) -> str:
    return f'<div class="share-bar"><span>{pen.number("counter")} shares</span><a href="#">Tweet</a></div>'


def _page(pen: Pen, article: str, *around: str) -> str:
    return f"<body>{_cookies(pen)}{_nav(pen)}{article}{''.join(around)}{_footer(pen)}</body>"


def _semantic(pen: Pen, title: str) -> str:
    article = f"<main><article><h1>{title}</h1>{_shares(pen)}{_figure(pen)}{_paragraphs(pen)}</article></main>"
    return _page(pen, article, _related(pen), _comments(pen))


def _divs(pen: Pen, title: str) -> str:
    article = f'<div class="story"><div class="headline"><h1>{title}</h1></div><div class="story-body">{_paragraphs(pen)}</div></div>'
    return _page(pen, f'<div class="wrap">{article}{_related(pen, "div", "most-read")}</div>')


def _atomic(pen: Pen, title: str) -> str:
    lines = "\n".join(f'<div class="css-1p{i}x"><p class="css-a{i}">{pen.paragraph()}</p></div>' for i in range(6))
    teasers = "".join(f'<div class="css-9k"><a href="/b">{one}</a></div>' for one in pen.teasers())
    return _page(
        pen, f'<div class="css-0"><h1 class="css-h">{title}</h1>{lines}<div class="css-q">{teasers}</div></div>'
    )


def _breaks(pen: Pen, title: str) -> str:
    text = "<br><br>\n".join(pen.paragraph() for _ in range(5))
    return _page(pen, f'<div id="content"><h1>{title}</h1><div class="text">{text}</div></div>', _related(pen))


def _old_tables(pen: Pen, title: str) -> str:
    teasers = "<br>".join(f'<a href="/c">{one}</a>' for one in pen.teasers())
    text = f"<td width=600><font size=5><b>{title}</b></font>{_paragraphs(pen, 5)}</td>"
    return f"<body><table><tr><td width=150>{teasers}</td>{text}</tr><tr><td colspan=2>{_footer(pen)}</td></tr></table></body>"


def _blog(pen: Pen, title: str) -> str:
    article = (
        f'<article class="post hentry"><h1 class="entry-title">{title}</h1><div class="entry-content">{_paragraphs(pen, 3)}'
        f"<h2>What we know</h2>{_items(pen)}{_paragraphs(pen, 2)}</div></article>"
    )
    return _page(pen, article, _related(pen, "div", "sidebar widget"), _comments(pen, "respond"))


def _live(pen: Pen, title: str) -> str:
    posts = "".join(
        f'<article class="live-post"><time datetime="2031-05-05T1{i}:00Z">1{i}:00</time><h2>Update</h2><p>{pen.paragraph(2)}</p></article>'
        for i in range(6)
    )
    return _page(pen, f'<main><h1>{title}</h1><div class="live-blog">{posts}</div></main>', _related(pen))


def _promos(pen: Pen, title: str) -> str:
    parts: list[str] = []
    for one in pen.teasers(4, "promo"):
        parts += [
            f"<p>{pen.paragraph()}</p>",
            f'<div class="inline-promo related-inline"><strong>Read more:</strong> <a href="/d">{one}</a></div>',
        ]
    return _page(pen, f"<article><h1>{title}</h1>{''.join(parts)}<p>{pen.paragraph()}</p></article>")


def _linked_promos(pen: Pen, title: str) -> str:
    parts = "".join(f'<p>{pen.paragraph()}</p><p><a href="/d"><b>{one}</b></a></p>' for one in pen.teasers(3, "promo"))
    return _page(pen, f"<article><h1>{title}</h1>{parts}<p>{pen.paragraph()}</p></article>")


def _tabled(pen: Pen, title: str) -> str:
    article = f"<article><h1>{title}</h1>{_paragraphs(pen, 3)}{_table(pen)}{_paragraphs(pen, 2)}</article>"
    return _page(pen, article, _related(pen))


def _brief(pen: Pen, title: str) -> str:
    return _page(
        pen,
        f"<article><h1>{title}</h1><p>{pen.paragraph(2)}</p></article>",
        _related(pen),
        _related(pen, "div", "trending"),
    )


def _one_paragraph(pen: Pen, title: str) -> str:
    return _page(
        pen, f'<div class="brief"><h1>{title}</h1><p>{pen.paragraph(1)}</p></div>', _related(pen, "section", "latest")
    )


def _long(pen: Pen, title: str) -> str:
    parts = "".join(f"<section><h2>Part {'i' * i}</h2>{_paragraphs(pen, 8)}</section>" for i in range(1, 4))
    return _page(pen, f"<main><h1>{title}</h1>{parts}</main>", _related(pen), _comments(pen))


def _talked_about(pen: Pen, title: str) -> str:
    article = f'<div class="article"><h1>{title}</h1>{_paragraphs(pen, 2)}</div>'
    return _page(pen, article, *(_comments(pen, "discussion") for _ in range(3)))


def _long_teasers(pen: Pen, title: str) -> str:
    cards = "".join(
        f'<div class="card"><h3><a href="/e">{one}</a></h3><p>{pen.filled("Police said {n} people were held after a night in which shops were broken into and cars were burnt across {place}.", "teaser")}</p></div>'
        for one in pen.teasers()
    )
    return _page(
        pen,
        f"<article><h1>{title}</h1>{_paragraphs(pen, 4)}</article>",
        f'<section class="recommended">{cards}</section>',
    )


def _boxed(pen: Pen, title: str) -> str:
    facts = "".join(f"<li>{pen.number('box')} homes in {pen.name()}</li>" for _ in range(3))
    box = f'<div class="fact-box"><h3>The damage in numbers</h3><ul>{facts}</ul></div>'
    return _page(
        pen, f"<article><h1>{title}</h1>{_paragraphs(pen, 3)}{box}{_paragraphs(pen, 3)}</article>", _related(pen)
    )


def _pulled(pen: Pen, title: str) -> str:
    text = pen.paragraph()
    pull = f'<aside class="pullquote"><blockquote>{text.split(". ")[0]}</blockquote></aside>'
    return _page(pen, f"<article><h1>{title}</h1><p>{text}</p>{pull}{_paragraphs(pen, 3)}</article>", _related(pen))


def _newsletter(pen: Pen, title: str) -> str:
    sign = f'<div class="newsletter-signup"><p>Join {pen.number("promo")} readers and get our morning briefing every day.</p><input></div>'
    return _page(
        pen, f"<article><h1>{title}</h1>{_paragraphs(pen, 2)}{sign}{_paragraphs(pen, 3)}</article>", _related(pen)
    )


def _plain(pen: Pen, title: str) -> str:
    return f"<body><h1>{title}</h1>{_paragraphs(pen, 4)}</body>"


def _release(pen: Pen, title: str) -> str:
    article = f'<div id="main"><h1>{title}</h1>{_paragraphs(pen, 3)}{_items(pen)}<p>Notes to editors: {pen.paragraph(1)}</p></div>'
    return _page(pen, article)


def _walled(pen: Pen, title: str) -> str:
    wall = f'<div class="paywall"><h3>Read on for {pen.number("promo")} cents a day</h3><p>Subscribe to go on reading this article today.</p></div>'
    return _page(pen, f"<article><h1>{title}</h1><p>{pen.paragraph(2)}</p>{wall}</article>", _related(pen))


def _gallery(pen: Pen, title: str) -> str:
    figures = "".join(f"{_figure(pen)}<p>{pen.paragraph(2)}</p>" for _ in range(4))
    return _page(pen, f"<article><h1>{title}</h1>{figures}</article>", _related(pen))


def _quoted(pen: Pen, title: str) -> str:
    quotes = "".join(f"<p>{pen.paragraph(1)}</p><blockquote><p>{pen.paragraph(1)}</p></blockquote>" for _ in range(4))
    return _page(pen, f"<article><h1>{title}</h1>{quotes}</article>", _related(pen))


def _script_heavy(pen: Pen, title: str) -> str:
    state = '<script>window.__STATE__ = {"related": [' + ",".join(f'"{one}"' for one in pen.teasers()) + "]}</script>"
    return _page(pen, f'<div id="__next"><main><h1>{title}</h1>{_paragraphs(pen)}</main></div>', state, _related(pen))


def _ranked(pen: Pen, title: str) -> str:
    rank = f'<ol class="most-popular">{"".join(f"<li>{one}</li>" for one in pen.teasers(6))}</ol>'
    side = f'<div class="column-right"><h4>Most read</h4>{rank}</div>'
    return _page(pen, f'<div class="column-left"><h1>{title}</h1>{_shares(pen)}{_paragraphs(pen, 5)}</div>{side}')


def _end_matter(pen: Pen, title: str) -> str:
    bio = f'<div class="author-bio"><p>{pen.name()} has written {pen.number("footer")} stories for the Post on the north.</p></div>'
    more = f'<div class="block"><h3>Related</h3><p>{pen.filled("The {event} in {place} has cost insurers ${n} million so far.", "teaser")}</p></div>'
    return _page(pen, f"<article><h1>{title}</h1>{_paragraphs(pen, 4)}{bio}{more}</article>", _comments(pen))


def _listed_links(pen: Pen, title: str) -> str:
    items = "".join(f'<li><a href="/f">{one}</a></li>' for one in pen.teasers(3, "promo"))
    return _page(pen, f"<article><h1>{title}</h1>{_paragraphs(pen, 2)}<ul>{items}</ul>{_paragraphs(pen, 3)}</article>")


def _ticker(pen: Pen, title: str) -> str:
    prices = "".join(f"<span>{pen.name()} {pen.number('nav')}</span>" for _ in range(6))
    return f'<body><div class="ticker">{prices}</div><div class="main-col"><h1>{title}</h1>{_paragraphs(pen, 5)}</div>{_footer(pen)}</body>'


def _sponsored(pen: Pen, title: str) -> str:
    one = pen.filled(
        "More than {n} homeowners in {place} have switched to this simple trick to save on heating.", "promo"
    )
    native = f'<div class="outbrain"><p>Sponsored</p><a href="/g"><p>{one}</p></a></div>'
    return _page(pen, f"<main><h1>{title}</h1>{_paragraphs(pen, 4)}{native}</main>", _related(pen))


def _timeline(pen: Pen, title: str) -> str:
    steps = "".join(f"<div class='t'><h3>Day {i}</h3><p>{pen.paragraph(1)}</p></div>" for i in range(1, 6))
    return _page(
        pen,
        f"<article><h1>{title}</h1><p>{pen.paragraph(2)}</p><div class='timeline'>{steps}</div></article>",
        _related(pen),
    )


def _definition(pen: Pen, title: str) -> str:
    terms = "".join(f"<dt>{pen.name()}</dt><dd>{pen.number('list')} homes without power</dd>" for _ in range(4))
    return _page(pen, f"<article><h1>{title}</h1>{_paragraphs(pen, 3)}<dl>{terms}</dl>{_paragraphs(pen, 2)}</article>")


def _linked_words(pen: Pen, title: str) -> str:
    lines = "".join(
        f'<p>{pen.paragraph(1)} <a href="/h">{pen.filled("Some {n} homes in {place} were hit", "paragraph")}</a>, it said.</p>'
        for _ in range(5)
    )
    return _page(pen, f"<article><h1>{title}</h1>{lines}</article>", _related(pen))


DESIGNS: Mapping[str, Callable[[Pen, str], str]] = {
    "semantic": _semantic, "divs": _divs, "atomic CSS": _atomic, "line breaks": _breaks, "layout tables": _old_tables,
    "blog": _blog, "live blog": _live, "inline promos": _promos, "linked promos": _linked_promos, "table": _tabled,
    "brief": _brief, "one paragraph": _one_paragraph, "long read": _long, "many comments": _talked_about,
    "long teasers": _long_teasers, "fact box": _boxed, "pull quote": _pulled, "newsletter": _newsletter, "plain": _plain,
    "press release": _release, "paywall": _walled, "gallery": _gallery, "quotations": _quoted, "script": _script_heavy,
    "ranking": _ranked, "end matter": _end_matter, "listed links": _listed_links, "ticker": _ticker,
    "sponsored": _sponsored, "timeline": _timeline, "definitions": _definition, "linked words": _linked_words,
}  # fmt: skip
