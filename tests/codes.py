"""`docs/codes/`, as far as it is made from the rules.

python -m tests.codes            shows every page that is not what its rule says
python -m tests.codes --write    puts them right; a new rule gets its page

Of a page the title, the severity, "Failing" and "Passing" are the rule's, as `recon rule CODE --format markdown`
prints them. What it finds and all else is written by hand, and kept; a note on the severity stands behind a semicolon.
"""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path

from recon.builtin import BUILTIN
from recon.host import Host
from recon.reports.rules import RuleCard, page_parts, status
from recon.running.cards import cards_of
from recon.running.configuration import Config
from recon.running.run import Run
from recon.units import lexicon

FOLDER = Path(__file__).parents[1] / "docs" / "codes"
OWN = ("", "## Failing", "## Passing")
"""The headings whose text is the rule's, "" for the line on severity."""
NOTE = re.compile(r"Severity: \w+(; [^.]+)?\.")
ROW = re.compile(r"^\| \[[A-Z]+\d+\]\(.*\n", re.MULTILINE)


def cards() -> list[RuleCard]:
    """recon's own rules, whatever plugins are installed."""
    return cards_of(Run(Config(), Host(BUILTIN), lexicon()), with_findings=True)


def made(card: RuleCard, page: str) -> str:
    """The page as it should be, with what is written by hand from the page there is ("" for none)."""
    written = dict(re.findall(r"^(## .+)\n\n((?:(?!## ).*\n?)*)", page, re.MULTILINE))
    rest = page.partition("\n\n")[2]
    note = NOTE.match(rest)
    own = dict(page_parts(card)) | {"": status(card, (note[1] or "") if note else "")}
    parts = {"": "", **{heading: body.strip("\n") for heading, body in written.items()}}
    for heading, body in own.items():
        parts[heading] = body if heading in OWN else parts.get(heading) or body
    told = [f"{heading}\n\n{body}" if heading else body for heading, body in parts.items()]
    return "\n\n".join([f"# {card.code} {card.name}", *told]) + "\n"


def index(every: list[RuleCard], page: str) -> str:
    """The index with one row for each rule."""
    rows = "".join(
        f"| [{card.code}]({card.code}.md) | {card.name} | {card.severity}{', on trial' if card.preview else ''} "
        f"| {card.summary} |\n"
        for card in every
    )
    first = ROW.search(page)
    assert first is not None
    kept = ROW.sub("", page)
    return kept[: first.start()] + rows + kept[first.start() :]


def wanted() -> dict[Path, str]:
    """Every page with what should be in it."""
    every = cards()
    there = {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    pages = {FOLDER / f"{card.code}.md": made(card, there.get(FOLDER / f"{card.code}.md", "")) for card in every}
    return pages | {FOLDER / "index.md": index(every, there[FOLDER / "index.md"])}


def main(arguments: list[str]) -> int:
    wrong = {path: page for path, page in wanted().items() if not path.exists() or path.read_text("utf-8") != page}
    for path, page in wrong.items():
        if arguments == ["--write"]:
            path.write_text(page, encoding="utf-8")
        else:
            old = path.read_text("utf-8").splitlines() if path.exists() else []
            print("\n".join(difflib.unified_diff(old, page.splitlines(), path.name, path.name, lineterm="")))  # noqa: T201
    return int(bool(wrong) and arguments != ["--write"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
