"""RC202: parts that are said to be all of a whole, and miss it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.checks.extent import Extent
from recon.checks.intervals import asserted, between, total
from recon.checks.people import YARDSTICKS, are_people, head
from recon.checks.rule import Flaw, Rule
from recon.checks.statements import WORD, Statement, statements, token
from recon.model import Document, Figure

_CUE = re.compile(
    r"[-–—:(]|\btotal|\b(?:in all|altogether|all told|making|remaining|other|rest|men|women|boys|girls|children|"
    r"adults)\b"
)
_OPENED = re.compile(
    rf"{token('whole', 'nm')}(?P<words>{WORD}{{0,6}}?)(?P<mark> [-–—] |—|: | ?\(|, )(?=(?:<[nm]|an? |one ))"
)
_CLOSE = {"(": re.compile(r"\)"), "-": re.compile(r" [-–—] |—|[.;:]? ?$|\. |;"), ":": re.compile(r"[.;] ?$|\. |;")}
_PIECE = re.compile(rf"(?:<[nm](\d+)>|(an?|one))(?P<rest>{WORD}{{0,7}})")
_JOINT = re.compile(r",? and |, |; ")
_AND = re.compile(r"\band\b|;")
_NOT_ALL = re.compile(r"\b(?:among|included|alone|notably)\b")
_IN_APPOSITION = re.compile(
    rf"((?:<n\d+>|an?|one){WORD}{{1,2}}?(?:, (?:<n\d+>|an?|one){WORD}{{1,2}}?){{0,3}},? and "
    rf"(?:<n\d+>|an?|one){WORD}{{1,2}}?)(?:,|\.|$| (?:were|was|are|is|have|had|died)\b)"
)
_IN_ALL = re.compile(
    rf"(?:,| [-–—]| and)? (?:(?:(?:making |for )?an? (?:combined )?total of|making|in all,?|totalling) "
    rf"{token('sum', 'nm')}|"
    rf"{token('all', 'nm')}{WORD}{{0,2}} (?:in all|in total|altogether|all told)\b)"
)
_BETWEEN = re.compile(rf"{WORD}{{0,6}}(?:,| and|, and)(?: (?:with|by))? ")
_REMAINDER = re.compile(
    rf"(?:\b(?:of|among) (?:the |its |their |his |her |our |those |these |all )?{token('whole', 'npm')}|"
    rf"{token('sum', 'n')}{WORD}{{0,2}} include)(?P<middle>[^;:()]{{1,160}}?)"
    rf"\b(?:the|a) (?:remaining|other|rest,?) {token('last', 'npm')}",
    re.IGNORECASE,
)
_SAME = re.compile(r"<([npm])(\d+)>")
_OTHER_SORT = re.compile(
    r"\b(?:including|more than|another|also|points?|years?|weeks?|days?|most|each|per)\b", re.IGNORECASE
)
_ELLIPTIC = re.compile(
    r"^(?: (?:[a-z]+ed|after|before|under|during|at|in|on|for|from|by|with|to|against|away|abroad|of them|each)\b|$)"
)
_RESULTS = frozenset(
    {
        "win",
        "draw",
        "defeat",
        "loss",
        "victory",
        "tie",
        "single",
        "double",
        "gold",
        "silver",
        "bronze",
        "try",
        "penalty",
        "conversion",
    }
)
_REST = frozenset({"independent", "other", "abstention", "unknown"})
_GROUP = re.compile(r"\b(?:group|party|family|crew|team|band|panel|jury|class|squad) of $")
_FAMILIES = (*YARDSTICKS, _RESULTS)
_PEOPLE_IN_ALL = frozenset({
    "people", "person", "victim", "juror", "member", "passenger", "suspect", "defendant", "hostage", "survivor",
    "detainee", "patient", "employee", "worker", "student", "pupil", "prisoner", "dead", "others", "casualty",
    "candidate",
    "artist", "actor", "star", "player", "writer", "migrant", "refugee", "resident", "tourist", "child", "teenager",
})  # fmt: skip


def parts_missing_whole(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC202: a whole with all of its parts, which come to another number."""
    for statement in statements(document, figures, "nmp", _CUE):
        for whole, groups in _divisions(statement):
            sums = [total(extents) for group in groups if (extents := _extents(group))]
            known = asserted(whole)
            if known is None or not sums or len(sums) < len(groups) or any(one.meets(known) for one in sums):
                continue
            yield _flaw(whole, groups[0], sums[0], known)


