"""DOCX: its paragraphs, after a look at what the zip file would unpack to."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dragoman.ingest.characters import lines_of, uniform
from dragoman.ingest.draft import Draft
from dragoman.ingest.limits import (
    MAX_DOCX_BLOCKS,
    MAX_DOCX_DOCUMENT,
    MAX_DOCX_PARTS,
    MAX_DOCX_UNPACKED,
    MAX_REPORT_CHARACTERS,
    MEBIBYTE,
)
from dragoman.model.errors import InputError, RefusedInputError

_DOCUMENT = "word/document.xml"
_PICTURES = ("word/media/", "word/embeddings/")
# What a broken or encrypted part raises when it is unpacked.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_PIECE = 64 * 1024
# Only these are unpacked piece by piece, and Word writes no others.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# The style that Word gives a document's title, in every language of its menus.
_TITLE_STYLE = "Title"


def read_docx(data: bytes) -> Iterator[Draft | str]:
    """The draft of a DOCX. Raises InputError when it is none, or unpacks to too much."""
    _check(data)
    import docx  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # It raises errors of zip, XML and its own alike.
        raise InputError(f"is no DOCX that can be opened ({str(error)[:120]})") from None
    yield from _draft(document)


def _check(data: bytes) -> None:
    """Unpacks each part once, piece by piece, to see what it comes to; nothing of it is kept.

    The sizes in the zip file's directory are whatever its maker wrote.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("is an old or encrypted Word file; save it as DOCX without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
    except _BROKEN as error:
        raise InputError(f"is no DOCX: its zip file is broken ({str(error)[:120]})") from None


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if _DOCUMENT not in archive.namelist():
        raise InputError(f"is a zip file without {_DOCUMENT}, so no DOCX")
    if len(parts) > MAX_DOCX_PARTS:
        raise RefusedInputError(
            f"has {len(parts):,} parts; at most {MAX_DOCX_PARTS:,} are unpacked"
        )
    total = 0
    for part in parts:
        most = MAX_DOCX_UNPACKED if part.filename.startswith(_PICTURES) else MAX_DOCX_DOCUMENT
        size = _unpacked(archive, part, min(most, MAX_DOCX_UNPACKED - total))
        total += size
        if size > most or total > MAX_DOCX_UNPACKED:
            raise RefusedInputError(
                f"would unpack to more than {MAX_DOCX_UNPACKED // MEBIBYTE} MB, or its text to "
                f"more than {MAX_DOCX_DOCUMENT // MEBIBYTE} MB, the most that is unpacked"
            )


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """The bytes that a part comes to, counted until they are more than `most`."""
    if part.compress_type not in _METHODS:
        raise zipfile.BadZipFile(f"{part.filename!r} is packed in a way that Word does not")
    # The size that is written there would end the reading: a part may go on behind it.
    part.file_size = most + 2 * _PIECE
    size = 0
    with archive.open(part) as stream:
        while size <= most and (piece := stream.read(_PIECE)):
            size += len(piece)
    return size


def _draft(document: Any) -> Iterator[Draft | str]:
    title: str | None = None
    lines: list[str] = []
    size = 0
    for number, block in enumerate(document.iter_inner_content()):
        if number >= MAX_DOCX_BLOCKS or size > MAX_REPORT_CHARACTERS:
            yield f"cut: only its first {number:,} paragraphs and tables are read; split it"
            break
        if hasattr(block, "rows"):
            added = list(islice(_table_lines(block), MAX_DOCX_BLOCKS))
        elif title is None and block.text.strip() and block.style.name == _TITLE_STYLE:
            title = " ".join(block.text.split())
            continue
        else:
            added = [block.text, ""]
        lines.extend(added)
        size += sum(map(len, added))
    yield Draft(tuple(lines_of(uniform("\n".join(lines)))), title=title)


def _table_lines(table: Any) -> Iterator[str]:
    """A table's rows, each as a paragraph; a cell that spans several is written once."""
    for row in table.rows:
        cells = list(dict.fromkeys(" ".join(c.text.split()) for c in row.cells))
        yield " | ".join(c for c in cells if c)
        yield ""
