"""XR101: a sum of money converted at a rate that was not the day's."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from recon import Document, Figure, Finding
from recon_exchange_rates.days import Days, days
from recon_exchange_rates.rates import between

MARGIN = 0.03
"""Share by which a rate may miss the bank's: that is of one moment of the day, and exchanges take their part."""

_USUAL = ("EUR", "USD", "GBP", "JPY")
_NINE = re.compile(r"9(?:\.00)?$|\.9[59]$")
_DEAR = 10_000
_FAR = 40
_LONG = 300
_CUT = 0.1
"""A number is taken as cut, instead of rounded, only where that takes no more than this share of it."""
_HEDGES = (
    r"(?:(?:or|about|around|roughly|approximately|approx\.?|some|nearly|almost|over|under|just|more than|less than"
    r"|worth|equivalent to|then|at the time) ?){0,3}[~≈=]? ?"
)
_FIRST = re.compile(rf",? ?[(\[] ?{_HEDGES}|, (?=or ){_HEDGES}")
_NEXT = re.compile(rf" ?[;,:/] ?{_HEDGES}|,? or {_HEDGES}")
_END = re.compile(r" ?(?:[)\];/:,.]|or |at |in |on |$)")

_COUNTRIES = {
    "AUD": "Austral", "CAD": "Canad", "NZD": "New Zealand", "SGD": "Singapor", "HKD": "Hong Kong", "MXN": "Mexic",
    "USD": "U.S.", "CNY": "Chin", "JPY": "Japan", "SEK": "Swed", "NOK": "Norw", "DKK": "Dan", "ISK": "Iceland",
    "INR": "India", "PHP": "Philippine",
}  # fmt: skip
"""How the names of a country and its people begin, for each currency that shares its sign or name."""


