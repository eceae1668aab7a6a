"""One series, with how its claims stand and what the reconcilers make of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from recon.engine import explained
from recon.model import Claim, Estimate, Reconciliation, Relation, Series
from recon.reports.choosing import narrowed
from recon.reports.layout import counted, plain
from recon.units import Lexicon, using

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, kw_only=True, repr=False)
class Quantity:
    """A series `of` a reconciliation; going through it gives its claims."""

    series: Series
    of: Reconciliation = field(compare=False)
    lexicon: Lexicon = field(compare=False)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.series.claims)

    def __len__(self) -> int:
        return len(self.series.claims)

    def __repr__(self) -> str:
        return f"<{self.series.key}: {counted(len(self.series.claims), 'claim')}>"

    def _repr_html_(self) -> str:
        from recon.api.drawing import drawing  # noqa: PLC0415  (for who shows it)
        from recon.reports.notebook import series_html  # noqa: PLC0415

        return series_html(self.series, self.of, drawing(self.of, self.lexicon))

    @property
    def key(self) -> str:
        """What it is called in the tables."""
        return self.series.key

    @property
    def title(self) -> str:
        """What is counted, and where."""
        return self.series.title

    @cached_property
    def own(self) -> Reconciliation:
        """What of the reconciliation is of it."""
        return narrowed(self.of, [self.series])

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How its claims stand, to each other and to those of other series."""
        return self.own.relations

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """What the reconcilers make of it, by reconciler, then date."""
        return self.own.estimates

    @property
    def claims(self) -> pl.DataFrame:
        """A row for each claim."""
        from recon.exports import claims_frame  # noqa: PLC0415  (polars, for who wants frames)

        return claims_frame([self.series])

    def explain(self) -> str:
        """What `recon reconcile --explain` prints: all about it, sentences included."""
        from recon.reports.explain_text import explain_text  # noqa: PLC0415

        with using(self.lexicon):
            return explain_text(self.series, self.of, plain, explained(self.series, self.of))
