"""The plugins of one run: found, loaded and asked what they declare, each with its failures kept apart.

pluggy parses and validates the hooks; it does not call them across plugins, since its call loop drops every result when
one implementation raises. Each plugin gets a manager of its own, and its objects are called one `try` at a time.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from types import ModuleType
from typing import Any, Generic, TypeVar, cast

import pluggy

import recon.hooks
from recon.budget import SECONDS, Overrun, limited
from recon.compatibility import refusal
from recon.errors import Interrupted
from recon.hooks import PROJECT
from recon.machinery import FAILED, NOT_LOADED, OVERRUN, REFUSED, described, finding
from recon.model import Check, Extractor, Finding, Reader, Reconciler, UnitDefinition
from recon.soundness import KINDS, ObjectKind, hook_problems, object_problems
from recon.units import lexicon

T = TypeVar("T")
R = TypeVar("R")

DISTRIBUTION = "recon-figures"
LOG = logging.getLogger("recon")
"""Where what is under way is told: nobody calls the one who has to wait."""
OWN_PREFIXES = ("RC", "RX")
"""Codes of recon itself; a plugin uses a prefix of its own."""

# What a plugin may do to us short of being interrupted by the user: an import that calls sys.exit() included.
FAILURES = (Exception, SystemExit)


@dataclass(frozen=True, kw_only=True, slots=True)
class Owner:
    """Where a plugin comes from; `entry_point` is "" for one that was handed over."""

    distribution: str
    version: str = ""
    entry_point: str = ""

    def __str__(self) -> str:
        named = " ".join(filter(None, (self.distribution, self.version)))
        return f"{named} [{self.entry_point}]" if self.entry_point else named


@dataclass(frozen=True, kw_only=True, slots=True)
class Plugin:
    """A plugin and the hooks it implements."""

    owner: Owner
    object: object
    hooks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Owned(Generic[T]):
    """An object that a plugin declared: `kind` "check" and `key` "RC101", say."""

    owner: Owner
    kind: str
    key: str
    object: T

    def __str__(self) -> str:
        return f"{self.kind} {self.key} of {self.owner}"


class Host:
    """The plugins of a run and what they declare, in the order given; of two with one name the earlier stands.

    `findings` tells, as RX findings, what could not be used and who owns it. `only` names the kinds of object that are
    wanted, all where it is None: to ask for checks is to import them.
    """

    def __init__(
        self, plugins: Iterable[object], findings: Iterable[Finding] = (), only: Container[str] | None = None
    ) -> None:
        found = list(findings)
        self.plugins = tuple(_declaring(plugin, found) for plugin in plugins)
        declared = {
            kind.word: _merged(kind, self.plugins, found) if only is None or kind.word in only else () for kind in KINDS
        }
        self.units = _read(cast("tuple[Owned[UnitDefinition], ...]", declared["unit"]), found)
        self.readers = cast("tuple[Owned[Reader], ...]", declared["reader"])
        self.extractors = cast("tuple[Owned[Extractor], ...]", declared["extractor"])
        self.checks = cast("tuple[Owned[Check], ...]", declared["check"])
        self.reconcilers = cast("tuple[Owned[Reconciler], ...]", declared["reconciler"])
        self.findings = tuple(found)

    def objects(self) -> tuple[Owned[Any], ...]:
        """All that the plugins declare, kind by kind."""
        return (*self.readers, *self.extractors, *self.checks, *self.reconcilers, *self.units)

    @classmethod
    def discover(cls, first: Iterable[object] = (), only: Container[str] | None = None) -> Host:
        """The plugins in `first`, then those that installed distributions name as entry points of the group `recon`."""
        failed: list[Finding] = []
        points = sorted(metadata.entry_points(group=PROJECT), key=lambda point: (str(_owner(point)), point.value))
        loaded = [plugin for point in points if (plugin := _loaded(point, failed))]
        return cls([*first, *loaded], failed, only)


def attempt(
    owned: Owned[Any],
    on: str,
    call: Callable[[], Iterable[R]],
    *,
    doc: str = "",
    problems_of: Callable[[R], Iterator[str]] | None = None,
    seconds: float = SECONDS,
) -> tuple[tuple[R, ...], tuple[Finding, ...]]:
    """What `call` yields, and the RX findings of what went wrong: an exception, an overrun, a result with a problem.

    `on` names the input to whoever reads the finding. Only the user's own interruption passes through.
    """
    own = owned.owner.distribution == DISTRIBUTION
    try:
        # What a plugin prints is not data.
        with redirect_stdout(sys.stderr), limited(seconds, None if own else partial(_under_way, owned, on, seconds)):
            made = call()
            results = tuple(made) if isinstance(made, Iterable) else None
    except KeyboardInterrupt:
        if own:
            raise
        raise Interrupted(f"{owned} was at work on {on}") from None
    except Overrun:
        return (), (finding(OVERRUN, f"{owned} took over {seconds:g} seconds on {on}, and was stopped", doc=doc),)
    except FAILURES as error:
        return (), (finding(FAILED, f"{owned} failed on {on}: {described(error)}", doc=doc),)
    if results is None:
        problem = f"it gave {_a(made)}, and not several things or none; return a list, or yield each"
        return (), (finding(FAILED, f"{owned} on {on}: {problem}", doc=doc),)
    if problems_of is None:
        return results, ()
    problems = [_problem(problems_of, result) for result in results]
    failures = (
        finding(FAILED, f"{owned} on {on}: {problem}", doc=doc) for problem in dict.fromkeys(problems) if problem
    )
    sound = (result for result, problem in zip(results, problems, strict=True) if not problem)
    return tuple(sound), tuple(failures)


def _under_way(owned: Owned[Any], on: str, seconds: float, so_far: float) -> None:
    LOG.warning("%s is still at work on %s after %g seconds; it may take %g", owned, on, so_far, seconds)


def _started(owner: Owner, step: str, call: Callable[[], R]) -> R:
    """What a plugin answers before any work, in the time it has for it; TimeoutError where that is over."""

    def tell(so_far: float) -> None:
        LOG.warning("plugin %s: %s is not done after %g seconds; it may take %g", owner, step, so_far, SECONDS)

    try:
        with redirect_stdout(sys.stderr), limited(SECONDS, tell):
            return call()
    except KeyboardInterrupt:
        raise Interrupted(f"plugin {owner}: {step} was not done") from None
    except Overrun:
        raise TimeoutError(f"took over {SECONDS:g} seconds, and was stopped") from None


def _problem(problems_of: Callable[[R], Iterator[str]], result: R) -> str:
    try:
        return next(problems_of(result), "")
    except (AttributeError, TypeError, ValueError) as error:  # a field is not even of the type to be looked at
        return f"it gave a {type(result).__name__} with a field of another type: {described(error)}"


def _a(value: object) -> str:
    return "None" if value is None else f"one {type(value).__name__}"


def installed() -> tuple[Owner, ...]:
    """The owner of every entry point of the group, whether or not it can be loaded."""
    return tuple(sorted(map(_owner, metadata.entry_points(group=PROJECT)), key=str))


def _owner(point: metadata.EntryPoint) -> Owner:
    dist = point.dist
    if dist is None:
        return Owner(distribution=point.value.partition(":")[0], entry_point=point.name)
    return Owner(distribution=dist.name, version=dist.version, entry_point=point.name)


def _loaded(point: metadata.EntryPoint, failed: list[Finding]) -> Plugin | None:
    if problem := refusal((point.dist.requires if point.dist else None) or (), DISTRIBUTION, version()):
        failed.append(finding(REFUSED, f"plugin {_owner(point)} {problem}"))
        return None
    try:
        return Plugin(owner=_owner(point), object=_started(_owner(point), "its import", point.load))
    except FAILURES as error:
        message = f"plugin {_owner(point)} could not be imported: {described(error)}; mend or uninstall it"
        failed.append(finding(NOT_LOADED, message))
        return None


def _handed_over(plugin: object) -> Plugin:
    """A plugin given as an object, owned by the package its code is in."""
    if isinstance(plugin, Plugin):
        return plugin
    module = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__module__
    if module.partition(".")[0] == "recon":
        return Plugin(owner=Owner(distribution=DISTRIBUTION, version=version()), object=plugin)
    return Plugin(owner=Owner(distribution=module), object=plugin)


def version() -> str:
    """recon's own version, "" where it runs uninstalled."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return ""


