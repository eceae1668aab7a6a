"""The files that a project keeps beside its articles: read as text, and named as findings name them."""

from __future__ import annotations

from pathlib import Path

from recon.errors import UsageError
from recon.selection import path_from


def shown(path: Path) -> str:
    """A file of ours as findings name it: as documents are, by its path from the working directory."""
    return path_from(str(Path.cwd()), str(path))


def read_text(path: Path, most: int | None = None) -> str:
    """A file of ours as text, line ends made one; UsageError in a line that says what to do.

    `most` is how many bytes it may have.
    """
    try:
        with path.open("rb") as file:
            data = file.read() if most is None else file.read(most + 1)
        if most is not None and len(data) > most:
            raise UsageError(f"{path}: larger than {most:,} bytes, so hardly written by hand; name another file")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8; save it as UTF-8") from None
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file; check the path") from None
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}; name a readable file") from None
