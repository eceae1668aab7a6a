"""`recon rule`, `recon plugins`, `recon config`: what there is, and what is in force."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from recon.cli.config import DEFINITION, UNIT_LISTS, Config, toml_value
from recon.cli.console import Output, guarded, opened
from recon.cli.run import Run, start
from recon.engine import Plan, chosen_checks, chosen_extractor, chosen_reconcilers, work_on
from recon.errors import UsageError
from recon.host import Host, Owned
from recon.machinery import RULES
from recon.model import Check, Document, UnitDefinition
from recon.options import options_of, with_options
from recon.reports.layout import WIDTH, printable, table, wrapped
from recon.reports.numbers import number
from recon.vocabulary import lexicon_of


def rule(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A code such as RC101.", show_default=False)],
) -> None:
    """Explain one code, with examples.

    \b
    recon rule RC101
    """

    def command() -> int:
        lines = _rule(code.upper(), start())
        with opened(None) as sink:
            sink.write("\n".join(lines) + "\n")
        return 0

    guarded(command)


def _rule(code: str, run: Run) -> list[str]:
    for owned in run.host.checks:
        if owned.key == code:
            return list(_check(owned, run))
    for one in RULES:
        if one.code == code:
            return [f"{one.code} {one.name} (error)", "", *wrapped(one.meaning, WIDTH)]
    known = sorted([owned.key for owned in run.host.checks] + [one.code for one in RULES])
    raise UsageError(f"there is no code {code!r}; there are {', '.join(known)}")


def _check(owned: Owned[Check], run: Run) -> Iterator[str]:
    check = owned.object
    trial = ", on trial: --preview" if getattr(check, "preview", False) else ""
    yield f"{check.code} {check.name} ({check.severity}{trial}) of {owned.owner}"
    if meaning := _meaning(check):
        yield ""
        yield from (line for part in meaning.split("\n\n") for line in wrapped(part, WIDTH))
    for label, text in (("passes", check.ok), ("found", check.not_ok)):
        yield ""
        yield f"{label}:"
        yield from (f"    {line}" for line in wrapped(text, WIDTH - 4))
    document = Document(id="example", text=check.not_ok)
    found = work_on(_plan_of(owned, run), (document,)).findings
    for finding in found:
        yield from (f"    → {line}" for line in wrapped(finding.message, WIDTH - 6))
        yield from (f"      = {printable(line)}" for line in finding.working.splitlines())


def _plan_of(owned: Owned[Check], run: Run) -> Plan:
    """The examples are written for recon's own extractor, with the units of all plugins and nothing denied."""
    known = lexicon_of(run.host)
    return Plan(extractor=chosen_extractor(run.host, "", known), checks=(owned,), lexicon=known)


def _meaning(check: Check) -> str:
    """The check's own words: a `meaning`, or the docstring of the function it judges with, or of its class."""
    own = getattr(check, "meaning", "")
    doc = inspect.getdoc(getattr(check, "judge", type(check))) or ""
    # A dataclass without a docstring gets its signature for one.
    words = str(own) or ("" if doc.startswith(f"{type(check).__name__}(") else doc.removeprefix(f"{check.code}: "))
    return words[:1].upper() + words[1:]


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
    objects: list[Owned[Any]] = [*host.readers, *host.extractors, *host.checks, *host.reconcilers, *host.units]
    rows = [("plugin", "version", "adds", "", "")]
    for owned in objects:
        name = owned.owner.distribution + (f" [{owned.owner.entry_point}]" if owned.owner.entry_point else "")
        rows.append((name, owned.owner.version, owned.kind, owned.key, _more(owned)))
    sink.write("\n".join(table(rows, "lllll")) + "\n")


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
    chosen_checks(run.host, config.select, config.ignore)
    reconcilers = with_options(run.host.reconcilers, config.reconcilers, config.source)
    yield f"# {printable(config.source) or 'no recon.toml or pyproject.toml with [tool.recon]: defaults'}"
    yield "[tool.recon]"
    yield f"select = {toml_value(config.select)}"
    yield f"ignore = {toml_value(config.ignore)}"
    yield f"preview = {toml_value(config.preview)}"
    yield f"fail-on = {toml_value(config.fail_on or 'error')}"
    yield f"extractor = {toml_value(run.extractor().key)}"
    yield f"reconciler = {toml_value([owned.key for owned in chosen_reconcilers(reconcilers, config.reconciler)])}"
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
