"""Towards whom a tie holds."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, and_, or_

from dragoman.model.tie_kinds import tie_kinds
from dragoman.record.conditions import begins


def receives(table: Table, code: str) -> ColumnElement[bool]:
    """The second side of a tie has a code that begins so, or either of one that is mutual."""
    mutual = [kind for kind, facts in tie_kinds().items() if facts.sides == "mutual"]
    either = and_(table.c.kind.in_(mutual), begins(table.c.a, code))
    return or_(begins(table.c.b, code), either)
