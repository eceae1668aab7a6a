"""Saved web pages to documents: the article's text, what the page says of it, and where every character stood."""

from recon.readers.html.reading import INSTALL, article, documents

__all__ = ["INSTALL", "article", "documents"]
