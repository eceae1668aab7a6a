"""RC209: an age or a span of years, and the years it is reckoned from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.checks.rule import Flaw, Rule
from recon.checks.statements import WORD, Statement, statements, token
from recon.model import Document, Figure

_YEAR = r"\b(1[4-9]\d\d|20\d\d)\b(?!s|[-–/]\d)"
_YEARS = re.compile(_YEAR)
_BORN = re.compile(rf"\bborn\b[^.;()]{{0,60}}?{_YEAR}", re.IGNORECASE)
_AGED = re.compile(
    rf"(?:\b(?:aged|at the age of|at age|was|turned) {token('age', 'an')}|\bat {token('event', 'an')}(?=[,.;]|"
    rf"$)|(?:,|\bthe|\bis) {token('told', 'a')})"
    r"(?= when|[,.;]| in\b| on\b| and\b|$|-year-old| [a-z])",
    re.IGNORECASE,
)
_LIVED = re.compile(r"\((1[4-9]\d\d|20\d\d)[-–](1[4-9]\d\d|20\d\d)\)")
_DIED = re.compile(r"\b(?:died|dead|death|dies|passed away)\b")
_SPAN = r"(?:from|between) (1[4-9]\d\d|20\d\d) (?:to|until|till|and|through) (1[4-9]\d\d|20\d\d)\b"
_SPANNED = re.compile(
    rf"{token('span', 'd')}(?: (?:period|spell|reign|rule|stretch)|(?: (?:in|of) [a-z]+)?,|,)? {_SPAN}", re.IGNORECASE
)
_WITHIN = re.compile(rf"\b{_SPAN},?{WORD}{{0,6}}? {token('span', 'd')}", re.IGNORECASE)
_JUBILEE = re.compile(rf"{token('jubilee', 'o')} (?:anniversary|birthday)\b")
_FOUNDED = re.compile(
    rf"\b(?:founded|set up|established|opened|formed|created|launched|built|born|began|started)\b[^.;()"
    rf"]{{0,50}}?{_YEAR}",
    re.IGNORECASE,
)
_AGO = re.compile(rf"{_YEAR}, {token('span', 'd')} ago\b")
_OLD = re.compile(rf"\bis {token('age', 'a')}(?=[,.;]|$)")
_OLDEST = 1000
_OTHER_PERSON = re.compile(
    r"\b(?:whose|his (?:son|daughter|wife|father|brother)|her (?:son|daughter|husband|mother|sister)|father|"
    r"mother|son|daughter|wife|husband|brother|sister)\b"
)


def ages_and_years(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC209: an age that is not what lies between the years printed with it, or a span that is not theirs."""
    for statement in statements(document, figures, "adno", _YEARS, least=1):
        years = [int(match[1]) for match in _YEARS.finditer(statement.text)]
        lived = _LIVED.search(statement.text)
        if not years and not lived:
            continue
        yield from _spans(statement)
        flaw = _age(document, statement, years, lived)
        if flaw:
            yield flaw
        yield from _since(document, statement, years)


def _age(document: Document, statement: Statement, years: list[int], lived: re.Match[str] | None) -> Flaw | None:
    text = statement.text
    ages = [match for match in _AGED.finditer(text) if _is_age(_figure(statement, match))]
    if len(ages) != 1 or _OTHER_PERSON.search(text):
        return None
    figure = _figure(statement, ages[0])
    born = _BORN.search(text)
    if lived and _DIED.search(text):
        return _told(figure, int(lived[1]), int(lived[2]))
    if not born:
        return None
    birth = int(born[1])
    others = sorted(set(years) - {birth})
    standing = ages[0]["told"] is not None
    if len(others) == 1 and not standing:
        return _told(figure, birth, others[0])
    if document.published and standing and not _DIED.search(text):
        return _told(figure, birth, document.published.year)
    return None


def _figure(statement: Statement, match: re.Match[str]) -> Figure:
    return statement.figures[int(match["age"] or match["event"] or match["told"])]


def _is_age(figure: Figure) -> bool:
    return (
        figure.value is not None
        and figure.bound == "exact"
        and 0 < figure.value < _OLDEST
        and figure.unit in {"", "year"}
    )


def _told(figure: Figure, start: int, end: int) -> Flaw | None:
    """Between two years somebody is as old as their difference, or one less before the birthday."""
    span = end - start
    if figure.value in {span, span - 1}:
        return None
    if span < 0:
        return _apart(figure, start, end)
    return Flaw(
        figures=(figure,),
        message=f'from {start} to {end} makes an age of {span - 1} or {span}, not "{figure.text}"',
        working=f"{end} − {start} = {span}; the text says {figure.text}",
    )


def _spans(statement: Statement) -> Iterator[Flaw]:
    for pattern, within in ((_SPANNED, False), (_WITHIN, True)):
        for match in pattern.finditer(statement.text):
            figure = statement.figures[int(match["span"])]
            start, end = (int(group) for group in match.groups() if group and len(group) == 4)
            if figure.unit != "year" or figure.value is None or figure.bound != "exact" or end == start:
                continue
            span = end - start
            if span < 0 or figure.value > span + 1 or (figure.value < span - 1 and not within):
                yield Flaw(
                    figures=(figure,),
                    message=f'from {start} to {end} is {span} years, not "{figure.text}"',
                    working=f"{end} − {start} = {span}, and {span + 1} with both ends counted; the text says "
                    f"{figure.text}",
                )


def _since(document: Document, statement: Statement, years: list[int]) -> Iterator[Flaw]:
    """A jubilee, "in 1964, 60 years ago", "is 50 years old": reckoned to a year told, or to the day of publication."""
    text = statement.text
    today = document.published.year if document.published else None
    founded, jubilee = _FOUNDED.search(text), _JUBILEE.search(text)
    if founded and jubilee:
        others = sorted(set(years) - {int(founded[1])})
        end = others[0] if len(others) == 1 else None if others else today
        span = end - int(founded[1]) if end else 0
        figure = statement.figures[int(jubilee["jubilee"])]
        if span > 0 and figure.value != span:
            yield _apart(figure, int(founded[1]), end or 0)
    for match in _AGO.finditer(text):
        figure = statement.figures[int(match["span"])]
        if (
            today
            and figure.unit == "year"
            and figure.value is not None
            and abs(today - int(match[1]) - figure.value) > 1
        ):
            yield _apart(figure, int(match[1]), today)
    old = _OLD.search(text)
    if old and founded and today and len(set(years)) == 1:
        figure = statement.figures[int(old["age"])]
        if figure.value is not None and figure.unit in {"", "year"} and abs(today - int(founded[1]) - figure.value) > 1:
            yield _apart(figure, int(founded[1]), today)


def _apart(figure: Figure, start: int, end: int) -> Flaw:
    return Flaw(
        figures=(figure,),
        message=f'from {start} to {end} is {end - start} years, not "{figure.text}"',
        working=f"{end} − {start} = {end - start}; the text says {figure.text}",
    )


RULES = (
    Rule(
        code="RC209",
        name="age-mismatch",
        severity="error",
        ok="The sculptor was born in 1921 and died in 1994, aged 72.",
        not_ok="The sculptor was born in 1921 and died in 1994, aged 82.",
        judge=ages_and_years,
    ),
)
