"""The rules across documents, RC4xx, as data: what each is called, finds, and passes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from recon.model import Document, Severity

LINE = re.compile(r"(?P<outlet>[^,:]+), (?P<day>\d{4}-\d\d-\d\d)(?:, (?P<url>\S+))?: (?P<text>.*)")
"""An article of an example: "The Courier, 2031-03-04: …"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CrossRule:
    """A code, and two examples of articles, a paragraph each: in `not_ok` it finds something, in `ok` it does not."""

    code: str
    name: str
    severity: Severity
    meaning: str
    ok: str
    not_ok: str


def example(articles: str) -> tuple[Document, ...]:
    """The articles of an example as documents."""
    read = (LINE.fullmatch(line) for line in articles.splitlines())
    return tuple(
        Document(
            id=f"{number}.txt",
            text=one["text"],
            publisher=one["outlet"],
            published=dt.date.fromisoformat(one["day"]),
            url=one["url"] or "",
        )
        for number, one in enumerate(filter(None, read), 1)
    )


FALLS = CrossRule(
    code="RC401",
    name="falling-total",
    severity="warning",
    meaning="""A total that only grows, such as the dead or the houses destroyed, is lower than on an earlier day.

Neither rounding nor the words around the two numbers leave room for both. What may explain it is named where the
claims themselves tell of it: a revision, digits that slipped, another scope, another office. A number that had been
printed before is a repeat and no fall; one less than a fifth of the other, or of another place, counts otherwise.""",
    ok="""The Courier, 2031-03-04: The flood in Varn killed 42 people, police said.

Coastal Radio, 2031-03-05: The flood in Varn killed 51 people, police said.""",
    not_ok="""The Courier, 2031-03-04: The flood in Varn killed 42 people, police said.

Coastal Radio, 2031-03-05: The flood in Varn killed 24 people, police said.""",
)
JUMPS = CrossRule(
    code="RC402",
    name="jump-beyond-pace",
    severity="warning",
    meaning="""A total is three times the last one or more, and that step is four times as long as any before it.

Steps are measured in logarithms between one new high and the next, and two must have been taken before there is a pace
to go beyond. Early totals climb steeply; one that has crept for days does not, unless a digit slipped.""",
    ok="""The Courier, 2031-03-04: The flood in Varn killed 40 people, police said.

The Courier, 2031-03-05: The flood in Varn killed 44 people, police said.

The Courier, 2031-03-06: The flood in Varn killed 47 people, police said.

Coastal Radio, 2031-03-07: The flood in Varn killed 51 people, police said.""",
    not_ok="""The Courier, 2031-03-04: The flood in Varn killed 40 people, police said.

The Courier, 2031-03-05: The flood in Varn killed 44 people, police said.

The Courier, 2031-03-06: The flood in Varn killed 47 people, police said.

Coastal Radio, 2031-03-07: The flood in Varn killed 510 people, police said.""",
)
MISSED = CrossRule(
    code="RC403",
    name="missed-forecast",
    severity="warning",
    meaning="""A forecast came due, and nothing counted in the fortnight from its day on is within it.

The finding stands at the first count from that day on. A forecast without a day, or told on the day, is not judged.""",
    ok="""The Courier, 2031-03-04: Some 5,000 troops will arrive in Varn by March 6, the ministry said.

Coastal Radio, 2031-03-07: About 5,000 troops have arrived in Varn, the ministry said.""",
    not_ok="""The Courier, 2031-03-04: Some 5,000 troops will arrive in Varn by March 6, the ministry said.

Coastal Radio, 2031-03-07: Exactly 1,200 troops have arrived in Varn, the ministry said.""",
)
STALE = CrossRule(
    code="RC404",
    name="stale-number",
    severity="warning",
    meaning="""An article gives an origin's older number, without saying so, after the origin's newer one was in print.

Only named origins are judged, and only claims that do not date the number themselves.""",
    ok="""The Courier, 2031-03-04: The flood in Varn killed 42 people, police said.

Coastal Radio, 2031-03-05: The flood in Varn killed 51 people, police said.

Varn Post, 2031-03-06: The flood in Varn killed 51 people, police said.""",
    not_ok="""The Courier, 2031-03-04: The flood in Varn killed 42 people, police said.

Coastal Radio, 2031-03-05: The flood in Varn killed 51 people, police said.

Varn Post, 2031-03-06: The flood in Varn killed 42 people, police said.""",
)
CHANGED = CrossRule(
    code="RC405",
    name="page-changed",
    severity="info",
    meaning="""Two readings of one page, by its address, give different numbers of one quantity.

The reading that was changed, fetched or published last is taken for the newer.""",
    ok="""The Courier, 2031-03-04, example.org/flood: The flood in Varn killed 42 people, police said.

The Courier, 2031-03-05, example.org/flood-2: The flood in Varn killed 51 people, police said.""",
    not_ok="""The Courier, 2031-03-04, example.org/flood: The flood in Varn killed 42 people, police said.

The Courier, 2031-03-05, example.org/flood: The flood in Varn killed 51 people, police said.""",
)
RIVALS = CrossRule(
    code="RC406",
    name="rival-origins",
    severity="warning",
    meaning="""The newest numbers of two origins cannot both be right, and neither has its number from the other.

Each is given with its chain, from the outlet to the origin.""",
    ok="""The Courier, 2031-03-04: At least 40 people were killed in Varn, police said.

Coastal Radio, 2031-03-05: The flood in Varn killed 42 people, the Red Cross said.""",
    not_ok="""The Courier, 2031-03-04: The flood in Varn killed 61 people, the Red Cross said.

Coastal Radio, 2031-03-05: The flood in Varn killed 42 people, police said.""",
)

RULES: tuple[CrossRule, ...] = (FALLS, JUMPS, MISSED, STALE, CHANGED, RIVALS)
CODES = frozenset(rule.code for rule in RULES)
