"""Whether a plugin was made for this version of recon, by what its distribution says it needs."""

from __future__ import annotations

from collections.abc import Iterable


def refusal(requires: Iterable[str], name: str, version: str) -> str:
    """Why a distribution that requires these cannot be used beside `name` of a version, in words; "" where it can.

    pip holds to what a distribution requires when it installs it, and to nothing when the other is installed later.
    """
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415  (only where there are plugins)
    from packaging.utils import canonicalize_name  # noqa: PLC0415

    for text in requires:
        try:
            one = Requirement(text)
        except InvalidRequirement:
            continue
        if canonicalize_name(one.name) == name and version and not one.specifier.contains(version, prereleases=True):
            return f"was made for {name} {one.specifier}, and this is {version}; install another version of it"
    return ""
