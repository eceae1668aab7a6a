"""RC405: one page, read twice, with another number the second time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

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
            for before, after in zip(gone, come, strict=False):
                yield Flag(
                    claim=after,
                    against=before,
                    message=f"the page gave {said(before)}, and gives {said(after)}",
                )


def _has(claims: list[Claim], wanted: Claim) -> bool:
    return any((one.value, one.low, one.high) == (wanted.value, wanted.low, wanted.high) for one in claims)


def _address(url: str) -> str:
    """The address without what does not change the page."""
    return url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _read(document: Document) -> dt.date:
    """When a page was as it is: when it was changed or fetched, else published."""
    return document.modified or document.fetched or document.published or dt.date.min
