"""XML as others wrote it, to a tree: without what a document type can do to its reader.

The standard library's expat does the reading. A document type may stand there (RSS 0.91 had one), its entities may not:
that is how a kilobyte becomes a gigabyte, and how a file on this machine becomes part of a text. Named characters of
HTML, which feeds use without declaring them, are read.
"""

from __future__ import annotations

import codecs
import html
import re
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

DEEPEST = 250
"""Elements within each other; feeds and word processors keep to a few dozen."""
NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""What Python calls encodings and no file is in; some take time with the square of it."""
DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How a file begins, and its encoding: a byte-order mark, or a "<" in two bytes (XML 1.0, appendix F)."""


class XmlError(ValueError):
    """What is wrong with it, and in which line (None where that says nothing)."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem)
        self.problem, self.line = problem, line


def tree(data: bytes) -> Element:
    """The root element; names are `{namespace}name`. Raises `XmlError`."""
    text = _text(data)
    bare = text.lstrip()  # blank lines before the declaration are no XML, and frequent
    above = text.count("\n", 0, len(text) - len(bare))
    reading = _Reading()
    try:
        reading.parser.Parse(bare.encode(), True)  # noqa: FBT003 - expat's own call
    except expat.ExpatError as error:
        where = f" at column {error.offset + 1}" if bare else ""
        raise XmlError(f"not XML ({expat.ErrorString(error.code)}{where})", above + error.lineno) from error
    except XmlError as error:
        raise XmlError(error.problem, above + (error.line or 0)) from error
    except UnicodeEncodeError as error:
        raise XmlError("half of a surrogate pair stands in it") from error
    return reading.builder.close()


def _text(data: bytes) -> str:
    """The file as text, by its byte-order mark or what it declares; raises `XmlError` for the first wrong byte."""
    declared = DECLARED.match(data.lstrip())
    told = declared[1].decode() if declared is not None else "UTF-8"
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), told)
    try:
        if codecs.lookup(encoding).name in NO_CHARSETS:
            raise LookupError(encoding)
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise XmlError(f"not {encoding} (byte 0x{data[error.start]:02x}, {error.start:,} bytes in)", line) from error
    except (LookupError, ValueError) as error:
        raise XmlError(f"in an encoding that is not known, {encoding!r}") from error


class _Reading:
    """A parser and what it builds."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.parser = expat.ParserCreate("utf-8", "}")  # whatever it declares: it was decoded
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
