"""The colours of the page in light and in dark, as CSS variables; every one of text has a contrast of 4.5 at least."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#fffdf9",
    "panel": "#f5f1e8",
    "ink": "#1c1b19",
    "soft": "#5c5850",
    "rule": "#d9d3c5",
    "link": "#0b5394",
    "error": "#a8201a",
    "warning": "#8a5a00",
    "info": "#5c5850",
    "model": "#6a3d86",
    "count": "#e3ecf5",
    "money": "#e4f0e2",
    "share": "#f6e9d8",
    "rate": "#efe6f3",
    "time": "#e3f0f0",
    "unit": "#ece9e0",
    "origin-0": "#0065eb",
    "origin-1": "#d75428",
    "origin-2": "#076056",
    "origin-3": "#c265bc",
    "origin-4": "#5d3901",
    "origin-5": "#683ba3",
    "origin-6": "#411615",
    "origin-7": "#013b56",
    "origin-other": "#767676",
    "chart-text": "#1c1b19",
    "chart-faint": "#5c5850",
    "chart-grid": "#e6e1d6",
    "chart-surface": "#fffdf9",
    "chart-estimate": "#4f4a42",
    "chart-modelled": "#6a3d86",
}
DARK: Mapping[str, str] = {
    "paper": "#171614",
    "panel": "#24221f",
    "ink": "#ece8e0",
    "soft": "#b1aa9d",
    "rule": "#45413a",
    "link": "#8ec0f5",
    "error": "#ff9b91",
    "warning": "#f0b955",
    "info": "#b1aa9d",
    "model": "#cfaae8",
    "count": "#23384d",
    "money": "#26402a",
    "share": "#4b3820",
    "rate": "#402f4a",
    "time": "#1f4242",
    "unit": "#3a372f",
    "origin-0": "#5ea4fe",
    "origin-1": "#fa5f31",
    "origin-2": "#b4fceb",
    "origin-3": "#ad4aa3",
    "origin-4": "#fbf379",
    "origin-5": "#4765ea",
    "origin-6": "#f1ae96",
    "origin-7": "#6ad8f5",
    "origin-other": "#8f969e",
    "chart-text": "#ece8e0",
    "chart-faint": "#b1aa9d",
    "chart-grid": "#393630",
    "chart-surface": "#171614",
    "chart-estimate": "#cfc9be",
    "chart-modelled": "#cfaae8",
}
PAPER: Mapping[str, str] = {
    **LIGHT,
    "paper": "#fff", "panel": "#fff", "ink": "#000", "soft": "#333", "rule": "#999", "link": "#000",
    "chart-surface": "#fff",
    "count": "#fff", "money": "#fff", "share": "#fff", "rate": "#fff", "time": "#fff", "unit": "#fff",
}  # fmt: skip
"""For print: black on white."""


def variables() -> str:
    """The rules that set them: light, dark where the system or the reader asks for it, and for print."""
    light, dark, paper = (_set(one) for one in (LIGHT, DARK, PAPER))
    return (
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark)"
        f"{{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}\n"
        f"@media print{{:root{{{paper}}}}}\n"
    )


def _set(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