def _manager(plugin: Plugin) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(recon.hooks)
    manager.register(plugin.object, name=str(plugin.owner))
    manager.check_pending()
    return manager


def _marked(plugin: Plugin) -> dict[str, Any]:
    """What a plugin marks as a hook, by name."""
    manager = pluggy.PluginManager(PROJECT)
    names = (name for name in dir(plugin.object) if manager.parse_hookimpl_opts(plugin.object, name) is not None)
    return {name: getattr(plugin.object, name) for name in names}


def _declaring(given: object, found: list[Finding]) -> Plugin:
    """The plugin with the names of its hooks; none where its hooks do not match recon's."""
    plugin = _handed_over(given)
    try:
        if problem := next(hook_problems(_marked(plugin)), ""):
            found.append(finding(NOT_LOADED, f"plugin {plugin.owner} {problem}"))
            return plugin
        callers = _manager(plugin).get_hookcallers(plugin.object) or ()
    except FAILURES as error:
        found.append(finding(NOT_LOADED, f"plugin {plugin.owner} was not taken in: {described(error)}"))
        return plugin
    if not callers:
        found.append(finding(REFUSED, f"plugin {plugin.owner} implements no hook; mark its functions @recon.hookimpl"))
    return Plugin(owner=plugin.owner, object=plugin.object, hooks=tuple(sorted(caller.name for caller in callers)))


