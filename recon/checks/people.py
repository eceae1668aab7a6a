"""Words for people as the news counts them, and the yardsticks that divide them."""

from __future__ import annotations

PEOPLE = frozenset({
    "people", "person", "civilian", "soldier", "troop", "personnel", "serviceman", "servicewoman", "officer",
    "general", "sailor", "marine", "airman", "recruit", "conscript", "reservist", "fighter", "militant", "rebel",
    "gunman", "insurgent", "guerrilla", "policeman", "policewoman", "guard", "firefighter", "man", "woman", "child",
    "boy", "girl", "baby", "infant", "teenager", "adult", "minor", "pensioner", "victim", "casualty", "survivor",
    "passenger", "driver", "worker", "employee", "miner", "farmer", "fisherman", "teacher", "student", "pupil",
    "nurse", "doctor", "patient", "prisoner", "inmate", "detainee", "hostage", "refugee", "migrant", "resident",
    "villager", "tourist", "visitor", "protester", "demonstrator", "journalist", "lawmaker", "senator", "delegate",
    "member", "player", "athlete", "fan", "voter", "crew", "staff", "relative", "mourner", "worshipper", "pilgrim",
    "foreigner", "national", "citizen", "suspect", "boarder", "juror", "singer", "pilot", "dead", "injured",
    "wounded", "candidate", "artist", "actor", "musician", "dancer",
    "lawyer", "judge", "engineer", "cadet", "deputy", "minister", "councillor", "priest", "shopper", "cyclist",
    "runner", "commuter", "holidaymaker",
})  # fmt: skip
"""Singular."""

YARDSTICKS = (
    frozenset({"man", "woman", "boy", "girl", "child", "adult", "minor", "infant", "baby", "teenager"}),
    frozenset({"officer", "general", "soldier", "sailor", "marine", "airman", "conscript", "civilian"}),
)
"""Nouns that divide people by one and the same measure, so that nobody is counted under two of them."""

_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "troops": "troop", "babies": "baby"}


def head(noun: str) -> str:
    """The last word of a noun as printed, singular, in the case it has: "North Korean troops" → "troop"."""
    last = noun.rpartition(" ")[2]
    lower = last.lower()
    for plural, singular in _IRREGULAR.items():
        if lower.endswith(plural):
            return last[: len(last) - len(plural)] + singular
    if lower.endswith("ies"):
        return last[:-3] + "y"
    return last[:-1] if lower.endswith("s") and not lower.endswith("ss") else last


def are_people(noun: str) -> bool:
    """Whether a noun names people: a word for them, or a nationality printed with a capital."""
    name = head(noun)
    return name.lower() in PEOPLE or name[:1].isupper() or name.endswith(("child", "man", "woman", "person"))


def same_sort(one: str, other: str) -> bool:
    """Whether things of two nouns may be counted together: the same noun, or people both."""
    return bool(head(one)) and (head(one).lower() == head(other).lower() or (are_people(one) and are_people(other)))


def exclusive(nouns: tuple[str, ...]) -> bool:
    """Whether nobody can be counted under two of these nouns: men and women, or Poles and Finns."""
    heads = [head(noun) for noun in nouns]
    if len(set(heads)) < len(heads):
        return False
    lower = {name.lower() for name in heads}
    return all(name[:1].isupper() for name in heads) or any(lower <= family for family in YARDSTICKS)
