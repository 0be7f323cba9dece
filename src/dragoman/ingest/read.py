"""Reading whatever is named: a file, a folder, standard input, a URL, pasted text."""

from __future__ import annotations

import codecs
import io
import re
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dragoman.ingest.decode import decode
from dragoman.ingest.draft import Draft
from dragoman.ingest.files import is_folder, leads_outside, open_regular, walk
from dragoman.ingest.finish import draft_of_text, reports_of
from dragoman.ingest.formats import BY_SUFFIX, Format, format_of
from dragoman.ingest.given import NOTHING_GIVEN, Given, Refusal
from dragoman.ingest.jsonlines import read_json_lines
from dragoman.ingest.limits import MAX_FILE, MAX_TEXT_BYTES, MEBIBYTE, SNIFF
from dragoman.ingest.markdown import read_markdown
from dragoman.model.errors import EmptyInputError, InputError, RefusedInputError
from dragoman.model.report import Report

Found = Iterator[Report | Refusal]
# What a format's reader gives: drafts, and remarks on what it had to leave out.
Reader = Callable[[bytes], Iterator[Draft | str]]
STDIN = "-"
# Byte order marks, zeros and blanks.
_BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read_input(source: str, given: Given = NOTHING_GIVEN, stdin: BinaryIO | None = None) -> Found:
    """The reports in a file, a folder, standard input ("-") or a URL.

    Bad content raises nothing: what cannot be read gives a Refusal, and the rest goes on. Files of
    a folder come sorted by name; hidden ones are skipped.
    """
    if source == STDIN:
        return _guarded(lambda: _read_stream(stdin or sys.stdin.buffer, STDIN, given), STDIN)
    if source.lower().startswith(("http://", "https://")):
        return _guarded(lambda: _read_url(source, given), source)
    if not source.strip():
        return iter([Refusal(repr(source), "is no name; expected a file, a folder, a URL or -")])
    if scheme := _SCHEME.match(source):
        reason = f"addresses of {scheme[0].lower()} are not read; expected http:// or https://"
        return iter([Refusal(source, reason)])
    path = Path(source)
    return _read_folder(path, given) if is_folder(path) else _read_path(path, given)


def read_text(
    text: str,
    given: Given = NOTHING_GIVEN,
    input: str | None = None,  # noqa: A002  (the report's field has this name)
) -> list[Report]:
    """The clean reports in raw text, as pasted or scraped; none where it holds no article."""
    found = reports_of(draft_of_text(text), given, input)
    return [r for r in found if isinstance(r, Report)]


def _guarded(read: Callable[[], Found], source: str) -> Found:
    """What `read` gives; an error on the way becomes the last Refusal."""
    try:
        yield from read()
    except InputError as error:
        yield Refusal(source, str(error))
    except (MemoryError, RecursionError) as error:
        yield Refusal(source, f"is too large or too deep to be read ({type(error).__name__})")
    except (
        Exception
    ) as error:  # Parsers raise what they like on bad bytes; it must not end the run.
        yield Refusal(source, f"cannot be read ({type(error).__name__}: {str(error)[:200]})")


def _read_folder(folder: Path, given: Given) -> Found:
    paths = walk(folder)
    first = next(paths, None)
    if first is None:
        yield Refusal(str(folder), "is a folder with no files to read")
        return
    for path in chain([first], paths):
        if leads_outside(path, folder):
            yield Refusal(str(path), "is a link out of the folder, and was not followed")
        else:
            yield from _read_path(path, given)


def _read_path(path: Path, given: Given) -> Found:
    def read() -> Found:
        with open_regular(path) as stream:
            yield from _read_stream(stream, str(path), given, path.suffix)

    return _guarded(read, str(path))


def _read_stream(
    stream: BinaryIO, source: str, given: Given, suffix: str = "", media_type: str = ""
) -> Found:
    """The reports of a stream of bytes, whose format its first bytes and its name tell."""
    head = _beginning(stream)
    kind = format_of(head, suffix, media_type)
    if not head.strip(_BLANK):
        raise EmptyInputError("is empty; expected an article")
    if kind is None:
        if suffix.lower() == ".json":
            raise InputError("is JSON; expected JSON Lines, an object a line, in a .jsonl file")
        known = ", ".join(sorted(BY_SUFFIX))
        raise InputError(f"is of a type that is not read ({suffix or 'no name'}); expected {known}")
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if kind == "jsonl" and not wide:
        yield from read_json_lines(stream, given, source, head)
        return
    data = head + stream.read(MAX_FILE + 1 - len(head))
    if len(data) > MAX_FILE:
        raise RefusedInputError(
            f"is larger than {MAX_FILE // MEBIBYTE} MB, the most that is read; split it"
        )
    if kind == "jsonl":
        yield from read_json_lines(io.BytesIO(decode(data).encode()), given, source)
        return
    yield from _reports(data, kind, given, source)


def _beginning(stream: BinaryIO) -> bytes:
    """So much of a stream that something is in it, if that is within the limit of a file."""
    head = bytearray(stream.read(SNIFF))
    while not head[-SNIFF:].strip(_BLANK) and len(head) <= MAX_FILE - SNIFF:
        if not (more := stream.read(SNIFF)):
            break
        head += more
    return bytes(head)


def _reports(data: bytes, kind: Format, given: Given, source: str) -> Found:
    found = False
    for result in _reader(kind)(data):
        if isinstance(result, str):
            yield Refusal(source, result)
            continue
        for report in reports_of(result, given, source):
            found = found or isinstance(report, Report)
            yield report
    if not found:
        raise EmptyInputError(
            "holds no article: nothing is left of it without the page's furniture"
        )


def _reader(kind: Format) -> Reader:
    """The reader of a format; the libraries behind it are loaded only when it is called."""
    if kind == "html":
        from dragoman.ingest.html import read_html  # noqa: PLC0415

        return read_html
    if kind == "pdf":
        from dragoman.ingest.pdf import read_pdf  # noqa: PLC0415

        return read_pdf
    if kind == "docx":
        from dragoman.ingest.docx import read_docx  # noqa: PLC0415

        return read_docx
    return _read_markdown if kind == "markdown" else _read_plain


def _read_plain(data: bytes) -> Iterator[Draft | str]:
    text, remark = _text(data)
    if remark:
        yield remark
    yield draft_of_text(text)


def _read_markdown(data: bytes) -> Iterator[Draft | str]:
    text, remark = _text(data)
    draft, wrong = read_markdown(text)
    yield from (r for r in (remark, wrong) if r)
    yield draft


def _text(data: bytes) -> tuple[str, str | None]:
    """The text of bytes as far as it is read, and a remark where that is not all."""
    text = decode(data[:MAX_TEXT_BYTES])
    if len(data) <= MAX_TEXT_BYTES:
        return text, None
    return text, (
        f"cut: of its {len(data) / MEBIBYTE:.1f} MB of text only the first "
        f"{MAX_TEXT_BYTES / MEBIBYTE:.1f} MB are read; split it to have all of it"
    )


def _read_url(url: str, given: Given) -> Found:
    from dragoman.ingest.fetch import fetch  # noqa: PLC0415  (httpx takes 0.2 s to import)

    page = fetch(url)
    known = Given(given.date, given.outlet, given.title, given.url or page.url, given.author)
    return _read_stream(io.BytesIO(page.content), url, known, "", page.media_type)
