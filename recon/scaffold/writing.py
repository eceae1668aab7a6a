"""The files of a distribution, made of the templates beside this module, and written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from string import Template

from recon.errors import ReconError, UsageError
from recon.scaffold.names import Names

KINDS: Mapping[str, str] = {
    "reconciler": "series in, estimates out",
    "check": "figures in, findings out",
    "units": "units that recon reads and converts",
    "reader": "files of a kind of your own",
    "extractor": "figures by other means",
}
"""What a plugin may start with, and what it does."""

ALWAYS = {
    "pyproject.toml": "pyproject.toml.in",
    "README.md": "README.md.in",
    "{module}/py.typed": "",
}
TRY = {
    "reconciler": "recon reconcile articles/ --reconciler {name}",
    "check": "recon check articles/ --select {code} --preview",
    "units": "recon extract articles/",
    "reader": "recon extract letters.{identifier}",
    "extractor": "recon extract articles/ --extractor {name}",
}
"""A command that shows each at work."""
CASES = {"reconciler": "{name}", "check": "{code}", "units": "{identifier}", "extractor": "{name}"}
"""What the case file of each is called; a reader is tried on files."""
OBJECT = {"units": "recon_units"}
RUN_CASES = "    python -m recon.testing {module}:{object} tests/cases   # the cases alone, without pytest\n"


def files_of(kind: str, names: Names, minor: str) -> dict[str, str]:
    """The text of each file by its path; `minor` is the version of recon that it is made for, "0.1"."""
    if kind not in KINDS:
        raise UsageError(f"there is no kind of plugin {kind!r}; there are {', '.join(KINDS)}")
    wanted = {
        **ALWAYS,
        "{module}/__init__.py": f"{kind}.py.in",
        "tests/test_{identifier}.py": f"{kind}_test.py.in",
    }
    if kind in CASES:
        wanted[f"tests/cases/{CASES[kind]}.toml"] = f"{kind}_cases.toml.in"
    word = names.name.replace("-", " ")
    alone = RUN_CASES.format(**asdict(names), object=OBJECT.get(kind, names.type_name))
    known = {
        **asdict(names),
        "word": word,
        "plural": word if word.endswith("s") else f"{word}s",
        "kind": kind,
        "does": KINDS[kind],
        "minor": minor,
        "try_it": TRY[kind].format(**asdict(names)),
        "in_cases": "; sentences and numbers stand in `tests/cases/`" if kind in CASES else "",
        "run_cases": alone if kind in CASES else "",
    }
    folder = files("recon.scaffold") / "templates"
    return {
        path.format(**known): Template((folder / source).read_text(encoding="utf-8")).substitute(known)
        if source
        else ""
        for path, source in wanted.items()
    }


def write(folder: Path, made: Mapping[str, str]) -> None:
    """Write the files under a new folder, which appears when all of them have been written.

    UsageError where something stands there already, ReconError where it cannot be written.
    """
    if folder.exists():
        raise UsageError(f"{folder}: exists already; name another with --directory, or move it away")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:40]}-"))
        try:
            for path, text in made.items():
                file = scratch / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            scratch.chmod(0o755)
            scratch.rename(folder)
        except BaseException:
            shutil.rmtree(scratch, ignore_errors=True)
            raise
    except OSError as error:
        raise ReconError(f"{folder}: cannot be written: {(error.strerror or str(error)).lower()}") from error
