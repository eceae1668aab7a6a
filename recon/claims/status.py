"""Whether a number is seen, foreseen, planned or denied; and whether it is a total, an increment or a flow."""

from __future__ import annotations

import re

from recon.model import Measure, Status

_ACTS = (
    r"(?:send|deploy|close|shut|cut|build|hire|recruit|spend|buy|pay|invest|provide|give|donate|withdraw|open|add|"
    r"lay off|release|reopen|deliver|supply|train|plant|evacuate|relocate|contribute|raise|lower|reduce|increase|slash|"
    r"eliminate|axe|shed)"
)
"""What one does who says that one will."""
FORECAST = re.compile(
    r"\b(?:expect(?:s|ed|ing|edly|ation)?|anticipat\w+|project(?:s|ed|ion|ions)|forecast\w*|predict\w*|"
    r"estimated to (?:reach|rise|grow)|(?:is|are|was|were|be) likely to (?!be\b|have\b)|"
    r"(?:could|(?-i:may)|might) (?!be\b|have\b|not\b|also be\b|already\b)[a-z]+|(?:could|may|might) be (?:sent|"
    r"deployed)|"
    r"would (?!not\b|have\b|like\b|say\b|seem\b|appear\b|mean\b|suggest\b|indicate\b|imply\b)|"
    r"(?:is|are|was|were) due (?!to\b|to the\b)|(?:is|are|was|were) due to (?:arrive|start|begin|open|leave|reach|be|"
    r"return|"
    r"join|land|sail|receive|get)|sees (?=[a-z -]{0,40}(?:sales|profit|revenue|growth|earnings|loss))|"
    r"reckon(?:s|ed|ing)? with|(?:guided|guidance|bracing|brac(?:es|ed)) for|"
    r"penciled in|pencilled in|prepar(?:e|es|ed|ing) for|"
    r"set to|poised to|on (?:course|track) (?:to|for)|by the end of|soon have|shortly)\b|\w[’']ll\b|\bwill\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)? (?:to|for|on)|intend(?:s|ed|ing)? to|aim(?:s|ed|ing)? to|pledg(?:e|es|ed|ing)|"
    r"hop(?:es?|ed|ing) to|promis(?:e|es|ed|ing)|"
    r"vow(?:s|ed|ing)?|(?<!already )agreed to|approved|proposed?|proposing|commit(?:s|ted)? to|"
    r"announced (?:plans|it would)|"
    rf"(?:it|they|he|she|we) would (?:soon |also |now )?{_ACTS}|will (?:soon |also |now )?{_ACTS}|is sending|"
    rf"are sending|"
    r"was sending|were sending|is to|are to|scheduled to|target(?:s|ing)? of|goal of)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)? (?:claims?|reports?|the|a|suggestions?)|refut(?:es?|ed|ing)|"
    r"dismiss(?:es|ed|ing)?|no (?:plans?|intention) (?:to|of|for)|"
    r"there (?:is|are|was|were) no|no evidence (?:of|that)|untrue|not true|false (?:claims?|reports?|that)|"
    r"disput(?:es?|ed|ing) (?:the|that)|"
    r"(?:(?:did|does|do|has|have|had|is|are|was|were) not|(?:did|does|do|has|have|had|is|are|was|were|would)n[’']t)"
    r"(?! (?:immediately |yet |so |to )?(?:answer|say|comment|give|identify|know|respond|elaborate|clear|specify|"
    r"disclose|"
    r"sure|include|rule|only|drawn|be drawn|name|provide|yet)))\b",
    re.IGNORECASE,
)
FALSE_BEHIND = re.compile(
    r"\b(?:is|are|was|were|as) (?:completely |entirely |simply |all )?(?:false|untrue|wrong|baseless|unfounded|fake|"
    r"incorrect|fabricated|not true|a lie|lies|[“\"]?(?:an? )?(?:invention|fiction|fabrication|hoax|nonsense|"
    r"rubbish))\b",
    re.IGNORECASE,
)
HEARSAY = re.compile(
    r"\b(?:rumou?rs?|reports?|claims?|suggestions?|allegations?|stories|figures?|numbers?|estimates?|posts?|messages?|"
    r"videos?) (?:[a-z]+ ){0,4}(?:that|of)\b",
    re.IGNORECASE,
)
"""What is called false: "reports that 14 had died were false"."""
PAST_HYPOTHESIS = re.compile(r"\b(?:would|could|might) have\b", re.IGNORECASE)
NEVER_AHEAD = re.compile(
    r"\b(?:than|as|had been) (?:first |originally |initially |previously )?(?:expected|anticipated|forecast|"
    r"predicted)\b",
    re.IGNORECASE,
)
INCREMENT_BEFORE = re.compile(
    r"(?:\b(?:another|additional|further|extra|an? (?:additional|further|extra)|as many as another)\s+(?:about |"
    r"around |some |nearly |up to |at least )?|"
    r"\b(?:rose|risen|rising|fell|fallen|grew|grown|increased?|up|down|jumped|climbed|dropped|added|"
    r"adding) (?:by )?(?:about |around |some |nearly |more than |at least )?)$",
    re.IGNORECASE,
)
INCREMENT_AFTER = re.compile(r"^\s*(?:new|more|additional|further|others? more|extra)\b(?! than)", re.IGNORECASE)
INCREMENT_NOUN = re.compile(
    r"^\s*(?:[\w-]+\s){0,2}(?:more|additional|further)\b(?! than| information| details)", re.IGNORECASE
)
FLOW_AFTER = re.compile(
    r"^\s*(?:[\w.’'-]+\s){0,4}?(?:(?:a|per|each|every|an)\s+(?:second|minute|hour|day|week|month|quarter|year)"
    r"(?!\s+(?:earlier|ago|later|before|after|on)\b)|daily|weekly|monthly|annually|yearly|hourly)\b",
    re.IGNORECASE,
)
FLOW_BEFORE = re.compile(r"\b(?:daily|weekly|monthly|annual|yearly|hourly)(?:\s[\w-]+){0,6}\s*$", re.IGNORECASE)
FLOW_OPENING = re.compile(r"\b(?:each|every) (?:hour|day|week|month|year)\b[^.;,]{0,60}$", re.IGNORECASE)
CUT = re.compile(
    r";|,\s+(?:and|but|while|which|who|although|though)\s|\b(?:but|while|although|whereas)\b|\s[–—]\s|\b(?:after|"
    r"because|if)\b|,?\s+including\b"
)
GOVERNING = re.compile(
    r"\b(?:killed|injured|wounded|shot|left|struck|died|destroyed|devastated|was|were|had|said|rose|fell|took|came|"
    r"saw|gave)\b|"
    r"\b(?:who|that|which) (?:\w+ed|sank|broke|began|swept|shook|went|held|ran|won|lost|met|made)\b",
    re.IGNORECASE,
)


