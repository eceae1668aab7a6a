"""Two numbers side by side: one range, one compound, a change from one to the other, or a score."""

from __future__ import annotations

import re

from recon.extraction import bounds, kinds, refusals
from recon.extraction.places import Found, Place
from recon.extraction.readings import Reading, Surface
from recon.model import Kind

_YEAR = re.compile(r"(?:19|20)\d\d\s")
"""A year before another number: "36,185 in 2003 to 28,041 in 2004"."""
_RESPECTIVELY = re.compile(r"\A[^.;]{0,70}\brespectively\b")
_BETWEEN = re.compile(r"\bbetween\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris|rose|fell|fall|increas|decreas|grew|grow|jump|drop|declin|climb|surg|soar|plung|cut|rais|went|up|down|go|goes|mov|slip"
    r"|shr[aiu]nk|expand|boost|lower|reduc|chang|doubl|tripl|swell|swoll|balloon|revis|upgrad|downgrad|improv|widen|narrow|edg|slash"
    r"|tumbl|eas)(?:e|es|ed|ing|s|n|en|ped|ping)?\b[^.;]{0,60}\bfrom\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def choose(surface: Surface, place: Place, last: Found | None) -> Reading | None:
    """The joined reading where the words make it one quantity, the only reading where there is one, else None.

    `last` is the figure before: in "between 20 and 30 km (12 and 19 miles)" the second "and" does as the first.
    """
    if len(surface.apart) == 1:
        return surface.apart[0]
    joined = surface.joined
    if surface.join == "to" and surface.apart[1].value == 1 and _is_odds(surface, place):
        one, other = surface.apart
        return one._replace(end=other.end, kind="ratio", bare=False)
    if joined is None or kind_of_pair(surface, place) or not _is_one(surface, joined, place, last):
        return None
    return joined


def _is_one(surface: Surface, joined: Reading, place: Place, last: Found | None) -> bool:
    """Whether the words make two measures one quantity."""
    if surface.join == "and" and joined.bound == "range":
        converts = (
            last is not None and last.reading.bound == "range" and place.text[last.end : place.start].strip() == "("
        )
        return converts or bool(_BETWEEN.search(place.before(32)))
    if surface.join == "list":
        return joined.kind != "duration" or place.after(1) != ","
    if surface.join == "or":
        return not _RESPECTIVELY.search(place.after(80))
    if surface.join == "to":
        onwards = (
            last is not None and last.reading.bound != "range" and place.text[last.end : place.start].strip() == "to"
        )
        dated = _YEAR.match(place.surface) and "," in place.surface[6:]
        return not (onwards or dated or _CHANGE.search(place.before(96)) or _by_so_much(surface, place))
    return True


def first_of_two(surface: Surface, place: Place, alone: Surface) -> Reading:
    """The first of two figures; a change "by 60 cents to $14 an hour" is no rate, though the level is."""
    first = surface.apart[0]
    if " / " in first.unit and alone.apart and _BY.search(place.before(32)):
        return alone.apart[0]
    return first


_BY = re.compile(
    r"\bby\s+(?:[\w-]+\s+){0,2}$"
    r"|\b(?:add|gain|lost|los|shed|rose|ris|fell|fall|climb|jump|slid|slip|drop|surg|soar|tumbl|plung|up|down|eas|edg|advanc)\w{0,4}\s"
    r"(?:another\s|a\sfurther\s)?$",
    re.IGNORECASE,
)


def _by_so_much(surface: Surface, place: Place) -> bool:
    """ "rose by 60 to 503" and "by $60m to $503m" are a change and a level; "by 5 to 10 percent" is a range."""
    change, level = surface.apart
    alike = change.kind == level.kind != "percent" and (change.bare == level.bare or change.kind == "count")
    far = change.value is not None and level.value is not None and level.value >= 3 * change.value
    return alike and far and bool(_BY.search(place.before(32)))


_VOTE = re.compile(r"\b(?:vot(?:e|es|ed|ing)(?:\sof)?|won|lost|beat|ruled|led|ahead)\s(?:[\w’'-]+\s){0,2}\Z")


def _is_odds(surface: Surface, place: Place) -> bool:
    """Whether so many stand to one: "outnumbered by three to one", not "lost 3 to 1" nor "fell from 3 to 1"."""
    one, other = surface.apart
    return (
        one.bare
        and other.bare
        and (one.value or 0) > 1
        and not place.before(8).rstrip().endswith("from")
        and not _VOTE.search(place.before(32))
    )


def _kind_of_to(low: str, high: str, place: Place) -> Kind | None:
    """Of "9 to 5", working hours; of "voted 7 to 2", a score."""
    if (low, high) == ("9", "5") and not _CHANGE.search(place.before(96)):
        return "time"
    return "score" if _VOTE.search(place.before(32)) and max(len(low), len(high)) < 4 else None


def kind_of_pair(surface: Surface, place: Place) -> Kind | None:
    """What two bare numbers are that make no range: a score, a vote, years; None for a range or two figures."""
    joined = surface.joined
    if surface.join in {"", "list", "or", "margin"} or not all(reading.bare for reading in surface.apart):
        return None
    low, high = ("" if reading.value is None else f"{reading.value:.0f}" for reading in surface.apart)
    if refusals.are_years(low, high) and not (joined and bounds.before(place)[0] != "exact"):
        return "date" if surface.join != "and" or _BETWEEN.search(place.before(32)) else None
    if surface.join == "to":
        return _kind_of_to(low, high, place)
    if surface.join == "and" or (joined and bounds.before(place)[0] != "exact"):
        return None
    if joined and (kinds.is_age(place, joined) or place.before(7).lower() == "serves "):
        return None
    return refusals.kind_of_pair(low, high, place.after(32), ascending=joined is not None)
