"""`recon reconcile --edit`: the series as they are now, as an overrides file that is all comment.

A line of it becomes an entry's when the "#" directly before its first sign goes. Uncommented whole, it sets what is
set already and merges what is one series already, so it changes nothing.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence

from recon.model import Claim, Document, Series
from recon.overrides.entries import Ref
from recon.overrides.matching import around
from recon.overrides.values import UNKNOWN
from recon.reports.numbers import as_of, chain, quantity
from recon.selection import path_from

HEAD = """\
# Overrides for recon, to be saved as {name}.
# Uncomment what you need (take away the # that touches its line), change it, and say why.
#   [[set]]        what recon read of claims: as_of, status, measure, origin, said_by,
#                  chain, place, subject, scope
#   [[merge]]      the series of these claims are one
#   [[split]]      these claims are one quantity, and not that of those they stand with
#   [[move]]       these claims belong to the series of another: to = { id = …, text = … }
#   [[leave-out]]  claims; or source = "…", wherever it speaks; or doc = "wire/*.txt"
#   [[fold]]       one speaker, several names: name = "…" and also = ["…", "…"];
#                  of = "place" or of = "subject" folds those
#   [[note]]       nothing but why, shown beside the claims
"""


def template(series: Sequence[Series], documents: Iterable[Document], name: str, folder: str = "") -> str:
    """The series in the order given, each as a merge of its claims and a set for each of them; documents are called by
    their paths from `folder`, where the file is to be."""
    texts = {document.id: document for document in documents}
    return "\n".join([HEAD.replace("{name}", name), *("\n".join(_series(one, texts, folder)) for one in series)])


def _series(series: Series, texts: dict[str, Document], folder: str) -> Iterator[str]:
    yield f"# ==== {_comment(series.title)} ({series.key}): {len(series.claims)} of one quantity"
    yield ""
    sound = [claim for claim in series.claims if _writable(claim.id)]
    if len(sound) > 1:
        yield "#[[merge]]"
        yield "#claims = ["
        yield from (f"#{ref_text(claim, texts[claim.doc], folder)}," for claim in sound)
        yield "#]"
        yield '#why = ""'
        yield ""
    for index, claim in enumerate(series.claims, 1):
        yield f"# [{index}] {_comment(quantity(claim))}, as of {as_of(claim)}, {_comment(chain(claim))}"
        if claim not in sound:
            yield f"# its document has no name that TOML can hold: {_comment(claim.id)}"
            continue
        yield "#[[set]]"
        yield f"#claim = {ref_text(claim, texts[claim.doc], folder)}"
        yield from (f"#{line}" for line in _values(claim))
        yield '#why = ""'
        yield ""


def ref_text(claim: Claim, document: Document, folder: str = "") -> str:
    """How an entry names a claim, as a TOML inline table."""
    id_ = f"{path_from(folder, claim.doc)}#{claim.id.rpartition('#')[2]}"
    ref = Ref(id=id_, text=" ".join(claim.text.split()), words=around(claim, document))
    words = f", words = {toml_text(ref.words)}" if ref.words != ref.text else ""
    return f"{{ id = {toml_text(ref.id)}, text = {toml_text(ref.text)}{words} }}"


def _values(claim: Claim) -> Iterator[str]:
    first, last = claim.as_of_start, claim.as_of_end
    if first == last:
        yield f"as_of = {first or toml_text(UNKNOWN)}"
    else:
        yield f"as_of = [{_day(first)}, {_day(last)}]"
    yield f"status = {toml_text(claim.status)}"
    yield f"measure = {toml_text(claim.measure)}"
    if claim.chain:
        yield f"chain = [{', '.join(map(toml_text, claim.chain))}]"
    if claim.origin:
        yield f"origin = {toml_text(claim.origin)}"
    for key in ("place", "subject", "scope"):
        yield f"{key} = {toml_text(getattr(claim, key))}"


def _day(day: dt.date | None) -> str:
    return str(day) if day else '""'


def toml_text(text: str) -> str:
    """A text as a TOML basic string, which is JSON's but for DEL and what no UTF-8 can hold."""
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")


def _writable(id_: str) -> bool:
    try:
        id_.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _comment(text: str) -> str:
    """A text within a comment, which may hold no control characters."""
    return "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))
