"""The words that a finding stands on, whichever text of its document its offsets count in."""

from __future__ import annotations

from recon.model import Document, Finding


def fragment(page: int | None) -> str:
    """What names a page behind a document's path, as browsers take it (RFC 8118); "" for no page."""
    return "" if page is None else f"#page={page}"


def is_apart(document: Document, finding: Finding) -> bool:
    """Whether the finding is of a title that stands apart from the text, as a record's does."""
    return document.title_start == 0 and any("#title:" in figure for figure in finding.figures)


def text_under(document: Document, finding: Finding) -> str:
    """The text that the finding's offsets count in: the document's, or a title that stands apart."""
    return document.title if is_apart(document, finding) else document.text


def quote(document: Document, finding: Finding) -> str:
    """The words of the finding's span, blanks and line ends as single blanks; its message where it has no span.

    It says where a finding is in words that stay the same when text before them comes or goes.
    """
    return " ".join(text_under(document, finding)[finding.start : finding.end].split()) or finding.message
