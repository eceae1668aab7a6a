"""A reading in its place: refused where it is no quantity, else with its hedge, its unit and its noun."""

from __future__ import annotations

import re

from recon.extraction import bounds, kinds, nearby, nouns, refusals
from recon.extraction.places import Found, Place
from recon.extraction.readings import Reading, Surface
from recon.extraction.surfaces import Surfaces
from recon.model import Bound

_HEDGES = frozenset({"about", "nearly", "at_least", "more_than", "at_most", "less_than"})
_OPENING = frozenset("([")
_DETERMINERS = frozenset("a an the its their his her this that".split())
_OCCASIONS = (
    " nights",
    " games",
    " matches",
    " seasons",
    " rounds",
    " innings",
    " sessions",
    " stages",
    " legs",
    " sets",
)
"""Counts of time, before which a bare "over" mostly means "during" too."""
_ATTRIBUTIVE = re.compile(r"(?:\b(?:a|an|the|its|their|his|her|this|that)\s+(?:[a-z-]+\s+){0,2})\Z", re.IGNORECASE)


def judged(place: Place, reading: Reading, surface: Surface, last: Found | None, surfaces: Surfaces) -> Found:
    """The figure of a reading in its place; `last` is the figure before it."""
    bound, hedge = _hedge(place, reading)
    if not reading.plain:
        refused = refusals.kind_of(reading, place, hedged=bound != "exact")
        if refused is not None and not (refused == "identifier" and last is not None and _continues(place, last)):
            return Found(place.start, place.end, reading._replace(kind=refused, low=reading.value, high=reading.value))
        reading = kinds.retyped(reading, place, last)
    reading, place = nearby.with_unit(reading, place, last, surfaces)
    if bound == "exact" and last is not None:
        bound = _inherited(place, reading, last)
    return Found(place.start, place.end, bounded(reading, bound), _noun(place, reading, surface, hedge), hedge)


_GAPPED = re.compile(
    r"(?:\s[a-z-]{2,20}){0,2}(?:,|;|,?\s(?:and|but|to))\s(?!Flight|Boeing|Airbus|Article|Section|Route|Room|Page)(?:[A-Z][\w’'-]{1,20}\s){1,2}"
)


def _continues(place: Place, last: Found) -> bool:
    """Whether a verb is left out before the number: "Brandt has 846 and Dahl 544."."""
    alike = last.reading.kind == "count" and last.reading.bare and place.surface.isdigit()
    closes = alike and place.after(1) in {".", ",", ";"}
    return closes and bool(_GAPPED.fullmatch(place.text, last.end, place.start))


def hedged(found: Found, text: str) -> Found:
    """The figure with the hedge around it, for one whose reading knows of none."""
    place = Place(text, found.start, found.end)
    bound, hedge = _hedge(place, found.reading)
    if found.reading.unit == "pound":
        found = found._replace(reading=kinds.told(found.reading, place))
    return found._replace(reading=bounded(found.reading, bound), hedge=hedge)


def bounded(reading: Reading, bound: Bound) -> Reading:
    """The reading with a bound, where its own is exact."""
    if bound == "exact" or reading.bound != "exact" or reading.value is None:
        return reading
    low, high = bounds.sides(bound, reading.value)
    return reading._replace(bound=bound, low=low, high=high)


def _is_over_occasions(place: Place) -> bool:
    return place.ahead == "over" and place.text.startswith(_OCCASIONS, place.end)


def _hedge(place: Place, reading: Reading) -> tuple[Bound, int]:
    bound, width = bounds.before(place, duration=reading.kind == "duration" or _is_over_occasions(place))
    behind = bounds.after(place)
    return (behind if bound == "exact" or (bound == "about" and behind in {"at_least", "at_most"}) else bound), width


def _inherited(place: Place, reading: Reading, last: Found) -> Bound:
    """A hedge before "A (B)" holds for both sides."""
    opens = place.ahead[-1:] in _OPENING and place.text[last.end : place.start].strip() in _OPENING
    both = opens and reading.unit and last.reading.unit
    return last.reading.bound if both and last.reading.bound in _HEDGES else "exact"


def _noun(place: Place, reading: Reading, surface: Surface, hedge: int) -> str:
    """The noun of the figure, as far as it stands behind it."""
    after = place.after(nouns.WINDOW)
    if len(surface.apart) == 2 and reading.bare and surface.join in {"and", "or", "to"} and reading.bound != "range":
        finish = place.start + surface.apart[1].end
        after = place.text[finish : finish + nouns.WINDOW]
    if reading.kind in {"count", "rate", "ratio"} and not reading.unit:
        return nouns.after(after)
    if reading.kind in {"money", "percent"} and not reading.tight:
        before = place.before(hedge + 32)[: -hedge or None]
        attributive = not _DETERMINERS.isdisjoint(before.lower().split()[-3:]) and _ATTRIBUTIVE.search(before)
        return nouns.after(after, unit=not attributive)
    written = place.surface
    several = reading.value is not None and abs(reading.value) > 1
    singular = reading.tight or (several and not written.endswith(("s", "feet")))
    return nouns.after(after, unit=True, tight=singular and written[-1:].isalpha())
