"""recon-commodities: the units in which crops, fuel and freight are traded, for recon to read and to convert."""

from __future__ import annotations

from recon import UnitDefinition, hookimpl

UNITS = (
    # A bushel of a crop is a weight, set for each by US law and the exchanges (USDA Agricultural Handbook 697).
    UnitDefinition(
        name="bushel_of_wheat",
        words=("bushel of wheat/bushels of wheat", "wheat bushel"),
        kind="mass",
        factor=60,
        unit="pound",
    ),
    UnitDefinition(
        name="bushel_of_soybeans",
        words=("bushel of soybeans/bushels of soybeans", "bushel of soy/bushels of soy", "soybean bushel"),
        kind="mass",
        factor=60,
        unit="pound",
    ),
    UnitDefinition(
        name="bushel_of_corn",
        words=("bushel of corn/bushels of corn", "bushel of maize/bushels of maize", "corn bushel"),
        kind="mass",
        factor=56,
        unit="pound",
    ),
    UnitDefinition(
        name="bushel_of_barley", words=("bushel of barley/bushels of barley",), kind="mass", factor=48, unit="pound"
    ),
    UnitDefinition(
        name="bushel_of_oats", words=("bushel of oats/bushels of oats",), kind="mass", factor=32, unit="pound"
    ),
    # The statistical bale of the USDA; the bag in which the International Coffee Organization counts.
    UnitDefinition(
        name="bale_of_cotton",
        words=("bale of cotton/bales of cotton", "cotton bale"),
        kind="mass",
        factor=480,
        unit="pound",
    ),
    UnitDefinition(
        name="bag_of_coffee",
        words=("bag of coffee/bags of coffee", "coffee bag"),
        kind="mass",
        factor=60,
        unit="kilogram",
    ),
    # A cord is 4 × 4 × 8 feet of stacked wood (NIST Handbook 130).
    UnitDefinition(
        name="cord_of_wood", words=("cord of wood/cords of wood",), kind="volume", factor=128, unit="foot ** 3"
    ),
    # Natural gas: the trade's M is a thousand, so that MMBtu is a million.
    UnitDefinition(
        name="thousand_cubic_feet", signs=("Mcf", "mcf", "MCF"), kind="volume", factor=1e3, unit="foot ** 3"
    ),
    UnitDefinition(name="billion_cubic_feet", signs=("Bcf", "bcf", "BCF"), kind="volume", factor=1e9, unit="foot ** 3"),
    UnitDefinition(
        name="trillion_cubic_feet", signs=("Tcf", "tcf", "TCF"), kind="volume", factor=1e12, unit="foot ** 3"
    ),
    UnitDefinition(
        name="billion_cubic_meters", signs=("bcm", "Bcm", "BCM"), kind="volume", factor=1e9, unit="meter ** 3"
    ),
    UnitDefinition(
        name="million_btu",
        signs=("MMBtu", "mmBtu", "MMBTU", "mmbtu"),
        kind="energy",
        factor=1e6,
        unit="british_thermal_unit",
    ),
    # Oil by the energy it has: 41.868 GJ to the tonne (IEA), 5.8 million BTU to the barrel (US tax code, 26 USC 45K).
    UnitDefinition(
        name="tonne_of_oil_equivalent",
        words=("tonne of oil equivalent/tonnes of oil equivalent", "ton of oil equivalent/tons of oil equivalent"),
        signs=("toe",),
        kind="energy",
        factor=41.868,
        unit="gigajoule",
    ),
    UnitDefinition(
        name="barrel_of_oil_equivalent",
        words=("barrel of oil equivalent/barrels of oil equivalent",),
        signs=("boe", "BOE"),
        kind="energy",
        factor=5.8,
        unit="million_btu",
    ),
    # Containers are counted in boxes of twenty feet; their volume differs, so they are a dimension of their own.
    UnitDefinition(
        name="twenty_foot_equivalent",
        words=("twenty-foot equivalent unit", "twenty-foot container"),
        signs=("TEU", "TEUs"),
        kind="other",
    ),
    UnitDefinition(
        name="forty_foot_equivalent",
        words=("forty-foot equivalent unit",),
        signs=("FEU", "FEUs"),
        kind="other",
        factor=2,
        unit="twenty_foot_equivalent",
    ),
)
"""The units, each made of what stands before it."""


@hookimpl
def recon_units() -> tuple[UnitDefinition, ...]:
    """Declare the units."""
    return UNITS
