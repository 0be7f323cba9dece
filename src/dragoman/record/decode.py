"""Reports as they were before they were kept."""

from __future__ import annotations

from datetime import date

from dragoman.model.report import Notes, Report
from dragoman.model.rows import Json
from dragoman.model.when import When


def report_from(row: Json, text: str) -> Report:
    """The report whose row, without its text, is `row`."""
    return Report(
        id=row["id"],
        text=text,
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        url=row["url"],
        date=when_from(row["date"]),
        language=row["language"],
        genre=row["genre"],
        notes=Notes(**row["notes"]),
        input=row["input"],
    )


def when_from(row: Json) -> When:
    """The interval whose row is `row`."""
    start, end = (date.fromisoformat(row[k]) if row[k] else None for k in ("start", "end"))
    return When(start, end, row["precision"], row["basis"])
