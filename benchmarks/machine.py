"""The machine and the versions that a result holds for."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from pathlib import Path

from benchmarks.process import ROOT

LIBRARIES = ("polars", "pint", "pluggy", "typer")


def machine() -> dict[str, str]:
    """Processor, cores, memory, load, system, Python."""
    return {
        "processor": _first("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "memory": _memory(),
        "load before": _load(),
        "system": platform.platform(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def versions() -> dict[str, str]:
    """recon's own and its libraries'; recon's is that of the source beside these benchmarks."""
    return {"recon": recon_version(), **{name: _version(name) for name in LIBRARIES}}


def recon_version() -> str:
    """As the source says, with the commit where there is one."""
    text = (ROOT / "recon" / "__init__.py").read_text(encoding="utf-8")
    version = next(line.split('"')[1] for line in text.splitlines() if line.startswith("__version__"))
    return f"{version} ({commit})" if (commit := _commit()) else version


def _commit() -> str:
    """The first letters of the commit that is checked out, read from git's own files; "" outside a clone."""
    git = ROOT / ".git"
    if git.is_file():
        git = Path(git.read_text(encoding="utf-8").partition(" ")[2].strip())
    try:
        head = (git / "HEAD").read_text(encoding="utf-8").strip()
        if not head.startswith("ref: "):
            return head[:9]
        common = git / "commondir"
        folder = (git / common.read_text(encoding="utf-8").strip()) if common.exists() else git
        return (folder / head.removeprefix("ref: ")).read_text(encoding="utf-8").strip()[:9]
    except OSError:
        return ""


def _load() -> str:
    """How many processes were at work in the last minute: what else runs slows what is timed by the clock."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def _first(path: str, key: str) -> str:
    """The value of the first line of a system file that begins with a key."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"
    except (AttributeError, OSError, ValueError):
        return "unknown"
