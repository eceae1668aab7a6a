"""The colours of a chart, for light pages and for dark ones: the one place that has them.

A chart within a page names each as a custom property of CSS with the light value to fall back on, `var(--origin-0,
#0072b2)`, so that it can be read where no style sheet reaches it, as in mail, and follows the page where one does.
"""

from __future__ import annotations

from collections.abc import Mapping

ORIGINS = 8
"""Origins with a colour and a shape of their own; any further ones share a grey."""

LIGHT: Mapping[str, str] = {
    "--origin-0": "#0072b2",
    "--origin-1": "#d55e00",
    "--origin-2": "#008060",
    "--origin-3": "#b0388a",
    "--origin-4": "#8a6d00",
    "--origin-5": "#1b2a6b",
    "--origin-6": "#7a1f1f",
    "--origin-7": "#3f8fbf",
    "--origin-other": "#767676",
    "--chart-text": "#22262b",
    "--chart-faint": "#5b6269",
    "--chart-grid": "#e3e5e8",
    "--chart-surface": "#ffffff",
    "--chart-estimate": "#3a3f45",
}
"""Custom property → colour on a white page."""

DARK: Mapping[str, str] = {
    "--origin-0": "#4da3e0",
    "--origin-1": "#ff8c42",
    "--origin-2": "#2fc79a",
    "--origin-3": "#ea8fca",
    "--origin-4": "#e6c84a",
    "--origin-5": "#9aa5ff",
    "--origin-6": "#ff6b6b",
    "--origin-7": "#a8e0ff",
    "--origin-other": "#8f969e",
    "--chart-text": "#e8eaed",
    "--chart-faint": "#a3aab2",
    "--chart-grid": "#343a41",
    "--chart-surface": "#15181c",
    "--chart-estimate": "#cfd4da",
}
"""The same on a nearly black page."""


def variable(name: str) -> str:
    """The custom property, with its light value where there is none."""
    return f"var({name}, {LIGHT[name]})"


def css(theme: Mapping[str, str]) -> str:
    """The declarations of a theme, for a rule of a style sheet."""
    return " ".join(f"{name}: {colour};" for name, colour in theme.items())
