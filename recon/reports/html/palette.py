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
    "origin-0": "#0059a0",
    "origin-1": "#c24a00",
    "origin-2": "#007a5a",
    "origin-3": "#a83a86",
    "origin-4": "#806500",
    "origin-5": "#3585b5",
    "origin-6": "#553a8c",
    "origin-7": "#666666",
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
    "origin-0": "#6fb3f2",
    "origin-1": "#ff9a5c",
    "origin-2": "#3ecf9f",
    "origin-3": "#f08cc8",
    "origin-4": "#e3c34a",
    "origin-5": "#a5dcf7",
    "origin-6": "#b79cf0",
    "origin-7": "#b8b8b8",
}
PAPER: Mapping[str, str] = {
    **LIGHT,
    "paper": "#fff", "panel": "#fff", "ink": "#000", "soft": "#333", "rule": "#999", "link": "#000",
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
