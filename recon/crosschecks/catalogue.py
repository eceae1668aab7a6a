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

Neither rounding nor the words around the two numbers leave room for both. It is told where one origin gave both, where
one slip of the digits makes the one of the other, or where two articles were above the number already. What may
explain it is named where the claims themselves tell of it: a revision, digits that slipped, another scope, another
office. Where the sentence itself speaks of a revision it is a note. Passed over are parts, patients still in hospital,
what was added on a day, another place or happening, and a number that was in print before.""",
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
to go beyond. Early totals climb steeply; one that has crept for days does not, unless a digit slipped or the count took
in another place. Passed over is what was feared, and what is of another place, happening or time.""",
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

The finding stands at the first count from that day on. A forecast without a day, or told on the day, is not judged;
one that is off by a twentieth is met, what "could" come may stay below, and more on a later day is no miss until it is
half as much again.""",
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

Only origins with a name of their own are judged ("officials" are many), and only claims that do not date the number
themselves, in articles that do not give the newer number too.""",
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

The reading that was changed, fetched or published last is taken for the newer. The number that is gone and the one that
came are of one status, place and measure.""",
    ok="""The Courier, 2031-03-04, example.org/flood: The flood in Varn killed 42 people, police said.

The Courier, 2031-03-05, example.org/flood-2: The flood in Varn killed 51 people, police said.""",
    not_ok="""The Courier, 2031-03-04, example.org/flood: The flood in Varn killed 42 people, police said.

The Courier, 2031-03-05, example.org/flood: The flood in Varn killed 51 people, police said.""",
)
RIVALS = CrossRule(
    code="RC406",
    name="rival-origins",
    severity="warning",
    meaning="""The numbers of two named origins, independent of each other, cannot both be right.

They are the newest of the two, or stand side by side in an article. Each is given with its chain, from the outlet to
the origin. What each has done itself ("had rescued 44"), a spokesman and the body spoken for, a timeline's entries, and
higher news of the same day are no rivals.""",
    ok="""The Courier, 2031-03-04: At least 40 people were killed in Varn, police said.

Coastal Radio, 2031-03-05: The flood in Varn killed 42 people, the Red Cross said.""",
    not_ok="""The Courier, 2031-03-04: The flood in Varn killed 61 people, the Red Cross said.

Coastal Radio, 2031-03-05: The flood in Varn killed 42 people, police said.""",
)

RULES: tuple[CrossRule, ...] = (FALLS, JUMPS, MISSED, STALE, CHANGED, RIVALS)
CODES = frozenset(rule.code for rule in RULES)
