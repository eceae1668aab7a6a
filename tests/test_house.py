"""The house rules that no linter holds."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for folder in ("recon", "plugins", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
LONGEST = 400


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_too_long(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST
