"""`recon plugins`, `recon config`: what there is, and what is in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from recon.cli.console import Output, guarded, opened
from recon.cli.run import start
from recon.engine import chosen_reconcilers
from recon.host import Host, Owned
from recon.model import UnitDefinition
from recon.options import options_of, with_options
from recon.reports.layout import printable, table
from recon.reports.numbers import number
from recon.running.choosing import RuleOptions, chosen
from recon.running.configuration import DEFINITION, UNIT_LISTS, Config, toml_value
from recon.running.run import Run

plugins = typer.Typer(rich_markup_mode=None)


@plugins.callback(invoke_without_command=True)
def plugins_default(context: typer.Context) -> None:
    """List the plugins in force, and what each adds.

    \b
    recon plugins
    """
    if context.invoked_subcommand is None:
        list_plugins()


@plugins.command("list")
def list_plugins() -> None:
    """List the plugins in force and what each adds."""

    def command() -> int:
        with opened(None) as sink:
            _list(start().host, sink)
        return 0

    guarded(command)


def _list(host: Host, sink: Output) -> None:
    rows = [("plugin", "version", "adds", "", "")]
    for owned in host.objects():
        name = owned.owner.distribution + (f" [{owned.owner.entry_point}]" if owned.owner.entry_point else "")
        rows.append((name, owned.owner.version, owned.kind, owned.key, _more(owned)))
    sink.write("\n".join(table(rows, "lllll", terminal=sink.terminal)) + "\n")


def _more(owned: Owned[Any]) -> str:
    if owned.kind == "unit":
        return _unit(owned.object)
    if owned.kind == "reader":
        return " ".join(getattr(owned.object, "suffixes", ()))
    if owned.kind == "check":
        return str(getattr(owned.object, "name", ""))
    if owned.kind == "extractor":
        return ""
    return " ".join(
        f"{name}={toml_value(value)}" for name, value in options_of(owned.object).items() if value is not None
    )


def _unit(one: UnitDefinition) -> str:
    """What a unit is, and its first written form."""
    form = (*one.words, *one.signs)[0].partition("/")[0]
    if not one.kind:
        return f"also {form}"
    return f"{form} = {number(one.factor)} {one.unit}" if one.unit else f"{form} ({one.kind})"


def config() -> None:
    """Print the configuration in force, as TOML.

    \b
    recon config
    """

    def command() -> int:
        run = start()
        with opened(None) as sink:
            sink.write("\n".join(_config(run)) + "\n")
        return 0

    guarded(command)


def _config(run: Run) -> Iterator[str]:
    config: Config = run.config
    # What names nothing that exists is refused here as everywhere.
    chosen(run.host, config, RuleOptions())
    reconcilers = with_options(run.host.reconcilers, config.reconcilers, config.source)
    yield f"# {printable(config.source) or 'no recon.toml or pyproject.toml with [tool.recon]: defaults'}"
    yield "[tool.recon]"
    yield f"select = {toml_value(config.select)}"
    yield f"ignore = {toml_value(config.ignore)}"
    yield f"extend-select = {toml_value(config.extend_select)}"
    yield f"extend-ignore = {toml_value(config.extend_ignore)}"
    yield f"preview = {toml_value(config.preview)}"
    yield f"fail-on = {toml_value(config.fail_on or 'error')}"
    yield f"severity = {toml_value(config.severity)}"
    yield f"suppressions = {toml_value(config.suppressions)}"
    yield f"baseline = {toml_value(config.baseline)}"
    yield f"overrides = {toml_value(config.overrides)}"
    yield f"revisions = {toml_value(config.revisions)}"
    yield f"extractor = {toml_value(run.extractor().key)}"
    yield f"reconciler = {toml_value([owned.key for owned in chosen_reconcilers(reconcilers, config.reconciler)])}"
    for pattern, rules in config.per_path.items():
        yield ""
        yield f"[tool.recon.per-path.{toml_value(pattern)}]"
        yield from (f"{key} = {toml_value(told)}" for key, told in rules.items())
    yield ""
    yield "[tool.recon.units]"
    for key in UNIT_LISTS:
        yield f"{key} = {toml_value(getattr(config.units, key))}"
    for one in config.units.define:
        yield ""
        yield f"[tool.recon.units.define.{one.name}]"
        yield from (f"{key} = {toml_value(getattr(one, key))}" for key in DEFINITION)
    for owned in reconcilers:
        if options := options_of(owned.object):
            yield ""
            yield f"[tool.recon.reconcilers.{owned.key}]"
            for name, value in options.items():
                yield f"# {name} is not set" if value is None else f"{name} = {toml_value(value)}"
