"""Every sentence of `tests/cases/checks/CODE.toml`, judged by the check of that code as a plugin's would be."""

from __future__ import annotations

from pathlib import Path

import pytest

from recon.checks import BUILTIN
from recon.testing import Case, assert_case, cases

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "checks"
CHECKS = {check.code: check for check in BUILTIN}


@pytest.mark.parametrize("case", cases(FOLDER), ids=str)
def test_finds(case: Case) -> None:
    assert_case(CHECKS[case.file.removesuffix(".toml")], case)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_has_what_is_found_and_what_only_looks_like_it(path: Path) -> None:
    found = [bool(case.wanted) for case in cases(path)]
    assert found.count(True) >= 3
    assert found.count(False) >= 3
