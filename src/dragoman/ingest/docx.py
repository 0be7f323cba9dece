"""DOCX: its paragraphs, after a look at what the zip file would unpack to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from dragoman.ingest.characters import lines_of, uniform
from dragoman.ingest.draft import Draft
from dragoman.ingest.limits import (
    MAX_DOCX_DOCUMENT,
    MAX_DOCX_PARTS,
    MAX_DOCX_UNPACKED,
    MEBIBYTE,
)
from dragoman.model.errors import InputError, RefusedInputError

_DOCUMENT = "word/document.xml"
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
    yield _draft(document)


def _check(data: bytes) -> None:
    """Looks at the sizes in the zip file's directory; nothing is unpacked yet."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("is an old or encrypted Word file; save it as DOCX without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"is no DOCX: its zip file is broken ({error})") from None
    sizes = {p.filename: p.file_size for p in parts}
    total = sum(p.file_size for p in parts)
    if _DOCUMENT not in sizes:
        raise InputError(f"is a zip file without {_DOCUMENT}, so no DOCX")
    if len(parts) > MAX_DOCX_PARTS:
        raise RefusedInputError(
            f"has {len(parts):,} parts; at most {MAX_DOCX_PARTS:,} are unpacked"
        )
    if total > MAX_DOCX_UNPACKED or sizes[_DOCUMENT] > MAX_DOCX_DOCUMENT:
        raise RefusedInputError(
            f"would unpack to {total // MEBIBYTE:,} MB, its text to "
            f"{sizes[_DOCUMENT] // MEBIBYTE:,} MB; at most {MAX_DOCX_UNPACKED // MEBIBYTE} and "
            f"{MAX_DOCX_DOCUMENT // MEBIBYTE} are unpacked"
        )


def _draft(document: Any) -> Draft:
    title: str | None = None
    lines: list[str] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines.extend(_table_lines(block))
            continue
        if title is None and block.text.strip() and block.style.name == _TITLE_STYLE:
            title = " ".join(block.text.split())
            continue
        lines.extend([block.text, ""])
    return Draft(tuple(lines_of(uniform("\n".join(lines)))), title=title)


def _table_lines(table: Any) -> Iterator[str]:
    """A table's rows, each as a paragraph; a cell that spans several is written once."""
    for row in table.rows:
        cells = list(dict.fromkeys(" ".join(c.text.split()) for c in row.cells))
        yield " | ".join(c for c in cells if c)
        yield ""
