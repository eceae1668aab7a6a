"""recon's own plugins: what it declares through the same hooks as everyone else.

The stages are imported when a hook is called, not when this module is, so that `recon --help` stays quick.
"""

from __future__ import annotations

from collections.abc import Iterable

from recon.hooks import hookimpl
from recon.model import Check, Extractor, Reader, Reconciler


class Readers:
    """Plain text, Markdown, JSON lines and web pages."""

    @hookimpl
    def recon_readers(self) -> Iterable[Reader]:
        from recon.readers import BUILTIN  # noqa: PLC0415

        return BUILTIN


class Extractors:
    """The grammar of written figures, and a library to compare it with."""

    @hookimpl
    def recon_extractors(self) -> Iterable[Extractor]:
        from recon.extraction import GrammarExtractor  # noqa: PLC0415
        from recon.extraction.quantulum import QuantulumExtractor  # noqa: PLC0415

        return (GrammarExtractor(), QuantulumExtractor())


class Checks:
    """The checks of one document, RC1xx to RC3xx."""

    @hookimpl
    def recon_checks(self) -> Iterable[Check]:
        from recon.checks import BUILTIN  # noqa: PLC0415

        return BUILTIN


class Reconcilers:
    """What can be said of a series without a model."""

    @hookimpl
    def recon_reconcilers(self) -> Iterable[Reconciler]:
        from recon.reconcilers import BUILTIN  # noqa: PLC0415

        return BUILTIN


BUILTIN: tuple[object, ...] = (Readers(), Extractors(), Checks(), Reconcilers())
