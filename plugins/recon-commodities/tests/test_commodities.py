import pytest
from recon_commodities import UNITS, recon_units

from recon import units
from recon.checks import BUILTIN
from recon.testing import figures, findings

KNOWN = units.lexicon().extended(define=UNITS)


def test_the_hook_declares_them():
    assert recon_units() == UNITS


@pytest.mark.parametrize(
    ("unit", "in_unit", "factor"),
    [
        ("bushel_of_wheat", "metric_ton", 1 / 36.7437),
        ("bushel_of_soybeans", "kilogram", 27.2155),
        ("bushel_of_corn", "metric_ton", 1 / 39.3680),
        ("bushel_of_barley", "metric_ton", 1 / 45.9296),
        ("bushel_of_oats", "metric_ton", 1 / 68.8944),
        ("bale_of_cotton", "kilogram", 217.724),
        ("bag_of_coffee", "pound", 132.277),
        ("cord_of_wood", "meter ** 3", 3.62456),
        ("billion_cubic_feet", "billion_cubic_meters", 0.0283168),
        ("trillion_cubic_feet", "billion_cubic_feet", 1000),
        ("thousand_cubic_feet", "foot ** 3", 1000),
        ("million_btu", "megawatt_hour", 0.293071),
        ("tonne_of_oil_equivalent", "million_btu", 39.683),
        ("barrel_of_oil_equivalent", "gigajoule", 6.1193),
        ("forty_foot_equivalent", "twenty_foot_equivalent", 2),
    ],
)
def test_each_is_what_the_trade_says(unit, in_unit, factor):
    with units.using(KNOWN):
        assert units.convert(1, unit, in_unit) == pytest.approx(factor, rel=1e-4)


def test_every_unit_is_tested_or_measures_itself():
    assert len(UNITS) == 17
    with units.using(KNOWN):
        assert not units.compatible("twenty_foot_equivalent", "meter ** 3")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The ship carried 5,000 TEUs.", ("5,000 TEUs", 5000, "twenty_foot_equivalent")),
        (
            "The port moved 24,000 twenty-foot equivalent units.",
            ("24,000 twenty-foot equivalent units", 24000, "twenty_foot_equivalent"),
        ),
        ("Farmers sold 3 million bushels of corn.", ("3 million bushels of corn", 3e6, "bushel_of_corn")),
        ("Exports hit 12.5 Bcf last week.", ("12.5 Bcf", 12.5, "billion_cubic_feet")),
        ("Gas sold at $3.10 per MMBtu.", ("$3.10 per MMBtu", 3.1, "USD / million_btu")),
        ("The silo holds 40 bushels.", ("40 bushels", 40, "bushel")),
    ],
)
def test_articles_are_read(text, read):
    [figure] = figures(text, UNITS)
    assert (figure.text, figure.value, figure.unit) == read


def test_conversions_are_checked():
    [mismatch] = [check for check in BUILTIN if check.code == "RC101"]
    assert findings(mismatch, "The mill bought 100 bushels of wheat (2.7 metric tons).", UNITS) == ()
    [finding] = findings(mismatch, "The mill bought 100 bushels of wheat (3.7 metric tons).", UNITS)
    assert "the first is 2.7 t" in finding.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill bought 100 bushels of wheat, or 2.7 tonnes, of it.", False),
        ("The mill bought 100 bushels of wheat, or 3.7 tonnes, of it.", True),
        ("The mill bought 100 bushels of corn/2.5 tonnes.", False),
        ("The mill bought 100 bushels of corn/5.2 tonnes.", True),
        ("Exports were 1,000 bags of coffee, about 60 tonnes, a day.", False),
        ("Exports were 1,000 bags of coffee, about 600 tonnes, a day.", True),
        ("The port moved 200 FEU (400 TEU).", False),
        ("The port moved 200 FEU (200 TEU).", True),
    ],
)
def test_conversions_are_checked_in_every_form(text, found):
    [mismatch] = [check for check in BUILTIN if check.code == "RC101"]
    assert bool(findings(mismatch, text, UNITS)) == found
