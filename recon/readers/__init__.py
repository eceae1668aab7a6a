"""Files to documents: which files a path means, what stands in them, and what a `documents.csv` beside them says."""

from recon.model import Reader
from recon.readers.formats import DocxReader, FeedReader, HtmlReader, PdfReader, WarcReader
from recon.readers.jsonl import JsonLinesReader
from recon.readers.table import TableReader
from recon.readers.text import TextReader

BUILTIN: tuple[Reader, ...] = (
    TextReader(),
    JsonLinesReader(),
    HtmlReader(),
    PdfReader(),
    DocxReader(),
    TableReader(),
    FeedReader(),
    WarcReader(),
)
