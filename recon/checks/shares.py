"""RC204: shares of one whole that come to more than all of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from recon.checks.intervals import asserted, shown, total
from recon.checks.rule import Flaw, Rule
from recon.checks.statements import WORD, Statement, statements
from recon.model import Document, Figure

_CUE = re.compile(r"<p\d+>.*<p")
_PERCENT = re.compile(r"<p(\d+)>")
_OPPOSITES = (
    (r"(?:said|voted|answered|replied) yes|yes", r"(?:said|voted|answered|replied)?,? ?no\b"),
    (
        r"(?:in )?favou?r(?:ed|ing)?|support(?:ed|ing|s)?|back(?:ed|ing|s)?|\bfor\b",
        r"oppos(?:ed?|ing|es)|against|reject(?:ed|ing|s)?",
    ),
    (r"approv(?:ed?|es|ing)", r"disapprov(?:ed?|es|ing)"),
    (r"agree(?:d|s)?", r"disagree(?:d|s)?"),
    (r"satisfied|happy", r"dissatisfied|unhappy"),
    (r"good\b", r"bad\b"),
    (r"men\b|boys\b|male", r"women\b|girls\b|female"),
)
"""Answers of which nobody gives two."""
_PAIRS = tuple(
    (re.compile(rf"\b(?:{one})", re.IGNORECASE), re.compile(rf"\b(?:{other})", re.IGNORECASE))
    for one, other in _OPPOSITES
)
_DIVIDED = re.compile(
    r"\b(?:of the (?:popular )?votes?|of votes|share of the (?:votes?|market)|of the [\w' -]{0,30}market|"
    r"(?:made|made up|composed|built|consist\w*|comprise[sd]?|mix|blend) of|owned by|stake|contain(?:s|ing)?|"
    r"population|electorate|accounts? for|accounted for|comes? from|came from|the rest|split|alloy|revenues?|"
    r"in (?:shares|bonds|cash)|approved (?:the|a)|vot(?:ed?|ers?|ing)|"
    r"of (?:the )?(?:[\w-]+'s )?(?:power|electricity|energy|output|sales|revenues?|income|exports|imports|total|money|"
    r"(?:(?:new|combined) )?(?:company|firm|group|venture)))\b|"
    r"\b(?:own(?:s|ed)?|hold(?:s|ing)?|the remaining|the other) <p\d+>|<p\d+> owned|"
    r"\b(?:is|are|was|were) <p\d+> [\w-]+(?:, <p\d+> [\w-]+){0,4},? and <p\d+> [\w-]+",
    re.IGNORECASE,
)
"""Words of one whole that is divided: each share is of it, and none lies in another."""
_GROWS = re.compile(
    r"\b(?:(?<!made )(?<!make )(?<!makes )up|down|rose|risen|rise[sn]?|fell|fallen|falls?|grew|grow\w*|"
    r"increas\w+|decreas\w+|declin\w+|dropp\w+|jump\w*|"
    r"cut|compar\w+|more|less|fewer|higher|lower|from <p\d+>|to <p\d+>|than|previous\w*|last|earlier|"
    r"interest|inflation|"
    r"rates?|discount|return|yield\w*|chance|probability|including|of (?:whom|which|these|them)|also|both|"
    r"either|multiple|points?|turnout|gain\w*|swing|while <p\d+>)\b",
    re.IGNORECASE,
)
"""Words of a change, a comparison, or a share that lies within another."""
_LISTED = re.compile(
    rf",?{WORD}{{0,9}}(?:,| and|, and| while| but|, while|, but|, with| to| or| against| for)(?: with)?{WORD}{{0,8}} "
)


def shares_beyond_whole(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC204: percentages that divide one whole, and are together more than 100."""
    for statement in statements(document, figures, "p", _CUE):
        shares = _shares(statement)
        extents = [known for known in map(asserted, shares) if known is not None]
        if len(shares) < 2 or len(extents) < len(shares):
            continue
        made = total(extents)
        if made.low <= 100:
            continue
        yield Flaw(
            figures=shares,
            message=f"{_all(shares)} are together more than the whole: {shown(made.value)}%",
            working=f"at least {' + '.join(shown(one.low) for one in extents)} = {shown(made.low)} > 100",
        )


def _shares(statement: Statement) -> tuple[Figure, ...]:
    """The percentages of a sentence that divides one whole, all of them; none where anything else is told of one."""
    text = statement.text
    tokens = list(_PERCENT.finditer(text))
    if len(tokens) < 2:
        return ()
    figures = tuple(statement.figures[int(match[1])] for match in tokens)
    if any(figure.bound not in {"exact", "about", "more_than", "at_least", "nearly"} for figure in figures):
        return ()
    start, end = max(0, tokens[0].start() - 80), min(len(text), tokens[-1].end() + 80)
    window = text[start:end]
    if _GROWS.search(window):
        return ()
    gaps = [text[one.end() : two.start()] for one, two in itertools.pairwise(tokens)]
    if sum(gap.startswith(" of ") for gap in (*gaps, text[tokens[-1].end() :])) > 1 or not all(
        _LISTED.fullmatch(gap) for gap in gaps
    ):
        return ()
    if any(abs(sum(figure.value or 0 for figure in figures[:some]) - 100) < 1 for some in range(2, len(figures))):
        return ()  # "62% to 38% in the north, 45% to 55% in the south" divide two wholes
    if _DIVIDED.search(window):
        return figures
    if any(one.search(window) and other.search(window) for one, other in _PAIRS):
        return figures
    return ()


def _all(figures: Sequence[Figure]) -> str:
    texts = [f'"{figure.text}"' for figure in figures]
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


RULES = (
    Rule(
        code="RC204",
        name="shares-exceed-whole",
        severity="error",
        ok="In the survey 52% were in favour, 37% against and 11% undecided.",
        not_ok="In the survey 52% were in favour, 57% against and 11% undecided.",
        judge=shares_beyond_whole,
    ),
)
