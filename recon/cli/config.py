"""`[tool.recon]` of the nearest `pyproject.toml`, or `recon.toml`: the defaults of the command line."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from recon.errors import UsageError
from recon.model import Severity

LISTS = ("select", "ignore", "reconciler")
TEXTS = ("fail-on", "extractor")
KNOWN = (*LISTS, *TEXTS, "preview", "reconcilers")


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """The configuration and the file it comes from, "" for none. `reconcilers` are options by reconciler."""

    source: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: str = ""
    extractor: str = ""
    reconciler: tuple[str, ...] = ()
    reconcilers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def load_config(folder: Path) -> Config:
    """The nearest configuration from `folder` upwards; `recon.toml` goes before a `pyproject.toml` beside it."""
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
        reconcilers=table.get("reconcilers", {}),
        **{key: tuple(table.get(key, ())) for key in LISTS},
    )


def _fits(key: str, value: object) -> bool:
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if key == "preview":
        return isinstance(value, bool)
    if key == "reconcilers":
        return isinstance(value, dict) and all(isinstance(options, dict) for options in value.values())
    return value in get_args(Severity) if key == "fail-on" else isinstance(value, str)


def _wanted(key: str) -> str:
    if key in LISTS:
        return "a list of texts"
    wanted = {"preview": "true or false", "reconcilers": "a table for each reconciler"}
    return wanted.get(key, f"one of {', '.join(get_args(Severity))}" if key == "fail-on" else "a text")


def toml_value(value: object) -> str:
    """A bool, number or text, or a list or table of them, as TOML; JSON writes the first four alike."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{json.dumps(str(key))} = {toml_value(value[key])}' for key in value)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False, default=str)
