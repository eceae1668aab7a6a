"""Words of the grammar and texts made of them in any order: what the tests of extraction try their rules on."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from recon.extraction import labels
from recon.extraction.scanner import Scanner
from recon.units import currency_codes, lexicon

LEXICON = lexicon()
GRAMMAR = Scanner(LEXICON).grammar
UNITS = sorted((*LEXICON.words, *LEXICON.signs))
MONEY = sorted((*LEXICON.currency_signs, *currency_codes(LEXICON)))
MONTHS = [month.capitalize() for month in labels.MONTHS]
SPELT = sorted(set(re.findall(r"[A-Za-z]{1,20}", GRAMMAR.measure.pattern + GRAMMAR.other.pattern)))
"""Every run of letters in the grammar's own source, be it a word or half of one."""
DIGITS = """
    5 12 3.5 1,200 2019 1900 ½ ５０ 5½ 3/4 5-6 5–6 1.5×10^9 0123 555 45+2 12:30 3.30 10.5.2019 2019-05-12 5th 21st 50s
    1990s '90s 5' 6" 5'6" 5° 6' 5.25° 24/7 100,000 1,000 30- 5-foot-6 5ft 5-mile 5-year-old 5m 5bn 5k 10p €5 $5 US$5
    -5 −5 +5 PS5 5C 5% 5+ 5-plus 5pm 5p.m. 12in 5in. 3.5s ٣٠٠ २०
    """.split()
NUMBERS = """
    one two five eight ten twelve twenty twenty-five hundred thousand million billion dozen score hundreds thousands
    tens half third quarter quarters thirds tenth twice tenfold teens twenties early mid late several many few first
    """.split()
JOINERS = """
    to and or in of a an the per each every for out times from by with on at old age couple three-quarters - – — ± / , .
    ; : ( ) % ago before later minus MINUS plus about o'clock U.S. US p.m. a.m. p. B.C. AD GMT no. hand won
    """.split()
PLAIN = (
    "boats boat Boats then The last said Orlan zebra Quux xylophones boats, boats. people officials' Tolle's".split()
)
UNSEEN = [
    "\n",
    "\n\n",
    ".\n",
    "\r\n",
    "\r\n\r\n",
    "\t",
    *"\u00a0\u2009\u202f\u00ad\u200b\u200f\ufeff\x00\x01\ud800\udfff🙂İſKς",
]


def pieces() -> st.SearchStrategy[str]:
    listed = [*DIGITS, *NUMBERS, *JOINERS, *PLAIN, *MONTHS, *SPELT]
    return st.one_of(*map(st.sampled_from, (listed, DIGITS, UNITS, MONEY, UNSEEN)))


SALAD = st.lists(st.tuples(pieces(), st.sampled_from(["", " ", " ", " ", " ", "-"])), max_size=60).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
ANYTHING = st.text(st.characters(codec=None), max_size=200)
SALADS = st.lists(st.one_of(SALAD, ANYTHING), min_size=1, max_size=12)