def _divisions(statement: Statement) -> Iterator[tuple[Figure, list[tuple[Figure | float, ...]]]]:
    """Each whole with its parts, in every way in which they may be grouped; a bare number is an "a" or "one"."""
    seen: set[str] = set()
    for match in _OPENED.finditer(statement.text):
        whole = statement.figures[int(match["whole"])]
        parts = _listed(statement, match, whole)
        if len(parts) > 1:
            seen.add(whole.id)
            yield whole, [parts]
    for match in _IN_ALL.finditer(statement.text):
        number = int(match["sum"] or match["all"])
        whole = statement.figures[number]
        before = _before(statement, match.start(), whole)
        if whole.id not in seen and len(before) > 1:
            yield whole, [tuple(before[place:]) for place in range(len(before) - 1)]
    for match in _REMAINDER.finditer(statement.text):
        whole, last = statement.figures[int(match["whole"] or match["sum"])], statement.figures[int(match["last"])]
        middle = [statement.figures[int(number)] for _, number in _SAME.findall(match["middle"])]
        parts = tuple(one for one in middle if one.kind == last.kind)
        if (
            parts
            and (last.kind, last.unit) == (whole.kind, whole.unit)
            and len(parts) == len(middle)
            and not _OTHER_SORT.search(match["middle"])
        ):
            yield whole, [(*parts, last)]


def _listed(statement: Statement, match: re.Match[str], whole: Figure) -> tuple[Figure | float, ...]:
    """The parts behind a colon, a dash, a bracket, or a comma where only people can be meant."""
    mark = match["mark"].strip() or ","
    text = statement.text
    if mark == ",":
        found = _IN_APPOSITION.match(text, match.end())
        listed = found[1] if found else ""
    else:
        mark = {"(": "(", ":": ":"}.get(mark, "-")
        closing = _CLOSE[mark].search(text, match.end())
        listed = text[match.end() : closing.start() if closing else len(text)]
        if mark == "-" and closing and not closing[0].strip(" .;:"):
            listed = text[match.end() :].rstrip(" .")
    if _NOT_ALL.search(listed) or (not _AND.search(listed) and mark != "("):
        return ()
    parts: list[Figure | float] = []
    nouns: list[str] = []
    for piece in _JOINT.split(listed.strip(" ,.")):
        held = _PIECE.fullmatch(piece)
        if held is None:
            return ()
        part = statement.figures[int(held[1])] if held[1] else None
        if part is not None and (part.kind, part.unit) != (whole.kind, whole.unit):
            return ()
        parts.append(part if part is not None else 1.0)
        rest = held["rest"]
        nouns.append("" if _ELLIPTIC.match(rest) else (part.noun if part is not None and part.noun else rest.strip()))
    return (
        tuple(parts)
        if _are_of_one_whole(
            whole,
            nouns,
            apposed=mark == ",",
            grouped=bool(_GROUP.search(text[max(0, match.start() - 20) : match.start()])),
        )
        else ()
    )


def _are_of_one_whole(whole: Figure, nouns: list[str], *, apposed: bool, grouped: bool) -> bool:
    """Whether parts of these nouns ("" for none of their own) can be all of what is counted."""
    if whole.kind == "money":
        return True
    heads = {head(noun).lower() for noun in nouns if noun}
    mine = head(whole.noun).lower()
    divides = len(heads) > 1 and any(heads <= family for family in _FAMILIES)
    if apposed:
        return divides and (mine in _PEOPLE_IN_ALL or grouped)
    if not are_people(whole.noun) and mine and all(len(noun.split()) < 3 for noun in nouns):
        return True
    if not heads or heads <= {mine} or (divides and mine not in heads):
        return True
    return all(are_people(noun) or head(noun).lower() in _REST for noun in nouns if noun) and (
        mine in _PEOPLE_IN_ALL or not mine
    )


def _before(statement: Statement, end: int, whole: Figure) -> list[Figure | float]:
    """The figures of the whole's sort that stand in a row before it, in reading order."""
    found: list[Figure | float] = []
    tokens = list(re.finditer(r"<([a-z])(\d+)>", statement.text[:end]))
    edge = end
    for match in reversed(tokens):
        figure = statement.figures[int(match[2])]
        gap = statement.text[match.end() : edge]
        if (figure.kind, figure.unit) != (whole.kind, whole.unit):
            break
        if not (_BETWEEN.fullmatch(gap) if found else re.fullmatch(rf"{WORD}{{0,6}}", gap)):
            break
        found.insert(0, figure)
        edge = match.start()
    return found


def _extents(parts: tuple[Figure | float, ...]) -> list[Extent]:
    known = [Extent(part, part, part) if isinstance(part, float) else asserted(part) for part in parts]
    return [one for one in known if one is not None] if None not in known else []


def _flaw(whole: Figure, parts: tuple[Figure | float, ...], made: Extent, known: Extent) -> Flaw:
    printed = [part for part in parts if not isinstance(part, float)]
    words = " + ".join("1" if isinstance(part, float) else part.text for part in parts)
    ordered = tuple(sorted((whole, *printed), key=lambda figure: figure.start))
    return Flaw(
        figures=ordered,
        message=f'the parts come to {between(made)}, not to the "{whole.text}" they are said to make up',
        working=f"{words} = {between(made)}; the text says {whole.text}, {between(known)}",
    )


RULES = (
    Rule(
        code="RC202",
        name="parts-miss-whole",
        severity="error",
        ok="Seven people - four men and three women - were rescued.",
        not_ok="Seven people - four men and two women - were rescued.",
        judge=parts_missing_whole,
    ),
)
