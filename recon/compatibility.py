"""Whether a plugin was made for this version of recon, by what its distribution says it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
AT_LEAST = re.compile(r"\s*(?:>=\s*(?P<least>\d+(?:\.\d+)*))?\s*")
"""What nearly every plugin asks for. It is compared here: the library for all the rest is slow to import."""
RELEASE = re.compile(r"\d+(?:\.\d+)*")


def refusal(requires: Iterable[str], name: str, version: str) -> str:
    """Why a distribution that requires these cannot be used beside `name` of a version, in words; "" where it can.

    pip holds to what a distribution requires when it installs it, and to nothing when the other is installed later.
    """
    for text in requires:
        named = NAME.match(text)
        if version and named and normal(named[0]) == name and not _meets(text, named.end(), version):
            asked = text[named.end() :].strip()
            return f"was made for {name} {asked}, and this is {version}; install another version of it"
    return ""


def _meets(text: str, end: int, version: str) -> bool:
    plain = AT_LEAST.fullmatch(text, end)
    if plain and RELEASE.fullmatch(version):
        return not plain["least"] or _numbers(plain["least"]) <= _numbers(version)
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415  (see AT_LEAST)

    try:
        return Requirement(text).specifier.contains(version, prereleases=True)
    except InvalidRequirement:
        return True


def _numbers(release: str) -> tuple[int, ...]:
    """The parts of a release without the zeros at its end: 1.0 is 1."""
    return tuple(map(int, re.sub(r"(?:\.0+)+$", "", release).split(".")))


def normal(name: str) -> str:
    """A name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
