"""Ties from tables: the imports, since when each counts as known, and the ties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.record.migrations import guards

revision = "0002"
down_revision = "0001"

code = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _tables()
    _days()
    _ties()
    guards.extend(("tie_tables", "tie_table_days", "table_ties"))


def _tables() -> None:
    told = ("name", "version", "title", "citation", "file", "digest", "mapping", "imported_at")
    op.create_table(
        "tie_tables",
        sa.Column("number", number, autoincrement=True, nullable=False),
        sa.Column("id", code, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in told),
        sa.Column("url", sa.Text()),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_tie_tables"),
        sa.UniqueConstraint("id", name="uq_tie_tables_id"),
    )
    _index("tie_tables", "name")


def _days() -> None:
    op.create_table(
        "tie_table_days",
        sa.Column("number", number, autoincrement=True, nullable=False),
        sa.Column("source", number, nullable=False),
        sa.Column("known", sa.Date(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_tie_table_days"),
        sa.ForeignKeyConstraint(["source"], ["tie_tables.number"], name="fk_tie_table_days_source"),
    )
    _index("tie_table_days", "source")


def _ties() -> None:
    op.create_table(
        "table_ties",
        sa.Column("source", number, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", code, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("a", code, nullable=False),
        sa.Column("b", code),
        *(sa.Column(name, sa.Text()) for name in ("a_name", "b_name", "terms", "what")),
        sa.Column("quantity", sa.Float()),
        sa.Column("unit", sa.Text()),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.Column("cut", sa.Text()),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source", "seq", name="pk_table_ties"),
        sa.ForeignKeyConstraint(["source"], ["tie_tables.number"], name="fk_table_ties_source"),
    )
    for columns in (("id",), ("kind",), ("b",), ("since",), ("a", "b")):
        _index("table_ties", *columns)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
