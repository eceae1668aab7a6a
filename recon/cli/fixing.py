"""`--fix` and `--diff`: the safe rewrites that findings offer, in files and as a diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from recon.cli.console import coloured, note, opened, paint_of
from recon.errors import ReadError, UsageError
from recon.fixes import rewritten, safe_fixes
from recon.model import Document, Finding
from recon.readers.files import text_of
from recon.reports.layout import counted, printable

LINE = re.compile(r"[^\n]*\n|[^\n]+")
STYLES = {"+": "added", "-": "removed", "@": "strong"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewrite:
    """A document's text before and after, and how many fixes that took."""

    doc: str
    old: str
    new: str
    made: int


def refuse_stdin(paths: Iterable[str]) -> None:
    """UsageError where standard input is among what would be rewritten."""
    if "-" in paths:
        raise UsageError("--fix rewrites files, and standard input is none; --diff shows what it would change")


def rewrites(findings: Sequence[Finding], documents: Mapping[str, Document], stdin: str = "") -> list[Rewrite]:
    """What the safe fixes make of each document that is a text file, still the same as when it was read.

    A record is left alone: its text stands in a file in another form. `stdin` is the name of standard input, which can
    be compared but not written.
    """
    made: list[Rewrite] = []
    for doc in sorted(documents):
        fixes = safe_fixes(one for one in findings if one.doc == doc)
        if not fixes:
            continue
        text = documents[doc].text
        if doc != stdin and not _is_file_of(doc, text):
            note(f"{doc}: is not a text file as it was read, and is left as it is")
            continue
        new, count = rewritten(text, fixes)
        if new != text:
            made.append(Rewrite(doc=doc, old=text, new=new, made=count))
    return made


def fix_files(made: Sequence[Rewrite]) -> str:
    """Write each file whole or not at all, and say what was done; "" for nothing."""
    for one in made:
        with opened(Path(one.doc)) as sink:
            sink.write(one.new)
    total = sum(one.made for one in made)
    return f"{total:,} {'fix' if total == 1 else 'fixes'} made in {counted(len(made), 'file')}" if made else ""


def diff(made: Sequence[Rewrite], stream: TextIO | None) -> str:
    """The rewrites as one unified diff, in colour where the stream is a terminal."""
    lines = [line for one in made for line in _diff(one)]
    if not coloured(stream):
        return "".join(lines)
    paint = paint_of(stream)
    shown = ((STYLES.get(line[:1], ""), printable(line.rstrip("\r\n"))) for line in lines)
    return "".join(f"{paint(style, line) if style else line}\n" for style, line in shown)


def _diff(one: Rewrite) -> Iterator[str]:
    old, new = LINE.findall(one.old), LINE.findall(one.new)
    for line in difflib.unified_diff(old, new, one.doc, one.doc):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _is_file_of(doc: str, text: str) -> bool:
    try:
        return Path(doc).is_file() and text_of(Path(doc)) == text
    except (ReadError, OSError, ValueError):
        return False
