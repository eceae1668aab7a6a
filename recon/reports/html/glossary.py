"""One sentence for every column and mark of the page: what a reader finds behind a "?"."""

from __future__ import annotations

from collections.abc import Mapping

BOUNDS: Mapping[str, str] = {
    "exact": "The number is printed without a hedge; it still stands for all that a writer would have rounded to it.",
    "about": "The words say that the number is approximate: about, some, roughly.",
    "nearly": "The number is a little under the one printed: nearly, almost.",
    "at_least": "The number or more; where it ends, the words leave open.",
    "more_than": "More than the number; where it ends, the words leave open.",
    "at_most": "The number or less: up to, as many as.",
    "less_than": "Less than the number: under, below.",
    "range": "The words give two ends, and the number lies between them.",
    "indefinite": "A word for a size and no number: dozens, thousands.",
}
"""By the words of `recon.model.Bound`."""

KINDS: Mapping[str, str] = {
    "count": "How many people or things there are.",
    "money": "A sum in a currency.",
    "percent": "A share in hundredths.",
    "points": "A difference between two percentages, in percentage points.",
    "ratio": "How many times as much, or how many to one.",
    "rate": "So much for each of something: a month, a barrel.",
    "duration": "How long something lasts.",
    "age": "How old somebody or something is.",
    "length": "How long, high or far something is.",
    "area": "How large a surface is: hectares, square miles.",
    "volume": "How much room something takes: liters, barrels.",
    "mass": "How heavy something is.",
    "speed": "How fast something moves.",
    "temperature": "How warm something is.",
    "temperature_change": "By how many degrees a temperature changes.",
    "energy": "How much work something can do: kilowatt-hours, calories.",
    "power": "How much an engine or a power station gives at a time.",
    "pressure": "How hard something presses: bars, millibars.",
    "information": "How much data there is: gigabytes.",
    "frequency": "How often in a second.",
    "other": "A quantity that is none of the other kinds.",
}
"""By those of `recon.model.Kind` that are quantities."""

RELATIONS: Mapping[str, str] = {
    "conflict": "The two numbers do not meet, and nothing that was read explains it.",
    "revised_down": "A later and lower number, of the same origin or in words that say so.",
    "updated": "A later and higher number, or a newer forecast of the same origin.",
    "forecast_of": "One foresaw what the other observed.",
    "agrees": "Different numbers that can both be right.",
    "part_of": "One counts a part of what the other counts.",
    "rounded": "One is the other, more coarsely told.",
    "restated": "The same number again, of the same origin or on a later day.",
    "same": "The same number on one day, from different origins or from none that is named.",
    "other_scope": "They look alike and differ in place, role, period or what is included.",
}
"""By the words of `recon.model.RelationKind`."""

STATUSES: Mapping[str, str] = {
    "observed": "The claim says what is or was.",
    "forecast": "The claim says what somebody expects.",
    "planned": "The claim says what somebody intends.",
    "denied": "The claim is one that its speaker denies.",
    "total": "A number of all there are so far.",
    "increment": "What came on top of an earlier number.",
    "flow": "So many in a time: a day, a week.",
}
"""By the words of `recon.model.Status` and `Measure`."""

COLUMNS: Mapping[str, tuple[str, str]] = {
    "number": ("#", "The number of the claim within its series, by the day it speaks of."),
    "as-of": (
        "as of",
        "The day or days that the number speaks of; in brackets where that is only the day of publication.",
    ),
    "figure": (
        "figure",
        "The number as printed, with what its words leave open: ~ about, ≥ at least, > over, ≤ at most, < under.",
    ),
    "status": (
        "status",
        "Whether the number is a forecast, a plan, a denial, an increase or a flow; empty for a count.",
    ),
    "chain": (
        "said by",
        "Who said it, from the outlet inwards; a ? follows an origin that the text does not name with the number.",
    ),
    "printed": ("printed in", "The outlet and the day of the article, with a link to the sentence."),
    "how": ("how it stands", "In what relation the claim stands to others of its series, the weightiest first."),
    "reason": (
        "why it is here",
        "Which words put the claim into this series, and by which words its speakers were read.",
    ),
    "series": ("quantity", "One and the same quantity, told by all claims that speak of it."),
    "newest": ("newest reported", "The newest number that somebody printed as observed; never a modelled one."),
    "claims": ("claims", "How often the quantity was given a number."),
    "origins": (
        "origins",
        "How many different innermost speakers are behind the claims: three papers with one agency's number are one.",
    ),
    "outlets": ("outlets", "How many different outlets printed it."),
    "conflicts": ("conflicts", "Pairs of origins whose numbers do not meet, with nothing that explains it."),
    "falls": ("falls", "Numbers that were taken back, or totals that fell although they can only grow."),
    "missed": ("missed", "Forecasts that what was observed later did not bear out."),
    "flags": ("findings", "How often something was found there that does not add up."),
    "by": ("by", "The reconciler: a rule or a model that makes one number of many claims, and answers for it."),
    "at": ("for", "The day that the estimate is for."),
    "estimate": (
        "estimate",
        "What a reconciler makes of the claims, with its low and high; “modelled” where nobody printed such a number.",
    ),
    "from": ("from", "The claims that the estimate was made of, why, and those it set aside."),
    "document": ("article", "The article, with a link to its text."),
    "outlet": ("outlet", "Who published the article."),
    "published": ("published", "The day of publication, as the article or its folder tells it."),
    "figures": ("figures", "How many quantities stand in the article."),
    "code": ("code", "The rule that found it; recon rule CODE explains it with examples."),
    "name": ("finding", "What the rule looks for, and how severe it is."),
    "found": ("found", "How often the rule found something that stands."),
    "where": ("where", "The first places in which it was found."),
    "origin": ("origin", "The innermost speaker of a number who is named."),
}
"""Key to the column's heading and its sentence."""

MARKS: Mapping[str, tuple[str, str]] = {
    "mark-kind": (
        "a tint",
        "A number on a tint is a quantity, and the tint says its kind: count, money, share, rate, time or measure.",
    ),
    "mark-bound": (
        "the line under a number",
        "Solid for a plain number, dashed for about and nearly, dotted for “dozens”, an arrow for at least or up to.",
    ),
    "mark-finding": (
        "a wavy underline",
        "Something here does not add up: red is an error, ochre a warning, grey a note; the code leads to why.",
    ),
    "mark-beside": ("the list beside the text", "Each number with its kind, its bound, and the quantity it tells."),
    "chart-point": ("a filled mark", "A number that somebody reported as observed, in the colour of its origin."),
    "chart-hollow": ("a hollow mark", "A forecast or a plan: what somebody expects, and not what was seen."),
    "chart-arrow": ("an arrow", "The words leave the number open on that side: at least, up to."),
    "chart-bar": ("a bar", "The words give a range, or the days that the number speaks of."),
    "chart-line": (
        "a line with a band",
        "An estimate by a reconciler, with its low and high: modelled, and never reported.",
    ),
}
"""Key to what the mark looks like and its sentence."""


def terms() -> dict[str, tuple[str, str]]:
    """Everything that is explained, by the end of its id on the page: what it is called, and the sentence."""
    plain = {**BOUNDS, **KINDS, **RELATIONS, **STATUSES}
    return {**MARKS, **COLUMNS, **{key: (key.replace("_", " "), told) for key, told in plain.items()}}
