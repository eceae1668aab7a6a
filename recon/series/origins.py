"""One name for one speaker across documents: "New York Times" in one article is "The New York Times" in another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from recon.model import Claim

HOUSE = re.compile(r"(ministry|department) of (?:the )?(\w+)")
"""A ministry named in full, "Ministry of Health", is the "Health Ministry"."""


def folded(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with speakers whose names differ in case or a leading article only under one name: the longer one,
    then the more frequent."""
    used = Counter(name for claim in claims for name in (*claim.chain, claim.origin, claim.said_by) if name)
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in used:
        alike[_key(name)].append(name)
    chosen = {
        name: min(names, key=lambda one: (-len(one), -used[one], one)) for names in alike.values() for name in names
    }
    if all(name == one for name, one in chosen.items()):
        return list(claims)

    def one(name: str) -> str:
        return chosen.get(name, name)

    return [
        replace(claim, chain=tuple(map(one, claim.chain)), origin=one(claim.origin), said_by=one(claim.said_by))
        for claim in claims
    ]


def _key(name: str) -> str:
    words = " ".join(name.casefold().removeprefix("the ").split())
    house = HOUSE.fullmatch(words)
    return f"{house[2]} {house[1]}" if house else words
