"""The sizes of heavenly bodies as units: "4.2 million kilometers (6 solar radii)"."""

from __future__ import annotations

import re
from dataclasses import replace

from recon.model import Figure

RADII = {
    "solar": 695_700, "sun": 695_700, "mercury": 2_440, "venus": 6_052, "earth": 6_378, "lunar": 1_737, "moon": 1_737,
    "mars": 3_396, "martian": 3_396, "jupiter": 71_492, "jovian": 71_492, "saturn": 60_268, "uranus": 25_559,
    "neptune": 24_764,
}  # fmt: skip
"""Equatorial radii in kilometers, as the International Astronomical Union gives them (WGCCRE 2015, resolution B3)."""
MASSES = {
    "solar": 1.988e30, "sun": 1.988e30, "earth": 5.972e24, "jupiter": 1.898e27, "saturn": 5.683e26, "lunar": 7.346e22,
}  # fmt: skip
"""Masses in kilograms."""
_BODY = re.compile(
    r" (?P<body>[A-Za-z]{3,8})(?:['’]s)? (?P<size>radi(?:us|i)|diameters?|mass(?:es)?|distances?)\b", re.IGNORECASE
)
_SHARE = 0.05
"""A body's radius at its equator, at its poles and on the whole differ by so much, and writers say which to none."""
_TO_THE_MOON = 384_400


def measured(figure: Figure, text: str) -> Figure | None:
    """A count with its body as a length or a mass; None for a count of anything else."""
    if figure.unit or figure.value is None or not (match := _BODY.match(text, figure.end)):
        return None
    body, size = match["body"].lower(), match["size"].lower()
    step = max(figure.step, _SHARE * abs(figure.value))
    whole = replace(figure, end=match.end(), text=text[figure.start : match.end()], step=step)
    if size.startswith("mass"):
        return replace(whole, kind="mass", unit=f"{MASSES[body]:g} * kilogram") if body in MASSES else None
    if size.startswith("distance"):
        return replace(whole, kind="length", unit=f"{_TO_THE_MOON} * kilometer") if body == "lunar" else None
    if body not in RADII:
        return None
    times = 2 if size.startswith("diameter") else 1
    return replace(whole, kind="length", unit=f"{times * RADII[body]} * kilometer")
