"""What can go wrong, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass


class ReconError(Exception):
    """Anything recon refuses to go on with. Its text is one line for the user."""


class UsageError(ReconError):
    """The command line or the configuration asks for something that does not exist."""


@dataclass
class ReadError(ReconError):
    """A file, or one line of it, that cannot be read as a document."""

    path: str
    problem: str
    remedy: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.problem}; {self.remedy}"

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str, int | None]]:
        """An exception is pickled by its positional arguments, of which `dataclasses.replace` gives none."""
        return type(self), (self.path, self.problem, self.remedy, self.line)


class MissingExtraError(ReadError):
    """A file that is read once an extra is installed; `problem` and `remedy` are the same for all of its kind."""


class NoArticleError(ReadError):
    """A web page that holds none."""


class SetAsideError(ReadError):
    """What a file holds that is no document and no fault: teasers of a feed, pages without an article."""


class Interrupted(KeyboardInterrupt):
    """The user's own interruption, with what was under way in words."""
