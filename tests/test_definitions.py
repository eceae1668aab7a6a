"""Every factor of recon's pint registry against pint's default registry, one by one."""

import pint
import pytest

from recon import units

ON_PURPOSE = {
    "barrel": "of oil",
    "kiloton": "of tonnes",
    "megaton": "of tonnes",
    "gigaton": "of tonnes",
    "kilopound": "of force, as in ksi",
    "decade": "ten years, not a logarithm",
    "decibel": "a loudness, left alone",
}
OF_SURVEY_FEET = {"acre", "acre_foot", "fathom", "furlong"}
"""What older pints make of survey feet, two millionths longer than the international feet of the news."""
OWN = {"karat", "newton_meter", "part_per_billion", "part_per_million", "percentage_point", "basis_point"}
"""What pint has no name for."""


def names():
    lexicon = units.lexicon()
    listed = {
        name
        for unit in (*lexicon.words.values(), *lexicon.signs.values())
        for name in (unit.expression, *unit.alternatives)
    }
    parts = {
        part for name in listed for part in name.replace("**", " ").replace("/", " ").split() if part.isidentifier()
    }
    return sorted(parts - units.currency_codes(units.lexicon()) - OWN - set(ON_PURPOSE))


@pytest.fixture(scope="module")
def theirs():
    return pint.UnitRegistry()


@pytest.mark.parametrize("name", names())
def test_a_unit_is_what_pint_says(name, theirs):
    target = "kelvin" if name.startswith("degree_") else None
    ours = units.registry().Quantity(1, name)
    default = theirs.Quantity(1, name)
    in_ours = ours.to(target) if target else ours.to_base_units()
    in_theirs = default.to(target) if target else default.to_base_units()
    mass = dict(default.dimensionality).get("[mass]", 0)  # pint's base unit of mass is the kilogram, ours the gram
    assert in_ours.magnitude / 1000**mass == pytest.approx(
        in_theirs.magnitude, rel=1e-5 if name in OF_SURVEY_FEET else 1e-9
    )


@pytest.mark.parametrize("name", sorted(ON_PURPOSE))
def test_what_differs_on_purpose_does_differ(name, theirs):
    try:
        default = theirs.Quantity(1, name).to_base_units()
        ours = units.registry().Quantity(1, name).to_base_units()
    except pint.UndefinedUnitError:
        return
    mass = dict(default.dimensionality).get("[mass]", 0)
    assert ours.magnitude / 1000**mass != pytest.approx(default.magnitude, rel=1e-9)
