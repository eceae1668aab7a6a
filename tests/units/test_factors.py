"""Every factor of `units.toml` against pint's default registry, one by one."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pint
import pytest

from recon import units
from recon.units import algebra, datafile
from tests.units import factors

MADE = factors.made(factors.FILE.read_text(encoding="utf-8"))
BASES = sorted(name for name, made in datafile.made().items() if made.startswith("["))


@pytest.fixture(scope="module")
def theirs() -> pint.UnitRegistry[Fraction]:
    return factors.registry()


def test_every_line_of_the_file_is_read() -> None:
    assert {one.unit for one in MADE} | set(BASES) == set(datafile.made())
    assert BASES == ["ampere", "bit", "decibel", "gram", "kelvin", "meter", "percentage_point", "radian", "second"]


@pytest.mark.parametrize("one", MADE, ids=lambda one: one.unit)
def test_a_factor_is_what_pint_says(one: factors.Made, theirs: pint.UnitRegistry[Fraction]) -> None:
    factor, zero = factors.by_pint(one, theirs)
    assert float(factors.number(one.factor)) == pytest.approx(float(factor), rel=1e-15)
    assert float(zero) == pytest.approx(float(one.zero or 0))


@pytest.mark.parametrize("one", [one for one in MADE if " " in one.unit], ids=lambda one: one.unit)
def test_the_factor_of_an_expression_is_that_of_its_parts(one: factors.Made) -> None:
    assert units.convert(1, one.unit, one.of) == pytest.approx(float(factors.number(one.factor)), rel=1e-15)


@pytest.mark.parametrize("name", sorted(factors.MEANT))
def test_what_is_meant_otherwise_than_by_pint_is_otherwise(name: str, theirs: pint.UnitRegistry[Fraction]) -> None:
    [one] = [one for one in MADE if one.unit == name]
    try:
        by_name = (theirs.Quantity(Fraction(1), "") * theirs.parse_expression(name)).to_root_units()
        meant = (theirs.Quantity(Fraction(1), "") * theirs.parse_expression(factors.MEANT[one.unit])).to_root_units()
    except (pint.UndefinedUnitError, pint.OffsetUnitCalculusError, TypeError):
        return
    assert (by_name.magnitude, by_name.dimensionality) != (meant.magnitude, meant.dimensionality)


@pytest.mark.parametrize("name", sorted(datafile.made()))
def test_recons_pint_registry_has_the_same_factor(name: str) -> None:
    own, scale = units.registry().Quantity(1, name), algebra.scale(name, algebra.builtin)
    if not scale.zero:
        in_bases = own.to_root_units()
        assert in_bases.magnitude == pytest.approx(float(scale.factor), rel=1e-12)
        assert {key.strip("[]"): power for key, power in in_bases.dimensionality.items()} == dict(scale.dimension)


def test_prefixes_are_pints(theirs: pint.UnitRegistry[Fraction]) -> None:
    for prefix, power in algebra.PREFIXES.items():
        assert theirs.parse_expression(f"{prefix}meter").m_as("meter") == Fraction(10) ** power


def test_the_generator_fills_in_what_is_missing_and_mends_what_is_wrong() -> None:
    text = 'inch = "inch/inches | in | ? meter"\n"mile / hour" = "| mph | 1.6 kilometer / hour"  # so it says\n'
    assert factors.rewritten(text) == (
        'inch = "inch/inches | in | 0.0254 meter"\n"mile / hour" = "| mph | 1.609344 kilometer / hour"  # so it says\n'
    )
    whole = factors.FILE.read_text(encoding="utf-8")
    assert factors.rewritten(whole) == whole


def test_neither_reading_nor_converting_imports_pint() -> None:
    code = (
        "import sys\nfrom recon.extraction import GrammarExtractor\nfrom recon.model import Document\n"
        "from recon import units\n"
        "GrammarExtractor().extract([Document(id='a', text='It is 5 miles long.')])\n"
        "units.convert(1, 'mile', 'kilometer')\nassert 'pint' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=factors.FILE.parents[2], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
