"""What became of people who are counted: dead, injured, missing, trapped; by the word that governs their number."""

from __future__ import annotations

import re
from functools import lru_cache

OUTCOMES: dict[str, str] = {
    "missing": r"missing|unaccounted for|(?:never|not yet) (?:been )?found",
    "displaced": (
        r"displaced|displacement|uprooted|living away from (?:their )?homes|(?:forced|"
        r"driven) from (?:their )?homes|fled their homes"
    ),
    "injured": (
        r"injur(?:ed|ies|ing|y)|wound(?:ed|ing|s)|hurt|(?:struck|hit) by (?:gunfire|bullets?|shrapnel|"
        r"debris)"
    ),
    "dead": (
        r"dead|died|die|dies|deaths?|death toll|kill(?:s|ed|ing)|fatalit(?:y|ies)|fatal|bodies|corpses|"
        r"perished|lost their lives|slain|murdered|toll|drowned|executed"
    ),
    "infected": r"infected|cases?|infections?",
    "arrested": r"arrested|detained|arrests?|detentions?|jailed|under arrest|in custody|imprisoned",
    "captured": r"captured|seized|held hostage|taken (?:prisoner|captive|hostage)|kidnapped|abducted",
    "evacuated": (
        r"evacuated|evacuees|evacuations?|(?:told|ordered|asked|urged|forced) to (?:leave|evacuate|flee|"
        r"get out)|under (?:\w+ )?(?:evacuation )?orders|under (?:\w+ )?evacuation"
    ),
    "homeless": r"homeless|lost their homes",
    "trapped": (
        r"trapped|stranded|buried|(?:under|beneath|in) the (?:rubble|debris|ruins|wreckage|mud|snow)(?! of)|"
        r"still under|"
        r"still inside"
    ),
    "hospitalized": (
        r"hospitali[sz]ed|hospitali[sz]ations?|in (?:the |\w+ )?hospitals?|(?:taken|brought|rushed|"
        r"transported|admitted|flown) to (?:[\w’'-]+ ){0,4}(?:hospitals?|clinics?|medical cent(?:er|"
        r"re)s?)|transported"
    ),
    "rescued": r"rescued|survivors|saved",
    "shot": r"shot",
    "crowd": (
        r"marches|joined (?:\w+ )?(?:protests?|rallies|demonstrations?|strikes?)|"
        r"march(?:ed|ing|ers)|rall(?:y|ied)|demonstrat(?:ed|ing|ors)|protest(?:ed|ing|ers)|"
        r"t[ao]ken? part|took part|turned out|attend(?:ed|ing)|(?:onto|to) the streets|on the streets|"
        r"gather(?:ed)?"
    ),
}
"""The words for each outcome, as alternatives of a pattern; the first that fits at a place is taken."""
OUTCOME = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in OUTCOMES.items()) + r")\b", re.IGNORECASE
)
TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:[a-z]+ ){0,2}(?:deaths|dead|fatalities|victims|missing|people killed))\b",
    re.IGNORECASE,
)
GROWING = re.compile(
    r"\b(?:ris\w+|rose|reach\w*|hit\w*|climb\w*|stand\w*|stood|pass\w*|mount\w*|to|at|was|is|above|likely|now)\b",
    re.IGNORECASE,
)
PEOPLE = frozenset(
    """people persons person others other residents civilians victims men women children adults teens teenagers
    students passengers patients individuals survivors employees workers victim more bodies citizens
    inhabitants""".split()
)
_HUMAN = """
    militant rebel insurgent gunman protester protestor demonstrator migrant refugee tourist pilgrim worshipper
    villager miner sailor fisherman firefighter rescuer hiker climber inmate prisoner detainee hostage guest customer
    shopper fan boy girl baby infant pupil teacher doctor nurse medic journalist farmer laborer labourer driver
    commuter crewman man woman child officer policeman guard official settler fighter peacekeeper resident national
    foreigner member relative toddler senior retiree holidaymaker bystander paramedic volunteer contractor suspect
    attacker assailant bomber biker cyclist motorist pedestrian swimmer skier runner docker trader vendor lawmaker
    household family crew staff personnel
    """.split()