@dataclass(frozen=True, kw_only=True)
class ExchangeRateMismatch:
    """Two sums side by side, and the bank's rates of their day, between which no rounding brings them together."""

    code: str = "XR101"
    name: str = "exchange-rate-mismatch"
    severity: Literal["error", "warning", "info"] = "warning"
    ok: str = "The ferry cost €2,000 ($2,190)."
    not_ok: str = "The ferry cost €2,000 ($2,560)."

    def check(self, document: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
        """Nothing is found in a document without a date, of currencies without rates, or of days without any."""
        if document.published is not None:
            for one, other in conversions(document, figures):
                if found := self._judged(document, one, other):
                    yield found

    def _judged(self, document: Document, one: Figure, other: Figure) -> Finding | None:
        known = [(when, rates) for when in days(document, _sentence(document, one))
                 if (rates := between(one.unit, other.unit, *when))]  # fmt: skip
        if not known:
            return None
        fitting = {pair for when, _ in known for pair in _fitting(one, other, when)}
        if any(
            all(_is_meant(document, *reading) for reading in zip((one, other), pair, strict=True)) for pair in fitting
        ):
            return None
        return self._finding(document, one, other, known[0], sorted(fitting))

    def _finding(
        self,
        document: Document,
        one: Figure,
        other: Figure,
        known: tuple[Days, tuple[float, float]],
        fitting: Sequence[tuple[str, str]],
    ) -> Finding:
        when, (low, high) = known
        assert one.value  # noqa: S101
        assert other.value  # noqa: S101
        there = one.value * low, one.value * high
        back = other.value / high, other.value / low
        message = (
            f'"{one.text}" is {_span(*there)} {other.unit} at the rates of {_told(when)}; the text says "{other.text}"'
        )
        if fitting:
            message += f", which is right from {fitting[0][0]} to {fitting[0][1]}"
        elif cause := _cause(one, other, (low + high) / 2, when):
            message += f"; perhaps {cause}"
        return Finding(
            code=self.code,
            name=self.name,
            severity="info" if fitting else "warning",
            doc=document.id,
            message=message,
            start=one.start,
            end=other.end,
            working=f"1 {one.unit} = {_span(low, high)} {other.unit} (European Central Bank, {_told(when)});"
            f" {other.text} / {one.text} = {_number(other.value / one.value)}",
            figures=(one.id, other.id),
            suggestion=f"{one.text} ({_number(sum(there) / 2)} {other.unit}), or"
            f" {_number(sum(back) / 2)} {one.unit} ({other.text})",
        )


def conversions(document: Document, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Sums in two currencies that brackets or an "or" set side by side; a third is set beside the first."""
    money = sorted((one for one in figures if _is_sum(one)), key=lambda one: (one.part, one.start))
    for place, one in enumerate(money):
        text, end, joint = _text(document, one), one.end, _FIRST
        for other in money[place + 1 : place + 4]:
            if other.part != one.part or not 0 < other.start - end <= _FAR:
                break
            if not joint.fullmatch(text, end, other.start) or not _END.match(text, other.end):
                break
            end, joint = other.end, _NEXT
            if other.unit != one.unit and not (_is_price(one) and _is_price(other)):
                yield one, other


def _is_price(figure: Figure) -> bool:
    """Whether the number is one that shops set: $99 and £69 are the prices of two countries, not a conversion."""
    return (figure.value or 0) < _DEAR and _NINE.search(figure.text) is not None


def _is_sum(figure: Figure) -> bool:
    return figure.kind == "money" and bool(figure.value) and figure.bound != "indefinite" and figure.unit.isalpha()


def _fitting(one: Figure, other: Figure, when: Days) -> Iterator[tuple[str, str]]:
    """The currencies that their signs may stand for, between which the two come together at a rate of those days."""
    (low, high), (bottom, top) = _left_open(one), _left_open(other)
    for source in (one.unit, *one.unit_alternatives):
        for target in (other.unit, *other.unit_alternatives):
            rates = between(source, target, *when) if source != target else None
            if rates and low * rates[0] * (1 - MARGIN) <= top and high * rates[1] * (1 + MARGIN) >= bottom:
                yield source, target


def _is_meant(document: Document, figure: Figure, currency: str) -> bool:
    """Whether a sign may stand for a currency here: the one that a reader thinks of, or one whose country is named."""
    country = _COUNTRIES.get(currency)
    places = (document.text, document.title, document.publisher)
    return currency == figure.unit or bool(country and any(country in place for place in places))


def _left_open(figure: Figure) -> tuple[float, float]:
    """What rounds or cuts to the number; a tenth more to the side that a hedge opens."""
    value = abs(figure.value or 0.0)
    digit = figure.step or 1.0
    while value >= 200 * digit and math.isclose(value / (10 * digit) % 1, 0, abs_tol=1e-9):
        digit *= 10
    under = 0.1 * value if figure.bound in {"nearly", "at_most", "less_than", "about"} else 0.0
    over = 0.1 * value if figure.bound in {"at_least", "more_than", "about"} else 0.0
    cut = digit if digit <= _CUT * value else digit / 2
    return value - digit / 2 - under, value + cut + over


def _cause(one: Figure, other: Figure, rate: float, when: Days) -> str:
    """A slip that makes the one number of the other."""
    assert one.value  # noqa: S101
    assert other.value  # noqa: S101
    printed = other.value / one.value
    for power in (10, 100, 1000, 1_000_000):
        if any(_near(printed, rate * times) for times in (power, 1 / power)):
            return f"off by a factor of {power:,}"
    if _near(printed, 1 / rate) and not _near(rate, 1):
        return "the rate was turned upside down"
    if printed == 1:
        return "the sum was not converted"
    for currency in _USUAL:
        rates = between(one.unit, currency, *when) if currency not in (one.unit, other.unit) else None
        if rates and _near(printed, sum(rates) / 2):
            return f"the number is right in {currency}, not in {other.unit}"
    return ""


def _near(printed: float, trial: float) -> bool:
    return abs(printed / trial - 1) <= MARGIN


def _text(document: Document, figure: Figure) -> str:
    return document.title if figure.part == "title" and document.title_start == 0 else document.text


def _sentence(document: Document, figure: Figure) -> str:
    start, end = max(figure.sentence_start, figure.start - _LONG), min(figure.sentence_end, figure.end + _LONG)
    return _text(document, figure)[start:end]


def _number(value: float) -> str:
    """Three significant digits, thousands set off, millions and more in words."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{_number(value / size)} {word}"
    places = max(0, 2 - math.floor(math.log10(value))) if value else 0
    return f"{float(f'{value:.2e}'):,.{places}f}"


def _span(low: float, high: float) -> str:
    lower, upper = _number(low), _number(high)
    return lower if lower == upper else f"{lower} to {upper}"


def _told(when: Days) -> str:
    return f"{when.first.isoformat()} to {when.last.isoformat()}"
