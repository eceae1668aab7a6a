"""The grammar of written figures as regular expressions.

`SCANNER` finds candidates in running text: dates, times and the like (so that they are not taken for quantities), and *measures*: a
number with its currency, magnitude and unit, alone or joined to a second one ("$26 to $31 million", "5 ft 11 in").
Every repeat is bounded and no two neighbours can match the same text, so that each search is linear in its input.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from recon.extraction import trie
from recon.numerals import ONES, TENS
from recon.units import lexicon

_SPACE = r"[\s\u00a0\u2009\u202f]"
_GAP = rf"(?:{_SPACE}{{1,2}}|-)"
_END = r"(?![\w])"
_INCHES = rf"in(?=\s?[(),;:×x=]|\.(?:\s[a-z(]|$)|\s(?:long|wide|tall|high|deep|thick|across)\b|$)"
"""The sign "in", where it can be no preposition."""

DIGITS = (
    r"(?:\d{1,3}(?:[,\u00a0\u2009\u202f’']\d{2,3}){0,8}[,\u00a0\u2009\u202f’']\d{3}(?!\d)|\d{1,40})"
    r"(?:\.\d{1,20}(?![\d.]*\.\d)(?:\s?[×x]\s?10\^?[-−]?\d{1,2}(?!\d))?|[\s-]?[¼½¾⅓⅔⅕⅛⅜⅝⅞]|[\s-]\d{1,2}[/⁄]\d{1,2}(?![\d/])|[/⁄]\d{1,3}(?![\d/]))?"
    r"|\.\d{1,20}|[¼½¾⅓⅔⅕⅛⅜⅝⅞]"
)
_ONES = "|".join(word for word, value in ONES.items() if 0 < value < 10)
_TEENS = "|".join(word for word, value in ONES.items() if value >= 10)
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{_ONES})\b)?|{_TEENS}|{_ONES}|zero)\b"
_MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore|score)s?\b"
_TAIL = rf"(?:(?:[\s-]and)?[\s-]{_SMALL})"
_PARTS = r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
_HALVED = r"hour|mile|century|year|decade|kilomet(?:er|re)|inch|pound|tonne|ton|litre|liter|pint|acre|day|percent|percentage|cup|teaspoon|minute|metre|meter|dozen"
_WORDS = (
    rf"half(?:[\s-]an?)?(?=[\s-](?:{_HALVED}))|half[\s-](?:an?[\s-])?{_MAGNITUDE}"
    rf"|a[\s-]couple[\s-](?:of[\s-])?{_MAGNITUDE}"
    rf"|an?[\s-](?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b(?:{_TAIL}|[\s-]and[\s-]a[\s-]half\b)?"
    rf"|(?:one|two|three|four|five|six|seven|eight|nine|an?)[\s-]{_PARTS}"
    rf"|{_SMALL}(?:[\s-]and[\s-](?:a[\s-])?(?:half|quarter)\b|[\s-]and[\s-]three[\s-]quarters\b)?(?:{_GAP}{_MAGNITUDE}{_TAIL}?){{0,4}}"
)
_ROUGH = (
    r"(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\b"
    r"(?:\sof\s(?:thousands|millions|billions|trillions)\b)?"
    r"|(?:several|a[\s-]few|many)[\s-](?:dozen|hundred|thousand|million|billion|trillion)\b"
)
_SHORT = rf"(?:bn|Bn|BN|bln|tn|trn|mn|mln|mil|MM|[kKmMbBT]|cr){_END}"

NUMBER = rf"(?:(?:{DIGITS})(?:(?:(?:{_SPACE}{{1,2}}|-)(?i:{_MAGNITUDE})){{1,3}}(?i:{_TAIL}{{0,2}})|{_SPACE}?{_SHORT})?|(?i:{_WORDS}))"
"""A number with its magnitude: "12,000", "1.3 million", "5bn", "twenty-five hundred", "half a million"."""


class Grammar(NamedTuple):
    """The compiled grammar. Group names of `measure`: sign, currency, number, plus, unit, old, per."""

    scanner: re.Pattern[str]
    measure: re.Pattern[str]
    joint: re.Pattern[str]
    short: re.Pattern[str]
    per_behind: re.Pattern[str]
    """A rate's "per hour" behind a bracket: "74 miles (119 kilometers) per hour". Group 1 is the bracket, 2 what it is per."""
    described: re.Pattern[str]
    """A unit behind an adjective: "six consecutive months". Group 1 is the adjective, 2 the unit."""


MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d\w%]|[.,]\d)"
_YEAR = r"(?:1[5-9]|20)\d\d\b(?![,.]\d)"
_DATES = (
    rf"{MONTH}\s{_DAY}(?:(?:\s?[-–]\s?|\s(?:to|and|or|through)\s|,\s(?:and\s)?){_DAY}(?!\s(?:[a-z]{{3,20}}s|people|percent)\b)){{0,3}}(?:,?\s{_YEAR})?"
    rf"|{_DAY}(?:\s?[-–/]\s?{_DAY}|\s(?:to|and)\s{_DAY})?\s(?:of\s)?{MONTH}\b(?:,?\s{_YEAR})?"
    rf"|{MONTH},?\s(?:of\s)?{_YEAR}"
    r"|\d{4}-\d\d-\d\d(?:T[\d:.]{4,12}Z?)?(?!\d)|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|(?:1[5-9]|20)\d\d[-–/]\d\d(?![\d,])|(?:1[5-9]|20)\d0[’']?s\b|[’'‘]\d0s\b"
)
_TIMES = (
    r"\d{1,2}(?:[:.]\d\d){0,2}\s?(?:[ap]\.\s?m\.?|[ap]m\b|AM\b|PM\b|A\.M\.|P\.M\.|o[’']clock\b|noon\b|midnight\b)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?!\d)(?:\s?(?:hrs|hours|GMT|BST|UTC|CET|EST|EDT|ET|PT)\b)?"
    r"|[0-2]\d[0-5]\d\s?(?:GMT|BST|UTC|CET|hrs\b)"
)
_IDENTIFIERS = (
    r"https?://[^\s<>\"]{1,2000}|www\.[^\s<>\"]{1,2000}"
    r"|\+?\d{1,3}[\s.-]?\(\d{2,4}\)[\s.-]?\d{3,4}[\s.-]?\d{3,4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\+\d{1,3}(?:[\s-]\d{2,5}){2,4}"
    r"|\d{1,5}(?:\.\d{1,5}){2,6}|\d{1,3}\s?[°º]\s?\d{1,2}\s?[′'’](?:\s?\d{1,2}(?:\.\d+)?\s?[″\"”])?\s?[NSEW]?"
    r"|24/7\b|9/11\b|7/7\b|50[-/]50\b"
)
_ORDINALS = (
    r"\d{1,3}(?:,\d{3}){0,3}(?:st|nd|rd|th)\b"
    r"|(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth|hundredth|thousandth)\b"
)
_ODDS = rf"(?:(?i:{_ONES}|ten)|\d{{1,3}})\s(?:in|out\sof)(?:\severy)?\s(?:(?i:{_SMALL})|\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,4}})(?![\w%]|[,.]\d)"
_AGES = r"(?i:(?:early|mid|late)(?:\s|-)(?:to[\s-]late[\s-])?)?(?:(?i:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|[2-9]0s)\b"


@cache
def grammar() -> Grammar:
    """The grammar over the built-in lexicon, compiled on first use."""
    lex = lexicon()
    signs = trie.pattern(sign for sign in lex.signs if sign != "in")
    words = trie.pattern(w for w, unit in lex.words.items())
    unit = rf"(?:(?i:{words})\b|(?:{signs}){_END}|{_INCHES}|(?<=\.\d)s{_END}|(?<=\.\d\d)s{_END}|[$€£])"
    codes = trie.pattern(
        {u.expression for u in lex.currency_signs.values()} | {"EUR", "GBP", "JPY", "CHF", "AED", "SAR", "ZAR"}
    )
    currency = (
        rf"(?:(?:{trie.pattern(lex.currency_signs)}|(?:US|U\.S\.|NZ|HK|CA|AU|A|C|S){_SPACE}\$|{codes}){_SPACE}{{0,2}})"
    )
    per = rf"(?:{_SPACE}(?:U\.?S\.?{_SPACE})?(?:an?|per|each|every)(?:{_SPACE}|-)|/|-(?:an?|per)-|{_SPACE}per-)(?:(?i:{words})|(?:{signs})|person|head|capita|share|passenger|100,000|1,000|million){_END}(?!{_SPACE}(?:earlier|ago|later|before|after|on)\b)"
    sign = rf"(?:[-−–](?=[\d.$£€])|(?i:minus)(?:{_SPACE}|-))"
    strong = r"-(?:strong|odd|plus|ish)\b|\+(?!\d)"
    old = r"(?:[\s-]olds?\b|[\s-]of[\s-]age\b)?"
    gap = rf"(?:{_SPACE}{{1,2}}|-|)"
    measure = rf"(?P<sign>{sign})?(?P<currency>{currency})?(?P<number>{NUMBER})(?P<plus>{strong})?(?P<unit>{gap}{unit})?(?P<old>{old})(?P<per>{per})?"
    plain = re.sub(r"\?P<\w+>", "?:", measure)
    feet = rf"{_SPACE}?(?:[’'′](?![A-Za-z])|ft\.?|feet|foot)"
    length = rf"\d{{1,3}}(?:-foot-|-feet-|{feet}[\s-]?)\d{{1,2}}(?:\.\d{{1,2}})?(?!\d)(?:{_SPACE}?(?:in(?:ch(?:es)?)?\b\.?|[”\"″]|[’'′]{{2}}))?|\d{{1,3}}[’'′](?={_SPACE}\()|\d{{1,3}}(?:,\d{{3}})?[\"”](?={_SPACE}\()"
    join = rf"{_SPACE}?[-–—]{_SPACE}?|{_SPACE}(?:to|and|or){_SPACE}|,?{_SPACE}|{_SPACE}?±{_SPACE}?"
    start = r"(?<![\w.,/’'@#&])"
    scanner = (
        rf"(?P<identifier>{_IDENTIFIERS})|{start}(?:(?P<date>{_DATES})|(?P<time>{_TIMES})|(?P<rough>(?i:{_ROUGH}))"
        rf"|(?P<part>(?i:an?[\s-]{_PARTS}|half(?:{_SPACE}(?:of|the|its|their|his|her|all)\b)|twice)\b)"
        rf"|(?P<odds>{_ODDS})"
        rf"|(?P<ages>{_AGES})|(?P<ordinal>{_ORDINALS})|(?P<length>{length})|(?P<measure>{plain}(?:(?:{join}){plain})?))"
    )
    return Grammar(
        scanner=re.compile(scanner),
        measure=re.compile(measure),
        joint=re.compile(join),
        short=re.compile(rf"{_SPACE}?({_SHORT})$"),
        per_behind=re.compile(
            rf"({_SPACE}?\([^()]{{1,40}})?\){_SPACE}(?:an?|per|each|every){_SPACE}((?i:{words})){_END}"
        ),
        described=re.compile(rf"{_SPACE}([A-Za-z][\w-]{{2,20}}){_SPACE}((?i:{words})){_END}(?!-)"),
    )
