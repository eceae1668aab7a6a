"""How many right conversions are flagged, and how many slips are found: on sentences of our own, in print's styles.

`conversions/*.txt` hold right ones, a sentence each; `slips` makes wrong ones of them. A sentence is found wrong by an
error or a warning of RC101, as an editor would see it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.quality.product import recon
from tests.quality.slips import Case, cases

SENTENCES = Path(__file__).with_name("conversions")


@dataclass(frozen=True)
class Verdict:
    """A case, and the messages it was flagged with."""

    case: Case
    messages: tuple[str, ...]


def sentences(*names: str) -> list[str]:
    """The marked sentences of some files, of all where none is named."""
    files = [SENTENCES / f"{name}.txt" for name in names] or sorted(SENTENCES.glob("*.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def verdicts(marked: Sequence[str], scratch: Path) -> list[Verdict]:
    """What `recon check` says of the sentences and of their slips."""
    judged = [case for sentence in marked for case in cases(sentence)]
    path = scratch / "conversions.jsonl"
    rows = ({"id": str(number), "text": case.text} for number, case in enumerate(judged))
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    flagged: dict[str, list[str]] = {}
    for finding in json.loads(recon("check", str(path), "--select", "RC101", "--format", "json")):
        if finding["severity"] != "info":
            flagged.setdefault(finding["doc"], []).append(finding["message"])
    return [Verdict(case, tuple(flagged.get(str(number), ()))) for number, case in enumerate(judged)]


def lines(said: Sequence[Verdict]) -> list[tuple[str, str]]:
    """Rows of a table: false alarms, then the share of slips found, all and by kind."""
    right = [one for one in said if not one.case.slip]
    wrong = [one for one in said if one.case.slip]
    beyond = [one for one in wrong if one.case.beyond]
    kinds = sorted({one.case.slip for one in wrong})
    return [
        ("false alarms", f"{sum(bool(one.messages) for one in right)} of {len(right)}"),
        ("slips found", _share(wrong)),
        ("slips beyond rounding found", _share(beyond)),
        *((f"  {kind}", _share([one for one in beyond if one.case.slip == kind])) for kind in kinds),
    ]


def misses(said: Sequence[Verdict]) -> Iterator[str]:
    """A line for each false alarm and for each slip beyond rounding that was not found."""
    for one in said:
        if one.messages and not one.case.slip:
            yield f"false alarm: {one.case.text} {' | '.join(one.messages)}"
        elif one.case.beyond and not one.messages:
            yield f"missed ({one.case.slip}): {one.case.text}"


def _share(of: Sequence[Verdict]) -> str:
    found = sum(bool(one.messages) for one in of)
    return f"{found} of {len(of)}" + (f", {found / len(of):.1%}" if of else "")
