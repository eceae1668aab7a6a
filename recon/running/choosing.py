"""Which rules a run uses: what the configuration says, and above it the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from recon.engine import rule_names, selected_checks
from recon.errors import UsageError
from recon.host import Host, Owned
from recon.model import Check, Severity
from recon.running.configuration import Config
from recon.selection import Layer, PathRules, Selection, refuse_unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleOptions:
    """What the command line, or a program, says of rules; empty for what it leaves to the configuration."""

    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    extend_select: Sequence[str] | None = None
    extend_ignore: Sequence[str] | None = None
    severity: Sequence[str] | None = None
    per_path: Sequence[str] | None = None
    preview: bool = False


def chosen(host: Host, config: Config, asked: RuleOptions) -> tuple[Selection, tuple[Owned[Check], ...]]:
    """The selection of a run and the checks it needs; UsageError for what names nothing, or a severity there is not."""
    select = codes(asked.select) or config.select
    layers = (
        Layer(select=select, ignore=codes(asked.ignore) or config.ignore, fresh=bool(select)),
        Layer(select=config.extend_select, ignore=config.extend_ignore),
        Layer(select=codes(asked.extend_select), ignore=codes(asked.extend_ignore)),
    )
    names = rule_names(host)
    _refuse_in(config, names)
    given = [_split(told, "=", "--severity", "RC102=warning") for told in asked.severity or ()]
    refuse_unknown((selector for selector, _ in given), names)
    for _, severity in given:
        if severity not in get_args(Severity):
            raise UsageError(f"--severity takes {', '.join(get_args(Severity))}, not {severity!r}")
    selection = Selection(
        names=names,
        layers=layers,
        paths=(*_configured(config), *_told(asked.per_path or ())),
        severities=(*config.severity.items(), *cast("list[tuple[str, Severity]]", given)),
        folder=str(Path(config.source).parent) if config.source else os.getcwd(),  # noqa: PTH109
    )
    return selection, selected_checks(host, selection, preview=asked.preview or config.preview)


def _refuse_in(config: Config, names: dict[str, str]) -> None:
    """Name the file that has a selector of nothing."""
    per_path = [selector for rules in config.per_path.values() for told in rules.values() for selector in told]
    told = (*config.select, *config.ignore, *config.extend_select, *config.extend_ignore, *config.severity, *per_path)
    refuse_unknown(told, names, config.source)


def _configured(config: Config) -> Iterator[PathRules]:
    for pattern, rules in config.per_path.items():
        select, ignore = tuple(rules.get("select", ())), tuple(rules.get("ignore", ()))
        yield PathRules(pattern=pattern, layer=Layer(select=select, ignore=ignore, fresh=bool(select)))


def _told(told: Iterable[str]) -> Iterator[PathRules]:
    for one in told:
        pattern, selectors = _split(one, ":", "--per-path-ignore", "wire/**:RC102")
        yield PathRules(pattern=pattern, layer=Layer(ignore=codes([selectors])))


def _split(told: str, mark: str, option: str, example: str) -> tuple[str, str]:
    """Both sides of the last mark; a pattern of Windows may hold a colon itself."""
    left, found, right = told.rpartition(mark)
    if not found or not left.strip() or not right.strip():
        raise UsageError(f"{option} {told!r} is not of the form {example}")
    return left.strip(), right.strip()


def codes(given: Sequence[str] | None) -> tuple[str, ...]:
    """Codes given one to an option, or several with commas between."""
    return tuple(code.strip() for item in given or () for code in item.split(",") if code.strip())
