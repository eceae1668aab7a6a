from __future__ import annotations

import pytest

from recon import units
from recon.units import datafile

LEXICON = units.lexicon()
EVERY = sorted(
    {(u.expression, u.kind) for forms in (LEXICON.words, LEXICON.signs, LEXICON.currency_signs) for u in forms.values()}
)
ALTERNATIVES = sorted(
    {
        a
        for forms in (LEXICON.words, LEXICON.signs, LEXICON.currency_signs)
        for u in forms.values()
        for a in u.alternatives
    }
)
DIMENSIONS = {
    "length": "meter",
    "area": "meter ** 2",
    "volume": "liter",
    "mass": "kilogram",
    "speed": "meter / second",
    "duration": "second",
    "energy": "joule",
    "power": "watt",
    "pressure": "pascal",
    "information": "bit",
    "frequency": "hertz",
    "percent": "percent",
    "points": "percentage_point",
}


@pytest.mark.parametrize(("expression", "kind"), EVERY)
def test_the_registry_reads_every_unit(expression: str, kind: str) -> None:
    quantity = units.registry().Quantity(1, expression)
    assert quantity.magnitude == 1
    if kind in DIMENSIONS and "/ second" not in expression:
        assert units.compatible(expression, DIMENSIONS[kind])


@pytest.mark.parametrize("expression", ALTERNATIVES)
def test_the_registry_reads_every_alternative(expression: str) -> None:
    assert units.registry().Quantity(1, expression).magnitude == 1


@pytest.mark.parametrize(
    "expression",
    ["delta_degree_Celsius", "delta_degree_Fahrenheit", "USD / month", "barrel / day", "percent / year",
     "microgram / meter ** 3", "meter ** 3 / second", "USD / foot ** 2", "EUR / watt_hour"],
)  # fmt: skip
def test_the_registry_reads_changes_of_temperature_and_rates(expression: str) -> None:
    assert units.registry().Quantity(1, expression).magnitude == 1


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1, "mile", "kilometer", 1.609344),
        (6500, "kilometer", "mile", 4038.9127),
        (1, "foot", "inch", 12),
        (1, "nautical_mile", "meter", 1852),
        (1, "acre", "hectare", 0.40468564),
        (1, "mile ** 2", "kilometer ** 2", 2.58998811),
        (1, "gallon", "liter", 3.785411784),
        (1, "imperial_gallon", "liter", 4.54609),
        (1, "barrel", "gallon", 42),
        (1, "barrel / day", "liter / day", 158.987294928),
        (1, "pound", "kilogram", 0.45359237),
        (1, "stone", "pound", 14),
        (1, "ton", "pound", 2000),
        (1, "long_ton", "pound", 2240),
        (1, "metric_ton", "kilogram", 1000),
        (1, "kiloton", "metric_ton", 1000),
        (1, "troy_ounce", "gram", 31.1034768),
        (60, "mile / hour", "kilometer / hour", 96.56064),
        (1, "knot", "kilometer / hour", 1.852),
        (41, "degree_Celsius", "degree_Fahrenheit", 105.8),
        (-40, "degree_Fahrenheit", "degree_Celsius", -40),
        (0, "degree_Celsius", "kelvin", 273.15),
        (1.5, "delta_degree_Celsius", "delta_degree_Fahrenheit", 2.7),
        (1, "psi", "pascal", 6894.757),
        (1, "kilowatt_hour", "megajoule", 3.6),
        (1, "horsepower", "watt", 745.69987),
        (1, "kiloton_TNT", "joule", 4.184e12),
        (25, "basis_point", "percentage_point", 0.25),
        (2, "fortnight", "day", 28),
        (1, "century", "year", 100),
        (1, "decade", "year", 10),
        (1, "terabyte", "gigabyte", 1000),
        (1, "byte", "bit", 8),
        (1, "carat", "gram", 0.2),
        (3000, "USD / month", "USD / year", 36_000),
        (1, "part_per_million", "part_per_billion", 1000),
        (90, "revolutions_per_minute", "hertz", 1.5),
        (1, "kilometer/hour", "meter / second", 1 / 3.6),
        (1, "meter**2", "centimeter ** 2", 10_000),
        (1, "millinewton", "newton", 0.001),
        (2, "degree_Celsius / hour", "delta_degree_Fahrenheit / hour", 3.6),
    ],
)
def test_conversions(value: float, source: str, target: str, expected: float) -> None:
    assert units.convert(value, source, target) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mile", "kilometer", True),
        ("mile", "mile", True),
        ("mile / hour", "knot", True),
        ("foot ** 2", "acre", True),
        ("cup", "liter", True),
        ("", "", True),
        ("", "mile", False),
        ("USD", "", False),
        ("USD", "EUR", False),
        ("USD / month", "EUR / month", False),
        ("USD / month", "USD / year", True),
        ("percent", "percentage_point", False),
        ("basis_point", "percentage_point", True),
        ("pound", "GBP", False),
        ("mile", "mile ** 2", False),
        ("kilogram", "meter", False),
        ("degree_Celsius", "degree_Fahrenheit", True),
        ("kiloton", "kiloton_TNT", False),
        ("ounce", "fluid_ounce", False),
        ("watt", "watt_hour", False),
        ("year", "day", True),
        ("degree", "percent", False),
        ("bit", "percent", False),
    ],
)
def test_what_measures_the_same(one: str, other: str, same: bool) -> None:
    assert units.compatible(one, other) is same
    assert units.compatible(other, one) is same


