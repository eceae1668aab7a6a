"""RC405: one page, read twice, with another number the second time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recon.crosschecks.certain import surely_alike
from recon.crosschecks.subject import Flag, Subject
from recon.model import Claim, Document
from recon.series.wording import said


def changed(subject: Subject) -> Iterator[Flag]:
    """Each number of a page that an earlier reading of it did not have, beside the number that is gone from there."""
    readings: defaultdict[str, dict[str, list[Claim]]] = defaultdict(dict)
    for one in subject.sides:
        document = subject.documents.get(one.claim.doc)
        if document is not None and document.url:
            readings[_address(document.url)].setdefault(document.id, []).append(one.claim)
    for told in readings.values():
        order = sorted(told, key=lambda doc: (_read(subject.documents[doc]), doc))
        for old, new in pairwise(order):
            gone = [claim for claim in told[old] if not _has(told[new], claim)]
            come = [claim for claim in told[new] if not _has(told[old], claim)]
            for before, after in _replaced(gone, come, subject):
                yield Flag(
                    claim=after,
                    against=before,
                    message=f"the page gave {said(before)}, and gives {said(after)}",
                )


def _replaced(gone: Sequence[Claim], come: Sequence[Claim], subject: Subject) -> Iterator[tuple[Claim, Claim]]:
    """What is gone from a page with what stands in its place: of one status and measure, and of the same thing."""
    left = list(come)
    for before in gone:
        after = next((claim for claim in left if _in_place_of(before, claim, subject)), None)
        if after is not None:
            left.remove(after)
            yield before, after


def _in_place_of(before: Claim, after: Claim, subject: Subject) -> bool:
    one, other = subject.slots[before.id], subject.slots[after.id]
    if before.status != after.status or one.measure != other.measure or one.part != other.part:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    return surely_alike(before, one, after, other)


def _has(claims: list[Claim], wanted: Claim) -> bool:
    return any((one.value, one.low, one.high) == (wanted.value, wanted.low, wanted.high) for one in claims)


def _address(url: str) -> str:
    """The address without what does not change the page."""
    return url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _read(document: Document) -> dt.date:
    """When a page was as it is: when it was changed or fetched, else published."""
    return document.modified or document.fetched or document.published or dt.date.min
