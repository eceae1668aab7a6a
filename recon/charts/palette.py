"""The colours of a chart, for light pages and for dark ones: the one place that has them.

A chart within a page names each as a custom property of CSS with the light value to fall back on,
`var(--origin-0, #0065eb)`, so that it can be read where no style sheet reaches it, as in
mail, and follows the page where one does.

Each origin keeps its family of hues in both themes. Within a family the colours were chosen by search: at least 3.1
to 1 against the page (WCAG 2.2, 1.4.11, asks 3), and as far as can be from each other, and from the grey, in OKLab,
for full sight and as people without red, green or blue cones see them (Machado, Oliveira & Fernandes 2009). Their
least distance is above that of six colours of Okabe & Ito, which are too light for a white page; a test holds both.
"""

from __future__ import annotations

from collections.abc import Mapping

ORIGINS = 8
"""Origins with a colour and a shape of their own; any further ones share a grey."""

LIGHT: Mapping[str, str] = {
    "--origin-0": "#0065eb",
    "--origin-1": "#d75428",
    "--origin-2": "#076056",
    "--origin-3": "#c265bc",
    "--origin-4": "#5d3901",
    "--origin-5": "#683ba3",
    "--origin-6": "#411615",
    "--origin-7": "#013b56",
    "--origin-other": "#767676",
    "--chart-text": "#22262b",
    "--chart-faint": "#5b6269",
    "--chart-grid": "#e3e5e8",
    "--chart-surface": "#ffffff",
    "--chart-estimate": "#3a3f45",
    "--chart-modelled": "#6a3d86",
}
"""Custom property → colour on a white page."""

DARK: Mapping[str, str] = {
    "--origin-0": "#5ea4fe",
    "--origin-1": "#fa5f31",
    "--origin-2": "#b4fceb",
    "--origin-3": "#ad4aa3",
    "--origin-4": "#fbf379",
    "--origin-5": "#4765ea",
    "--origin-6": "#f1ae96",
    "--origin-7": "#6ad8f5",
    "--origin-other": "#8f969e",
    "--chart-text": "#e8eaed",
    "--chart-faint": "#a3aab2",
    "--chart-grid": "#343a41",
    "--chart-surface": "#15181c",
    "--chart-estimate": "#cfd4da",
    "--chart-modelled": "#cfaae8",
}
"""The same on a nearly black page."""


def variable(name: str) -> str:
    """The custom property, with its light value where there is none."""
    return f"var({name}, {LIGHT[name]})"


def css(theme: Mapping[str, str]) -> str:
    """The declarations of a theme, for a rule of a style sheet."""
    return " ".join(f"{name}: {colour};" for name, colour in theme.items())
