"""Files to documents: which files a path means, what stands in them, and what a `documents.csv` beside them says."""

from recon.model import Reader
from recon.readers.docx import DocxReader
from recon.readers.feeds import FeedReader
from recon.readers.html import HtmlReader
from recon.readers.jsonl import JsonLinesReader
from recon.readers.pdf import PdfReader
from recon.readers.table import TableReader
from recon.readers.text import TextReader
from recon.readers.warc import WarcReader

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
