"""Claims of short texts: the number to be read is named by its digits, its figure is built as plain data."""

import datetime as dt
from collections.abc import Callable

import pytest

from recon.claims import attribute
from recon.model import Claim, Document, Figure

PUBLISHED = dt.date(2031, 5, 14)  # a Wednesday
Reader = Callable[..., Claim]


def figure(document: Document, number: str, noun: str = "", after: int = 0, **fields: object) -> Figure:
    start = document.text.index(number, max(after, document.body_start))
    value = float(number.replace(",", "")) if number.replace(",", "").isdigit() else 3.0
    row = {
        "id": f"{document.id}#body:{start}-{start + len(number)}",
        "doc": document.id,
        "part": "body",
        "start": start,
        "end": start + len(number),
        "text": number,
        "kind": "count",
        "bound": "exact",
        "value": value,
        "low": value,
        "high": value,
        "unit": "",
        "unit_alternatives": (),
        "step": 1.0,
        "noun": noun,
        "sentence_start": 0,
        "sentence_end": len(document.text),
    }
    return Figure(**{**row, **fields})


@pytest.fixture
def read_all() -> Callable[..., tuple[Claim, ...]]:
    """The claims of the named numbers of a text, in its order."""

    def claims(
        text: str, *numbers: str, noun: str = "people", publisher: str = "The Bergen Post", **known: object
    ) -> tuple[Claim, ...]:
        fields = {key: known.pop(key) for key in ("unit", "kind") if key in known}
        document = Document(id="a.txt", text=text, publisher=publisher, **{"published": PUBLISHED, **known})
        figures: list[Figure] = []
        for number in numbers:
            figures.append(figure(document, number, noun, figures[-1].end if figures else 0, **fields))
        return attribute(document, figures)

    return claims


@pytest.fixture
def read(read_all: Callable[..., tuple[Claim, ...]]) -> Reader:
    """The claim of one number of a text; of several, which stand in its order, the last."""
    return lambda text, *numbers, **known: read_all(text, *numbers, **known)[-1]