OTHER_VERB = re.compile(r"\b(?:and|but) (?:\w+ ){0,3}$|\b(?:who|which|that)\b")
"""What makes a verb behind the number another than its own: "won 52% and will take office"."""
ASSERTING = re.compile(
    r"\b(?:said|says|but|killed|injured|wounded|died|struck|conceded|admitted|acknowledged|forecasts?|where|whose)\b|:|"
    r"\bby\s(?:(?:an?|about|some|nearly|almost|around|just|only|more|than|over|margin|of|at|least)\s){0,4}(?:\d|$)",
    re.IGNORECASE,
)
OWNED = re.compile(r"\b(?:its|their|his|her|our|my)\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
"""What there is already: "plans to ballot its 27,000 members"."""
NOT = re.compile(r"\bnot (?:the )?$")
"""What is set right: "We lost four men, not 40"."""
FORETOLD = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:it|they|he|she|(?:the|its)\s[\w-]+)\s(?:had\s)?(?:earlier\s|previously\s)?"
    r"(?:forecast|forecasted|predicted|projected)\b"
)
"""What says behind a number that it was foretold: "up from the 860,000 it forecast"."""
FORMER = re.compile(r"\b(?:(?:up|down|rose|fell) from|compared (?:with|to))\s(?:[a-z]+\s){0,3}[$€£]?$")
"""What was before: "down from 1,620 a year earlier"."""
"""What stands between a denial and a number that it does not govern: "denied it and said 40 had gone", "rejected it by
54 percent"."""


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the clause that a stretch of text stands in."""
    low, high = 0, len(text)
    for match in CUT.finditer(text):
        if match.end() <= start:
            low = match.end()
        elif match.start() >= end:
            high = match.start()
            break
    return low, high


def status(text: str, start: int, end: int, *, cues: tuple[str, ...] = ()) -> Status:
    """The status of the number at `start` to `end` of its sentence; `cues` are the verbs by which it is attributed."""
    low, high = clause(text, start, end)
    part = text[low:high]
    at = start - low
    stop = end - low
    hypothesis = NEVER_AHEAD.search(part) or PAST_HYPOTHESIS.search(part)
    part_forecast = None if hypothesis else _near(FORECAST, part, at, stop)
    if _near(DENIED, part[: at + 1], at, stop, between=ASSERTING):
        return "denied"
    if NOT.search(text, max(0, start - 12), start):
        return "denied"
    if HEARSAY.search(part, 0, at) and FALSE_BEHIND.search(part, stop):
        return "denied"
    if FORETOLD.match(text, end):
        return "forecast"
    before = text[max(0, start - 40) : start]
    if OWNED.search(before) or FORMER.search(before):
        return "observed"
    plan = _near(PLANNED, part, at, stop)
    if plan and (part_forecast is None or plan >= part_forecast or plan <= at < part_forecast):
        return "planned"
    foretold = any(cue.startswith(("forecast", "predict", "project", "expect")) for cue in cues)
    return "forecast" if part_forecast is not None or foretold else "observed"


def _near(
    pattern: re.Pattern[str], text: str, at: int, stop: int, reach: int = 110, between: re.Pattern[str] = GOVERNING
) -> int | None:
    """Where the match that governs the number from `at` to `stop` ends: before it without a verb between, or shortly
    behind; None without one."""
    found = []
    for match in pattern.finditer(text):
        gap = at - match.end() if match.end() <= at else match.start() - at
        if match.end() <= at and (gap > reach or between.search(text, match.end(), at)):
            continue
        if match.end() > at and (
            gap > 55 or "," in text[stop : match.start()] or OTHER_VERB.search(text[at : match.start()])
        ):
            continue
        found.append((gap, match.end()))
    return min(found)[1] + 1 if found else None


def measure(text: str, start: int, end: int, unit: str) -> Measure:
    """Total, increment ("another 17") or flow ("a month")."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    if "/" in unit or FLOW_AFTER.match(after) or FLOW_BEFORE.search(before[-40:]) or FLOW_OPENING.search(before):
        return "flow"
    if INCREMENT_BEFORE.search(before) or INCREMENT_AFTER.match(after) or INCREMENT_NOUN.match(after):
        return "increment"
    return "total"
