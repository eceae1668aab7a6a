"""Series and documents to try a plugin on: the plain ones, the awkward ones and the hostile ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from recon.model import Claim, Document, Series
from recon.testing import DAY, claim, document, series

LONG = 300
"""Claims of the longest series: what a great event gathers in a month."""


def _on(days: int, value: float | None, **known: object) -> Claim:
    day = DAY + dt.timedelta(days=days)
    return claim(value, **{"published": day, "as_of_start": day, "as_of_end": day, **known})


def _apart(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each in a document of its own."""
    return [
        claim(
            one.value,
            **{
                name: getattr(one, name)
                for name in (
                    "low", "high", "bound", "published", "as_of_start", "as_of_end", "status", "measure", "chain",
                    "origin", "publisher",
                )
            },
            doc=f"{number:03}.txt",
        )
        for number, one in enumerate(claims)
    ]  # fmt: skip


def sample_series() -> dict[str, Series]:
    """Series by what is awkward about them."""
    offices = ("Harbour Office", "Coastal Radio", "Red Crescent", "Mayor of Varn")
    rising = [_on(day, 10.0 + 9 * day, chain=("The Courier", offices[day % 4])) for day in range(12)]
    told = {
        "one claim": [_on(0, 12)],
        "a rising total": rising,
        "every bound": [
            _on(0, 12, bound="at_least"),
            _on(1, 20, bound="about"),
            _on(2, 30, bound="at_most"),
            _on(3, None, bound="range", low=15.0, high=40.0),
            _on(4, None, bound="indefinite", low=100.0, high=None),
            _on(5, 26, bound="nearly"),
        ],
        "four origins on one day": [
            _on(0, value, chain=("The Courier", office))
            for value, office in zip((40, 44, 40, 61), offices, strict=True)
        ],
        "no dates": [
            claim(value, published=None, as_of_start=None, as_of_end=None, as_of_basis="unknown") for value in (5, 7, 5)
        ],
        "forecasts only": [_on(0, 500, status="forecast"), _on(1, 800, status="planned")],
        "what was added and denied": [
            _on(0, 30),
            _on(1, 17, measure="increment"),
            _on(2, 90, status="denied"),
            _on(3, 41, measure="flow"),
        ],
        "nothing and less": [_on(0, 0), _on(1, -4), _on(2, 0.5)],
        "a slip of ten times": [*rising[:6], _on(6, 640), *rising[7:]],
        "numbers of every size": [_on(day, 10.0**power) for day, power in enumerate((-6, 0, 6, 12, 18))],
        f"{LONG} claims": [
            _on(number // 8, 100.0 + (number * 37) % 400, chain=("The Courier", offices[number % 4]))
            for number in range(LONG)
        ],
    }
    return {name: series(_apart(claims), key=name.replace(" ", "-")) for name, claims in told.items()}


def sample_documents() -> tuple[Document, ...]:
    """Articles, plain and hostile, each with an id of its own."""
    texts = (
        "At least 40 people died in Varn, the mayor said. The road is 6,500 kilometers (4,038 miles) long.",
        "Sales rose 12.5% to $1.3 million from $1.1m. About a dozen boats, worth €2,000 each, sank on Oct. 3.",
        "",
        "No numbers here at all.",
        "((((" * 2_000 + "12" + "))))" * 2_000,
        "1,2,3,4,5,6,7,8,9,0" * 1_000,
        "12 " * 5_000,
        "\x00\u202e\ufeff 40\u00a0000 people\r\n\r\n\U0001f30a 7 boats \ud7ff",
        "<script>alert(12)</script> {12} %s %d $name",
    )
    return tuple(document(text, id=f"{number}.txt") for number, text in enumerate(texts))
