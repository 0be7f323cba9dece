"""Events from files that others coded: the imports, their rows, and the acts that they come to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.record.migrations import guards

revision = "0006"
down_revision = "0005"

code = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _tables()
    _events()
    _acts()
    guards.extend(("event_tables", "table_events", "table_acts"))


def _tables() -> None:
    told = ("name", "title", "citation", "file", "digest", "mapping", "imported_at")
    op.create_table(
        "event_tables",
        sa.Column("number", number, autoincrement=True, nullable=False),
        sa.Column("id", code, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in told),
        sa.Column("url", sa.Text()),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_event_tables"),
        sa.UniqueConstraint("id", name="uq_event_tables_id"),
    )
    op.create_index("ix_event_tables_name", "event_tables", ["name"])


def _events() -> None:
    op.create_table(
        "table_events",
        sa.Column("source", number, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("key", code, nullable=False),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("day", "published")),
        *(sa.Column(name, code, nullable=False) for name in ("a", "b", "actor", "recipient")),
        *(sa.Column(name, sa.Text()) for name in ("actor_name", "recipient_name")),
        sa.Column("code", code, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("reports", "outlets")),
        *(sa.Column(name, sa.Text()) for name in ("publisher", "link", "place")),
        sa.PrimaryKeyConstraint("source", "seq", name="pk_table_events"),
        sa.ForeignKeyConstraint(["source"], ["event_tables.number"], name="fk_table_events_source"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_table_events_key", "table_events", ["key"])
    op.create_index("ix_table_events_a_b_day", "table_events", ["a", "b", "day"])


def _acts() -> None:
    key = ("a", "b", "day", "code", "published", "source")
    op.create_table(
        "table_acts",
        *(sa.Column(name, code, nullable=False) for name in ("a", "b")),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("code", code, nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.Column("source", number, autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("reports", "outlets")),
        sa.PrimaryKeyConstraint(*key, name="pk_table_acts"),
        sa.ForeignKeyConstraint(["source"], ["event_tables.number"], name="fk_table_acts_source"),
        sqlite_with_rowid=False,
    )
    told = ["day", "a", "b", "code", "published", "reports"]
    op.create_index("ix_table_acts_day", "table_acts", told)
