"""What an extractor remembers is bounded, however much it reads."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable

import pytest

from recon.extraction import GrammarExtractor, blocks, local, surfaces
from recon.model import Document

Line = Callable[[int], str]

LINES: dict[str, Line] = {
    "numbers that all differ": lambda at: " ".join(str(10_000_000 + 500 * at + one) for one in range(500)),
    "counts that all differ": lambda at: " ".join(f"{500 * at + one} boats" for one in range(500)),
    "names that all differ": lambda at: " ".join(f"5 Orlan{500 * at + one}" for one in range(500)),
    "lengths that all differ": lambda at: " ".join(f"{500 * at + one}.5 km and then" for one in range(500)),
    "articles that all differ": lambda at: "\n\n".join(
        f"Some {500 * at + one} boats left Orlan." for one in range(500)
    ),
    "the same article": lambda at: "Some 40 boats left Orlan.\n\n" * 500,
}
KNOWN = dict.fromkeys(
    ("numbers that all differ", "names that all differ"),
    "tokens are forgotten with the prints, and a row of tokens with digits makes none",
)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=KNOWN[name]) if name in KNOWN else ())
        for name in LINES
    ],
)
def test_an_extractor_that_lives_long_stays_small(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With low bounds, four times the text leaves no more behind."""
    monkeypatch.setattr(local, "REMEMBERED", 200)
    monkeypatch.setattr(surfaces, "REMEMBERED", 200)
    monkeypatch.setattr(blocks, "REMEMBERED", 10_000)
    extractor = GrammarExtractor()
    extractor.extract([Document(id="a", text="5 boats")])
    tracemalloc.start()
    try:
        held = []
        for first, last in ((0, 4), (4, 16)):
            for at in range(first, last):
                extractor.extract([Document(id="a", text=LINES[name](at))])
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[1] < 1.5 * held[0], held
