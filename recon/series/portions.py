"""Whether the words make a number a part of another one of its sentence, or the whole that another is a part of."""

from __future__ import annotations

import re

from recon.series.seen import Seen

NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|most|"
    r"some|half)"
)
HEDGE = (
    r"(?:(?:at least|more than|about|around|some|nearly|almost|over|only|just|another|the|all|its|those|these) ){0,2}"
)
BEHIND = re.compile(
    r"^(?! members? of)(?: [\w’'-]+){0,2} (?:(?<! out )of (?:them|whom|which|it|the|those|these|all|a total)|"
    rf"(?:out )?of {HEDGE}{NUMBER})\b"
)
"""What follows a part: "31 of the dead", "112 seats of 200", "12 of them"."""
OF_NUMBER = re.compile(rf"^(?: [\w’'-]+){{0,2}} (?:out )?of (?:a total of )?{HEDGE}{NUMBER}\b")
AHEAD = re.compile(
    rf"(?:\b(?:including|included|among them|among whom|of whom|of which|of them|of those)(?: were| are)? {HEDGE}|"
    rf"\b(?:[Oo]f|[Aa]mong) (?:the|those|these|that|its|all|them)\b[^.;]{{0,50}}, {HEDGE})$"
)
"""What comes before a part: "including 31", "of the 57 dead, 31"."""
WHOLE = re.compile(rf"{NUMBER}(?: [\w’'-]+){{0,2}} (?:out )?of (?:a total of )?{HEDGE}$", re.IGNORECASE)
"""What comes before a whole: "112 of the 200"."""


def is_part(place: Seen) -> bool:
    """Whether a number is said to be part of another, or of those counted: "31 of them", "including 31"."""
    if not place.text:
        return False
    return bool(BEHIND.match(place.text[place.end : place.end + 60]) or AHEAD.search(place.before))


def is_of_number(place: Seen) -> bool:
    """Whether a number is said to be so many of another that follows: the 112 of "112 of 200 seats"."""
    return OF_NUMBER.match(place.text[place.end : place.end + 60]) is not None


def is_whole(place: Seen) -> bool:
    """Whether a number is what another is a part of: the 200 of "112 of 200 seats"."""
    return bool(place.text) and WHOLE.search(place.before) is not None
