"""RC302, RC303: a headline, and the text below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.checks.echoes import around, stem, stems
from recon.checks.extent import Extent
from recon.checks.intervals import asserted, between
from recon.checks.people import head
from recon.checks.rule import Flaw, Rule, text_of
from recon.model import NO_QUANTITY, Document, Figure

_STOPPED = re.compile(r"[.!?…:;][\"”’')]*$")
_LONGEST = 120
_LONGEST_SENTENCE = 600
_LEAD = 700
"""Characters of the body in which a headline's number is told again."""
_ROUNDED = 0.12
"""How far a headline may round, as a share."""

_AHEAD = (
    r"(?:expect(?:s|ed|ing)?|likely|set|due|poised|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|"
    r"hop(?:es?|ed|ing)|"
    r"threaten(?:s|ed|ing)?|propos(?:es?|ed|ing)|will|could|may|might|would|is|are)"
)
_FORESEEN = re.compile(
    rf"\b(?:{_AHEAD}(?: (?:have|be|also|soon|now|even|well|still|need))*(?:(?<!is)(?<!are)|(?= to))"
    rf"(?: (?:[\w,’'-]+ ){{0,6}}?to(?: be)?)?|on course to|expected to) (?P<verb>[a-z]+)"
)
_HEDGED = re.compile(
    r"\b(?:to|may|might|could|will|would|set|plan\w*|expect\w*|likely|seek\w*|aim\w*|eye[sd]?|"
    r"target\w*|forecast\w*|predict\w*|"
    r"threat\w*|fear\w*|warn\w*|risk\w*|hop(?:e|es|ing)|want\w*|call for|urge\w*|vow\w*|pledg\w*|"
    r"propos\w*|fac(?:e|es|ing)|bid|if|"
    r"poised|mulls?|considers?|tipped|potential|possible|ahead)\b|\?|[‘'’\"“]",
    re.IGNORECASE,
)


def headline_and_body(document: Document, figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The quantities of the headline, a first paragraph without a full stop or a title, and those below it."""
    end = document.body_start
    first = document.text.find("\n", document.body_start)
    if 0 < first - document.body_start <= _LONGEST:
        line = document.text[document.body_start : first].strip()
        end = first if line and not _STOPPED.search(line) else document.body_start
    above: list[Figure] = []
    below: list[Figure] = []
    for figure in figures:
        if figure.kind not in NO_QUANTITY and figure.value is not None:
            (above if figure.part == "title" or figure.end <= end else below).append(figure)
    return above, below


def numbers_against(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC302: a headline's number that the text tells otherwise where it tells the same."""
    above, below = headline_and_body(document, figures)
    for figure in above:
        known = _headline(figure)
        alike = [other for other in below if (other.kind, other.unit) == (figure.kind, figure.unit)]
        if known is None or not alike or any(_meets(known, other) for other in alike):
            continue
        words = stems(around(document, figure, _LONGEST)) | stems(figure.noun)
        told = [other for other in alike if other.start <= document.body_start + _LEAD]
        same = [other for other in told if _tells_again(document, figure, other, words)]
        if len(same) == 1:
            yield _otherwise(figure, same[0], known)


def forecasts_as_facts(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC303: a headline tells as a fact what the text foresees."""
    above, below = headline_and_body(document, figures)
    for figure in above:
        text = text_of(document, figure.part)
        line = text[figure.sentence_start : figure.sentence_end]
        known = _headline(figure)
        if known is None or _HEDGED.search(line):
            continue
        verbs = {stem(word) for word in re.findall(r"[a-z]{3,}", line)}
        again = [other for other in below if other.unit == figure.unit and _meets(known, other)]
        foreseen = [_foreseen(document, other, verbs) for other in again]
        if foreseen and all(foreseen):
            yield _foretold(document, figure, again[0], foreseen[0])


def _headline(figure: Figure) -> Extent | None:
    known = asserted(figure)
    if known is None:
        return None
    loose = _ROUNDED * abs(known.value) if figure.value is not None and figure.value > 20 else 0
    return Extent(known.value, known.low - loose, known.high + loose)


def _meets(known: Extent, other: Figure) -> bool:
    theirs = asserted(other)
    return theirs is not None and known.meets(theirs)


def _tells_again(document: Document, figure: Figure, other: Figure, words: frozenset[str]) -> bool:
    """Whether a sentence of the lead says what the headline does: the same thing counted, and most of its words."""
    theirs = stems(around(document, other)) | stems(other.noun)
    thing = stem(head(figure.noun)) if figure.noun else ""
    if thing and thing not in theirs and thing != stem(head(other.noun)):
        return False
    return len(words) > 1 and len(words & theirs) >= max(2, (2 * len(words) + 2) // 3)


def _foreseen(document: Document, figure: Figure, verbs: set[str]) -> str:
    """How the sentence has a verb of the headline ahead: "expected to march"; "" where it has none."""
    text = text_of(document, figure.part)[figure.sentence_start : figure.sentence_end][:_LONGEST_SENTENCE]
    return next((match[0] for match in _FORESEEN.finditer(text) if stem(match["verb"]) in verbs), "")


def _otherwise(figure: Figure, other: Figure, known: Extent) -> Flaw:
    return Flaw(
        figures=(figure, other),
        message=f'the headline says "{figure.text}", the text "{other.text}"',
        working=f"the headline leaves open {between(known)}; nothing in the text lies there",
    )


def _foretold(document: Document, figure: Figure, other: Figure, ahead: str) -> Flaw:
    sentence = text_of(document, other.part)[other.sentence_start : other.sentence_end]
    return Flaw(
        figures=(figure, other),
        message=f'the headline tells "{figure.text}" as a fact; the text foresees it',
        working=f'"{" ".join(sentence.split())[:160]}" has it ahead: "{ahead}"',
    )


RULES = (
    Rule(
        code="RC302",
        name="headline-mismatch",
        severity="error",
        ok="Gale kills 14 in Ostmark\n\nA gale killed 14 people in Ostmark on Friday.",
        not_ok="Gale kills 41 in Ostmark\n\nA gale killed 14 people in Ostmark on Friday.",
        judge=numbers_against,
    ),
    Rule(
        code="RC303",
        name="forecast-as-fact",
        severity="warning",
        ok="4,000 nurses to march in Ostmark\n\nSome 4,000 nurses are expected to march in Ostmark on Friday.",
        not_ok="4,000 nurses march in Ostmark\n\nSome 4,000 nurses are expected to march in Ostmark on Friday.",
        judge=forecasts_as_facts,
    ),
)
