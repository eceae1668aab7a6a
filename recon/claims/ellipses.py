"""What a number without a noun counts: the thing its verb tells the height of, its label, or what was counted before.

"put the crowd at 35,000", "insured losses came to $812 million", "Containment: 28 percent", "had burned 8,400 acres".
Where the sentence leans on the one before, it is the subject of the number there: "It expects 30", "Of those, 41".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recon.model import Figure

HEDGES = (
    r"(?:(?:at|least|most|more|less|fewer|than|about|around|some|nearly|almost|over|under|up|to|as|many|much|high|low|"
    r"an?|estimated|roughly|approximately|close|just|only|well|between|just|currently|now|still|the|remaining|"
    r"another|further|additional|slightly|somewhere|anywhere|from|late|early)\s){0,6}[$€£]?"
)
CARRIERS = frozenset(
    """number numbers figure figures count total totals tally sum amount level estimate estimates forecast forecasts
    projection guess reckoning rest remainder share it that this they which one record maximum minimum average peak
    target goal limit bill-board toll-board""".split()
)
"""Nouns that only carry a number: what it counts stands behind "of", or was said before."""
GAUGED = re.compile(
    r"\b(?:puts?|putting|places?|placed|estimates?|estimated|set|rais(?:es?|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|"
    r"revis(?:es?|ed|ing)|increas(?:es?|ed|ing)|reduc(?:es?|ed|ing)|had (?=the|its|his)|has (?=the|its|his)|keep(?:s|"
    r"ing)?|kept|left|leav(?:es?|ing)|"
    r"bring(?:s|ing)?|brought|tak(?:es?|ing)|took|push(?:es|ed|ing)?|peg(?:s|ged)|expects?|expected|sees?|saw)\s?"
    r"((?:(?:the|its|their|his|her|our|my|an?|that|this|[A-Z][\w-]*[’']s)\s)?(?:[\w’'-]+\s){0,8}?[\w’'-]+)\s"
    r"(?:so far\s|now\s|up\s|down\s|back\s|further\s|yet\s)?(?:at|to|as|to (?:hit|reach|exceed|top|total))\s"
    rf"{HEDGES}$"
)
LEVEL = re.compile(
    r"\b((?:[\w’'-]+\s){0,9}?[\w’'-]+)\s(?:(?:has|have|had|was|were|is|are|will|would|could|can|may|might|should|now|soon|"
    r"already|also|still|since|alone|likely|expected|projected|estimated|forecast|thought|believed|due|set|been|be|to|so|far|"
    r"then|all|together)\s){0,5}"
    r"(?:ris(?:es?|en|ing)|rose|reach(?:es|ed|ing)?|hit(?:s|ting)?|climb(?:s|ed|ing)?|st(?:ands?|ood)|pass(?:es|ed)?|c[ao]mes?|"
    r"coming|gr[eo]ws?|grown|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|slip(?:s|ped|ping)?|dip(?:s|ped)?|jump(?:s|ed|ing)?|"
    r"surg(?:es?|ed|ing)|swell(?:s|ed)?|total(?:s|led|ed|ling|ing)?|exceed(?:s|ed)?|top(?:s|ped)|remain(?:s|ed)?|number(?:s|ed)|"
    r"sank|sinks?|shr[ai]nks?|amount(?:s|ed)?|average[sd]?|went|goes?|put|is|was|were|are|be|unchanged)\s"
    rf"(?:(?:up|down|back|out|in|unchanged|steady|further|sharply|slightly|only)\s)?(?:(?:to|at|by|in at|"
    rf"around)\s)?{HEDGES}$"
)
LABEL = re.compile(rf"^[\s*•–-]*([A-Z][\w’'-]*(?:\s[\w’'-]+){{0,4}})\s?:\s*{HEDGES}$")
CLAUSE = re.compile(r"[;:()“”\"]|,\s|\s(?:that|which|who|and|but|while|as|when|where|because|if|said|says|after)\s")
OF = re.compile(r"^(?:[\w’'-]+\s){0,3}?([\w’'-]+)\sof\s(.+)$")
BURNED = re.compile(
    rf"\b(?:(?:wild|bush|forest )?fires?|blazes?)\b[^.;]{{0,100}}$|\b(?:burn(?:s|ed|t|ing)?|consum\w+|charr?\w*|"
    rf"scorch\w*|blacken\w*)\s{HEDGES}$",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:hold(?:s|ing)?|held|control(?:s|led|ling)?|occup(?:y|ies|ied)|in control of|leaving [\w’' -]{2,30} with)\s"
    rf"{HEDGES}$",
    re.IGNORECASE,
)
PAID = re.compile(r"\b(?:paid|pays?|paying|earn(?:s|ed|ing)?|salar(?:y|ies)|wages?)\b", re.IGNORECASE)
SUMS = re.compile(
    r"\b(costs?|costing|prices?|damages?|losses|profits?|revenues?|sales|turnover|budget|debts?|deficit|surplus|fines?|"
    r"fees?|tax|aid|funding|loan|charge|bill|ransom|bail|reward|income|spending|expenditure|exports|imports|donations?|"
    r"investment|compensation|earnings|dividend)\b",
    re.IGNORECASE,
)
"""What a sum of money may be the height of."""
DETERMINERS = frozenset(
    """the a an its their his her our my this that these those whole full official latest first own previous earlier
    confirmed current overall combined final new initial estimated total""".split()
)
STOPS = frozenset(
    """of in at on for from by to with during since after across among within near into over under so now yet of between
    against around here there last this next""".split()
)
NOMINAL = {
    "containment": "contained", "march": "crowd", "rally": "crowd", "protest": "crowd", "demonstration": "crowd",
    "turnout": "turnout", "attendance": "crowd",
}  # fmt: skip
"""What a noun for a happening measures, as its verb does."""
WINDOW = 160
"""Characters before a number in which the noun it belongs to stands."""
LEANING = re.compile(
    r"\b(?:of|have|has|had|at|as|with|counts?|counted|expects?|expected|received?|receives|reported|reports?|gave|gives?|"
    r"claims?|claimed|announced|said|says|spoke|spoken|needs?|needed|to|was|were|is|be|the|those|these|all|forecast|predicted|"
    r"recorded|registered|hopes?|for|against|than|from|or|and|versus|it|only|just|another|found|lists?|listed|names)\s"
    rf"{HEDGES}$",
    re.IGNORECASE,
)
"""The words behind which a bare number counts on."""
GENERIC = frozenset(("capacity", "people", "person", "other", "man", "woman"))
"""Subjects that say too little to be counted on."""
BARE_NAME = re.compile(r"[A-Z][\w.’'-]*,?\s$")
SET_OFF = re.compile(r"\s*[,;)\]]")


def told(figure: Figure, text: str, start: int) -> str:
    """The noun phrase whose height the number tells in its sentence, in lower case; "" where there is none."""
    before = text[max(0, start - WINDOW) : start]
    label = LABEL.match(text[:start]) if start < 80 else None
    if label:
        return _named(label[1][0].lower() + label[1][1:])
    if figure.kind == "area":
        return "held area" if HELD.search(before) else "burned area" if BURNED.search(before) else ""
    pieces = [match.end() for match in CLAUSE.finditer(before)]
    part = before[pieces[-1] :] if pieces else before
    if start <= WINDOW and not pieces:
        part = part[:1].lower() + part[1:]
    gauged = GAUGED.search(part) or LEVEL.search(part)
    found = _named(gauged[1]) if gauged else ""
    if found:
        return found
    if figure.kind == "rate" and PAID.search(before, max(0, len(before) - 60)):
        return "pay"
    if figure.kind in {"money", "rate"}:
        sums = [match[1].lower() for match in SUMS.finditer(before, max(0, len(before) - 60))]
        return sums[-1] if sums else ""
    return ""


def _named(printed: str) -> str:
    """The head of a printed noun phrase with the word before it; of one that only carries a number, what it is of."""
    of = OF.match(printed)
    if of and of[1].lower() in CARRIERS:
        return _named(of[2])
    words: list[str] = []
    for word in printed.split():
        low = word.lower()
        if words and (low in STOPS or (low.endswith("ed") and len(low) > 4)):
            break
        if low in DETERMINERS or low in STOPS or low.endswith(("’s", "'s")):
            continue
        words.append(word)
    if not words or words[-1].lower() in CARRIERS or len(words) > 4 or words[-1][0].isupper():
        return ""
    head = words[-1].lower()
    return NOMINAL.get(head) or " ".join(words[-2:]).lower()


def leans(figure: Figure, text: str, start: int, end: int) -> bool:
    """Does a number without a noun count on what was counted before it?"""
    before = text[max(0, start - 60) : start]
    if figure.noun or (BARE_NAME.search(before) and SET_OFF.match(text, end)):
        return figure.noun.lower() in CARRIERS
    return bool(LEANING.search(before)) or start < 3 or before.endswith((", ", "- ", "– "))


def antecedent(kind: str, unit: str, earlier: Sequence[tuple[str, str, str]]) -> str:
    """The subject of the nearest number before of the same kind; `earlier` holds kind, unit and subject of each."""
    for other, its_unit, subject in reversed(earlier):
        if other == kind and (its_unit == unit or kind not in {"count", "rate", "other"}) and subject not in GENERIC:
            return subject
    return ""
