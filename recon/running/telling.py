"""Who is told how a run goes on: nobody, unless the command line lends its voice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol, TypeVar

from recon.model import Document


class Batch(Protocol):
    """Some documents, and what came of them."""

    @property
    def documents(self) -> tuple[Document, ...]: ...


B = TypeVar("B", bound=Batch)


class Teller(Protocol):
    """What a run says while it lasts; what it finds, it gives back."""

    def note(self, message: str) -> None:
        """A line for the user, of something that could not be done as asked."""

    def watched(self, batches: Iterable[B], total: Callable[[], int | None]) -> Iterator[B]:
        """The batches, while it is shown how many documents they hold, and of how many bytes in all where `total`
        knows."""

    def doing(self) -> AbstractContextManager[Callable[[str], None]]:
        """Gives what to call with the name of each step."""


class Quiet:
    """Says nothing."""

    def note(self, message: str) -> None:
        """Nothing."""

    def watched(self, batches: Iterable[B], total: Callable[[], int | None]) -> Iterator[B]:  # noqa: ARG002
        """The batches."""
        yield from batches

    def doing(self) -> AbstractContextManager[Callable[[str], None]]:
        """Hears of the steps and says nothing."""
        return nullcontext(_unheard)


def _unheard(_: Any) -> None:
    """Not told to anybody."""
