"""`recon plugins new`, `recon plugins check`: for those who write a plugin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer

from recon.cli.about import plugins
from recon.cli.console import Output, doing, guarded, opened
from recon.cli.run import start
from recon.errors import UsageError
from recon.host import DISTRIBUTION, Host, Owned, version
from recon.reports.layout import printable
from recon.scaffold import KINDS, files_of, names_of, write

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
        chosen = _of(run.host, names or ())
        refused = [one for one in run.host.findings if not names or any(name in one.message for name in names)]
        with opened(None) as sink:
            failed = _tried(chosen, sink)
            if rank:
                from recon.ranking import ranking  # noqa: PLC0415

                own = {owned.owner.distribution for owned in chosen}
                with doing() as step:
                    told = ranking(run.host.reconcilers, own, step)
                sink.write(f"\n{told}")
        return int(failed or bool(refused))

    guarded(command)


def _of(host: Host, names: Sequence[str]) -> list[Owned[Any]]:
    """The objects of the distributions of those names, else of all but recon."""
    there = sorted({plugin.owner.distribution for plugin in host.plugins} - {DISTRIBUTION})
    for name in names:
        if name not in {*there, DISTRIBUTION}:
            raise UsageError(f"no plugin {name!r} is installed; there are {', '.join(there) or 'none'}")
    if not there and not names:
        raise UsageError("no plugin is installed; recon plugins new NAME writes one to start from")
    return [owned for owned in host.objects() if owned.owner.distribution in (names or there)]


def _tried(chosen: Sequence[Owned[Any]], sink: Output) -> bool:
    """Write the outcome of every trial as it comes; whether one failed."""
    from recon.conformance import outcomes  # noqa: PLC0415  (the stages, which no other command of this file needs)
    from recon.conformance.processes import unlike  # noqa: PLC0415

    failed = False
    for owned, of_one in groupby(outcomes(chosen), lambda one: one.owned):
        tried = list(of_one)
        problems = [one for one in tried if one.problem]
        failed |= bool(problems)
        took = f", {seconds:.1f} s" if (seconds := sum(one.seconds for one in tried)) >= 1 else ""
        told = f"{len(problems)} of {len(tried)} failed" if problems else f"{len(tried)} passed{took}"
        sink.write(f"{'FAILED' if problems else 'ok':<6}  {owned.kind} {owned.key}: {told}\n")
        for one in problems:
            sink.write(f"        {one.trial}: {printable(one.problem)}\n")
    strange = sorted(unlike(sorted({owned.owner.distribution for owned in chosen})))
    for name in strange:
        sink.write(f"FAILED  {name}\n        other processes give something else: is a set put in order by chance?\n")
    if not strange:
        sink.write("ok      the same in every process\n")
    return failed or bool(strange)
