"""The factors of `units.toml`, from pint's default registry.

python -m tests.units.factors            shows every factor that is not pint's
python -m tests.units.factors --write    puts them right; a new line may have "?" for its factor
"""

from __future__ import annotations

import re
import sys
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pint

FILE = Path(__file__).parents[2] / "recon" / "units" / "units.toml"
LINE = re.compile(r'"?(?P<unit>\w[^"=]*?)"? = "[^"|]*\|[^"|]*\| (?P<made>[^"]+)"')
MADE = re.compile(r"(?P<factor>\?|[\d.e-]+(?: / \d+)?)(?P<of>(?: .*?)?)(?:, zero at (?P<zero>[\d.]+))?")

MEANT = {
    "barrel": "42 gallon",
    "acre": "4840 yard ** 2",
    "acre_foot": "43560 foot ** 3",
    "fathom": "6 foot",
    "furlong": "220 yard",
    "kiloton": "1000 metric_ton",
    "megaton": "1000000 metric_ton",
    "gigaton": "1000000000 metric_ton",
    "decade": "10 year",
    "kilopound": "1000 force_pound",
    "kilopound / inch ** 2": "1000 force_pound / inch ** 2",
    "newton_meter": "newton * meter",
    "part_per_million": "ppm",
    "part_per_billion": "0.001 ppm",
    "basis_point": "0.01 percentage_point",
    "karat": "1 / 24",
    "revolutions_per_minute": "1 / minute",
}
"""What the news means by a name, in pint's own words, where pint knows it as something else or not at all.

A barrel is of oil, not of beer; a kiloton of tonnes; a decade is of years, not of a logarithm; acres, fathoms and
furlongs are of the international foot, where pint has them of survey feet, two millionths longer; 60 revolutions a
minute are one hertz, where pint counts radians.
"""


class Made(NamedTuple):
    """What a line of the file says that a unit is: `factor` times `of`, from a zero of its own."""

    unit: str
    factor: str
    of: str
    zero: str
    line: str


def made(text: str) -> list[Made]:
    """Every unit of the file that is made of others, in order."""
    found = []
    for line in text.splitlines():
        whole = LINE.match(line)
        parts = MADE.fullmatch(whole["made"]) if whole else None
        if whole and parts:
            found.append(Made(whole["unit"], parts["factor"], parts["of"].strip(), parts["zero"] or "", line))
    return found


def registry() -> pint.UnitRegistry[Fraction]:
    """pint's default registry, in exact numbers, with the one unit that it has no dimension for."""
    units: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
    units.define("percentage_point = [percentage_point]")
    return units


def by_pint(one: Made, units: pint.UnitRegistry[Fraction]) -> tuple[Fraction, Fraction]:
    """The factor that pint gives, and where it puts the unit's zero, in that unit."""
    name = MEANT.get(one.unit, one.unit)
    if one.zero:
        zero, degree = (units.Quantity(Fraction(number), name).to("kelvin").magnitude for number in (0, 1))
        return Fraction(degree - zero), Fraction(zero) / Fraction(degree - zero)
    whole = units.Quantity(Fraction(1), "") * units.parse_expression(name)
    return Fraction((whole / units.parse_expression(f"1 {one.of}")).m_as("")), Fraction(0)


def number(text: str) -> Fraction:
    """The number of a factor: "0.3048", "5 / 9", "1e-6"."""
    above, _, below = text.partition(" / ")
    return Fraction(above) / Fraction(below or 1)


def written(factor: Fraction) -> str:
    """A factor as the file has it: in decimals where they are exact, else as a small fraction or to 17 digits."""
    decimals = repr(float(factor)).removesuffix(".0")
    if Fraction(decimals) != factor and factor.denominator <= 1000:
        return f"{factor.numerator} / {factor.denominator}"
    digits, _, exponent = f"{float(factor):.16e}".partition("e")
    short = f"{float(digits):.16g}e{int(exponent)}"
    return short if factor >= 10**7 and len(short) < len(decimals) else re.sub(r"e-0", "e-", decimals)


def rewritten(text: str) -> str:
    """The file with every factor as pint has it."""
    units = registry()
    for one in made(text):
        right = written(by_pint(one, units)[0])
        if one.factor == "?" or float(number(one.factor)) != float(number(right)):
            text = text.replace(one.line, one.line.replace(f"| {one.factor}", f"| {right}"))
    return text


def main() -> None:
    before = FILE.read_text(encoding="utf-8")
    after = rewritten(before)
    for old, new in zip(before.splitlines(), after.splitlines(), strict=True):
        if old != new:
            sys.stdout.write(f"- {old}\n+ {new}\n")
    if "--write" in sys.argv:
        FILE.write_text(after, encoding="utf-8")
    elif before != after:
        sys.exit(1)


if __name__ == "__main__":
    main()
