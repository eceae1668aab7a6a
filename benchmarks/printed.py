"""Numbers as newspapers print them, each with what it says: the slots of the sentences.

Units are expressions of recon's units registry, bounds and kinds its words. The shares follow what a count of some two
thousand news articles gives: whole numbers first, then years and days, money, ranks, names with numbers, spans of time,
percentages, results of games, and a long tail of measures.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.vocabulary import MONTHS

Printed = tuple[str, float | None, float | None, float | None, str, str, str]
"""The text, value, low, high, unit, bound ("" where a hedge may set it) and kind."""
Slot = Callable[[Random], Printed]

SMALL = "two three four five six seven eight nine ten eleven twelve".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
TEN_WORDS = tuple(TENS)
SIGNS = (("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("$", "USD"), ("£", "GBP"))
CURRENCIES = (("euros", "EUR"), ("dollars", "USD"), ("pounds", "GBP"), ("yen", "JPY"), ("Swiss francs", "CHF"))
SIZES = (("m", 1e6), ("bn", 1e9), (" million", 1e6), (" billion", 1e9), ("m", 1e6))
INDEFINITE = (("Thousands", 1e3), ("Hundreds", 1e2), ("Dozens", 12.0), ("Tens of thousands", 1e4), ("Millions", 1e6))
PARTS = (("a third", 1 / 3), ("two-thirds", 2 / 3), ("three-quarters", 0.75), ("half", 0.5), ("a fifth", 0.2))
ROADS = ("Route", "Highway", "Section", "Article", "Flight", "Chapter", "Room", "Gate", "Channel", "Resolution")
RANKS = "first second third fourth fifth sixth seventh".split()


def exact(text: str, value: float, unit: str, kind: str, bound: str = "") -> Printed:
    """A single number; a bound that is given keeps hedges away."""
    return text, value, value, value, unit, bound, kind


def none(text: str, kind: str) -> Printed:
    """What is printed with digits and is no quantity."""
    return text, None, None, None, "", "exact", kind


def whole(rng: Random) -> int:
    """A whole number: mostly small, some of thousands and more, a few of them round."""
    draw = rng.random()
    if draw < 0.45:
        return int(13 + 87 * rng.random())
    if draw < 0.7:
        return int(101 + 899 * rng.random())
    if draw < 0.85:
        return 100 * int(11 + 890 * rng.random())
    return int(10 ** (3.1 + 3.3 * rng.random()))


def count(rng: Random) -> Printed:
    """'three', '48', '4,300', '1.3 million', 'twenty-five', '9m'."""
    draw = rng.random()
    if draw < 0.35:
        index = int(11 * rng.random())
        return exact(SMALL[index], index + 2, "", "count")
    if draw < 0.88:
        value = whole(rng)
        return exact(f"{value:,}", value, "", "count")
    if draw < 0.91:
        ten, one = TEN_WORDS[int(8 * rng.random())], int(8 * rng.random())
        return exact(f"{ten}-{SMALL[one]}", TENS[ten] + one + 2, "", "count")
    tenths = int(11 + 88 * rng.random())
    return exact(f"{tenths / 10:g} million", round(tenths * 1e5, 1), "", "count")


def spread(rng: Random) -> Printed:
    """'20 to 30', '20-30', 'between 20 and 30' without its first word."""
    low = 10 * int(1 + 30 * rng.random())
    high = low + 10 * int(1 + 9 * rng.random())
    joint = (" to ", "-", " to ")[int(3 * rng.random())]
    return f"{low}{joint}{high}", None, low, high, "", "range", "count"


def indefinite(rng: Random) -> Printed:
    """'Thousands', 'Dozens'."""
    text, low = INDEFINITE[int(len(INDEFINITE) * rng.random())]
    return text, None, low, None, "", "indefinite", "count"


def money(rng: Random) -> Printed:
    """'£2.3bn', '$14 million', '€40,000', '£12.50', '300m euros'."""
    draw = rng.random()
    if draw < 0.6:
        text, value = _large(rng)
    elif draw < 0.85:
        value = whole(rng)
        text = f"{value:,.0f}"
    else:
        text = f"{0.5 + 99 * rng.random():.2f}"
        value = float(text)
    if rng.random() < 0.85:
        sign, unit = SIGNS[int(5 * rng.random())]
        return exact(sign + text, value, unit, "money")
    word, unit = CURRENCIES[int(5 * rng.random())]
    return exact(f"{text} {word}", value, unit, "money")


def percent(rng: Random) -> Printed:
    """'76%', '3.5%', '12 per cent'."""
    value = int(2 + 97 * rng.random()) if rng.random() < 0.6 else int(1 + 300 * rng.random()) / 10
    word = ("%", "%", "%", "%", " percent", " per cent")[int(6 * rng.random())]
    return exact(f"{value:g}{word}", value, "percent", "percent")


def measure(kind: str, *units: tuple[str, str], low: int, high: int, decimals: float = 0.2) -> Slot:
    """A slot of a kind: a number in between with a unit as printed (" km", "-mile") and as recon says it."""

    def slot(rng: Random) -> Printed:
        text, unit = units[int(len(units) * rng.random())]
        value: float = int(low + (high - low) * rng.random())
        if rng.random() < decimals and text[0] != "-":
            value += int(1 + 9 * rng.random()) / 10
        return exact(f"{value:,g}{text}" if value < 1e5 else f"{value:,.0f}{text}", value, unit, kind)

    return slot


def duration(rng: Random) -> Printed:
    """'three months', '18 years'."""
    unit = ("year", "month", "week", "day", "hour", "minute")[int(6 * rng.random())]
    if rng.random() < 0.5:
        index = int(11 * rng.random())
        return exact(f"{SMALL[index]} {unit}s", index + 2, unit, "duration")
    value = int(13 + 77 * rng.random())
    return exact(f"{value} {unit}s", value, unit, "duration")


def ratio(rng: Random) -> Printed:
    """'a third', 'one in five'."""
    if rng.random() < 0.3:
        index = int(1 + 9 * rng.random())
        return exact(f"one in {SMALL[index]}", 1 / (index + 2), "", "ratio", "exact")
    text, value = PARTS[int(5 * rng.random())]
    return exact(text, value, "", "ratio", "exact")


def pay(rng: Random) -> Printed:
    """'$2,000 a month'."""
    sign, unit = SIGNS[int(5 * rng.random())]
    value, per = 10 * int(30 + 270 * rng.random()), ("month", "week", "year")[int(3 * rng.random())]
    return exact(f"{sign}{value:,} a {per}", value, f"{unit} / {per}", "rate")


def output(rng: Random) -> Printed:
    """'40,000 barrels a day'."""
    value = 1000 * int(12 + 880 * rng.random())
    return exact(f"{value:,} barrels a day", value, "barrel / day", "rate")


def year(rng: Random) -> Printed:
    """'2003'."""
    return none(str(int(1931 + 94 * rng.random())), "date")


def day(rng: Random) -> Printed:
    """'14 May 2004', 'March 3'."""
    month, number = MONTHS[int(12 * rng.random())], int(1 + 28 * rng.random())
    text = (f"{number} {month}", f"{month} {number}", f"{number} {month} {int(1990 + 35 * rng.random())}")
    return none(text[int(3 * rng.random())], "date")


def rank(rng: Random) -> Printed:
    """'third', '21st'."""
    if rng.random() < 0.7:
        return none(RANKS[int(7 * rng.random())], "ordinal")
    number = int(4 + 90 * rng.random())
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return none(f"{number}{ending}", "ordinal")


def name(rng: Random) -> Printed:
    """'Route 66', 'Section 12': the span is the number's."""
    return none(str(int(2 + 900 * rng.random())), "identifier")


