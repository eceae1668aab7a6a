"""`recon plugins new`, `recon plugins check`: for those who write a plugin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recon.cli.about import plugins
from recon.cli.console import Output, doing, guarded, opened
from recon.cli.run import start
from recon.compatibility import normal
from recon.errors import UsageError
from recon.host import DISTRIBUTION, Host, Owned, installed, version
from recon.reports.layout import printable
from recon.scaffold import KINDS, files_of, names_of, write

if TYPE_CHECKING:
    from recon.conformance import Outcome

Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help=f"What it adds: {', '.join(KINDS)}.")]
Directory = Annotated[
    Path | None, typer.Option("--directory", metavar="DIR", help="The folder to make.", show_default=False)
]


@plugins.command("new")
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help='What to call it: "tides" makes recon-tides.')],
    kind: Kind = "reconciler",
    directory: Directory = None,
) -> None:
    """Write a plugin distribution that installs, tests and type-checks as it is.

    \b
    recon plugins new tides
    recon plugins new tides --kind check
    """

    def command() -> int:
        names = names_of(name)
        folder = directory or Path(names.distribution)
        minor = ".".join((version() or "0.1").split(".")[:2])
        made = files_of(kind, names, minor)
        write(folder, made)
        with opened(None) as sink:
            sink.write("".join(f"{(folder / path).as_posix()}\n" for path in sorted(made)))
            sink.write(f"next: pip install -e {folder.as_posix()}, then recon plugins check {names.distribution}\n")
        return 0

    guarded(command)


@plugins.command("check")
def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]…", help="Distributions; all but recon's own for none.", show_default=False),
    ] = None,
    *,
    rank: Annotated[bool, typer.Option("--rank", help="Rank every reconciler on simulated streams, too.")] = False,
) -> None:
    """Hold installed plugins to the contract of their hooks.

    Exit status as that of `recon check`: 1 where something is not as it must be.

    \b
    recon plugins check recon-tides
    recon plugins check recon-tides --rank
    """

    def command() -> int:
        run = start()
        wanted = _wanted(run.host, names or ())
        chosen = [owned for owned in run.host.objects() if owned.owner.distribution in wanted]
        of_those = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, wanted))}) ")
        refused = [one.message for one in run.host.findings if of_those.search(one.message)]
        with opened(None) as sink:
            for message in refused:
                sink.write(f"FAILED  {printable(message)}\n")
            failed = _tried(chosen, sink)
            if rank:
                from recon.ranking import ranking  # noqa: PLC0415

                own = {owned.owner.distribution for owned in chosen}
                with doing() as step:
                    told = ranking(run.host.reconcilers, own, step)
                sink.write(f"\n{told}")
        return int(failed or bool(refused))

    guarded(command)


def _wanted(host: Host, names: Sequence[str]) -> list[str]:
    """The distributions of those names, which may be written as an index takes them, else all but recon.

    Those that could not be loaded are among them: what is wrong with them is to be told.
    """
    owners = {*(plugin.owner.distribution for plugin in host.plugins), *(owner.distribution for owner in installed())}
    there = {normal(name): name for name in sorted(owners - {DISTRIBUTION})}
    known = {**there, DISTRIBUTION: DISTRIBUTION}
    for name in names:
        if normal(name) not in known:
            raise UsageError(f"no plugin {name!r} is installed; there are {', '.join(there.values()) or 'none'}")
    if not there and not names:
        raise UsageError("no plugin is installed; recon plugins new NAME writes one to start from")
    return [known[normal(name)] for name in names] or list(there.values())


def _tried(chosen: Sequence[Owned[Any]], sink: Output) -> bool:
    """Write the outcome of every trial as it comes; whether one failed."""
    from recon.conformance import outcomes  # noqa: PLC0415  (the stages, which no other command of this file needs)
    from recon.conformance.processes import unlike  # noqa: PLC0415

    failed: set[str] = set()
    for owned, of_one in groupby(outcomes(chosen), lambda one: one.owned):
        tried = list(of_one)
        problems = [one for one in tried if one.problem]
        failed |= {owned.owner.distribution} if problems else set()
        told = f"{len(problems)} of {len(tried)} failed" if problems else f"{len(tried)} passed{_took(tried)}"
        sink.write(f"{'FAILED' if problems else 'ok':<6}  {owned.kind} {owned.key}: {told}\n")
        for one in problems:
            sink.write(f"        {one.trial}: {printable(one.problem)}\n")
    sound = sorted({owned.owner.distribution for owned in chosen} - failed)
    strange = sorted(unlike(sound)) if sound else []
    for name in strange:
        sink.write(f"FAILED  {name}\n        other processes give something else: is a set put in order by chance?\n")
    if sound and not strange:
        sink.write("ok      the same in every process\n")
    return bool(failed or strange)


def _took(tried: Sequence[Outcome]) -> str:
    """What it costs, where that is measured or noticed."""
    from recon.conformance.samples import LONG  # noqa: PLC0415
    from recon.conformance.trials import TIMED  # noqa: PLC0415

    if timed := [one.seconds for one in tried if one.trial == TIMED]:
        return f", {1000 * timed[0]:,.1f} ms for a series of {LONG} claims"
    return f", {seconds:.1f} s" if (seconds := sum(one.seconds for one in tried)) >= 1 else ""
