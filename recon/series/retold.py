"""What the words around two numbers say of their order: an earlier number taken back, a lower one put in its place,
two rivals in one sentence."""

from __future__ import annotations

import re

from recon.series.portions import HEDGE, NUMBER
from recon.series.seen import Seen

TAKEN_BACK = re.compile(
    r"\b(?:earlier|initially|previously|originally|at first|initial|preliminary|previous|prior|first)\b[^.;]{0,60}$|"
    rf"\bfrom (?:a |an )?(?:(?!to\b)\w+ ){{0,3}}{HEDGE}$|"
    rf"\b(?:fewer|lower|less|higher|more) than the {HEDGE}$|"
    r"\bhad (?:put|given|reported)\b[^.;]{0,40}$|"
    r"\bhad (?:been )?(?:expected|hoped|planned|aimed|feared|forecast|predicted|reckoned|promised|warned|told)\b"
    r"[^.;]{0,60}$"
)
"""What comes before a number that another has replaced: "officials earlier put it at 29", "down from 29"."""
TAKEN_BACK_BEHIND = re.compile(
    r"^(?: [\w’'-]+){0,2} (?:(?:it |they |he |she )?(?:had )?(?:earlier|initially|previously|originally|first)|"
    r"(?:reported|announced|given|stated|estimated) (?:earlier|initially|previously|originally|at first|"
    r"(?:on )?\w+day))\b"
)
CUT = re.compile(
    r"\b(?:revise[ds]|lower(?:ed|s)|cuts?|reduce[ds]|correct(?:ed|s)|brought|scale[ds]|downgrade[ds]|trim(?:med|s)|"
    r"adjust(?:ed|s))\b[^.;\d]{0,110}$|"
    r"\bdown(?:ward)? to [^.;]{0,20}$"
)
"""What comes before a number that is put lower: "revised the toll down to 26"."""
CUT_BEHIND = re.compile(
    rf"^[^.;\d]{{0,30}}\b(?:down|lowered|reduced|revised|cut) from {HEDGE}(?:{NUMBER})|"
    r"^(?: [\w’'-]+){0,4},? (?:\w+ )?(?:fewer|lower|less) than\b|"
    r"^[^.;\d]{0,60}\b(?:revised|lower than (?:first|earlier|previously|initially))\b"
)
MOVES = re.compile(
    r"\b(?:from|up|down|rose|risen|rises|rising|climb\w*|increas\w+|grew|grown|now|later|since|then|revised|lowered|reduced|"
    r"earlier|previous\w*|initial\w*|first|fell|fallen|dropped)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:rose|risen|rises|rising|climb\w*|increas\w+|grew|grown|now|later|since|revised|lower\w*|raised|reduced|fell|"
    r"fallen|dropped|passed|reached|up|down|so far|already|to date)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
MOVED_BEHIND = re.compile(r"^[^.;\d]{0,30}\b(?:up|down|raised|lowered|revised) from\b")
"""What says of one number that it is another than before."""


def moved(place: Seen) -> bool:
    """Whether the words right around a number tell that it changed: "rose to 83", "83, up from 47"."""
    return bool(MOVED.search(place.before) or MOVED_BEHIND.match(place.after))


def taken_back(place: Seen) -> bool:
    """Whether the words say that the number no longer holds: "officials had earlier put it at 29"."""
    if not place.text:
        return False
    return bool(TAKEN_BACK.search(place.before) or TAKEN_BACK_BEHIND.match(place.after))


def brought_down(place: Seen) -> bool:
    """Whether the words say that the number is lower than one before it: "revised down to 26"."""
    if not place.text or taken_back(place):
        return False
    return bool(CUT.search(place.before) or CUT_BEHIND.match(place.text[place.end : place.end + 100]))


def moves(place: Seen) -> bool:
    """Whether a sentence tells of a change, so that two numbers in it need not be rivals."""
    return MOVES.search(place.text) is not None