def score(rng: Random) -> Printed:
    """'3-1', '24-17'."""
    most = 5 if rng.random() < 0.6 else 40
    return none(f"{int(1 + most * rng.random())}-{int(most * rng.random())}", "score")


def clock(rng: Random) -> Printed:
    """'6:30 a.m.', '18:45'."""
    minute = 5 * int(12 * rng.random())
    if rng.random() < 0.5:
        return none(f"{int(1 + 12 * rng.random())}:{minute:02} {'ap'[int(2 * rng.random())]}.m.", "time")
    return none(f"{int(13 + 10 * rng.random())}:{minute:02}", "time")


def _large(rng: Random) -> tuple[str, float]:
    tenths = int(11 + 989 * rng.random())
    if rng.random() < 0.4:
        tenths = 10 * (tenths // 10 or 1)
    word, size = SIZES[int(5 * rng.random())]
    return f"{tenths / 10:g}{word}", round(tenths * size / 10, 1)


SLOTS: dict[str, Slot] = {
    "count": count,
    "spread": spread,
    "indefinite": indefinite,
    "money": money,
    "percent": percent,
    "points": measure("points", (" percentage points", "percentage_point"), low=2, high=12),
    "duration": duration,
    "span": measure(
        "duration", ("-year", "year"), ("-day", "day"), ("-hour", "hour"), ("-minute", "minute"), low=2, high=60
    ),
    "age": measure("age", ("", "year"), low=18, high=90, decimals=0),
    "aged": measure("age", ("-year-old", "year"), low=18, high=90, decimals=0),
    "length": measure(
        "length",
        (" miles", "mile"),
        (" km", "kilometer"),
        (" kilometres", "kilometer"),
        (" metres", "meter"),
        ("km", "kilometer"),
        (" feet", "foot"),
        ("-mile", "mile"),
        low=3,
        high=900,
    ),
    "area": measure(
        "area", (" hectares", "hectare"), (" acres", "acre"), (" square miles", "mile ** 2"), low=12, high=900
    ),
    "mass": measure(
        "mass", (" tonnes", "metric_ton"), (" kg", "kilogram"), (" kilograms", "kilogram"), low=20, high=900
    ),
    "volume": measure(
        "volume", (" litres", "liter"), (" gallons", "gallon"), (" cubic metres", "meter ** 3"), low=20, high=900
    ),
    "speed": measure(
        "speed",
        (" mph", "mile / hour"),
        (" km/h", "kilometer / hour"),
        (" kilometres per hour", "kilometer / hour"),
        low=60,
        high=240,
    ),
    "temperature": measure(
        "temperature",
        ("°C", "degree_Celsius"),
        (" degrees Celsius", "degree_Celsius"),
        ("°F", "degree_Fahrenheit"),
        low=21,
        high=44,
    ),
    "information": measure(
        "information", ("GB", "gigabyte"), (" megabytes", "megabyte"), ("MB", "megabyte"), low=2, high=600
    ),
    "power": measure(
        "power", (" megawatts", "megawatt"), (" kilowatts", "kilowatt"), ("MW", "megawatt"), low=2, high=900
    ),
    "pay": pay,
    "output": output,
    "ratio": ratio,
    "year": year,
    "day": day,
    "rank": rank,
    "name": name,
    "score": score,
    "clock": clock,
}
