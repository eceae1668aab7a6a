"""What a text costs grows with its length, also where it is one sentence without an end."""

import time

import pytest

from recon.claims import attribute
from recon.extraction import GrammarExtractor
from recon.model import Document
from recon.tables import figures_of

SHAPES = {
    "numbers": lambda n: "12 people and 13 ships, " * n,
    "nested quotations": lambda n: "“he said ‘14 ships “sank 15” there’ today” " * n,
    "brackets": lambda n: "(14 ships [" * n,
    "names": lambda n: " ".join(f"Ana{i:x} Silva said 14 ships sank," for i in range(n)),
    "spellings": lambda n: " ".join(f"Kim {chr(65 + i % 26)}o{chr(97 + i // 26 % 26)}-bok, 14," for i in range(n)),
    "initials": lambda n: "the National Inspection Service and NIS saw 14 ships, " * n,
    "tellings": lambda n: "they said that 14 ships sank and " * n,
    "days": lambda n: "14 ships on Monday, May 3, " * n,
    "tolls": lambda n: "Norland's toll rose to 14 dead nationwide, " * n,
    "lines": lambda n: "May 3\n14 people died\n" * n,
}
TIMES = 4
SLACK = 3.0
"""How many times more than its length a text may cost: clocks of busy machines are no better."""


def seconds(text: str) -> float:
    document = Document(id="a", text=text)
    figures = figures_of(GrammarExtractor().extract([document]))
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        attribute(document, figures)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_costs_about_four_times_as_much(shape):
    short, long = (seconds(SHAPES[shape](n)) for n in (60, 60 * TIMES))
    assert long < TIMES * SLACK * short + 0.2
