"""What a news site puts around an article, which is most of its page: a made-up page as large as those that are saved.

The bare pages of `benchmarks.webpages` are 3 KB, and those of news sites 50 to 300: styles, scripts and the site's state
as JSON, data for search engines, menus, rails of other stories with their pictures, places for advertisements, a site
map. All of that is read before the article is found, and none of it shows a number that is not in `WebPage.numbers`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

from benchmarks.webpages import Pen, WebPage, pages

SECTIONS = (
    "World", "Politics", "Business", "Markets", "Technology", "Science", "Health", "Climate", "Culture", "Books",
    "Film", "Music", "Food", "Travel", "Sport", "Football", "Cricket", "Rugby", "Tennis", "Opinion", "Letters", "Video",
)  # fmt: skip
PROPERTIES = ("color", "margin", "padding", "font-size", "line-height", "border-bottom", "background", "max-width")
CALLS = ("track", "render", "observe", "hydrate", "subscribe", "defer", "schedule", "measure")
QUIET = (
    "Few people in {place} had expected it, and fewer still had made ready for what would follow in the days after. The river has always been part of the town, said {person}, whose family has kept a shop by the bridge for generations.",
    "The minister is expected to visit the region later this week, together with members of the opposition who have long asked for better protection of the coast. A spokesman would not say whether new money would be promised there.",
    "“You learn to live with it, and then comes a night like this,” {person} said, and pointed to where the garden had been. Neighbours brought blankets and soup, and the church left its doors open until the morning after.",
)
"""Paragraphs without a number, as most of a report is."""
MOST_QUIET = 3
"""So many of them behind a plain paragraph at most."""
UNDATED = 0.05
"""The part of the pages whose data names no day of publication, so that it is looked for in the text."""


def dressed_pages(seed: int = 1, each: int = 4) -> Iterator[WebPage]:
    """The pages of `benchmarks.webpages`, each as its site would send it."""
    for index, page in enumerate(pages(seed, each)):
        yield dressed(page, Random(f"dress-{seed}-{index}"))


def dressed(page: WebPage, rng: Random) -> WebPage:
    """A page with all that surrounds it; the same numbers as before, and those of the stories beside it."""
    used = {int(number.replace(",", "")) for numbers in page.numbers.values() for number in numbers}
    pen = Pen(rng=rng, numbers={kind: list(numbers) for kind, numbers in page.numbers.items()}, used=used)
    site = pen.name()
    bare_head, _, rest = page.markup.partition("</head><body>")
    article, _, end = rest.rpartition("</body>")
    size = rng.lognormvariate(0, 0.5)
    head = bare_head + _head(pen, site, size)
    before = f'<body class="page page--article theme-light">{_masthead(pen, site)}{_slot(pen, "leaderboard")}'
    behind = "".join(_rail(pen, rng.randrange(4, 11)) for _ in range(rng.randrange(2, 6)))
    foot = f"{behind}{_site_map(site)}{_state(pen, size)}{_scripts(pen, rng.randrange(2, 6))}</body>"
    markup = f"{head}</head>{before}{_told_at_length(pen, article)}{foot}{end}"
    return WebPage(design=page.design, markup=markup, numbers={kind: tuple(all_) for kind, all_ in pen.numbers.items()})


def _head(pen: Pen, site: str, size: float) -> str:
    dated = pen.rng.random() >= UNDATED
    moment = f"2031-05-{pen.rng.randrange(10, 29)}T{pen.rng.randrange(10, 24)}:30:00+01:00"
    address = f"https://www.{site.lower()}.example/{_slug(pen)}/{_slug(pen)}-{_slug(pen)}"
    told = {
        "og:type": "article",
        "og:url": address,
        "og:site_name": f"{site} Post",
        "twitter:card": "summary_large_image",
    }
    told |= {"article:published_time": moment, "article:modified_time": moment} if dated else {}
    told |= {
        f"{owner}:{key}": _slug(pen) for owner in ("fb", "al", "parsely", "cXense", "brightspot") for key in CALLS[:4]
    }
    metas = "\n".join(f'<meta property="{key}" content="{value}">' for key, value in told.items())
    links = "\n".join(
        f'<link rel="{pen.rng.choice(("preload", "icon", "alternate", "dns-prefetch"))}" href="/static/{_slug(pen)}.{end}" as="{end}">'
        for end in ("js", "css", "woff2", "png", "xml") * 4
    )
    linked = {
        "@context": "https://schema.org", "@type": "NewsArticle", "mainEntityOfPage": address, "isAccessibleForFree": True,
        "image": [{"@type": "ImageObject", "url": f"/i/{_slug(pen)}.jpg", "width": wide} for wide in (320, 640, 1280, 2048)],
        "author": [{"@type": "Person", "name": f"{pen.name()} {pen.name()}", "url": f"/by/{_slug(pen)}"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": f"{site} Post", "logo": {"@type": "ImageObject", "url": "/l.png"}},
        "keywords": [_slug(pen) for _ in range(12)],
    } | ({"datePublished": moment, "dateModified": moment} if dated else {})  # fmt: skip
    data = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    style = f"<style>{''.join(_rule(pen) for _ in range(int(250 * size)))}</style>"
    return f"\n{metas}\n{links}\n{data}\n{style}{_scripts(pen, 4)}"


def _masthead(pen: Pen, site: str) -> str:
    sections = "".join(
        f'<li class="menu__item" data-track="nav|{name}"><a class="menu__link" href="/{name.lower()}">{_icon(pen)}<span>{name}</span></a>'
        f'<ul class="menu__sub">{"".join(_entry(pen) for _ in range(6))}</ul></li>'
        for name in SECTIONS
    )
    return (
        f'<div class="skip"><a href="#main">Skip to content</a></div><header class="masthead"><a class="logo" href="/">{_icon(pen)}'
        f'<span class="sr-only">{site} Post</span></a><nav class="menu" aria-label="Sections"><ul>{sections}</ul></nav>'
        f'<form class="search" action="/search"><input name="q" placeholder="Search"><button>{_icon(pen)}</button></form></header>'
    )


def _entry(pen: Pen) -> str:
    name = pen.name()
    return f'<li class="menu__leaf"><a href="/{name.lower()}" data-link-name="{_slug(pen)}">{name}</a></li>\n'


def _rail(pen: Pen, count: int) -> str:
    cards = "".join(
        f'<li class="card card--{pen.rng.choice(("small", "wide"))}" data-id="{_slug(pen)}"><a class="card__link" href="/{_slug(pen)}/{_slug(pen)}">'
        f'<picture><source srcset="{_pictures(pen)}" media="(min-width: 740px)"><img class="card__image" loading="lazy" alt="" src="/i/{_slug(pen)}.jpg"></picture>'
        f'<h3 class="card__title"><span class="card__kicker">{pen.rng.choice(SECTIONS)}</span> {one}</h3></a>'
        f'<div class="card__meta"><span class="byline">{pen.name()} {pen.name()}</span><button class="save">{_icon(pen)}</button></div></li>\n'
        for one in pen.teasers(count)
    )
    name = pen.rng.choice(("related-stories", "most-read", "recommended", "more-from-section"))
    return f'<section class="rail {name}" data-component="rail"><h2 class="rail__title">{pen.rng.choice(SECTIONS)}</h2><ul>{cards}</ul></section>{_slot(pen, "rail")}'


def _site_map(site: str) -> str:
    columns = "".join(f'<li class="footer__item"><a href="/{name.lower()}">{name}</a></li>' for name in SECTIONS * 3)
    legal = "".join(
        f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Terms", "Privacy", "Cookies", "Contact")
    )
    return (
        f'<footer class="footer"><ul class="footer__links">{columns}</ul><ul>{legal}</ul><p>© {site} Post</p></footer>'
    )


def _told_at_length(pen: Pen, article: str) -> str:
    """The article with more between its plain paragraphs: what has no number, and places for advertisements."""
    first, *parts = article.split("</p>\n<p>")
    most = pen.rng.randrange(MOST_QUIET + 1)
    for index, part in enumerate(parts):
        quiet = "".join(
            f"<p>{pen.filled(one, 'paragraph')}</p>\n" for one in pen.rng.sample(QUIET, pen.rng.randint(0, most))
        )
        first += f"</p>\n{quiet}{_slot(pen, 'inline') if index % 3 == 2 else ''}<p>{part}"
    return first


def _slot(pen: Pen, where: str) -> str:
    sizes = json.dumps([[320, 50], [728, 90], [970, 250]])
    return f'<div class="ad-slot ad-slot--{where}" id="dfp-{_slug(pen)}" data-sizes="{sizes}" aria-hidden="true"><div class="ad-slot__label"></div></div>'


def _state(pen: Pen, size: float) -> str:
    """What a site's own script draws the page from once more: hundreds of small objects."""
    nodes = [
        {"id": _slug(pen), "type": "card", "href": f"/{_slug(pen)}/{_slug(pen)}", "kicker": pen.rng.choice(SECTIONS),
         "headline": f"{pen.name()} and {pen.name()} agree on a new {pen.rng.choice(SECTIONS).lower()} council",
         "image": {"src": f"/i/{_slug(pen)}.jpg", "width": 1280, "height": 720, "alt": ""}, "flags": [True, False, None]}
        for _ in range(int(120 * size))
    ]  # fmt: skip
    return f'<script id="__STATE__">window.__STATE__ = {json.dumps({"page": nodes})};</script>'


