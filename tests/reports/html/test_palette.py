"""Contrast as WCAG 2.2 reckons it (1.4.3 for text, 1.4.11 for graphics), of the colours that the style sheet sets."""

import re
from itertools import product

import pytest

from recon.charts import palette as charts
from recon.reports.html.page import style
from recon.reports.html.palette import DARK, LIGHT, PAPER

THEMES = {"light": LIGHT, "dark": DARK, "print": PAPER}
TEXT = (
    "ink",
    "soft",
    "link",
    "error",
    "warning",
    "info",
    "model",
    "chart-text",
    "chart-faint",
    "chart-estimate",
    "chart-modelled",
)
TINTS = ("count", "money", "share", "rate", "time", "unit")


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_all_text_can_be_read(theme):
    colours = THEMES[theme]
    pairs = [*product(TEXT, ("paper", "panel")), *product(("ink", "soft"), TINTS), ("paper", "ink")]
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_points_and_underlines_can_be_seen(theme):
    colours = THEMES[theme]
    seen = [name for name in colours if name.startswith("origin")] + ["error", "warning", "info"]
    assert {
        name: contrast(colours[name], colours["paper"])
        for name in seen
        if contrast(colours[name], colours["paper"]) < 3
    } == {}


def test_the_style_sheet_uses_no_colour_but_those():
    rules = style().partition("*{box-sizing")[2]
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", rules)) <= {"#000", "#999"}
    assert set(re.findall(r"var\(--([\w-]+)\)", rules)) <= set(LIGHT)


def test_origins_have_the_colours_that_charts_were_tested_with():
    for ours, theirs in ((LIGHT, charts.LIGHT), (DARK, charts.DARK)):
        assert {name: ours[name[2:]] for name in theirs if name.startswith("--origin")} == {
            name: colour for name, colour in theirs.items() if name.startswith("--origin")
        }
        assert {name[2:] for name in theirs} <= set(ours)
