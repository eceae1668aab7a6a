"""The names that follow from one: of the distribution, its module, its object, its class and its code."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass

from recon.errors import UsageError

PREFIX = "recon-"
"""What the distributions of plugins begin with, so that they are found together in an index."""
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
OWN = ("RC", "RX")
"""Prefixes of recon's own codes."""
LONGEST_CODE = 8
LONGEST = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """`distribution` "recon-high-tides", `module` "recon_high_tides", `name` "high-tides", `identifier` "high_tides",
    `type_name` "HighTides", `code` "HIGHTIDE101"."""

    distribution: str
    module: str
    name: str
    identifier: str
    type_name: str
    code: str


def names_of(given: str) -> Names:
    """The names for a plugin called "tides" or "recon-tides"; UsageError for what makes no name of a module."""
    name = given.removeprefix(PREFIX)
    identifier = name.replace("-", "_")
    if not NAME.fullmatch(name) or len(given) > LONGEST:
        raise UsageError(
            f"{given!r} makes no name for a plugin; use small letters, digits and single hyphens, as in high-tides"
        )
    code = re.sub(r"[^a-z]", "", name).upper()[:LONGEST_CODE]
    if keyword.iskeyword(identifier) or len(code) < 2 or code in OWN:
        raise UsageError(f"{given!r} is too short for a code, or taken; choose a longer name, as in high-tides")
    return Names(
        distribution=PREFIX + name,
        module=f"recon_{identifier}",
        name=name,
        identifier=identifier,
        type_name="".join(word.capitalize() for word in name.split("-")),
        code=f"{code}101",
    )
