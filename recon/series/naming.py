"""What a series is called: a title for readers and a key for machines."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from recon.model import Claim
from recon.series.slots import Slots, places
from recon.series.vocabulary import PEOPLE

LONGEST = 60
LITTLE = frozenset({"in", "of", "the", "a", "an"})


def title_of(members: Sequence[tuple[Claim, Slots]]) -> str:
    """What is counted as most of the claims print it, and where: "North Korean troops in Kursk"."""
    role = next((slots.role for _, slots in members if slots.role), "")
    printed = _commonest([claim.noun for claim, _ in members])
    told = _commonest([claim.subject for claim, _ in members])
    says = told and not PEOPLE.issuperset(told.lower().split())
    subject = ((told if says else role) or printed) if role else (printed or told)
    subject = subject or _unnamed(members[0][0])
    place = _commonest([_place(*member) for member in members if member[1].stated])
    place = place or _commonest([_place(*member) for member in members])
    year = next((slots.year for _, slots in members if slots.year), None)
    title = subject[:1].upper() + subject[1:]
    if place and place.lower() not in subject.lower():
        title += f" in {place}"
    return title + (f", {year}" if year else "")


def _place(claim: Claim, slots: Slots) -> str:
    """The narrowest place of a claim, as printed where the claim prints it."""
    printed = claim.place.split(",")[0].strip()
    return printed if slots.places[:1] == places(printed) else slots.place.title()


def keys(titles: Sequence[str]) -> list[str]:
    """A slug for each title, those that would be equal numbered in order from 2."""
    used: Counter[str] = Counter()
    taken: set[str] = set()
    made = []
    for title in titles:
        base = key = slug(title)
        while key in taken:
            used[base] += 1
            key = f"{base}-{used[base] + 1}"
        taken.add(key)
        made.append(key)
    return made


def slug(title: str) -> str:
    """Lower-case words joined by hyphens, at most 60 characters of them: "north-korean-troops-kursk"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"[a-z0-9]+", plain.lower()) if word not in LITTLE]
    text = "-".join(words)
    if len(text) > LONGEST:
        text = text[: LONGEST + 1].rsplit("-", 1)[0][:LONGEST]
    return text or "figures"


def _commonest(texts: Sequence[str]) -> str:
    counts = Counter(text for text in texts if text)
    return min(counts, key=lambda text: (-counts[text], len(text), text), default="")


def _unnamed(claim: Claim) -> str:
    return f"{claim.kind} of {claim.text}" if claim.kind != "count" else f"count of {claim.text}"
