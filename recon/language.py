"""Whether a document is in English, the one language that recon has a grammar for.

A text of another language would be misread without a word: "1.200" is twelve hundred in German. Nearly every English
text is told by one word, in microseconds; only where that is rare are all words looked at, and a library asked.
"""

from __future__ import annotations

import re
from importlib.util import find_spec

from recon.model import Document

SAMPLE = 2_000
"""Characters at the beginning of the body that tell its language."""
SHORTEST = 60
"""Characters below which a text in Latin letters is not judged: a headline may be all names."""
FEWEST, FEWEST_ALONE = 5, 20
"""Words without a capital below which it is not judged either, by the library and without it."""
THE = 0.015
"""Of the words of a text, the part that " the " makes in English and in no other language; news has 0.05."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ENGLISH = frozenset(
    "the and of to that with from they this these which were been would could their there said after who about into "
    "what when where while than but because before between through he she it his her its we our you your has have had "
    "is was are be will can not by for at on as an or if".split()
)
SURE, POSSIBLE = 0.25, 0.08
"""The parts of the words of a text, in `ENGLISH`, above which it is English, and below which it is not. English has
0.4; Dutch and Danish, which share some of these words, 0.1."""
CERTAIN, AGREED = 0.8, 0.4
"""By how much a character, as a natural logarithm, the library must hold another language likelier than English; the
second where the words, or what is declared, say so too. Prose gives 0.7 to 1.7, a list of foreign names 0.5, and of
14,000 beginnings of English sentences none above 0.33."""
FEWEST_WIDE = 5
"""Letters of another script than Latin, being most of all, that tell without a library that a text is not English."""
INSTALL = "pip install 'recon-figures[language]'"
NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip
UNKNOWN = "another language than English"


def foreign(document: Document) -> str:
    """The language of a document that is not in English, by its English name where it has one; "" for English.

    What somebody wrote of a text (`language`) is believed; what a page declares, only where its words tell nothing.
    """
    declared = document.language.partition("-")[0].lower()
    if declared and document.source is None:
        return "" if declared in ("en", "eng", "english") else named(declared)
    sample = document.text[document.body_start : document.body_start + SAMPLE]
    if sample.count(" the ") >= THE * sample.count(" ") > 0:
        return ""
    return _judged(sample, declared)


def named(tag: str) -> str:
    """A language's English name by its tag; the tag where it is none of the commonest."""
    return NAMES.get(tag, tag)


def _judged(sample: str, declared: str) -> str:
    wide = not sample.isascii() and _is_wide(sample)
    if _is_capitals(sample):
        sample = sample.lower()
    alone = find_spec("py3langid") is None
    words = [word for word in WORD.findall(sample) if not word[0].isupper()]  # a name is of no language
    if not wide and (len(sample) < SHORTEST or len(words) < (FEWEST_ALONE if alone else FEWEST)):
        return ""
    share = sum(word in ENGLISH for word in words) / len(words) if words else 0.0
    if share >= SURE:
        return ""
    if alone:
        sure = wide or share < POSSIBLE or declared not in ("", "en")
        return (named(declared) if declared not in ("", "en") else UNKNOWN) if sure else ""
    from py3langid import rank  # noqa: PLC0415 - of the extra "language", and a second to load

    ranked: list[tuple[str, float]] = rank(sample)
    tag, score = ranked[0]
    agreed = share < POSSIBLE or declared.partition("-")[0] == tag
    likelier = (score - dict(ranked)["en"]) / len(sample)
    return named(tag) if tag != "en" and (wide or likelier >= (AGREED if agreed else CERTAIN)) else ""


def _is_wide(sample: str) -> bool:
    """Whether most letters are of another script than Latin."""
    letters = [letter for letter in sample if letter.isalpha()]
    wide = sum(letter > "\u02ff" for letter in letters)
    return wide >= FEWEST_WIDE and 2 * wide > len(letters)


def _is_capitals(sample: str) -> bool:
    """Whether a text is set in capitals, as some wires are."""
    return sum(map(str.isupper, sample)) > 3 * sum(map(str.islower, sample))
