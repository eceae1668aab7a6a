"""The colours can be told apart: on both pages, by eyes of all kinds, in grey by their shapes."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from recon.charts.palette import DARK, LIGHT, ORIGINS, css, variable

THEMES = {"light": LIGHT, "dark": DARK}
PAGES = {"light": ("#ffffff", "#f7f5f0"), "dark": ("#15181c", "#1f242a")}
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Linear sRGB as seen, Machado, Oliveira & Fernandes (2009), severity 1."""
OKABE_ITO = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def linear(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    """WCAG 2.2."""
    light = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(each), strict=True)) for each in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


def oklab(colour, sight):
    r, g, b = (min(1, max(0, sum(w * c for w, c in zip(row, linear(colour), strict=True)))) for row in sight)
    cones = (
        0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
        0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
        0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    )
    long, middle, short = (math.cbrt(cone) for cone in cones)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def apart(colours):
    """The least distance between two of them for any sight."""
    return min(
        math.dist(oklab(one, sight), oklab(other, sight))
        for sight in SIGHTS.values()
        for one, other in combinations(colours, 2)
    )


def origins(theme):
    return [theme[f"--origin-{place}"] for place in range(ORIGINS)] + [theme["--origin-other"]]


@pytest.mark.parametrize("name", THEMES)
def test_points_stand_out_from_the_page(name):
    assert min(contrast(colour, page) for colour in origins(THEMES[name]) for page in PAGES[name]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_read_on_the_page(name):
    theme = THEMES[name]
    words = (theme["--chart-text"], theme["--chart-faint"], theme["--chart-estimate"], theme["--chart-modelled"])
    assert min(contrast(colour, page) for colour in words for page in PAGES[name]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_origins_can_be_told_apart_by_eyes_of_all_kinds(name):
    assert apart(origins(THEMES[name])) > 0.099
    assert apart(OKABE_ITO) < 0.08, "the measure would be kinder to six colours that are known to do"


def test_the_themes_have_the_same_properties():
    assert list(LIGHT) == list(DARK)


def test_a_colour_falls_back_on_the_light_page():
    assert variable("--origin-0") == f"var(--origin-0, {LIGHT['--origin-0']})"
    assert f"--origin-0: {DARK['--origin-0']};" in css(DARK)
