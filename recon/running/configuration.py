"""`[tool.recon]` of the nearest `pyproject.toml`, or `recon.toml`: the defaults of the command line."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from recon.errors import UsageError
from recon.model import Severity, UnitDefinition
from recon.units import Extension

LISTS = ("select", "ignore", "extend-select", "extend-ignore", "reconciler")
TEXTS = ("fail-on", "suppressions", "baseline", "overrides", "revisions", "extractor")
KNOWN = (*LISTS, *TEXTS, "preview", "severity", "per-path", "reconcilers", "units")
PATH_KEYS = ("select", "ignore")
UNIT_LISTS = ("allow", "deny", "prefer")
UNIT_KEYS = (*UNIT_LISTS, "define")
DEFINITION: Mapping[str, type] = {"words": list, "signs": list, "kind": str, "factor": float, "unit": str}
"""What can be said of a unit under `units.define`, and its type."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """The configuration and the file it comes from, "" for none. `severity` is by selector and `per_path` by pattern,
    `reconcilers` are options by reconciler, `units` what changes in the lexicon. In `folders` files of the usual names
    are looked for, in the first first."""

    source: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_path: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    suppressions: str = ""
    baseline: str = ""
    overrides: str = ""
    revisions: str = ""
    preview: bool = False
    fail_on: str = ""
    extractor: str = ""
    reconciler: tuple[str, ...] = ()
    reconcilers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    units: Extension = field(default_factory=Extension)
    folders: tuple[Path, ...] = (Path(),)

    def beside(self, name: str) -> Path:
        """A file that the configuration names: its path counts from the folder of the configuration."""
        return Path(self.source).parent / name

    def usual(self, name: str) -> Path | None:
        """The file of a usual name: the first there is, else where it would be; None where none is looked for."""
        paths = [folder / name for folder in self.folders]
        return next((path for path in paths if path.exists()), paths[-1] if paths else None)


def load_config(folder: Path) -> Config:
    """The nearest configuration from `folder` upwards, as the command line takes it: files of the usual names are those
    of the working directory, then those beside it. `recon.toml` goes before a `pyproject.toml` beside it."""
    found = _nearest(folder)
    return replace(found, folders=(Path(), Path(found.source).parent)) if found.source else found


def config_of(told: Path | Mapping[str, Any] | None) -> Config:
    """The configuration that a program names: a file, the nearest from a folder upwards, or the table itself.

    Nothing is taken from the working directory: files of the usual names are those beside a file that was named.
    """
    if told is None:
        return Config(folders=())
    if isinstance(told, Mapping):
        return replace(_config(told, "config"), source="", folders=())
    if told.is_dir():
        found = _nearest(told.resolve())
    elif told.name == "pyproject.toml":
        found = _config(_toml(told).get("tool", {}).get("recon", {}), str(told))
    else:
        found = _config(_toml(told), str(told))
    return replace(found, folders=(Path(found.source).parent,) if found.source else ())


def _nearest(folder: Path) -> Config:
    for parent in (folder, *folder.parents):
        if (own := parent / "recon.toml").is_file():
            return _config(_toml(own), str(own))
        if (shared := parent / "pyproject.toml").is_file():
            table = _toml(shared).get("tool", {}).get("recon")
            if table is not None:
                return _config(table, str(shared))
    return Config()


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not TOML: {error}; mend it there") from None
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}; give yourself leave to read it") from None


def _config(table: Mapping[str, Any], source: str) -> Config:
    if not isinstance(table, dict):
        raise UsageError(f"{source}: tool.recon is not a table; write it as [tool.recon]")
    for key, value in table.items():
        if key not in KNOWN:
            raise UsageError(f"{source}: recon knows no key {key!r}; it knows {', '.join(KNOWN)}")
        if not _fits(key, value):
            raise UsageError(f"{source}: {key} is {_wanted(key)}, not {value!r}")
    return Config(
        source=source,
        preview=table.get("preview", False),
        fail_on=table.get("fail-on", ""),
        extractor=table.get("extractor", ""),
        suppressions=table.get("suppressions", ""),
        baseline=table.get("baseline", ""),
        overrides=table.get("overrides", ""),
        revisions=table.get("revisions", ""),
        severity=table.get("severity", {}),
        per_path=_per_path(table.get("per-path", {}), source),
        reconcilers=table.get("reconcilers", {}),
        units=_units(table.get("units", {}), source),
        **{key.replace("-", "_"): tuple(table.get(key, ())) for key in LISTS},
    )


def _per_path(table: Mapping[str, Any], source: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    for pattern, rules in table.items():
        where = f"{source}: per-path.{json.dumps(pattern, ensure_ascii=False)}"
        if not isinstance(rules, dict):
            raise UsageError(f"{where} is a table of select and ignore, not {rules!r}")
        for key, value in rules.items():
            if key not in PATH_KEYS:
                raise UsageError(f"{where} has no key {key!r}; it has {', '.join(PATH_KEYS)}")
            if not _texts(value):
                raise UsageError(f"{where}: {key} is a list of texts, not {value!r}")
    return table


def _units(table: Mapping[str, Any], source: str) -> Extension:
    for key, value in table.items():
        if key not in UNIT_KEYS:
            raise UsageError(f"{source}: units has no key {key!r}; it has {', '.join(UNIT_KEYS)}")
        if key in UNIT_LISTS and not _texts(value):
            raise UsageError(f"{source}: units.{key} is a list of texts, not {value!r}")
    defined = table.get("define", {})
    if not isinstance(defined, dict) or not all(isinstance(told, dict) for told in defined.values()):
        raise UsageError(f"{source}: units.define is a table for each unit, not {defined!r}")
    define = tuple(_definition(name, told, f"{source}: units.define.{name}") for name, told in defined.items())
    return Extension(define=define, **{key: tuple(table.get(key, ())) for key in UNIT_LISTS})


def _definition(name: str, told: Mapping[str, Any], where: str) -> UnitDefinition:
    for key, value in told.items():
        if key not in DEFINITION:
            raise UsageError(f"{where} has no key {key!r}; it has {', '.join(DEFINITION)}")
        wanted = {list: _texts(value), str: isinstance(value, str), float: type(value) in (int, float)}
        if not wanted[DEFINITION[key]]:
            what = {list: "a list of texts", str: "a text", float: "a number"}[DEFINITION[key]]
            raise UsageError(f"{where}.{key} is {what}, not {value!r}")
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return UnitDefinition(name=name, **plain)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _fits(key: str, value: object) -> bool:
    if key in LISTS:
        return _texts(value)
    if key in ("units", "per-path"):
        return isinstance(value, dict)
    if key == "severity":
        return isinstance(value, dict) and all(one in get_args(Severity) for one in value.values())
    if key == "preview":
        return isinstance(value, bool)
    if key == "reconcilers":
        return isinstance(value, dict) and all(isinstance(options, dict) for options in value.values())
    return value in get_args(Severity) if key == "fail-on" else isinstance(value, str)


def _wanted(key: str) -> str:
    if key in LISTS:
        return "a list of texts"
    wanted = {
        "preview": "true or false",
        "severity": f"a table of codes, each {', '.join(get_args(Severity)[:-1])} or {get_args(Severity)[-1]}",
        "per-path": "a table for each pattern",
        "reconcilers": "a table for each reconciler",
        "units": "a table",
    }
    return wanted.get(key, f"one of {', '.join(get_args(Severity))}" if key == "fail-on" else "a text")


def toml_value(value: object) -> str:
    """A bool, number or text, or a list or table of them, as TOML; JSON writes the first four alike."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{json.dumps(str(key))} = {toml_value(value[key])}' for key in value)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False, default=str)
