"""XML as others wrote it, to a tree: without what a document type can do to its reader.

The standard library's expat does the reading. A document type may stand there (RSS 0.91 had one), its entities may not:
that is how a kilobyte becomes a gigabyte, and how a file on this machine becomes part of a text. Named characters of
HTML, which feeds use without declaring them, are read.
"""

from __future__ import annotations

import html
from xml.etree.ElementTree import Element, TreeBuilder  # noqa: S405 - builds; parsing is below
from xml.parsers import expat  # noqa: S407 - declares no entity, see below

DEEPEST = 250
"""Elements within each other; feeds and word processors keep to a few dozen."""


class XmlError(ValueError):
    """What is wrong with it, and in which line (None where that says nothing)."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem)
        self.problem, self.line = problem, line


def tree(data: bytes) -> Element:
    """The root element; names are `{namespace}name`. Raises `XmlError`."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise XmlError(f"elements more than {DEEPEST} deep", parser.CurrentLineNumber)
        builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_named(name))

    def declared(name: str, *_: object) -> None:
        raise XmlError(f"declares an entity, {name[:40]!r}", parser.CurrentLineNumber)

    def outside(context: str, base: str | None, system: str | None, public: str | None) -> int:  # noqa: ARG001
        return 1  # nothing is fetched

    def skipped(name: str, is_parameter: bool) -> None:  # noqa: FBT001 - expat's own call
        if not is_parameter:
            builder.data(html.unescape(f"&{name};"))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = declared
    parser.ExternalEntityRefHandler = outside
    parser.SkippedEntityHandler = skipped
    parser.UseForeignDTD(True)  # makes an undeclared entity a skipped one
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XmlError(f"not XML ({expat.ErrorString(error.code)})", error.lineno) from error
    except (LookupError, ValueError) as error:
        if isinstance(error, XmlError):
            raise
        raise XmlError("in an encoding that is not known") from error
    return builder.close()


def _named(name: str) -> str:
    return f"{{{name}" if "}" in name else name
