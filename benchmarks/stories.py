"""Made-up news of many outlets, for what compares articles: stories that few tell, one that all tell, one text in all.

The same seed gives the same articles, and a smaller batch is the beginning of a larger one, days included.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.articles import article

FIRST = dt.date(2031, 1, 1)
A_DAY = 25
"""Articles of one day."""
TELLERS = 4
"""Outlets that tell a story, on average."""
SYLLABLES = "ka lo mi ra ten vor sal dun bri mar ost hel wen tor gar pol nim cas der fel".split()
EVENTS = (
    ("flood", "killed", "the Red Cross"), ("storm", "injured", "the police"), ("fire", "displaced", "the fire service"),
    ("explosion", "killed", "the governor"), ("landslide", "injured", "the army"), ("crash", "killed", "the ministry"),
)  # fmt: skip
HEDGES = ("", "", "at least ", "about ", "more than ")


def stories(seed: int = 1) -> Iterator[Mapping[str, Any]]:
    """News as it comes: each article is background of its own around a story that some others tell too."""
    index = 0
    while True:
        number = Random(f"story-{seed}-{index}").randrange(index // TELLERS + 1)
        yield _told(index, f"{seed}-{number}", seed, background(index, seed))
        index += 1


def one_story(seed: int = 1) -> Iterator[Mapping[str, Any]]:
    """A story without end that every outlet tells, each in its own words and with numbers of its own."""
    index = 0
    while True:
        yield _told(index, f"{seed}-one", seed, "")
        index += 1


def copies(seed: int = 1) -> Iterator[Mapping[str, Any]]:
    """One text that every outlet prints."""
    first = _told(0, f"{seed}-copy", seed, background(0, seed))
    index = 0
    while True:
        yield {**first, "id": f"told-{index}", **_imprint(index, Random(f"imprint-{index}"))}
        index += 1


NEWS = "many stories"
KINDS: Mapping[str, Callable[[int], Iterator[Mapping[str, Any]]]] = {
    NEWS: stories,
    "one story in all outlets": one_story,
    "one text in all outlets": copies,
}


def write_stories(kind: str, articles: int, path: Path, seed: int = 1) -> None:
    """So many articles of a kind as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in islice(KINDS[kind](seed), articles):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _told(index: int, story: str, seed: int, background: str) -> dict[str, Any]:
    """One outlet's telling of a story, as an article."""
    rng = Random(f"telling-{seed}-{index}")
    return {"id": f"told-{index}", "text": told(index, story, seed, background, rng), **_imprint(index, rng)}


def told(index: int, story: str, seed: int, background: str, rng: Random | None = None) -> str:
    """A telling of a story, whose place, event and people are those of every telling."""
    fixed, rng = Random(f"fixed-{story}"), rng or Random(f"telling-{seed}-{index}")
    place, other, mayor = name(fixed), name(fixed), f"{name(fixed)} {name(fixed)}"
    event, done, body = EVENTS[fixed.randrange(len(EVENTS))]
    base = 10 + fixed.randrange(300)
    dead, gone, money = (_near(rng, base), _near(rng, 40 * base), 5 + rng.randrange(60))
    about = rng.choice(HEDGES).capitalize() or "Some "
    sentences = [
        f"{about}{dead} people were {done} by the {event} in {place}, {body} said.",
        f"{mayor}, the mayor of {place}, said {rng.choice(HEDGES)}{gone:,} people had left their homes.",
        f"In {other} the {event} {done} {_near(rng, base // 4 + 3)} people, including {1 + rng.randrange(3)} children.",
        f"The damage to {place} was put at ${money} million by {name(rng)} {name(rng)}, an engineer.",
    ]
    rng.shuffle(sentences)
    title = f"{event.capitalize()} in {place}: {dead} {done}"
    return "\n\n".join(filter(None, (title, " ".join(sentences), background)))


def _imprint(index: int, rng: Random) -> dict[str, str]:
    day = FIRST + dt.timedelta(days=index // A_DAY)
    return {"publisher": f"{name(rng)} Post", "published": day.isoformat()}


def background(index: int, seed: int) -> str:
    """What else the article of a telling says."""
    return article(index, seed).text


def _near(rng: Random, number: int) -> int:
    return max(2, round(number * rng.uniform(0.7, 1.4)))


def name(rng: Random) -> str:
    """A made-up name."""
    return "".join(SYLLABLES[rng.randrange(len(SYLLABLES))] for _ in range(3)).capitalize()
