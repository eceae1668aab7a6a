from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from recon.checks import BUILTIN
from recon.engine import Asked, judge
from recon.extraction import GrammarExtractor
from recon.model import Document, Finding
from recon.tables import figures_of


def _find(text: str, code: str = "", **known: Any) -> list[Finding]:
    """The findings of the built-in checks (of one code) in a text, through recon's own extractor."""
    document = Document(id="a.txt", text=text, **known)
    figures = figures_of(GrammarExtractor().extract([document]))
    asked = Asked(document, figures)
    chosen = (check for check in BUILTIN if check.code.startswith(code))
    return [found for check in chosen for found in judge(check, document, figures, asked)]


@pytest.fixture
def find() -> Callable[..., list[Finding]]:
    return _find
