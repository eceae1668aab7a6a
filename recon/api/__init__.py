"""recon for programs and notebooks, in the words of the command line: `recon.read("articles/").extract().check()`.

Each stage gives a frozen value that holds what it found: as polars frames by the names of the tables, as plain values
by going through it, and as HTML in a notebook. Nothing is taken from the working directory unless it is named.
"""

from recon.api.articles import Articles, read, read_documents, read_text
from recon.api.checked import Checked
from recon.api.extraction import Extraction
from recon.api.quantity import Quantity
from recon.api.reconciled import Reconciled
from recon.api.shown import Shown, load_ipython_extension, show

__all__ = [
    "Articles",
    "Checked",
    "Extraction",
    "Quantity",
    "Reconciled",
    "Shown",
    "load_ipython_extension",
    "read",
    "read_documents",
    "read_text",
    "show",
]
