"""Which format an input is in: by its first bytes, then by its name."""

from __future__ import annotations

import re
from typing import Literal

from dragoman.ingest import jsonlines

Format = Literal["text", "markdown", "html", "pdf", "docx", "jsonl"]

# By the last part of a file's name. What is not here and begins like none of these is refused.
BY_SUFFIX: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".asc": "text",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".pdf": "pdf", ".docx": "docx",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonlines": "jsonl",
}  # fmt: skip
BY_MEDIA_TYPE: dict[str, Format] = {
    "text/plain": "text", "text/markdown": "markdown", "text/html": "html",
    "application/xhtml+xml": "html", "application/pdf": "pdf", "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl", "application/jsonlines": "jsonl",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}  # fmt: skip
_HTML = re.compile(
    rb"\A\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)


# A piece of a page without <html>: it begins with an element and closes several.
_PIECE = re.compile(rb"\A\s*<[a-z][a-z0-9]*[\s>]", re.IGNORECASE)


def format_of(head: bytes, suffix: str = "", media_type: str = "") -> Format | None:
    """The format of an input that begins with `head`, or None when it is none that we read.

    A name's suffix or a server's media type counts where the bytes do not tell.
    """
    named = BY_SUFFIX.get(suffix.lower()) or BY_MEDIA_TYPE.get(media_type.lower())
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return (
            "docx"
            if named in ("docx", None) and (named or b"word/" in head or not suffix)
            else None
        )
    if named:
        return named
    return _by_bytes(head) if not suffix else None


def _by_bytes(head: bytes) -> Format:
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(plain) or (_PIECE.match(plain) and plain.count(b"</") >= 2):
        return "html"
    if jsonlines.looks_like(head):
        return "jsonl"
    if re.match(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n", head):
        return "markdown"
    return "text"
