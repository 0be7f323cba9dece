"""Counts of events as people set them right: by type, factuality, outlet, actor and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from dragoman.engine.listed import ALL, rulings_on
from dragoman.model.rows import Json
from dragoman.record import Filters, Record

# What each count takes from a row, and the filter of its own that it leaves out.
_VALUES: Mapping[str, Callable[[Json], Iterable[str]]] = {
    "types": lambda row: (row["type"],),
    "factuality": lambda row: (row["factuality"],),
    "outlets": lambda row: (row["outlet"],) if row["outlet"] else (),
    "actors": lambda row: {*row["actor"], *row["recipient"]},
}
# A date this close is counted in the month in which it begins, as the record counts it.
_WITHIN_A_MONTH = frozenset({"day", "week", "month"})


def facets_counted(record: Record, filters: Filters = ALL) -> dict[str, list[Json]]:
    """`types`, `factuality`, `outlets` and `actors`, each `{"value", "count"}`, most first.

    Each is counted with all filters but its own; rejected events count nowhere, and amended ones
    as they should be.
    """
    found = record.facets(filters)
    freed = {
        "types": replace(filters, types=()),
        "factuality": replace(filters, factuality=()),
        "outlets": replace(filters, outlets=()),
        "actors": replace(filters, actor=None, recipient=None, dyad=None),
    }
    return {name: _set_right(record, freed[name], name, rows) for name, rows in found.items()}


def _set_right(record: Record, filters: Filters, name: str, rows: list[Json]) -> list[Json]:
    gone, come = _changes(record, filters)
    if not gone and not come:
        return rows
    counts = Counter({row["value"]: row["count"] for row in rows})
    counts.subtract(value for row in gone for value in _VALUES[name](row))
    counts.update(value for row in come for value in _VALUES[name](row))
    kept = [{"value": value, "count": count} for value, count in counts.items() if count > 0]
    return sorted(kept, key=lambda r: (-r["count"], r["value"]))


def months_counted(record: Record, filters: Filters = ALL) -> list[Json]:
    """`{"month": "2025-06", "quad_class", "count"}` in order; None when known less closely."""
    rows = record.events_by_month(filters)
    gone, come = _changes(record, filters)
    if not gone and not come:
        return rows
    counts = Counter({(row["month"], row["quad_class"]): row["count"] for row in rows})
    counts.subtract(map(_slot, gone))
    counts.update(map(_slot, come))
    kept = [{"month": m, "quad_class": q, "count": n} for (m, q), n in counts.items() if n > 0]
    return sorted(kept, key=lambda r: (r["month"] is None, r["month"] or "", r["quad_class"]))


def _slot(row: Json) -> tuple[str | None, int]:
    when = row["when"]
    close = when["precision"] in _WITHIN_A_MONTH and when["start"] and when["end"]
    return when["start"][:7] if close else None, row["quad_class"]


def _changes(record: Record, filters: Filters) -> tuple[list[Json], list[Json]]:
    """The rows that the record counts and should not, and those that it should and does not."""
    whole = replace(filters, limit=None, offset=0)
    changed, right = rulings_on(record, whole)
    there = sorted(record.event_ids(whole) & changed) if changed else ()
    rows = (record.event(name, filters.coder) for name in there)
    return [row for row in rows if row], right
