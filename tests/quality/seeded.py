"""Errors seeded into correct texts, rule by rule: how many does the rule find, and does it hold its tongue before?

`errors/CODE.txt` has a correct text a line; " // " parts paragraphs, "[2024-05-01] " dates it. What stands in braces
is corrupted: `{12%}` by slips of the hand, `{12%>}` upwards only, `{a|b}` by what stands behind the bar. A line
"# batch N" parts the texts by when they were written: each batch was whole before its rule was first run on it.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recon.engine import Plan, chosen_checks, chosen_extractor, discover, work_on
from recon.model import Document
from tests.quality.product import share

ERRORS = Path(__file__).with_name("errors")
MARK = re.compile(r"\{([^{}]*)\}")
DATED = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
LEAST = {
    "RC103": 0.25,
    "RC202": 0.1,
    "RC203": 0.3,
    "RC204": 0.35,
    "RC205": 0.3,
    "RC206": 0.45,
    "RC207": 0.25,
    "RC301": 0.3,
    "RC302": 0.3,
}
"""How far a slip must lead, as a share of the number, before a reader could be sure of it; elsewhere any does."""
MOST_SLIPS = 3


@dataclass(frozen=True, slots=True)
class Seeded:
    """A correct text and what has become of it."""

    code: str
    batch: int
    text: str
    corrupted: tuple[str, ...]
    published: dt.date | None = None


def seeded(code: str) -> Iterator[Seeded]:
    """The texts of a rule."""
    batch = 1
    for line in (ERRORS / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            batch = int(line.split()[-1])
            continue
        dated = DATED.match(line)
        text = (line[dated.end() :] if dated else line).replace(" // ", "\n\n")
        published = dt.date.fromisoformat(dated[1]) if dated else None
        yield Seeded(code, batch, _cleared(text), tuple(_corrupted(text, LEAST.get(code, 0.0))), published)


def _cleared(text: str) -> str:
    return MARK.sub(lambda mark: mark[1].partition("|")[0].rstrip("<>"), text)


def _corrupted(text: str, least: float) -> Iterator[str]:
    """The text once for every slip at every mark, the other marks left as they are."""
    for mark in MARK.finditer(text):
        before, after = _cleared(text[: mark.start()]), _cleared(text[mark.end() :])
        right, bar, wrong = mark[1].partition("|")
        slips = [wrong] if bar else _spread(list(slips_of(right.rstrip("<>"), least, up=right.endswith(">"))))
        yield from (f"{before}{slip}{after}" for slip in slips)


def _spread(slips: list[str]) -> list[str]:
    distinct = list(dict.fromkeys(slips))
    return distinct[:: max(1, -(-len(distinct) // MOST_SLIPS))]


def slips_of(printed: str, least: float, *, up: bool = False) -> Iterator[str]:
    """What a hand may type instead: digits that change places, another digit, a zero too many; another word."""
    found = DIGITS.search(printed)
    if not found:
        word = next((word for word in WORDS if printed.lower().startswith(word)), "")
        place = WORDS.index(word) if word else 0
        for step in (1, -1, 3):
            if 1 < place + step < len(WORDS) and (step > 0 or not up) and abs(step) / place >= least:
                other = WORDS[place + step]
                yield (other.capitalize() if printed[0].isupper() else other) + printed[len(word) :]
        return
    value = float(found[0].replace(",", ""))
    for typed in _retyped(found[0]):
        new = float(typed.replace(",", ""))
        if new != value and abs(new / value - 1) >= least and (new > value or not up):
            yield printed[: found.start()] + _grouped(typed, found[0]) + printed[found.end() :]


def _retyped(number: str) -> Iterator[str]:
    if YEAR.fullmatch(number):
        yield f"{number[:2]}{(int(number[2]) + 7) % 10}{number[3]}"
        yield f"{number[:3]}{(int(number[3]) + 5) % 10}"
        return
    digits = [place for place, char in enumerate(number) if char.isdigit()]
    for one, other in itertools.pairwise(digits):
        if number[one] != number[other] and number[other] != "0":
            swapped = list(number)
            swapped[one], swapped[other] = number[other], number[one]
            yield "".join(swapped)
    first = int(number[0])
    for other in (first + 3, first + 1, first - 2, first + 5):
        if 0 < other < 10:
            yield f"{other}{number[1:]}"
    if "." not in number:
        yield f"{number}0"


def _grouped(typed: str, printed: str) -> str:
    """Thousands set off where they were, or would be."""
    if "." in typed or len(typed) < 4 or ("," not in printed and len(printed) > 3):
        return typed
    return f"{int(typed.replace(',', '')):,}"


@dataclass(frozen=True, slots=True)
class SeededScore:
    """Of one rule: errors found, and findings on the texts before they were corrupted."""

    code: str
    found: tuple[tuple[int, str, bool], ...]
    """The batch, the corrupted text, and whether the rule finds something in it."""
    false: tuple[str, ...]
    clean: int

    @property
    def recall(self) -> float:
        return share(hit for _, _, hit in self.found)

    def line(self) -> tuple[str, str]:
        hits = sum(hit for _, _, hit in self.found)
        batches = sorted({batch for batch, _, _ in self.found})
        by_batch = ", ".join(f"{share(hit for one, _, hit in self.found if one == batch):.0%}" for batch in batches)
        return self.code, (
            f"{self.recall:6.1%} of {len(self.found)} errors found ({hits}; by batch {by_batch}), "
            f"{len(self.false)} of {self.clean} correct texts flagged"
        )


def score_seeded(codes: Sequence[str] = ()) -> list[SeededScore]:
    """Each rule on its own texts, trial rules too."""
    host = discover()
    scores = []
    for code in codes or sorted(path.stem for path in ERRORS.glob("*.txt")):
        checks = chosen_checks(host, [code], preview=True)
        plan = Plan(extractor=chosen_extractor(host, ""), checks=checks)

        def findings(text: str, published: dt.date | None, plan: Plan = plan) -> int:
            document = Document(id="a.txt", text=text, published=published, publisher="The Courier")
            return len(work_on(plan, (document,)).findings)

        texts = list(seeded(code))
        scores.append(
            SeededScore(
                code,
                tuple((one.batch, text, findings(text, one.published) > 0) for one in texts for text in one.corrupted),
                tuple(one.text for one in texts if findings(one.text, one.published)),
                len(texts),
            )
        )
    return scores
