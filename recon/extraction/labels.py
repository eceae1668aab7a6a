"""What is printed in numerals and is no quantity, as regular expressions: dates, times, ordinals, numbers that name
things."""

from __future__ import annotations

from recon.numerals import TENS

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d\w%]|[.,]\d)"
_YEAR = r"(?:1[5-9]|20)\d\d\b(?![,.]\d)"
_COUNTED = r"(?!\s(?:[a-z]{3,20}s|people|percent)\b)"

DATE = "|".join(
    (
        rf"{MONTH}\s{_DAY}(?:(?:\s?[-–]\s?|\s(?:to|and|or|through)\s|,\s(?:and\s)?){_DAY}{_COUNTED}){{0,3}}(?:,?\s{_YEAR})?",
        rf"{_DAY}(?:\s?[-–/]\s?{_DAY}|\s(?:to|and|or)\s{_DAY})?\s(?:of\s)?{MONTH}\b(?![’']s)(?:,?\s{_YEAR})?",
        rf"{MONTH},?\s(?:of\s)?{_YEAR}",
        r"\d{1,3}(?:,\d{3}|\d{1,2})?\s?(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)",
        r"\d{4}-\d\d-\d\d(?:T[\d:.]{4,12}Z?)?(?!\d)",
        r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)",
        r"(?:1[5-9]|20)\d\d[-–/]\d\d(?![\d,])|(?:1[5-9]|20)\d0[’']?s\b|[’'‘]\d0s\b",
    )
)
"""A date of a day or a month, a season of two years, or a decade."""

TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:to|-|–)\s?)?\d{1,2}(?:[:.]\d\d){0,2}\s?(?:[ap]\.\s?m(?:\.|\b)|[ap]m\b|AM\b|PM\b|A\.M\.|P\.M\.|[oO][’'][cC]lock\b|noon\b|midnight\b)"
    r"|(?:45|90|105|120)\+\d{1,2}(?:st|nd|rd|th)?(?:[\s-]min(?:ute)?s?)?\b"
    r"|\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?!\d)(?:\s?(?:hrs|hours|GMT|BST|UTC|CET|EST|EDT|ET|PT)\b)?"
    r"|[0-2]\d[0-5]\d\s?(?:GMT|BST|UTC|CET|hrs)\b"
)
"""A time of day, a running time, or a minute of stoppage time."""

SCORE = r"\d{1,3}\sfor\s\d{1,2}(?=[,.;)]|\s(?:at|when|as|after|in|off|from|before)\b)"
"""An innings or a bowler's figures: "87 for 3 at lunch"."""

IDENTIFIER = (
    r"https?://[^\s<>\"]{1,2000}|www\.[^\s<>\"]{1,2000}"
    r"|\+?\d{1,3}[\s.-]?\(\d{2,4}\)[\s.-]?\d{3,4}[\s.-]?\d{3,4}|\d{3}[-.]\d{3}[-.]\d{4}\b|\d{3}\)\s?\d{3}[-.]\d{4}\b|\d{2,5}\)\s?\d{3,4}[\s-]\d{3,4}\b|\+\d{1,3}(?:[\s-]\d{2,5}){2,4}"
    r"|0\d{2,4}(?:[\s-]\d{1,4}){2,4}\b|0\d{4}[\s-]\d{5,6}\b"
    r"|\d{1,5}(?:\.\d{1,5}){2,6}"
    r"|\d{1,3}\s?[°º]\s?\d{1,2}\s?[′'’](?:\s?\d{1,2}(?:\.\d{1,6})?\s?[″\"”])?(?:\s?[NSEW]\b)?"
    r"|\d{1,3}\.\d{1,6}\s?[°º]\s?[NSEW]\b|24/7\b|9/11\b|7/7\b|50[-/]50\b"
)
"""An address on the web, a telephone number, a version, a coordinate, or a set phrase of numbers."""

ORDINAL_WORDS = tuple(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth hundredth
    thousandth
    """.split()
)
ORDINAL = (
    rf"\d{{1,4}}(?:,\d{{3}}){{0,3}}(?:st|nd|rd|th)\b|(?i:(?:(?:{'|'.join(TENS)})[\s-])?(?:{'|'.join(ORDINAL_WORDS)}))\b"
)

FIRST_WORDS = ORDINAL_WORDS
"""The words that any of these begins with, where it does not begin with a digit, a sign, a month or "http"."""

MONTHS = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec
    """.split()
"""Months as printed, in lower case: dates begin with one where a number follows."""
