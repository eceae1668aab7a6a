"""The series of a saved reconciliation, with what later stages said of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recon.errors import ReadError
from recon.model import Claim
from recon.saved.files import AGAIN
from recon.saved.items import BrokenError, items
from recon.saved.rows import RowError, claim_of

NUMBERS = ("low", "best", "high")


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedSeries:
    """A series as it was written: its claims, and the last estimate of each reconciler by name."""

    key: str
    title: str
    claims: tuple[Claim, ...]
    estimates: dict[str, dict[str, Any]]


def series_in(path: Path) -> Iterator[SavedSeries]:
    """The series of the JSON of `recon reconcile`, in the order of the file; ReadError where it is none."""
    try:
        for _, one in items(path, {"series"}):
            yield _series(one)
    except RowError as error:
        raise ReadError(str(path), str(error), AGAIN) from error
    except BrokenError as error:
        raise ReadError(str(path), str(error), AGAIN, error.line) from error
    except UnicodeDecodeError as error:
        raise ReadError(str(path), "is not UTF-8", AGAIN) from error


def _series(one: Any) -> SavedSeries:
    if not isinstance(one, dict):
        raise RowError("a series is no object")
    key, title, claims, estimates = (one.get(name) for name in ("key", "title", "claims", "estimates"))
    if not isinstance(key, str) or not isinstance(title, str):
        raise RowError("a series has no key or title")
    if not isinstance(claims, list) or not isinstance(estimates, list):
        raise RowError(f"the series {key} has no list of claims or estimates")
    return SavedSeries(
        key=key,
        title=title,
        claims=tuple(map(claim_of, claims)),
        estimates=dict(_estimate(estimate, key) for estimate in estimates),
    )


def _estimate(one: Any, key: str) -> tuple[str, dict[str, Any]]:
    if not isinstance(one, dict) or not isinstance(one.get("by"), str):
        raise RowError(f"the series {key} has an estimate by nobody")
    made = {name: one.get(name) for name in ("at", *NUMBERS)}
    numbers = all(made[name] is None or type(made[name]) in (int, float) for name in NUMBERS)
    if not numbers or not (made["at"] is None or isinstance(made["at"], str)):
        raise RowError(f"the series {key} has an estimate that is no number")
    modelled = one.get("modelled") or ()  # runs that were written before it was told do not say
    if not isinstance(modelled, list | tuple) or not set(modelled) <= set(NUMBERS):
        raise RowError(f"the series {key} has an estimate of which it is not clear what was modelled")
    return one["by"], {**made, "modelled": list(modelled)}