@pytest.mark.parametrize("expression", ["", "mile"])
def test_an_unknown_unit_is_compatible_with_itself_alone(expression: str) -> None:
    assert not units.compatible("frobnitz", expression)


@pytest.mark.parametrize(
    ("source", "target"), [("mile", "kilogram"), ("USD", "EUR"), ("frobnitz", "mile"), ("mile", "frobnitz")]
)
def test_what_does_not_convert_is_a_value_error_of_one_line(source: str, target: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        units.convert(1, source, target)


@pytest.mark.parametrize(("value", "source", "target", "exact"), [
    (36, "inch", "foot", 3), (3, "foot", "inch", 36), (41, "degree_Celsius", "degree_Fahrenheit", 105.8),
    (180, "second", "minute", 3), (7, "day", "week", 1), (90, "kilometer / hour", "meter / second", 25),
])  # fmt: skip
def test_a_number_keeps_its_last_digit(value: float, source: str, target: str, exact: float) -> None:
    assert units.convert(value, source, target) == exact


@pytest.mark.parametrize(
    "expression", ["mile **", "** 2", "mile / 0", "mile; day", "mile()", "9e9999", "mile " * 200, "2 ** 99999"]
)
def test_what_is_no_expression_of_units_is_refused(expression: str) -> None:
    assert not units.compatible(expression, "mile")


def test_each_currency_is_a_dimension_of_its_own() -> None:
    codes = sorted(units.currency_codes(units.lexicon()))
    assert {"USD", "EUR", "GBP", "JPY", "INR", "CNY", "CHF"} <= set(codes)
    assert all(len(code) == 3 and code.isupper() for code in codes)
    dimensions = {code: str(units.registry().Quantity(1, code).dimensionality) for code in codes}
    assert len(set(dimensions.values())) == len(codes)


@pytest.mark.parametrize(
    ("written", "expression"),
    [
        ("mile", "mile"), ("miles", "mile"), ("feet", "foot"), ("inches", "inch"), ("square miles", "mile ** 2"),
        ("sq ft", "foot ** 2"), ("cubic metres", "meter ** 3"), ("cu yd", "yard ** 3"), ("tonnes", "metric_ton"),
        ("kilos", "kilogram"), ("centuries", "century"), ("stone", "stone"), ("per cent", "percent"),
        ("percentage points", "percentage_point"), ("basis point", "basis_point"),
        ("degrees celsius", "degree_Celsius"), ("dollars", "USD"), ("pounds sterling", "GBP"), ("swiss francs", "CHF"),
        ("yen", "JPY"), ("kronor", "SEK"), ("horsepower", "horsepower"), ("light years", "light_year"),
        ("pounds per square inch", "psi"),
    ],
)  # fmt: skip
def test_words_of_the_lexicon(written: str, expression: str) -> None:
    forms = {" ".join(form.replace("-", " ").split()): unit for form, unit in LEXICON.words.items()}
    assert forms[written].expression == expression


@pytest.mark.parametrize(
    ("sign", "expression"),
    [
        ("km", "kilometer"), ("km²", "kilometer ** 2"), ("m3", "meter ** 3"), ("ft", "foot"), ("kg", "kilogram"),
        ("mph", "mile / hour"), ("km/h", "kilometer / hour"), ("%", "percent"), ("°C", "degree_Celsius"),
        ("°F", "degree_Fahrenheit"), ("kWh", "kilowatt_hour"), ("MW", "megawatt"), ("mW", "milliwatt"),
        ("GB", "gigabyte"), ("Gb", "gigabit"), ("bps", "basis_point"), ("EUR", "EUR"),
    ],
)  # fmt: skip
def test_signs_of_the_lexicon(sign: str, expression: str) -> None:
    assert LEXICON.signs[sign].expression == expression


def test_hundredths_of_a_currency_bring_their_factor() -> None:
    assert (LEXICON.words["cents"].expression, LEXICON.words["cents"].factor) == ("USD", 0.01)
    assert (LEXICON.words["pence"].expression, LEXICON.words["pence"].factor) == ("GBP", 0.01)
    assert (LEXICON.signs["p"].expression, LEXICON.signs["p"].factor) == ("GBP", 0.01)


def test_no_form_of_the_data_file_is_given_to_two_units() -> None:
    seen: dict[str, str] = {}
    twice = []
    for line in datafile.lines():
        for form in [*(name.partition("/")[0] for name in line.words.split()), *line.signs.split()]:
            twice += [(form, line.unit, seen[form])] if seen.get(form, line.unit) != line.unit else []
            seen[form] = line.unit
    assert not twice


def test_the_lexicon_and_the_registry_are_made_once() -> None:
    assert units.lexicon() is units.lexicon()
    assert units.registry() is units.registry()