def _merged(kind: ObjectKind, plugins: Sequence[Plugin], found: list[Finding]) -> tuple[Owned[Any], ...]:
    """All sound objects of one kind, the first of each key."""
    taken: dict[str, Owned[Any]] = {}
    kept: list[Owned[Any]] = []
    for plugin in plugins:
        for declared in _objects(kind, plugin, found):
            if problem := next(object_problems(kind, declared), ""):
                shown = f"{(declared if isinstance(declared, type) else type(declared)).__name__} of {plugin.owner}"
                found.append(finding(REFUSED, f"{kind.word} {shown} {problem}"))
                continue
            owned = Owned(owner=plugin.owner, kind=kind.word, key=getattr(declared, kind.key), object=declared)
            if refusal := _refusal(owned, kind, taken):
                found.append(finding(REFUSED, refusal))
                continue
            taken.update(dict.fromkeys(_keys(owned, kind), owned))
            kept.append(owned)
    return tuple(kept)


def _read(declared: Iterable[Owned[UnitDefinition]], found: list[Finding]) -> tuple[Owned[UnitDefinition], ...]:
    """The units that recon's lexicon takes in, each beside those before it."""
    known = lexicon()
    kept: dict[str, Owned[UnitDefinition]] = {}
    for owned in declared:
        one = owned.object
        if problem := next(iter(known.problems(one)), ""):
            found.append(finding(REFUSED, f"{owned} {problem}"))
        elif clash := next(iter(known.clashes(one)), None):
            holder = owner_of(clash[1], kept.values())
            found.append(finding(REFUSED, f"{owned} is left out: {clash[0]} means {clash[1]} of {holder} already"))
        else:
            known = known.extended(define=(one,))
            kept[one.name] = owned
    return tuple(kept.values())


def owner_of(unit: str, declared: Iterable[Owned[UnitDefinition]]) -> Owner:
    """Who brings a unit: the plugin that defines it, or recon."""
    bringing = (owned.owner for owned in declared if owned.object.kind and owned.key == unit)
    return next(bringing, Owner(distribution=DISTRIBUTION, version=version()))


def _objects(kind: ObjectKind, plugin: Plugin, found: list[Finding]) -> list[Any]:
    if kind.hook not in plugin.hooks:
        return []
    try:
        returned = _started(plugin.owner, f"its {kind.hook}()", lambda: _returned(kind, plugin))
    except FAILURES as error:
        found.append(finding(NOT_LOADED, f"plugin {plugin.owner}: its {kind.hook}() failed: {described(error)}"))
        return []
    if isinstance(returned, list):
        return returned
    problem = f"its {kind.hook}() returned {_a(returned)}; return a list of what it declares"
    found.append(finding(NOT_LOADED, f"plugin {plugin.owner}: {problem}"))
    return []


def _returned(kind: ObjectKind, plugin: Plugin) -> object:
    """What the hook returned; all of it as a list where it is several things."""
    answers = getattr(_manager(plugin).hook, kind.hook)()  # pluggy leaves out what is None
    return list(answers[0]) if answers and isinstance(answers[0], Iterable) else next(iter(answers), None)


def _keys(owned: Owned[Any], kind: ObjectKind) -> tuple[str, ...]:
    """What the object claims for itself: its name or code, and a reader's suffixes."""
    return (owned.key, *(owned.object.suffixes if kind.word == "reader" else ()))


def _refusal(owned: Owned[Any], kind: ObjectKind, taken: Mapping[str, Owned[Any]]) -> str:
    if kind.word == "check" and owned.key.startswith(OWN_PREFIXES) and owned.owner.distribution != DISTRIBUTION:
        return f"{owned} uses a prefix of recon's own; give it another"
    for key in _keys(owned, kind):
        if key in taken:
            return f"{kind.word} {key!r} of {owned.owner} is left out: {taken[key].owner} has one of that name"
    return ""
