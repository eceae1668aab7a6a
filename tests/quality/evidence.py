"""How right the verdicts on drafts are: the pairs of `tests/cases/evidence/`, each a draft beside its evidence."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from recon.engine import Plan, chosen_extractor, discover, work_on
from recon.evidence.rules import RULES
from recon.model import Document, Figure
from recon.running.weighing import gather

FOLDER = Path(__file__).parents[1] / "cases" / "evidence"
BATCHES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
VERDICTS = tuple(rule.verdict for rule in RULES)


@dataclass(frozen=True, slots=True)
class Judged:
    """One figure of a draft: the verdict it should have, and the one it has."""

    file: str
    draft: str
    figure: str
    wanted: str
    given: str


@cache
def judged(path: Path) -> tuple[Judged, ...]:
    """Every figure of a file's drafts; AssertionError where a case does not name the figures that its draft has."""
    plan = Plan(extractor=chosen_extractor(discover(), ""), attribute=True)
    found: list[Judged] = []
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        draft = Document(id="draft", text=case["draft"], published=case.get("published"))
        evidence = tuple(_document(number, told) for number, told in enumerate(case["evidence"], 1))
        held = gather(evidence, work_on(plan, evidence).claims)
        verdicts = held.weigh(draft, work_on(plan, (draft,)).claims)
        told = {_words(one.draft): one.name for one in verdicts}
        assert set(told) == set(case["verdicts"]), f"{path.name}: {case['draft']} has {sorted(told)}"
        found += (Judged(path.name, draft.text, words, case["verdicts"][words], told[words]) for words in told)
    return tuple(found)


def _document(number: int, told: dict[str, Any]) -> Document:
    return Document(id=f"evidence-{number}", **told)


def _words(figure: Figure) -> str:
    return figure.text


def files() -> list[Path]:
    """The files of pairs, in the order in which they were written."""
    return [FOLDER / f"{name}.toml" for name in BATCHES]


def lines(found: Sequence[Judged]) -> list[tuple[str, str]]:
    """The share right, all together and by verdict, and how many are called supported and are not."""
    wanted = Counter(one.wanted for one in found)
    right = Counter(one.wanted for one in found if one.wanted == one.given)
    rows = [("right", f"{right.total()}/{len(found)} {right.total() / len(found):.3f}")]
    rows += [(f"  {name}", f"{right[name]}/{wanted[name]}") for name in VERDICTS]
    return [*rows, ("false supported", str(sum(one.given == "supported" != one.wanted for one in found)))]
