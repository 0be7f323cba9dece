"""Writes the sample reports that are not plain text, a PDF and a DOCX, from scripts/samples/.

Both come out the same, byte for byte, each time. The PDF is laid out by hand: a page with a header
and a footer, as think tanks print them, in one of the fonts that every reader has.
"""

from __future__ import annotations

import textwrap
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "scripts" / "samples"
TARGETS = ROOT / "examples" / "south-caucasus"
NOTE = "Written for the Dragoman project from public facts; the outlet does not exist."

# A4 in points, with room for a header and a footer.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 72
LEADING, LINES_A_PAGE, COLUMNS = 15, 42, 84


def main() -> None:
    """Writes both files."""
    pdf = write_pdf((SOURCES / "corridor.md").read_text(encoding="utf-8"))
    (TARGETS / "2025-09-institute-corridor.pdf").write_bytes(pdf)
    word = write_docx((SOURCES / "events.md").read_text(encoding="utf-8"))
    (TARGETS / "2025-07-05-monitor-events.docx").write_bytes(word)


def write_pdf(text: str) -> bytes:
    """The report in `text` (a title line, then paragraphs) as a PDF of some pages."""
    title, *paragraphs = text.removeprefix("# ").strip().split("\n\n")
    lines = [*textwrap.wrap(title, COLUMNS), ""]
    for paragraph in paragraphs:
        lines += [*textwrap.wrap(paragraph, COLUMNS), ""]
    pages = [lines[i : i + LINES_A_PAGE] for i in range(0, len(lines), LINES_A_PAGE)]
    return _assemble([_draw(page, number) for number, page in enumerate(pages, 1)], title)


def write_docx(text: str) -> bytes:
    """The list of events in `text` (a title, then days with their paragraphs) as a DOCX."""
    document = docx.Document()
    properties = document.core_properties
    properties.title = text.splitlines()[0].removeprefix("# ")
    properties.author, properties.category = "Sample Monitor", "List of events"
    properties.comments = NOTE
    properties.created = properties.modified = datetime(2025, 7, 5, 9, tzinfo=UTC)
    for line in filter(None, text.splitlines()):
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), level=len(line) - len(line.lstrip("#")) - 1)
        else:
            document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    return _undated(written)


def _draw(lines: list[str], number: int) -> bytes:
    top = PAGE_HEIGHT - MARGIN
    return "\n".join(
        [
            *_words("Sample Institute | Policy Paper | September 2025", MARGIN, top + 28, 9),
            *(
                operator
                for row, line in enumerate(lines)
                for operator in _words(line, MARGIN, top - row * LEADING, 11)
            ),
            *_words(str(number), PAGE_WIDTH // 2, MARGIN // 2, 9),
        ]
    ).encode("cp1252")


def _words(text: str, x: int, y: int, size: int) -> Iterator[str]:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    yield f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET"


def _assemble(contents: list[bytes], title: str) -> bytes:
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(contents)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) /Author (Sample Institute) /Subject ({NOTE})"
        f" /CreationDate (D:20250915090000Z) >>".encode("cp1252"),
    ]
    for i, content in enumerate(contents):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * i} 0 R >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    return _file(bodies)


def _file(bodies: list[bytes]) -> bytes:
    written = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(bodies) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\n" % size
        + b"startxref\n%d\n%%%%EOF\n" % len(written)
    )


def _undated(archive: BytesIO) -> bytes:
    """The same ZIP archive with every member dated 1980, so that the bytes never change."""
    written = BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(info, old.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()


if __name__ == "__main__":
    main()
