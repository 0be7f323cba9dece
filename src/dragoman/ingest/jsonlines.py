"""JSON Lines: a report a line, read one by one, so that a file may have any length."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from dragoman.ingest.characters import lines_of, uniform, whole
from dragoman.ingest.draft import Draft
from dragoman.ingest.fields import with_fields
from dragoman.ingest.finish import report_of, reports_of, with_given
from dragoman.ingest.given import NOTHING_GIVEN, Given, Refusal
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
        place = _Place(given, source, f"line {number}")
        if line is None:
            yield place.refusal(f"is longer than {MAX_JSON_LINE:,} bytes and was skipped")
        elif line.strip():
            yield from _read_line(line, place)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands, and what the user said about all of them."""

    given: Given
    source: str
    part: str

    def refusal(self, reason: str) -> Refusal:
        return Refusal(self.source, reason, self.part)


def _read_line(line: bytes, place: _Place) -> Iterator[Report | Refusal]:
    try:
        yield from _row_reports(_object(line), place)
    except InputError as error:
        yield place.refusal(str(error))


def _row_reports(row: dict[str, object], place: _Place) -> Iterator[Report | Refusal]:
    """The reports of one row; one with an id is taken verbatim, others are cleaned."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"has no text; {_EXPECTED}")
    draft, wrong = with_fields(Draft(()), row)
    if wrong:
        yield place.refusal(wrong)
    if row.get("id") is not None:
        yield _verbatim_row(text, draft, str(row["id"]), place)
        return
    cleaned = replace(draft, lines=tuple(lines_of(uniform(text))))
    found = False
    for result in reports_of(cleaned, place.given, place.source):
        found = True
        yield replace(result, part=place.part) if isinstance(result, Refusal) else result
    if not found:
        yield place.refusal("has no article in its text")


def _verbatim_row(text: str, draft: Draft, row_id: str, place: _Place) -> Report | Refusal:
    if len(text) > MAX_REPORT_CHARACTERS:
        return place.refusal(
            f"has {len(text):,} characters, and a row with an id is never cut; "
            f"expected {MAX_REPORT_CHARACTERS:,} at most"
        )
    known = with_given(replace(draft, lines=tuple(text.split("\n"))), place.given)
    return report_of(known, whole(text), place.source, whole(row_id))


def verbatim(text: str, given: Given = NOTHING_GIVEN, known_id: str | None = None) -> Report:
    """The report with exactly this text, on whose offsets somebody relies: nothing is cleaned.

    Its id is `known_id`, or that of its content. Only half characters, which cannot be written,
    are replaced, one for one.
    """
    draft = with_given(Draft(tuple(text.split("\n"))), given)
    return report_of(draft, whole(text), None, known_id)


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
