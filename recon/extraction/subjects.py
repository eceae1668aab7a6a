"""The subject of a number that follows a verb: "the number of X in the area is projected to reach 5,000"."""

from __future__ import annotations

import re

from recon.extraction.nouns import FUNCTION_WORDS, LIMIT

_LEVEL_VERBS = """
    reach hit top exceed surpass total number stand be average climb rise grow increase fall drop decline jump
    surge swell soar shrink balloon slip dip edge cost remain come go
    """.split()
_LEVEL_FORMS = """
    fell fallen rose risen grew grown stood came went is are was were put estimated totaled totalled totaling totalling
    reaching hitting rising falling standing
    """.split()
_AUXILIARIES = """
    is are was were be been being has have had will would could may might can should to now already also soon
    likely currently expected projected estimated forecast predicted set thought believed reported said due
    poised put anticipated
    """.split()
_SAID = frozenset("is are was were has have had will would could may might can should".split())
"""What tells that a phrase is a clause of its own."""
_DIRECTIONS = "up down out back sharply slightly only just".split()
_PREPOSITIONS = "to at by in from be around about".split()
_REACH = re.compile(
    rf"(?:^|\s)(?:(?:{'|'.join(_AUXILIARIES)})\s+){{0,6}}"
    rf"(?:(?:{'|'.join(_LEVEL_VERBS)})(?:s|es|ed|d)?|{'|'.join(_LEVEL_FORMS)})"
    rf"(?:\s+(?:{'|'.join(_DIRECTIONS)}))?(?:\s+(?:{'|'.join(_PREPOSITIONS)}))?\s*$",
    re.IGNORECASE,
)
_VERBS = frozenset(_LEVEL_FORMS) | {verb + ending for verb in _LEVEL_VERBS for ending in ("", "s", "es", "ed", "d")}
_LAST = _VERBS.union(["of"], _DIRECTIONS, _PREPOSITIONS)
"""The words that can end such a verb phrase; nearly all numbers have none before them."""
WINDOW = 300
"""Characters before a number in which its subject stands."""
_CLAUSE = re.compile(
    r"[,;:—–(\"“”]|\s(?:that|which|who|and|but|while|as|said|says|added|when|where|because|whether|if)\s", re.IGNORECASE
)
_NUMBER_OF = re.compile(
    r"(?:total|overall|estimated|official|confirmed)?\s*(?:number|total|count|amount|tally)\s+of\s+", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\s(?:in|at|on|for|from|of|by|to|with|during|since|after|across|among|within|near|into|over)\s", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|its|their|his|her|our|my|now|so|some|all|[\w. ]{1,40}[’']s?)\s+){1,6}",
    re.IGNORECASE,
)


_OF = re.compile(
    r"\b(?:an?|the|its|their|his|her|with|at)\s+((?:[a-z-]+\s){0,2}(?!total|number|average|maximum|minimum|record|rate|range|end|out|sum|half|some|kind|sort)"
    r"[a-z-]{3,20})\s+of\s*$"
)


_RELATIVE = re.compile(
    r"\s(?:which|who|that(?=\s(?:was|were|is|are|had|has|have|[a-z]{2,14}ed|sank|struck|hit|swept|tore|fell|broke|began"
    r"|went|left|ran|burst|blew|shook|cut|overran|overtook|came|took|made|rose|spread|burnt|lost|got|set)\s))\s"
)
"""What begins a clause about the noun before it; after "that" a verb must come, or it may be what somebody said."""


def _without_asides(clause: str) -> str:
    """The words up to a verb without the clause about a noun that stands between: "the toll from a ferry that sank off
    the coast", "the toll of the fire, which began on Monday,"."""
    if clause.endswith(","):
        before, _, _ = clause[:-1].rpartition(",")
        return before or clause
    relative = list(_RELATIVE.finditer(clause))
    plain = not relative or _CLAUSE.search(clause, relative[-1].end() - 1)
    return clause if plain else clause[: relative[-1].start()]


def before_verb(text: str, start: int, end: int) -> str:
    """The noun phrase whose number follows by a verb: "the number of X in the area is projected to reach" → "X".

    The text between `start` and `end` is the sentence up to the number, its hedges left out, or the last `WINDOW`
    characters of it. "" where no such verb stands before the number.

    >>> before_verb("Their monthly wage is estimated to be 90", 0, 38)
    'monthly wage'
    >>> before_verb("By noon, the number of rescued hikers in the park had reached 9", 0, 62)
    'rescued hikers'
    """
    words = text[max(start, end - 40) : end].lower().split()[-3:]
    if not words or words[-1] not in _LAST:
        return ""
    if words[-1] == "of":
        of = _OF.search(text[max(start, end - 60) : end])
        return of[1] if of else ""
    if _VERBS.isdisjoint(words):
        return ""
    before = text[start:end]
    verb = _REACH.search(before[-90:])
    if not verb:
        return ""
    clause = before[-260 : len(before) - len(before[-90:]) + verb.start()].strip()
    clause = _without_asides(clause)
    pieces = [m.end() for m in _CLAUSE.finditer(clause)]
    clause = clause[pieces[-1] :] if pieces else clause
    counted = [found.end() for found in _NUMBER_OF.finditer(clause)]
    clause = clause[counted[-1] :] if counted else clause
    preposition = _PREPOSITION.search(" " + clause)
    phrase = clause[: preposition.start()] if preposition else clause
    phrase = _DETERMINER.sub("", phrase.strip()).rstrip(" )-–—")
    words = phrase.split()
    if not _SAID.isdisjoint(words):
        return ""
    if not words or len(words) > LIMIT or words[0].lower() in FUNCTION_WORDS or words[-1].lower() in FUNCTION_WORDS:
        return ""
    return phrase
