"""How numbers are written, as regular expressions: digits, words, magnitudes, fractions, rough numbers.

Every repeat is bounded and no two neighbours can match the same text, so that each search is linear in its input.
"""

from __future__ import annotations

from recon.numerals import ONES, TENS

SPACE = r"[\s\u00a0\u2009\u202f]"
END = r"(?!\w)"

_ONES = "|".join(word for word, value in ONES.items() if 0 < value < 10)
_TEENS = "|".join(word for word, value in ONES.items() if value >= 10)
_HALVED = (
    r"(?:hour|mile|century|year|decade|kilomet(?:er|re)|inch|pound|tonne|ton|litre|liter|pint|acre|day|percent|percentage|cup"
    r"|teaspoon|minute|metre|meter|foot|yard|cent|degree|ounce|gallon|penny)"
)
_VULGAR = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

DIGITS = (
    r"(?:\d{1,3}(?:[,，\u00a0\u2009\u202f’']\d{2,3}){0,8}[,，\u00a0\u2009\u202f’']\d{3}(?!\d)|\d{1,40})"
    r"(?:[.．]\d{1,20}(?![\d.]{0,20}\.\d)(?:\s?[×x]\s?10\^?[-−]?\d{1,2}(?!\d))?"
    rf"|[\s-]?[{_VULGAR}]|[\s-]\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/])|[/⁄]\d{{1,3}}(?![\d/]))?"
    rf"|\.\d{{1,20}}|[{_VULGAR}]"
)
"""A number in digits: grouped, decimal, with a fraction, or times a power of ten."""

SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{_ONES})\b)?|{_TEENS}|{_ONES}|zero)\b"
"""A number word below a hundred."""

MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore|score)s?\b"
PARTS = (
    r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?"
    r"|hundredths?|thousandths?|millionths?)\b"
)
SHORT = rf"(?:bn|Bn|BN|bln|tn|trn|mn|mln|mil|MM|[kKmMbBT]|cr){END}(?!/(?:s|h|min|sec)\b)"
_TAIL = rf"(?:[\s-]and[\s-]{SMALL}|(?<!illion)(?<!illions)[\s-]{SMALL}|[\s-]{SMALL}(?=[\s-](?:hundred|thousand)\b))"
"""What follows a magnitude in one number; not "$3 million two years ago"."""
_FRACTION = r"[\s-]and[\s-](?:(?:a[\s-])?(?:half|quarter)|three[\s-]quarters)\b"

_WORDS = "|".join(
    (
        rf"(?:an?[\s-])?half(?:[\s-]an?)?(?=[\s-]{_HALVED}s?\b)",
        rf"half[\s-](?:an?[\s-])?{MAGNITUDE}",
        rf"(?:an?[\s-]|three[\s-])?quarters?(?:[\s-]of[\s-]an?)?(?=[\s-]{_HALVED}s?\b)",
        rf"(?:an?|three)[\s-]quarters?[\s-]of[\s-]an?[\s-]{MAGNITUDE}",
        rf"an?(?={SPACE}{_HALVED}(?:{SPACE}\(|$))",
        rf"a[\s-]couple[\s-](?:of[\s-])?{MAGNITUDE}",
        rf"an?[\s-](?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b(?:{_TAIL}|[\s-]and[\s-]a[\s-]half\b)?",
        rf"(?:an?[\s-])?(?:half|quarter)[\s-](?:of{SPACE}an?[\s-]|an?[\s-])?point\b",
        rf"three[\s-]quarters{SPACE}of{SPACE}a{SPACE}point\b",
        rf"(?:one|three|four|five|six|seven|eight|nine)[\s-]{PARTS}|two[\s-](?!halves|quarters|fourths|sixths|eighths|tenths){PARTS}",
        rf"{SMALL}(?:{_FRACTION})?(?:(?:{SPACE}{{1,2}}|-){MAGNITUDE}{_TAIL}?){{0,4}}",
    )
)

NUMBER = (
    rf"(?:(?:{DIGITS})(?:(?:(?:{SPACE}{{1,2}}|-)(?i:{MAGNITUDE})){{1,3}}(?i:{_TAIL}{{0,2}})|{SPACE}?{SHORT})?"
    rf"|(?<![^\W\d_])(?i:{_WORDS}))"
)
"""A number with its magnitude: "12,000", "1.3 million", "5bn", "twenty-five hundred", "half a million"."""

ROUGH = (
    r"(?:tens(?=\sof\b)|dozens|scores|hundreds|thousands|millions|billions|trillions)\b"
    r"(?:\sof\s(?:thousands|millions|billions|trillions)\b)?"
    r"|(?:several|a[\s-]few|many)[\s-](?:dozen|hundred|thousand|million|billion|trillion)\b"
)
"""A number that names an order only: "thousands", "tens of thousands", "several hundred"."""

SHARE = (
    rf"(?:an?[\s-]{PARTS}|half(?:{SPACE}(?:of|the|its|their|his|her|all|as|that|this|our|my)\b)|twice\b"
    r"|(?:(?:two|three|four|five|six|\d{1,3})-?\sto\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand|\d{1,4}-?)fold\b)"
)
"""A fraction with no number of its own: "a third", "half of", "twice"."""

AND_A_HALF = r"an?\s(?:hour|day|week|month|year|decade|century|mile|minute)\sand\sa\shalf\b"
"""A unit and a half: "a year and a half"."""

ODDS = (
    rf"(?:(?i:{_ONES}|ten)|\d{{1,3}})(?:(?:\sin|(?:\stimes)?\sout\sof)(?:\severy)?\s|-in-(?:every-)?)"
    rf"(?:(?:(?i:{SMALL})|\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,4}})(?:[\s-](?:hundred|thousand|million|billion)\b)?"
    rf"|an?[\s-](?:hundred|thousand|million|billion)\b)(?![\w%]|[,.]\d)"
)
"""A share as so many in so many: "one in five", "four out of ten"."""

AGES = (
    r"(?i:(?:early|mid|late)(?:\s|-))?"
    r"(?:(?i:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|[2-9]0s)\b"
)
"""A decade of life: "teens", "early 20s"."""

_AFTER_A = """
    hour mile kilometer kilometre inch pound tonne ton litre liter pint acre metre meter foot yard hundred
    thousand million billion trillion dozen lakh crore couple few half third quarter fourth fifth sixth seventh
    eighth ninth tenth day week month year decade century
    """.split()

PARTS_OF_A_DECADE = ("early", "mid", "late")
_DECADES = "teens twenties thirties forties fifties sixties seventies eighties nineties".split()
_ROUGH = "dozen hundred thousand million billion trillion".split()

FIRST_WORDS = (
    *ONES,
    *TENS,
    *_DECADES,
    *"""
    half quarter hundred tens dozens scores hundreds thousands millions billions trillions twice minus twofold
    threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold hundredfold
    """.split(),
    *(f"{part} {decade}" for part in PARTS_OF_A_DECADE for decade in _DECADES),
    *(f"{several} {word}" for several in ("several", "many") for word in _ROUGH),
    *(f"{article} {word}" for article in ("a", "an") for word in _AFTER_A),
)
"""The words that any of these begins with, where it does not begin with a digit."""
