"""What reconciling some documents came to."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from recon.api.options import Name
from recon.api.quantity import Quantity
from recon.errors import UsageError
from recon.model import Figure, Reconciliation, Series
from recon.replacing import replacing
from recon.reports.choosing import matching, narrowed, ordered
from recon.reports.layout import WIDTH, counted, plain
from recon.running.reconciling import Made
from recon.running.run import Run

if TYPE_CHECKING:
    import polars as pl

    from recon.exports import Form

FORMS: tuple[Form, ...] = ("csv", "parquet")


@dataclass(frozen=True, kw_only=True, repr=False)
class Reconciled:
    """Series with their claims, relations, estimates and findings.

    `result` holds them as plain values, `items` are the figures, and `reconcilers` the names that were asked for.
    Going through it gives a `Quantity` for each series, those of most claims first.
    """

    result: Reconciliation
    items: tuple[Figure, ...]
    reconcilers: tuple[str, ...] = ()
    run: Run = field(compare=False)

    def __iter__(self) -> Iterator[Quantity]:
        return (Quantity(series=one, of=self.result, lexicon=self.run.lexicon) for one in self._by_claims)

    def __len__(self) -> int:
        return len(self.result.series)

    def __getitem__(self, key: str) -> Quantity:
        for one in self.result.series:
            if one.key == key:
                return Quantity(series=one, of=self.result, lexicon=self.run.lexicon)
        near = difflib.get_close_matches(key, [one.key for one in self.result.series], n=3, cutoff=0.3)
        hint = f"did you mean {' or '.join(near)}?" if near else "the column key of series has them all"
        raise UsageError(f"there is no series {key!r}; {hint}")

    def __repr__(self) -> str:
        documents = counted(len(self.result.documents), "document")
        claims = counted(sum(len(one.claims) for one in self.result.series), "claim")
        return f"<{counted(len(self.result.series), 'series')} of {claims} in {documents}>"

    def _repr_html_(self) -> str:
        from recon.api.drawing import drawing  # noqa: PLC0415  (for who shows it)
        from recon.reports.notebook import reconciliation_html  # noqa: PLC0415

        draw = drawing(self.result, self.run.lexicon, self.reconcilers)
        return reconciliation_html(self.result, self._by_claims, draw)

    @cached_property
    def _by_claims(self) -> tuple[Series, ...]:
        return tuple(ordered(self.result.series, self.result, "claims"))

    @cached_property
    def tables(self) -> dict[str, pl.DataFrame]:
        """Every table by its name."""
        from recon.exports import frames  # noqa: PLC0415  (polars, for who wants frames)

        return frames(self.result, self.items)

    @property
    def documents(self) -> pl.DataFrame:
        """A row for each document."""
        return self.tables["documents"]

    @property
    def figures(self) -> pl.DataFrame:
        """A row for each figure."""
        return self.tables["figures"]

    @property
    def claims(self) -> pl.DataFrame:
        """A row for each claim."""
        return self.tables["claims"]

    @property
    def series(self) -> pl.DataFrame:
        """A row for each series."""
        return self.tables["series"]

    @property
    def relations(self) -> pl.DataFrame:
        """A row for each relation between two claims."""
        return self.tables["relations"]

    @property
    def estimates(self) -> pl.DataFrame:
        """A row for each estimate."""
        return self.tables["estimates"]

    @property
    def findings(self) -> pl.DataFrame:
        """A row for each finding, within documents and across them."""
        return self.tables["findings"]

    @property
    def overrides(self) -> pl.DataFrame:
        """A row for each decision by hand that made a difference."""
        return self.tables["overrides"]

    def match(self, *words: str) -> Reconciled:
        """The series that name every word, and what is of them: as `recon reconcile --match`."""
        return replace(self, result=narrowed(self.result, matching(self.result.series, words)))

    def text(self, width: int = WIDTH) -> str:
        """What `recon reconcile` prints."""
        from recon.reports.series_text import series_text  # noqa: PLC0415

        return series_text(self.result, plain, self._by_claims, width)

    def markdown(self) -> str:
        """What `recon reconcile --format markdown` prints: a message."""
        from recon.reports.series_markdown import series_markdown  # noqa: PLC0415

        return series_markdown(self.result, self._by_claims)

    def json(self) -> str:
        """What `recon reconcile --format json` prints."""
        from recon.reports.series_data import reconciliation_json  # noqa: PLC0415

        return "".join(reconciliation_json(self.result))

    def write_tables(self, folder: Name, forms: Sequence[Form] = FORMS) -> tuple[Path, ...]:
        """Write every table into a folder, all or none; gives the files."""
        from recon.exports import write_tables  # noqa: PLC0415

        return write_tables(Path(folder), self.tables, forms)

    def report(self, path: Name, title: str = "") -> Path:
        """Write the page that `recon report` writes, whole or not at all; gives the file."""
        from recon.reporting import pages  # noqa: PLC0415
        from recon.reports.needs import by_need, needs_of  # noqa: PLC0415

        shown = by_need(self.result.series, needs_of(self.result))
        made = Made(run=self.run, result=self.result, chosen=self.reconcilers, figures=self.items)
        return _written(Path(path), pages(made, shown, title))


def _written(path: Path, pieces: Iterator[str]) -> Path:
    with replacing(path) as file:
        file.writelines(piece.encode("utf-8", "backslashreplace") for piece in pieces)
    return path
