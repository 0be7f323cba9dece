"""Small PDFs and DOCX files, made for the tests of reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import docx as library

PdfLine = tuple[str, int, int]
"""A line of a PDF's page: its words, the size of its letters, its height above the bottom."""


def pdf(pages: Sequence[Sequence[PdfLine]], info: str = "", encrypted: bool = False) -> bytes:
    """A PDF with these lines on its pages, in Helvetica; `info` goes into its metadata."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        stream = "\n".join(_show(*line) for line in lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R"
    if encrypted:
        key = "41" * 32
        trailer += (
            f" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"
            f" /ID [<{key}> <{key}>]"
        )
    return _file(objects, trailer)


def _show(words: str, size: int, height: int) -> str:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf 72 {height} Td ({escaped}) Tj ET"


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(data)
    table = "".join(f"{p:010d} 00000 n \n" for p in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    data += f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def column(lines: Sequence[str], top: int = 700, size: int = 11) -> list[PdfLine]:
    """Lines below each other, 14 points apart; an empty one leaves a gap."""
    return [(words, size, top - 14 * i) for i, words in enumerate(lines) if words]


def docx(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A DOCX with these paragraphs, each a style and its words."""
    document = library.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def bomb(megabytes: int) -> bytes:
    """A DOCX whose text unpacks to so many megabytes of blanks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * (1 << 20))
    return out.getvalue()


def date_of(text: str) -> date:
    """A day written as ISO 8601."""
    return date.fromisoformat(text)
