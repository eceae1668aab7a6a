"""Who an origin is: whether it names somebody, and whether two may be one body or speak for one."""

from __future__ import annotations

import re

from recon.model import Claim
from recon.series.seen import Seen

ANYBODY = frozenset(
    """official officials authorities authority source sources report reports estimate estimates study survey list
    lists count counts figures media people resident residents witness witnesses expert experts analyst analysts
    somebody he she they we it chief director spokesman spokeswoman spokesperson statement data""".split()
)
"""Names that many may bear: what "officials" said yesterday, other officials did not say today."""
LINKING = frozenset("the a an of for in on and at to s from".split())
STATE = frozenset("government minister ministry president cabinet state".split())
"""Bodies that may speak for one another."""
ARMED = frozenset("army military troops forces defence defense".split())
WORD = re.compile(r"[^\W\d_]+")
TITLE = r"((?:[A-Z][\w’'.-]{1,30} |of |the |for ){1,8})"
APPOSITION = r",? (?:an? |the |its |who |of |from )([^,.;:]{3,70})"


def names_somebody(claim: Claim) -> bool:
    """Whether the origin of a claim is named and could be asked."""
    words = _words(claim.origin)
    digits = any(sign.isdigit() for sign in claim.origin)
    return claim.origin_basis != "outlet" and bool(words) and not digits and not (len(words) == 1 and words <= ANYBODY)


def same_origin(a: Claim, b: Claim) -> bool:
    """Whether two claims surely go back to one: a named one, in full or in short ("the ministry", "the Interior
    Ministry"), or an outlet's own words."""
    if not a.origin or not b.origin:
        return False
    if names_somebody(a) and names_somebody(b):
        one, other = _words(a.origin), _words(b.origin)
        return one <= other or other <= one
    return a.origin == b.origin and a.publisher == b.publisher


def independent(a: Claim, first: Seen, b: Claim, second: Seen) -> bool:
    """Whether neither of two origins has its number from the other, is a part of it or speaks for it, as far as the
    names and their sentences tell."""
    if a.origin in b.chain or b.origin in a.chain or not (names_somebody(a) and names_somebody(b)):
        return False
    one, other = _words(a.origin) - ANYBODY, _words(b.origin) - ANYBODY
    if one & other or (one | other <= STATE | ARMED and {"government"} & (one | other)):
        return False
    return not (_speaks_for(a.origin, first, other) or _speaks_for(b.origin, second, one))


def _speaks_for(name: str, near: Seen, body: frozenset[str]) -> bool:
    """Whether the title or the apposition of a name holds another's: "Kern, a spokeswoman for the coast guard"."""
    told = re.escape(name)
    found = [*re.finditer(TITLE + told, near.text), *re.finditer(told + APPOSITION, near.text)]
    return bool(body) and any(body <= _words(match[1]) for match in found)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(name)) - LINKING
