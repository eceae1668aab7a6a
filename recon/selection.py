"""Which rules apply to which document, and how severe their findings are.

A selector is `ALL`, the beginning of a code ("RC1"), or the name of a rule ("conversion-mismatch"). As in ruff, the
selector that names a rule most exactly decides, and of two alike the one that leaves out.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from recon.errors import UsageError
from recon.model import Severity

ALL = "ALL"
MACHINERY = "RX"
"""Findings of the machinery: there is nothing to select, and they are told unless they are ignored."""
WHOLE = 100
"""The strength of a selector that is a rule's whole code or name: above any beginning of one."""
SHOWN = 3
WILD = re.compile(r"\*\*/|\*\*|\*|\?")
WILD_MEANS = {"**/": r"(?:[^/]*/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """Selectors that are said in one place; a `fresh` layer starts from nothing, any other from what lies below."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fresh: bool = False

    def verdict(self, code: str, name: str) -> bool | None:
        """Whether the rule is on; None where this layer does not say."""
        yes = max((strength(selector, code, name) for selector in self.select), default=-1)
        no = max((strength(selector, code, name) for selector in self.ignore), default=-1)
        if max(yes, no) >= 0:
            return yes > no
        return False if self.fresh and not code.startswith(MACHINERY) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class PathRules:
    """What holds beside the layers for documents whose id or path fits a pattern."""

    pattern: str
    layer: Layer


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """The rules of a run: layers from the bottom up, then those of each fitting path; `folder` is where paths begin."""

    names: Mapping[str, str]
    layers: tuple[Layer, ...] = ()
    paths: tuple[PathRules, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    folder: str = ""

    def applies(self, code: str, doc: str = "") -> bool:
        """Whether the rule looks at the document, or ("") at documents that no pattern fits."""
        paths = (one.layer for one in self.paths if doc and fits(one.pattern, doc, self.folder))
        return self._on(code, (*self.layers, *paths))

    def somewhere(self, code: str) -> bool:
        """Whether there may be a document that the rule looks at."""
        return self.applies(code) or any(self._on(code, (*self.layers, one.layer)) for one in self.paths)

    def severity(self, code: str, own: Severity) -> Severity:
        """The severity that the configuration gives the rule, else its own."""
        name = self.names.get(code, "")
        told = [(strength(selector, code, name), severity) for selector, severity in self.severities]
        best = max((weight for weight, _ in told), default=-1)
        return own if best < 0 else [severity for weight, severity in told if weight == best][-1]

    def _on(self, code: str, layers: Iterable[Layer]) -> bool:
        on = True
        for layer in layers:
            verdict = layer.verdict(code, self.names.get(code, ""))
            on = on if verdict is None else verdict
        return on


def strength(selector: str, code: str, name: str) -> int:
    """How exactly a selector names a rule: 0 for ALL, more for more letters of its code, -1 where it does not."""
    if selector.upper() in (ALL, code):
        return 0 if selector.upper() == ALL else WHOLE
    if selector.lower() == name:
        return WHOLE
    return len(selector) if selector and code.startswith(selector.upper()) else -1


def unknown(selector: str, names: Mapping[str, str]) -> str:
    """What is wrong with a selector that names no rule, in words; "" for one that does."""
    if any(strength(selector, code, name) >= 0 for code, name in names.items()):
        return ""
    return f"no rule has the code or name {selector!r}; {nearest(selector, names)}"


def nearest(selector: str, names: Mapping[str, str]) -> str:
    """The rules whose code or name is most like the selector, as a hint."""
    words = {code.lower(): code for code in names} | {name: f"{name} ({code})" for code, name in names.items()}
    near = difflib.get_close_matches(selector.lower(), sorted(words), n=SHOWN, cutoff=0.6)
    told = dict.fromkeys(words[word] for word in near)
    return f"did you mean {' or '.join(told)}?" if told else "recon rule --all lists them"


def refuse_unknown(selectors: Iterable[str], names: Mapping[str, str], where: str = "") -> None:
    """UsageError for the first selector that names no rule; `where` is the file that has it."""
    for selector in selectors:
        if problem := unknown(selector, names):
            raise UsageError(f"{where}: {problem}" if where else problem)


def fits(pattern: str, doc: str, folder: str = "") -> bool:
    """Whether a document's id, or its path from `folder`, fits a pattern.

    `*` and `?` stay within a folder and `**` does not; a pattern without a slash fits the last part of a path, and
    one of a folder all that is in it.
    """
    return any(_pattern(pattern).fullmatch(name) is not None for name in {doc, path_from(folder, doc)})


def path_from(folder: str, doc: str) -> str:
    """The document's path from a folder, with forward slashes, where there is a file of that name; else its id."""
    if not folder or not os.path.exists(doc):  # noqa: PTH110  (an id may be no path at all)
        return doc
    try:
        return PurePath(os.path.relpath(os.path.realpath(doc), os.path.realpath(folder))).as_posix()
    except ValueError:  # on another drive
        return Path(doc).as_posix()


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    told = pattern.removeprefix("./").rstrip("/")
    parts: list[str] = ["" if "/" in told else WILD_MEANS["**/"]]
    at = 0
    for wild in WILD.finditer(told):
        parts += [re.escape(told[at : wild.start()]), WILD_MEANS[wild[0]]]
        at = wild.end()
    return re.compile("".join([*parts, re.escape(told[at:]), "(?:/.*)?"]), re.DOTALL)


def named(selectors: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """The codes that any of the selectors names."""
    return tuple(
        code for code, name in names.items() if any(strength(selector, code, name) >= 0 for selector in selectors)
    )
