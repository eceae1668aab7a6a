"""The lexicon of a run: recon's own, the units of its plugins, and what the configuration makes of both."""

from __future__ import annotations

from recon.errors import UsageError
from recon.host import Host, owner_of
from recon.units import Extension, Lexicon, lexicon


def lexicon_of(host: Host, own: Extension | None = None, source: str = "") -> Lexicon:
    """The lexicon of a host's plugins with what the configuration in `source` changes in it.

    Raises `UsageError` that names `source`, and whose unit it is where a word or a sign means something else already.
    """
    known = lexicon().extended(define=(owned.object for owned in host.units))
    if own is None:
        return known
    try:
        known = known.extended(allow=own.allow, deny=own.deny, prefer=own.prefer)
    except UsageError as error:
        raise UsageError(f"{source}: units.{error}") from None
    for one in own.define:
        where = f"{source}: units.define.{one.name}"
        for problem in known.problems(one):
            raise UsageError(f"{where} {problem}")
        for what, unit in known.clashes(one):
            theirs = "this file" if unit in {mine.name for mine in own.define} else owner_of(unit, host.units)
            raise UsageError(f"{where}: {what} means {unit} of {theirs} already; leave it out, or deny that first")
        known = known.extended(define=(one,))
    return known
