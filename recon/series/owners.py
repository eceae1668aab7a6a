"""Whose number it is: two parties' seats and two companies' sales are told in the same words.

A name counts only where a text sets it against another: two names with two numbers of one thing and one day. Elsewhere
"the carmaker" and its name are left together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from recon.model import Claim
from recon.series.seen import Seen

NAME = re.compile(r"(?<![\w’'.-])(?:[A-Z][\w’'&.-]{1,30})(?: (?:of |and |& )?[A-Z][\w’'&.-]{0,30}){0,4}")
NOT_WHOSE = re.compile(r"\b(?:in|on|at|from|to|by|near|across|of) (?:the )?$")
"""What comes before a place, a day or a speaker, not before the one who has."""
BACKED = re.compile(
    r"^[^.;]{0,40}\b(?:backs?|backed|vot(?:e|ed|ing) for|support(?:s|ed)?|favou?r(?:s|ed)?|prefer(?:s|red)?) "
    r"((?:[A-Z][\w’'-]{1,30} ?){1,3})"
)
"""Whom a share of voters is for."""
NO_OWNER = frozenset(
    """the a an in on at of it its he she they this that these those but and there some about more at least around
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday mr mrs ms dr party bloc group company corp inc ltd plc co united new""".split()
)
Owner = frozenset[str]


def owner(place: Seen) -> Owner:
    """The telling words of the last name of the clause before the number that may be its owner's; none where there is
    none."""
    before = place.before
    backed = BACKED.match(place.after)
    if backed:
        return frozenset(word.lower().strip(".") for word in backed[1].split())
    for match in reversed([*NAME.finditer(before)]):
        if NOT_WHOSE.search(before[max(match.start() - 12, 0) : match.start()]):
            continue
        words = (re.sub(r"['’]s?$", "", word.lower().strip(".")) for word in match[0].split())
        found = frozenset(word for word in words if word not in NO_OWNER)
        if found:
            return found
    return frozenset()


def rivals(members: Sequence[tuple[Claim, Owner]]) -> dict[Owner, int]:
    """The number of the class of each owner whom a text sets against another; names with a word in common are one."""
    classes: dict[Owner, int] = {}
    for _, name in members:
        if name and name not in classes:
            same = next((number for other, number in classes.items() if other & name), len(classes))
            classes[name] = same
    by_doc: defaultdict[str, list[tuple[Claim, Owner]]] = defaultdict(list)
    for claim, name in members:
        if name:
            by_doc[claim.doc].append((claim, name))
    against: Counter[int] = Counter()
    for told in by_doc.values():
        for (a, mine), (b, theirs) in combinations(told[:MOST], 2):
            other = classes[mine] != classes[theirs] and a.unit == b.unit and a.value != b.value
            if other and a.as_of_end == b.as_of_end:
                against.update((classes[mine], classes[theirs]))
    return {name: number for name, number in classes.items() if against[number]}


MOST = 30
"""The most claims of one document and thing that are held against each other."""
