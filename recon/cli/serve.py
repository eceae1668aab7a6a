"""`recon serve`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from recon.cli.console import guarded, opened
from recon.cli.options import ExtractorName
from recon.cli.run import start
from recon.engine import Plan, chosen_reconcilers
from recon.errors import UsageError
from recon.options import with_options
from recon.running.choosing import RuleOptions, chosen

PORT = 8417
NEEDED = ("starlette", "uvicorn")


def serve(
    *,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; from elsewhere a token is asked for.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="The port; 0 for any that is free.")
    ] = PORT,
    browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    extractor: ExtractorName = None,
) -> None:
    """Serve a page of this machine: paste articles, see figures and findings as you type.

    Nothing leaves the machine, and nothing is kept. Ctrl-C ends it.

    \b
    recon serve --open
    recon serve --port 0
    """

    def command() -> int:
        if not all(map(find_spec, NEEDED)):
            raise UsageError("recon serve needs a server; install it: pip install 'recon-figures[serve]'")
        from recon.serving.desk import Desk  # noqa: PLC0415  (the server's libraries, for who wants it)
        from recon.serving.server import bound  # noqa: PLC0415
        from recon.serving.server import serve as run_server  # noqa: PLC0415

        run = start()
        config = run.config
        selection, checks = chosen(run.host, config, RuleOptions())
        plan = Plan(extractor=run.extractor(extractor), checks=checks, selection=selection, lexicon=run.lexicon)
        reconcilers = with_options(run.host.reconcilers, config.reconcilers, config.source)
        desk = Desk(plan=plan, reconcilers=chosen_reconcilers(reconcilers, config.reconciler), chosen=config.reconciler)
        address = bound(host, port)

        def ready() -> None:
            with opened(None) as sink:
                sink.write(f"recon is at {address.url} until you press Ctrl-C\n")
            if browser:
                import webbrowser  # noqa: PLC0415

                webbrowser.open(address.url)

        run_server(desk, host, address, ready)
        return 0

    guarded(command)
