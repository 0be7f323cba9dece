"""JSON Lines: a report a line, read one by one, so that a file may have any length."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from dragoman.ingest.characters import lines_of, uniform, whole
from dragoman.ingest.draft import Draft
from dragoman.ingest.fields import with_fields
from dragoman.ingest.finish import report_of, reports_of
from dragoman.ingest.given import Given, Refusal
from dragoman.ingest.limits import MAX_JSON_LINE, MAX_REPORT_CHARACTERS
from dragoman.model.errors import InputError
from dragoman.model.report import Report

_EXPECTED = 'expected one object a line, such as {"text": "...", "date": "2025-07-10"}'


def read_json_lines(
    stream: BinaryIO, given: Given, source: str, begun: bytes = b""
) -> Iterator[Report | Refusal]:
    """The reports of a stream's lines; `begun` is what was read of it before.

    A line that is none is refused by its number, and the rest goes on.
    """
    for number, line in enumerate(_lines(stream, begun), 1):
        part = f"line {number}"
        if line is None:
            yield Refusal(source, f"is longer than {MAX_JSON_LINE:,} bytes and was skipped", part)
        elif line.strip():
            yield from _read_line(line, given, source, part)


def _read_line(line: bytes, given: Given, source: str, part: str) -> Iterator[Report | Refusal]:
    try:
        yield from row_reports(_object(line), given, source, part)
    except InputError as error:
        yield Refusal(source, str(error), part)


def row_reports(
    row: dict[str, object], given: Given, source: str, part: str | None = None
) -> Iterator[Report | Refusal]:
    """The reports of one row; one with an id is taken verbatim, others are cleaned."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"has no text; {_EXPECTED}")
    draft, wrong = with_fields(Draft(()), row)
    if wrong:
        yield Refusal(source, wrong, part)
    if row.get("id") is not None:
        yield from _verbatim_row(text, draft, str(row["id"]), given, source, part)
        return
    cleaned = replace(draft, lines=tuple(lines_of(uniform(text))))
    found = False
    for result in reports_of(cleaned, given, source):
        found = True
        yield replace(result, part=part) if isinstance(result, Refusal) else result
    if not found:
        yield Refusal(source, "has no article in its text", part)


def _verbatim_row(
    text: str, draft: Draft, id: str, given: Given, source: str, part: str | None
) -> Iterator[Report | Refusal]:
    if len(text) > MAX_REPORT_CHARACTERS:
        yield Refusal(
            source,
            f"has {len(text):,} characters, and a row with an id is never cut; "
            f"expected {MAX_REPORT_CHARACTERS:,} at most",
            part,
        )
        return
    yield verbatim(text, id, draft, given, source)


def verbatim(
    text: str,
    id: str | None = None,
    draft: Draft = Draft(()),
    given: Given = Given(),
    input: str | None = None,
) -> Report:
    """The report with exactly this text, whose offsets somebody relies on; nothing is cleaned.

    Its id is `id`, or that of its content. `draft` holds what is known of it.
    """
    text = whole(text)
    known = replace(
        draft,
        lines=tuple(text.split("\n")),
        date=given.date.on("given") if given.date.known else draft.date,
        outlet=given.outlet or draft.outlet,
        title=given.title or draft.title,
        url=given.url or draft.url,
        author=given.author or draft.author,
    )
    return report_of(known, text, input, whole(id) if id is not None else None)


def looks_like(head: bytes) -> bool:
    """True when the first line that is not empty is an object, or begins one too long to see."""
    first, mark, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(_object(first), dict)
    except InputError:
        return not mark and first.startswith(b'{"')


def _object(line: bytes) -> dict[str, object]:
    """The object of a line; raises InputError that says what is wrong with it."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"is not UTF-8; {_EXPECTED}") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"is broken JSON ({error.msg} at column {error.colno}); {_EXPECTED}"
        ) from None
    except RecursionError:
        raise InputError(f"is nested too deep; {_EXPECTED}") from None
    except ValueError as error:
        raise InputError(f"is broken JSON ({error}); {_EXPECTED}") from None
    if not isinstance(row, dict):
        raise InputError(f"is a JSON {type(row).__name__}; {_EXPECTED}")
    return row


def _lines(stream: BinaryIO, begun: bytes) -> Iterator[bytes | None]:
    """The stream's lines; None for one that is too long, which is read past."""
    rest, skipping = begun, False
    while True:
        *whole_lines, rest = rest.split(b"\n")
        for line in whole_lines:
            yield None if skipping or len(line) > MAX_JSON_LINE else line
            skipping = False
        if len(rest) > MAX_JSON_LINE:
            rest, skipping = b"", True
        more = stream.read(1 << 20)
        if not more:
            break
        rest += more
    if rest or skipping:
        yield None if skipping else rest
