"""Triggers that keep tables append-only, whoever writes to them."""

from __future__ import annotations

from collections.abc import Iterable

from alembic import op

_SQLITE = """
CREATE TRIGGER guard_{table}_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END
"""
_POSTGRES_FUNCTION = """
CREATE FUNCTION dragoman_guard() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$
"""
_POSTGRES = """
CREATE TRIGGER guard_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION dragoman_guard()
"""


def create(tables: Iterable[str]) -> None:
    """Forbid changing and removing rows of `tables`, the first that are guarded."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute(_POSTGRES_FUNCTION)
    extend(tables)


def extend(tables: Iterable[str]) -> None:
    """Forbid it for more tables."""
    if op.get_bind().dialect.name == "sqlite":
        for table in tables:
            for verb in ("UPDATE", "DELETE"):
                op.execute(_SQLITE.format(table=table, verb=verb))
        return
    for table in tables:
        op.execute(_POSTGRES.format(table=table))
