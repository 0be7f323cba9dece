"""Who is named in what somebody says, keeps silent about or is quoted with."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, exists, or_, select

from dragoman.record.conditions import begins
from dragoman.record.schema import mention_actor, mentions

Condition = ColumnElement[bool]

# Where a row tells what was said, in its data; a quotation's own span is that.
_SAID = {"attributions": ("content", "span"), "silences": ("about", "span")}


def spoken_of(table: Table, code: str) -> Condition:
    """An actor whose code begins with `code` is named in what the row says."""
    start, end = _said(table)
    link, mention = mention_actor.c, mentions.c
    same = and_(link.coding == mention.coding, link.seq == mention.seq)
    found = select(link.code).join(mentions, same)
    inside = (mention.span_start >= start, mention.span_end <= end)
    of_row = mention.coding == table.c.coding
    return exists(found.where(of_row, *inside, begins(link.code, code)).correlate(table))


def said_between(table: Table, a: str, b: str) -> Condition:
    """Said by one of the two about the other, or by anybody about both."""
    return or_(
        and_(begins(table.c.actor, a), spoken_of(table, b)),
        and_(begins(table.c.actor, b), spoken_of(table, a)),
        and_(spoken_of(table, a), spoken_of(table, b)),
    )


def _said(table: Table) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    path = _SAID.get(table.name)
    if path is None:
        return table.c.span_start, table.c.span_end
    data = table.c.data
    return data[(*path, 0)].as_integer(), data[(*path, 1)].as_integer()
