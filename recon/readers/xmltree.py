"""XML as others wrote it, to a tree: without what a document type can do to its reader.

The standard library's expat does the reading. A document type may stand there (RSS 0.91 had one), its entities may not:
that is how a kilobyte becomes a gigabyte, and how a file on this machine becomes part of a text. Named characters of
HTML, which feeds use without declaring them, are read.
"""

from __future__ import annotations

import html
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

DEEPEST = 250
"""Elements within each other; feeds and word processors keep to a few dozen."""


class XmlError(ValueError):
    """What is wrong with it, and in which line (None where that says nothing)."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem)
        self.problem, self.line = problem, line


def tree(data: bytes) -> Element:
    """The root element; names are `{namespace}name`. Raises `XmlError`."""
    reading = _Reading()
    try:
        reading.parser.Parse(data, True)  # noqa: FBT003 - expat's own call
    except expat.ExpatError as error:
        raise XmlError(f"not XML ({expat.ErrorString(error.code)})", error.lineno) from error
    except XmlError:
        raise
    except (LookupError, ValueError) as error:
        raise XmlError("in an encoding that is not known") from error
    return reading.builder.close()


class _Reading:
    """A parser and what it builds."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.parser = expat.ParserCreate(namespace_separator="}")
        self._depth = 0
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.EntityDeclHandler = self._declared
        self.parser.ExternalEntityRefHandler = lambda *_: 1  # nothing is fetched
        self.parser.SkippedEntityHandler = self._skipped
        self.parser.UseForeignDTD(True)  # noqa: FBT003 - makes an undeclared entity a skipped one

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise XmlError(f"elements more than {DEEPEST} deep", self.parser.CurrentLineNumber)
        self.builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.builder.end(_named(name))

    def _declared(self, name: str, *_: object) -> None:
        raise XmlError(f"declares an entity, {name[:40]!r}", self.parser.CurrentLineNumber)

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 - expat's own call
        if not is_parameter:
            self.builder.data(html.unescape(f"&{name};"))


def _named(name: str) -> str:
    return f"{{{name}" if "}" in name else name
