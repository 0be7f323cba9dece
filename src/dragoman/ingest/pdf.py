"""PDF: its lines joined into paragraphs, without what each page repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2 as pdfium

from dragoman.ingest.calendar import date_line
from dragoman.ingest.characters import lines_of, one_line, uniform
from dragoman.ingest.draft import Draft
from dragoman.ingest.limits import MAX_PDF_PAGES, MAX_REPORT_CHARACTERS
from dragoman.ingest.outlets import known_outlet
from dragoman.ingest.shapes import ends_sentence, is_title_like, key, same
from dragoman.model.errors import EmptyInputError, InputError, RefusedInputError
from dragoman.model.when import UNKNOWN

# Running heads and page numbers stand in so many lines at a page's top and bottom.
MARGIN_LINES = 3
# A gap above a line so much larger than usual begins a paragraph; so does another size of letters.
WIDER_GAP = 1.35
OTHER_SIZE = 1.15
# A title's letters are so much larger than the text's.
TITLE_SIZE = 1.25
_HYPHEN_MARK = re.compile("[\x02\ufffe]\\s*")
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[-–—]\s+")
_NUMBER = re.compile(r"\W*\d{1,4}\W*(?:\d{1,4}\W*)?")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on a page: its text, its base above the page's bottom and its letters' height."""

    text: str
    base: float
    height: float


def read_pdf(data: bytes) -> Iterator[Draft | str]:
    """The draft of a PDF, and a remark if it was not read to its end."""
    with closing(_open(data)) as document:
        count = len(document)
        pages, read = _pages(document)
        if not any(pages):
            raise EmptyInputError("is a PDF without text, perhaps a scan; run OCR on it first")
        if read < count:
            yield f"cut after page {read:,} of {count:,}, the most that is read of a PDF"
        yield _draft(pages, document.get_metadata_dict())


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedInputError("is an encrypted PDF; save it without a password") from None
        raise InputError(f"is no PDF that can be opened ({error})") from None


def _pages(document: Any) -> tuple[list[list[_Line]], int]:
    """The lines of each page, and how many pages were read."""
    pages: list[list[_Line]] = []
    size = 0
    for number in range(min(len(document), MAX_PDF_PAGES)):
        if size > 1.2 * MAX_REPORT_CHARACTERS:
            return pages, number
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                pages.append(list(_page_lines(text)))
        except pdfium.PdfiumError:
            pages.append([])
        size += sum(len(line.text) for line in pages[-1])
    return pages, len(pages)


def _page_lines(page: Any) -> Iterator[_Line]:
    """The lines of a page, with their places by their first letters."""
    text = page.get_text_range()
    last = page.count_chars() - 1
    position = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            first = min(position + len(raw) - len(raw.lstrip()), last)
            _, bottom, _, top = page.get_charbox(first, loose=True)
            yield _Line(line, bottom, top - bottom)
        position += len(raw) + 1


def _draft(pages: list[list[_Line]], metadata: dict[str, str]) -> Draft:
    whole = pages
    pages = _without_margins(pages)
    running = _running(whole, pages)
    title, pages = _titled(pages, metadata)
    lines: list[str] = []
    for page in pages:
        if lines and page and ends_sentence(lines[-1]):
            lines.append("")
        lines.extend(_blocks(page))
    text = _HYPHEN_MARK.sub("", "\n".join(lines))
    author = one_line(metadata.get("Author"))
    start = key(" ".join(line.text for line in pages[0])) if pages else ""
    named = author if author and key(author) and key(author) in start else None
    outlet = next((p for p in running if known_outlet(p) or (author and same(p, author))), None)
    found = next((f for p in running if (f := date_line(p))), None)
    return Draft(
        tuple(lines_of(uniform(text))),
        title=title,
        author=named,
        outlet=outlet,
        date=found.when if found else UNKNOWN,
    )


def _running(whole: list[list[_Line]], inner: list[list[_Line]]) -> list[str]:
    """The parts of the first pages' running heads, such as an outlet's name and a date."""
    heads = [
        line.text
        for page, kept in zip(whole[:2], inner[:2], strict=True)
        for line in page
        if line not in kept
    ]
    return [part.strip() for head in heads for part in _PARTS.split(head) if part.strip()]


def _without_margins(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without the lines that most of them repeat at an edge, and without page numbers.

    Such lines stand apart from the text, by a gap or by the size of their letters.
    """
    counts = Counter(p for page in pages for p in {_pattern(x.text) for x in _edges(page)})
    often = max(2, 0.4 * len(pages))
    repeated = {pattern for pattern, count in counts.items() if count >= often}
    return [_inner(_inner(page, repeated), repeated, last=True) for page in pages]


def _inner(page: list[_Line], repeated: set[str], last: bool = False) -> list[_Line]:
    """The page without the running lines at its top, or at its bottom if `last`."""
    usual = _usual_gap(page)
    for _ in range(MARGIN_LINES):
        if len(page) < 2:
            break
        edge, above, below = (page[-1], *page[-2:]) if last else (page[0], *page[:2])
        runs = _pattern(edge.text) in repeated or _NUMBER.fullmatch(edge.text)
        if not runs or not _is_apart(above, below, usual):
            break
        page = page[:-1] if last else page[1:]
    return page


def _edges(page: list[_Line]) -> list[_Line]:
    return [*page[:MARGIN_LINES], *page[-MARGIN_LINES:]]


def _usual_gap(page: list[_Line]) -> float:
    gaps = [a.base - b.base for a, b in pairwise(page) if a.base > b.base]
    return median(gaps) if gaps else 0.0


def _pattern(text: str) -> str:
    """A line with its numbers as one sign, so that running heads with page numbers are the same."""
    return re.sub(r"\d+", "#", text)


def _blocks(page: list[_Line]) -> Iterator[str]:
    """A page's lines with an empty one where a gap or another size parts them."""
    usual = _usual_gap(page)
    for i, line in enumerate(page):
        if i and _is_apart(page[i - 1], line, usual):
            yield ""
        yield line.text


def _is_apart(above: _Line, line: _Line, usual: float) -> bool:
    gap = above.base - line.base
    low, high = sorted((above.height, line.height))
    return gap > WIDER_GAP * usual > 0 or (low > 0 and high > OTHER_SIZE * low)


def _titled(
    pages: list[list[_Line]], metadata: dict[str, str]
) -> tuple[str | None, list[list[_Line]]]:
    """The title in large letters on top of the first page, or that of the metadata if it is there.

    Titles that only the metadata have are often names of files, and are not taken.
    """
    first = pages[0] if pages else []
    heights = [line.height for page in pages[:3] for line in page for _ in range(len(line.text))]
    stated = one_line(metadata.get("Title"))
    for count in range(min(5, len(first)), 0, -1):
        joined = " ".join(line.text for line in first[:count])
        if stated and key(stated) and key(stated) == key(joined):
            return stated, [first[count:], *pages[1:]]
    if not heights:
        return None, pages
    large = 0
    while large < min(5, len(first)) and first[large].height >= TITLE_SIZE * median(heights):
        large += 1
    joined = " ".join(line.text for line in first[:large])
    if large and is_title_like(joined):
        return joined, [first[large:], *pages[1:]]
    return None, pages
