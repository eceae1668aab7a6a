from __future__ import annotations

from collections.abc import Callable

import pytest

from recon.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "The bus carried 40 passengers, including 41 women.",
        "Three people, including four children, were hurt.",
        "About 300 soldiers were sent, of whom 320 were conscripts.",
        "The choir has 90 members, among them 60 women and 41 men.",
        "A crowd of 200 workers, among them 150 Poles and 80 Czechs, marched.",
    ],
)
def test_parts_beyond_their_whole_are_found(text: str, find: Find) -> None:
    (found,) = find(text, "RC201")
    assert ">" in found.working


@pytest.mark.parametrize(
    "text",
    [
        "The bus carried 40 passengers, including 39 women.",
        "About 12,000 soldiers, including 500 officers and three generals, were sent.",
        "At least 30 people, including 35 children, were hurt.",
        "The march drew 90 people, including 60 women and 50 tourists.",
        "He hurt 10 people in two attacks, including five children.",
        "Many were hurt in two attacks, including five children.",
        "The firm sold 12 ships, including three in 2003.",
        "Some 1,000 workers, among them 1,020 miners, struck.",
        "Four towns were cut off. Including villages, 30 places had no power.",
    ],
)
def test_what_adds_up_or_cannot_be_added_is_left_alone(text: str, find: Find) -> None:
    assert find(text, "RC201") == []


def test_the_working_adds_up_what_is_left_open(find: Find) -> None:
    (found,) = find("The choir has 90 members, among them 60 women and 41 men.", "RC201")
    assert found.working == "at least 60 + 41 = 101 > at most 90"
    assert found.message == "60 women and 41 men are together more than the 90 members they are said to be part of"
