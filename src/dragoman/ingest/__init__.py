"""Bytes in, clean and dated reports out: text, Markdown, HTML, PDF, DOCX, JSON Lines, URLs."""

from dragoman.ingest.given import Given, Refusal
from dragoman.ingest.jsonlines import verbatim
from dragoman.ingest.read import read_input, read_text

__all__ = ["Given", "Refusal", "read_input", "read_text", "verbatim"]
