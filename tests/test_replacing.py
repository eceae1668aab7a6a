"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from recon.errors import ReconError
from recon.replacing import replacing


def test_a_file_appears_with_the_permissions_of_a_plain_open(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with replacing(tmp_path / "a.html") as file:
            file.write(b"whole")
            assert not (tmp_path / "a.html").exists()
    finally:
        os.umask(before)
    assert (tmp_path / "a.html").read_bytes() == b"whole"
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o640


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError):
        _half(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def _half(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_a_link_stays_one_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("before")
    real.chmod(0o600)
    link.symlink_to(real)
    with replacing(link) as file:
        file.write(b"after")
    assert link.is_symlink()
    assert real.read_text() == "after"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_what_cannot_be_written_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(ReconError, match="cannot be written: no such file or directory"), replacing(tmp_path / "no/a"):
        pass
