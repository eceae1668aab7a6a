"""The grammar of written figures, composed with the unit lexicon and compiled once.

A scan runs in three steps, each over fewer places than the one before: `START` finds where anything numeric may
begin, `OTHER` tells dates, times, ordinals and the like, and `MEASURE` reads a number with its currency, magnitude,
unit and rate; `JOINT` and another `MEASURE` join a second number to it ("$26 to $31 million", "5 ft 11 in").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from recon.extraction import labels, trie, written_numbers
from recon.extraction.written_numbers import END, SPACE
from recon.units import currency_codes, lexicon

_GAP = rf"(?:{SPACE}{{1,2}}|[-‑]|)"
_INCHES = rf"in(?={SPACE}?[(),;:×x=]|\.(?:\s[a-z(]|$)|{SPACE}(?:long|wide|tall|high|deep|thick|across)\b|$)"
"""The sign "in", where it can be no preposition."""
_WON = r"(?i:won)\b(?!\s(?:by|the|their|his|her|its|a|an|all|back|over|from|gold|silver|in\sa)\b)"
"""The currency, where it is no verb."""
_SECONDS = rf"(?<=\.\d)s{END}|(?<=\.\d\d)s{END}"
"""The sign "s", where it can be no plural."""
_FEED_POUND = r"PS(?=\d{2}|\d[.,]\d|\d\s?(?:[mb]n?|k|million|billion|thousand|an?|per)\b)"
"""The sign "PS" of an ASCII feed is a pound; with one digit alone it names something ("PS3")."""
_PLUS = r"-(?:strong|odd|plus|ish)\b|\+(?!\d)"
_OLD = r"(?:[\s-]olds?\b|[\s-]of[\s-]age\b)?"
_SIGN = rf"[-−–](?=[\d.$£€])|(?<!or )(?i:minus)(?:{SPACE}|-)"
_JOINT = rf"{SPACE}?±{SPACE}?|-?{SPACE}(?:to|and|or){SPACE}|{SPACE}?[-–—]{SPACE}?|,?{SPACE}"
_FEET = rf"{SPACE}?(?:[’'′](?![A-Za-z])|ft\.?|feet|foot)"
_LENGTH = (
    rf"\d{{1,3}}(?:-foot-|-feet-|{_FEET}[\s-]?)\d{{1,2}}(?:\.\d{{1,2}})?(?!\d)"
    rf"(?:(?:{SPACE}|-)?(?:in(?:ch(?:es)?\b|\b\.(?=\s[a-z(])|\b)|[”\"″]|[’'′]{{2}}))?"
    rf"|\d{{1,3}}[’'′](?={SPACE}\()|\d{{1,3}}(?:,\d{{3}})?[\"”](?={SPACE}\()"
)
"""Feet and inches in signs."""


class Grammar(NamedTuple):
    """The compiled grammar."""

    start: re.Pattern[str]
    """Where a figure, or what looks like one, may begin, in lowered text."""
    other: re.Pattern[str]
    """What is no measure; the name of the group that matched is what it is."""
    measure: re.Pattern[str]
    """Groups sign, currency, number, plus, unit, old, per."""
    joint: re.Pattern[str]
    """What joins two measures."""
    short: re.Pattern[str]
    """An abbreviated magnitude at the end of a number, group 1."""
    per_behind: re.Pattern[str]
    """A rate behind a bracket: "74 miles (119 kilometers) per hour". Group 1 is the bracket, 2 what it is per."""
    described: re.Pattern[str]
    """A unit behind an adjective: "six consecutive months". Group 1 is the adjective, 2 the unit."""


@cache
def grammar() -> Grammar:
    """The grammar over the lexicon, compiled on first use."""
    lex = lexicon()
    words = rf"(?i:{trie.pattern(lex.words)})"
    signs = trie.pattern(sign for sign in lex.signs if sign != "in")
    codes = sorted(currency_codes())
    plain = (sign for sign in (*lex.currency_signs, *codes) if sign != "PS")
    currency = rf"(?:{trie.pattern(plain)}|{_FEED_POUND}|(?:US|U\.S\.|NZ|HK|CA|AU|A|C|S){SPACE}\$)"
    words_alone = rf"{words}\b(?<!won)(?!(?<=second)[\s-]hand\b)"
    unit = rf"{words_alone}|{_WON}|(?:{signs}){END}(?!(?<=\s[A-Z])-\d|\.m\b)|{_INCHES}|{_SECONDS}|[$€£](?!\d)"
    every = rf"{SPACE}(?:U\.?S\.?{SPACE})?(?:an?|per|each|every)(?:{SPACE}|-)|/|-(?:an?|per)-"
    what = rf"(?:{words}|{signs}|person|head|capita|share|passenger|night|100,000|1,000|million){END}"
    return Grammar(
        start=re.compile(_start(lex.currency_signs, codes)),
        other=re.compile(
            rf"(?P<date>{labels.DATE})|(?P<identifier>{labels.IDENTIFIER})|(?P<time>{labels.TIME})"
            rf"|(?P<score>{labels.SCORE})|(?P<rough>(?i:{written_numbers.ROUGH}))|(?P<share>(?i:{written_numbers.SHARE}))|(?P<odds>{written_numbers.ODDS})"
            rf"|(?P<and_a_half>(?i:{written_numbers.AND_A_HALF}))"
            rf"|(?P<ages>{written_numbers.AGES})|(?P<ordinal>{labels.ORDINAL})|(?P<length>{_LENGTH})"
        ),
        measure=re.compile(
            rf"(?P<sign>{_SIGN})?(?P<currency>{currency}{SPACE}{{0,2}})?(?P<number>{written_numbers.NUMBER})(?P<plus>{_PLUS})?"
            rf"(?P<unit>{_GAP}(?:{unit})|{SPACE}of{SPACE}an?{SPACE}{words}\b)?(?P<old>{_OLD})"
            rf"(?P<per>(?:{every}){what}(?!{SPACE}(?:earlier|ago|later|before|after|on(?=[.,;:]|\sfrom))\b))?"
        ),
        joint=re.compile(_JOINT),
        short=re.compile(rf"{SPACE}?({written_numbers.SHORT})$"),
        per_behind=re.compile(rf"({SPACE}?\([^()]{{1,40}})?\){SPACE}(?:an?|per|each|every){SPACE}({words}){END}"),
        described=re.compile(rf"{SPACE}([A-Za-z][\w-]{{2,20}}){SPACE}({words}){END}(?!-)"),
    )


def _start(currency_signs: Iterable[str], codes: list[str]) -> str:
    """Digits, signs before digits, currency signs, and the words with which a figure can begin, for lowered text.

    Every branch of the first half begins with a literal, which lets the engine skip all other characters at once;
    in lowered text it need not try each in two cases.
    """
    tails: dict[str, list[str]] = {digit: [r"\d*"] for digit in "0123456789"}
    tails |= {"h": ["ttps?:"], "w": [r"ww\."]}
    words: dict[str, list[str]] = {}
    for word in (*written_numbers.FIRST_WORDS, *labels.FIRST_WORDS):
        words.setdefault(word[0], []).append(word[1:])
    for letter, rest in words.items():
        tails.setdefault(letter, []).append(rf"{trie.pattern(rest)}\b")
    lettered = {sign.lower() for sign in currency_signs if sign[0].isalpha()}
    for sign in sorted(lettered | {"us", "u.s.", "nz", "hk", "ca", "au", "a", "c", "s"}):
        tails.setdefault(sign[0], []).append(rf"{re.escape(sign[1:])}(?={SPACE}?[\d$¥])")
    for code in codes:
        tails.setdefault(code[0].lower(), []).append(rf"{code[1:].lower()}(?={SPACE}?\d)")
    branches = "|".join(rf"{first}(?:{'|'.join(rest)})" for first, rest in sorted(tails.items()))
    plain = "".join(sorted({sign[0] for sign in currency_signs if not sign[0].isalpha()}))
    return (
        rf"\b(?:{branches})|[{re.escape(plain)}¼-¾⅓-⅞]|[-−–.+](?=[\d$£€])|[’'‘](?=\d0s)|(?=[^\x00-\x7f])\d+|(?<=_)\d+"
    )
