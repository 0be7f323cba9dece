"""Whose words a record holds: speakers with their quotations, authors with their judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Date, RowMapping, case, func

from dragoman.model.judgement import JUDGEMENT_KINDS
from dragoman.model.rows import Json
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import judgements, quotes, reports
from dragoman.record.statements import kind_of, statements_asked, told

# Only how it is spelled most often stands for a name; case tells no two people apart.
Key = tuple[str | None, str | None]


@dataclass(slots=True)
class _Voice:
    rows: int = 0
    reports: set[int] = field(default_factory=set)
    outlets: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    said_by: Counter[str] = field(default_factory=Counter)
    due: int = 0
    days: list[str] = field(default_factory=list)


def speakers_found(database: Database, filters: Filters) -> list[Json]:
    """Speakers with how much of theirs is quoted, by whom, and between which days; most first.

    `actor` is the code that they have most often. Quotations whose speaker has no name are
    counted by code; `speaker` is then None.
    """
    table = quotes.c
    asked = statements_asked(database, "quotes", replace(filters, limit=None, offset=0))
    found = asked.add_columns(table.speaker.label("name"), table.actor.label("code"))
    voices = _gathered(database.rows(_about(found)), _speaker)
    return [_quoted(voice) for voice in voices]


def authors_found(database: Database, filters: Filters) -> list[Json]:
    """Those who judge, with how many of their judgements are of which kind; most first.

    `kinds` are "author" and "outlet" where the report speaks in its own voice, else "named" or
    "unnamed". `due` counts those whose horizon is a date. An author without a name is None.
    """
    table = judgements.c
    asked = statements_asked(database, "judgements", replace(filters, limit=None, offset=0))
    dated = table.horizon_end.is_not(None) & (told(judgements, "horizon", "precision") != "unknown")
    found = asked.add_columns(
        table.author.label("name"),
        told(judgements, "author", "kind").label("said_by"),
        kind_of(judgements).label("kind"),
        func.sum(case((dated, 1), else_=0)).label("due"),
    )
    return [_judging(voice) for voice in _gathered(database.rows(_about(found)), _author)]


def _about(found: Any) -> Any:
    """Counted by what is told already, and by report, with the outlet and day of each."""
    own = list(found.selected_columns)
    day = func.min(reports.c.published_start, type_=Date).label("day")
    counted = found.add_columns(reports.c.number, reports.c.outlet, day, func.count().label("n"))
    plain = [column for column in own if column.name != "due"]
    return counted.group_by(*plain, reports.c.number, reports.c.outlet).order_by(reports.c.number)


def _speaker(row: RowMapping) -> Key:
    return (row["name"].casefold(), None) if row["name"] else (None, row["code"])


def _author(row: RowMapping) -> Key:
    return (row["name"].casefold(), None) if row["name"] else (None, row["said_by"])


def _gathered(rows: Iterable[RowMapping], key: Callable[[RowMapping], Key]) -> list[_Voice]:
    voices: dict[Key, _Voice] = {}
    for row in rows:
        _add(voices.setdefault(key(row), _Voice()), row)
    return sorted(
        voices.values(), key=lambda v: (-v.rows, _most(v.names) or "", _most(v.codes) or "")
    )


def _add(voice: _Voice, row: RowMapping) -> None:
    voice.rows += row["n"]
    voice.reports.add(row["number"])
    voice.due += row.get("due") or 0
    counted = ((voice.names, "name"), (voice.codes, "code"), (voice.kinds, "kind"),
               (voice.said_by, "said_by"), (voice.outlets, "outlet"))  # fmt: skip
    for counter, name in counted:
        if row.get(name):
            counter[row[name]] += row["n"]
    if row["day"]:
        voice.days.append(row["day"].isoformat())


def _quoted(voice: _Voice) -> Json:
    return {
        "speaker": _most(voice.names),
        "actor": _most(voice.codes),
        "quotes": voice.rows,
        **_where(voice),
    }


def _judging(voice: _Voice) -> Json:
    return {
        "author": _most(voice.names),
        "author_kinds": sorted(voice.said_by),
        "judgements": voice.rows,
        **{kind: voice.kinds[kind] for kind in JUDGEMENT_KINDS},
        "due": voice.due,
        **_where(voice),
    }


def _where(voice: _Voice) -> Json:
    return {
        "reports": len(voice.reports),
        "outlets": [name for name, _ in _by_count(voice.outlets)],
        "first": min(voice.days, default=None),
        "last": max(voice.days, default=None),
    }


def _most(counted: Counter[str]) -> str | None:
    return next((value for value, _ in _by_count(counted)), None)


def _by_count(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda c: (-c[1], c[0]))