HUMAN = frozenset(
    [*_HUMAN, *(f"{word}s" for word in _HUMAN), *(word.replace("man", "men") for word in _HUMAN), "families", "babies"]
)
"""Nouns for human beings, of whom "killed 14" or "14 were arrested" tell the same as of "people"."""
HEDGE = re.compile(
    r"[\s,]+(?:(?:at|least|more|than|about|around|some|nearly|almost|over|up|to|as|many|an|a|estimated|another|further|"
    r"additional|the|of|other|roughly|approximately|close|all|by|including)\s+){0,6}$"
)
BEHIND = re.compile(
    r"\s+(?:(?:who|which|that|of|them|whom|had|have|has|been|were|was|are|is|be|being|confirmed|reported|reportedly|"
    r"feared|believed|presumed|listed|as|still|now|also|left|found|already|either|all|both|among|the|remained|remain|later|to)\s+){0,6}$"
)
"""What may stand between human beings and the word for what became of them."""
COUNTED = frozenset(
    """arrests injuries evacuations rescues toll deaths death fatalities dead cases injured wounded missing
    killed""".split()
)
OWN = re.compile(r"\b(?:(?:death )?toll|deaths|fatalities|injuries)$", re.IGNORECASE)
"""A noun that is a word for an outcome itself, whatever else its sentence tells of."""
TROOPS = frozenset(
    "troop troops soldier soldiers personnel servicemen forces fighters troopers infantrymen deployment".split()
)
PARENTHESIS = re.compile(r", (?:not )?(?:including|counting|excluding|among them)\b[^,.;]{0,60},")
"""What is taken in or left out between a number and its word: "Four people, including the gunman, were killed"."""
FAR = 55
"""The most characters, with handicaps for what stands between, from a number of people to the word for its outcome."""
LATER = frozenset({"shot", "rescued", "infected", "crowd"})
"""Outcomes that give way to another as near."""


LOST = re.compile(
    r"\b(?:los(?:t|es|ing)\b[^.;,\d]{0,30}|losses (?:at|of|to|are|were|stand at|stood at)\b[^.;,\d]{0,30})$"
)


def losses(noun: str, text: str, start: int) -> bool:
    """Whether a number in a sentence counts what an army lost: "has lost 79 servicemen", "put its losses at 135"."""
    army = not noun or noun.rsplit(maxsplit=1)[-1].lower() in TROOPS
    return army and LOST.search(text, max(0, start - 60), start) is not None


@lru_cache(maxsize=256)
def outcomes_of(text: str) -> tuple[tuple[int, int, str], ...]:
    """The words for outcomes in a sentence, each with its bounds and the outcome; kept for the next figure."""
    return tuple((match.start(), match.end(), str(match.lastgroup)) for match in OUTCOME.finditer(text))


def outcome(noun: str, text: str, start: int, end: int) -> str:
    """What became of the people counted, by the nearest word that says so; "" where what is counted is not people."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", noun)}
    people = not words or bool(words & (PEOPLE | COUNTED))
    if not people or words & TROOPS:
        return _governed(noun, text, start, end) if words & TROOPS or _human(noun) else ""
    own = OWN.search(noun)
    if own:
        return next((name for _, _, name in outcomes_of(own[0])), "")
    found = _nearest(text, start, end)
    if not found and not words - PEOPLE:
        tolls = [match for match in TOLL.finditer(text, 0, start) if GROWING.search(text, match.end(), start)]
        found = ("missing" if "missing" in tolls[-1][0].lower() else "dead") if tolls else ""
    return found


def _nearest(text: str, start: int, end: int) -> str:
    low, high = max(text.rfind(".", 0, start) + 1, start - 70), end + 70
    for mark in (";", " but ", " while "):
        cut = text.find(mark, end, high)
        high = cut if cut >= 0 else high
    best: tuple[int, str] | None = None
    for first, last, name in outcomes_of(text):
        if first < low or last > high:
            continue
        ahead = first >= end
        between = PARENTHESIS.sub("", text[end:first] if ahead else text[last:start])
        gap = len(between) + 12 * between.count(",") + 25 * between.count(" and ") + 15 * (last <= start)
        gap += 40 * bool(re.search(r"\d", between)) + 8 * (name in LATER)
        best = min(best or (gap, name), (gap, name))
    return best[1] if best and best[0] <= FAR else ""


def _human(noun: str) -> bool:
    """Is the head of a noun phrase a word for human beings, or a nation's name for its own: "militants", "Danes"?"""
    last = noun.rsplit(maxsplit=1)[-1]
    return last.lower() in HUMAN or (noun == last and last[0].isupper() and last.endswith("s"))


def _governed(noun: str, text: str, start: int, end: int) -> str:
    """What became of soldiers, miners or guests, where the word for it governs them: "killed 14", "14 were killed"."""
    at = text.find(noun, end, end + 60)
    behind = at + len(noun) if at >= 0 else end
    troops = noun.rsplit(maxsplit=1)[-1].lower() in TROOPS
    for first, last, name in outcomes_of(text):
        if last < start - 70 or first > behind + 70 or (troops and name == "crowd"):
            continue
        if (first >= behind and BEHIND.match(text, behind, first)) or (
            last <= start and HEDGE.match(text, last, start)
        ):
            return name
    return ""
