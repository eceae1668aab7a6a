"""Who is behind two numbers."""

from __future__ import annotations

from recon.model import Claim

NOBODY = frozenset("officials official authorities local police sources source reports report update it they".split())
"""Words of origins that name nobody whom another could not be."""


def same_origin(one: Claim, other: Claim) -> bool:
    """Whether the origins of two claims are named alike: "police" and "Police in Orsted"."""
    mine, theirs = _words(one.origin), _words(other.origin)
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def credit(draft: Claim, evidence: Claim) -> tuple[str, ...]:
    """A note where the two name different speakers."""
    unnamed = not (_words(draft.origin) - NOBODY and _words(evidence.origin) - NOBODY)
    if {draft.origin_basis, evidence.origin_basis} != {"named"} or unnamed or same_origin(draft, evidence):
        return ()
    return (f"the draft credits {draft.origin}, the evidence {evidence.origin}",)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in name.lower().replace(",", " ").split() if word not in {"the", "of", "in", "a"})
