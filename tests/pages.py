"""The pages of the documentation, and what stands in them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("README.md"), *(path for path in DOCS.rglob("*.md") if "examples" not in path.parts)])
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "…"
"""A line that stands for any lines left out."""


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def named(path):
    return path.relative_to(ROOT).as_posix()


def told(path, *languages):
    """The fenced blocks of a page whose info string is one of some, each with its line and that."""
    text = path.read_text(encoding="utf-8")
    found = ((text.count("\n", 0, match.start()) + 1, match[1].strip(), match[2]) for match in FENCE.finditer(text))
    return [one for one in found if one[1] in languages]


def blocks(path, *languages):
    """The same without their language."""
    return [(line, body) for line, _, body in told(path, *languages)]


def section(text, heading):
    """What stands under a heading, up to the next of its level or above."""
    level = heading.partition(" ")[0]
    match = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"no heading {heading!r}"
    return match[1]


def rows(text):
    """The names in code at the head of each row of the tables in a text."""
    cells = (line.strip().split(" | ")[0] for line in text.splitlines() if line.strip().startswith("| `"))
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}
