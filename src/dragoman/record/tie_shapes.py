"""The rows of ties, whether a report or a table tells of them: the same fields for both."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import RowMapping

from dragoman.model.rows import Json
from dragoman.record.tie_sources import TERMS_PARTED_BY

_ONLY_IN_TABLES = ("a_name", "b_name", "what", "cut", "table")
_FROM = ("report", "title", "outlet", "url", "coder")
_SIDES = ("a_text", "b_text", "a_span", "b_span", "a_nearby", "b_nearby")
_ONLY_IN_REPORTS = (*_FROM, *_SIDES, "ended", "words", "via", "span", "sentence")


def of_report(row: Json) -> Json:
    """A tie of a report, with what only tables tell left open."""
    return {**dict.fromkeys(_ONLY_IN_TABLES), "terms": [], "beside": [], **row}


def of_table(row: RowMapping, source: Json) -> Json:
    """A tie from a table; `published` is since when the table counts as known."""
    plain = ("id", "kind", "a", "b", "a_name", "b_name", "what", "quantity", "unit", "cut")
    about = ("name", "version", "title", "citation", "url", "file")
    return {
        **dict.fromkeys(_ONLY_IN_REPORTS),
        **{name: row[name] for name in plain},
        "quantities": [],
        "terms": row["terms"].split(TERMS_PARTED_BY) if row["terms"] else [],
        "since": _day(row["since"]),
        "until": _day(row["until"]),
        "table": {
            **{name: source[name] for name in about},
            "rows": row["rows"],
            "row_count": row["row_count"],
        },
        "published": _on(source["known"]),
        "beside": [],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _on(known: date) -> Json:
    after = known + timedelta(days=1)
    ends = {"start": known.isoformat(), "end": after.isoformat()}
    return {**ends, "precision": "day", "basis": "given"}
