"""A plugin distribution that installs, tests and type-checks as it is, for an author to start from."""

from recon.scaffold.names import Names, names_of
from recon.scaffold.writing import KINDS, files_of, write

__all__ = ["KINDS", "Names", "files_of", "names_of", "write"]
