"""The commands."""

from __future__ import annotations

import sys
import warnings
from typing import Annotated

import typer

from recon.cli import authors  # noqa: F401  (adds its commands)
from recon.cli.about import config, plugins
from recon.cli.check import check
from recon.cli.diff import diff
from recon.cli.extract import extract
from recon.cli.reconcile import reconcile_command
from recon.cli.report import report_command
from recon.cli.rule import rule
from recon.cli.serve import serve
from recon.cli.verify import verify
from recon.garbage import collect_seldom
from recon.host import version

# Rich help costs 100 ms at every start and says no more.
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command()(extract)
app.command()(check)
app.command("reconcile")(reconcile_command)
app.command("report")(report_command)
app.command()(verify)
app.command()(diff)
app.command()(serve)
app.command()(rule)
app.add_typer(plugins, name="plugins")
app.command()(config)


def _version(asked: bool) -> None:  # noqa: FBT001
    if asked:
        typer.echo(f"recon {version() or '(not installed)'}")
        raise typer.Exit


@app.callback()
def recon(
    *,
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reconcile the numbers in the news.

    Extract every figure, check what is printed side by side, and follow a quantity across sources and days.
    """


def main() -> None:
    """The `recon` command."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what a library tells its programmers is nothing to its users
    collect_seldom()
    app()
