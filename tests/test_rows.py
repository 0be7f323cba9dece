"""Rows as plain objects: what stands in them, and what is left out."""

from __future__ import annotations

from datetime import date

from dragoman.model.event import DateMention
from dragoman.model.rows import date_row
from dragoman.model.span import Span
from dragoman.model.when import When, day


def test_a_date_that_is_one_end_of_a_range_shows_the_range() -> None:
    whole = When(date(2025, 5, 3), date(2025, 5, 8), "day", "text")
    one_end = DateMention("May 3", Span(0, 5), "2025-05-03", day(date(2025, 5, 3)), whole)
    row = date_row(one_end)
    assert (row["start"], row["end"]) == ("2025-05-03", "2025-05-04")
    assert row["within"] == {
        "start": "2025-05-03", "end": "2025-05-08", "precision": "day", "basis": "text",
    }  # fmt: skip


def test_a_date_by_itself_has_no_range() -> None:
    assert "within" not in date_row(DateMention("May 3", Span(0, 5), "x", day(date(2025, 5, 3))))
