"""The town, and the country, that an agency's story is sent from."""

from __future__ import annotations

import re

from recon.geography import COUNTRY_OF, STATES

DATELINE = re.compile(
    r"[ \t]*(?P<town>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,24}(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]{1,24}){0,3})"
    r"(?:, (?P<land>[A-ZÀ-Þ][\w’'-]{2,24}(?: [A-ZÀ-Þ][\w’'-]{2,24}){0,2})\.?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: \([^()\n]{2,30}\))? ?(?:—|–|--?)\s"
)
"""As the AP and Reuters stylebooks print it: "VARN, Norland, Oct 5 (Global Wire) - "."""
HEAD = 1_500
"""Characters at the head of a text in which its dateline stands."""
DOMESTIC = "United States"
"""The country whose states stand behind a town in place of it."""


def sent_from(text: str) -> tuple[str, str]:
    """Town and country of the dateline at the head of a text; "" for what is not there. A county is no country."""
    for line in text[:HEAD].split("\n"):
        match = DATELINE.match(line)
        if match:
            land = match["land"] or ""
            if land in STATES:
                return match["town"].title(), DOMESTIC
            named = land and not land.endswith((" County", " Province", " District", " Region", " Island"))
            return match["town"].title(), COUNTRY_OF.get(land, land) if named else ""
    return "", ""