def _scripts(pen: Pen, count: int) -> str:
    return "\n".join(f"<script>(function(w,d){{{_lines(pen)}}})(window,document);</script>" for _ in range(count))


def _lines(pen: Pen) -> str:
    return "".join(
        f'if(w.{name}&&w.{name}.length<{pen.rng.randrange(90)}){{d.querySelector(".{_slug(pen)}").{pen.rng.choice(CALLS)}("{_slug(pen)}",function(e){{return e&&e.{name}}});}}'
        for name in (_slug(pen).replace("-", "_") for _ in range(25))
    )


def _rule(pen: Pen) -> str:
    said = ";".join(f"{name}:{pen.rng.randrange(40)}px" for name in pen.rng.sample(PROPERTIES, 3))
    return f".{_slug(pen)} .{_slug(pen)}:hover,.{_slug(pen)}>a{{{said}}}\n"


def _icon(pen: Pen) -> str:
    path = " ".join(f"{pen.rng.choice('MLCZ')}{pen.rng.randrange(24)}.{pen.rng.randrange(10)}" for _ in range(12))
    return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"></path></svg>'


def _pictures(pen: Pen) -> str:
    name = _slug(pen)
    return ", ".join(
        f"https://i.cdn.example/{name}.jpg?width={wide}&amp;quality=85 {wide}w" for wide in (140, 300, 460, 620, 940)
    )


def _slug(pen: Pen) -> str:
    return f"{pen.name()}-{pen.name()}".lower()
