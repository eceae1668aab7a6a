"""The grammar of written figures, composed with the unit lexicon and compiled once.

A scan runs in three steps, each over fewer places than the one before: `recon.extraction.starts` finds where anything
numeric may begin, `OTHER` tells dates, times, ordinals and the like, and `MEASURE` reads a number with its currency,
magnitude, unit and rate; `JOINT` and another `MEASURE` join a second number to it ("$26 to $31 million").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from recon.extraction import labels, trie, written_numbers
from recon.extraction.written_numbers import END, SPACE
from recon.units import Lexicon, currency_codes

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

    lexicon: Lexicon

    other: re.Pattern[str]
    """What is no measure; the name of the group that matched is what it is."""
    measure: re.Pattern[str]
    """Groups sign, currency, number, plus, unit, old, per."""
    joint: re.Pattern[str]
    """What joins two measures."""
    short: re.Pattern[str]
    """An abbreviated magnitude at the end of a number, group 1."""


def grammar(lex: Lexicon) -> Grammar:
    """The grammar over a lexicon, compiled: it takes a tenth of a second."""
    words = rf"(?i:{trie.pattern(lex.words)})"
    signs = trie.pattern([sign for sign in lex.signs if sign != "in"])
    codes = sorted(currency_codes(lex))
    plain = [sign for sign in (*lex.currency_signs, *codes) if sign != "PS"]
    currency = rf"(?:{trie.pattern(plain)}|{_FEED_POUND}|(?:US|U\.S\.|NZ|HK|CA|AU|A|C|S){SPACE}\$)"
    words_alone = rf"{words}\b(?<!won)(?!(?<=second)[\s-]hand\b)"
    unit = rf"{words_alone}|{_WON}|(?:{signs}){END}(?!(?<=\s[A-Z])-\d|\.m\b)|{_INCHES}|{_SECONDS}|[$€£](?!\d)"
    every = rf"{SPACE}(?:U\.?S\.?{SPACE})?(?:an?|per|each|every)(?:{SPACE}|-)|/|-(?:an?|per)-"
    what = rf"(?:{words}|{signs}|person|head|capita|share|passenger|night|100,000|1,000|million){END}"
    return Grammar(
        lexicon=lex,
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
    )
