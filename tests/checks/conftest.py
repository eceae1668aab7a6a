from __future__ import annotations

from collections.abc import Callable

import pytest

from recon.checks import BUILTIN
from recon.extraction import GrammarExtractor
from recon.model import Document, Finding
from recon.tables import figures_of


def _find(text: str, code: str = "") -> list[Finding]:
    """The findings of the built-in checks (of one code) in a text, through recon's own extractor."""
    document = Document(id="a.txt", text=text)
    figures = figures_of(GrammarExtractor().extract([document]))
    return [found for check in BUILTIN if check.code.startswith(code) for found in check.check(document, figures)]


@pytest.fixture
def find() -> Callable[..., list[Finding]]:
    return _find
