"""Ids that are given by how they begin: what could be several is refused, and not guessed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select

from dragoman.model.errors import UsageError
from dragoman.record.conditions import Condition, begins
from dragoman.record.database import Database

# So many of the ids that are meant are named, each by so many characters.
NAMED, SHOWN = 4, 12


def refuse_several(
    database: Database, column: ColumnElement[Any], start: str, *where: Condition
) -> None:
    """Raise UsageError, with the first of them, where several ids of `column` begin so."""
    wanted = select(column.label("id")).where(begins(column, start), *where).distinct()
    found = [str(row["id"]) for row in database.rows(wanted.order_by(column).limit(NAMED + 1))]
    if len(found) < 2 or start in found:
        return
    names = ", ".join(name[:SHOWN] for name in found[:NAMED])
    more = " and more" if len(found) > NAMED else ""
    raise UsageError(
        f"{start!r} could be several: {names}{more}; give more characters of the one you mean"
    )
