"""What linking made, kept: derived tables, which alone may be changed."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

code = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "linkings",
        sa.Column("number", number, autoincrement=True, nullable=False),
        sa.Column("id", code, nullable=False),
        sa.Column("as_of", sa.Date()),
        sa.Column("coder", sa.Text()),
        sa.Column("linker", code, nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("codings_seen", sa.BigInteger(), nullable=False),
        sa.Column("rulings_seen", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_linkings"),
        sa.UniqueConstraint("id", name="uq_linkings_id"),
    )
    _state()
    _answers()


def _state() -> None:
    _table(
        "linked_codings", [sa.Column("coding", number, autoincrement=False, nullable=False)],
        sa.Column("report", code, nullable=False),
        sa.Column("revision", code, nullable=False),
        sa.Column("notice", sa.Boolean(), nullable=False),
    )  # fmt: skip
    _table(
        "linked_events", [_code("event")],
        sa.Column("coding", number, nullable=False),
        sa.Column("incident", code),
        sa.Column("act", sa.Integer(), nullable=False),
    )  # fmt: skip
    key: sa.Column[Any] = sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False)
    leads: sa.Column[Any] = sa.Column("leads", sa.Boolean(), nullable=False)
    _table("linked_keys", [key, _code("event")], leads)
    _table("linked_pairs", [_code("event"), _code("other")])
    _index("linked_events", "linking", "incident")
    _index("linked_events", "linking", "coding")


def _answers() -> None:
    counts = ("reports", "origins", "disputes")
    _table(
        "linked_incidents", [_code("id")],
        sa.Column("day", sa.Date()),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
        sa.Column("data", sa.JSON(), nullable=False),
    )  # fmt: skip
    _table(
        "linked_disputes", [_code("id")],
        _code("incident"),
        sa.Column("since", sa.Date()),
        sa.Column("data", sa.JSON(), nullable=False),
    )  # fmt: skip
    _table("linked_positions", [_code("dispute"), _code("event")])
    _index("linked_incidents", "linking", "day")
    _index("linked_disputes", "linking", "incident")


def _table(name: str, keys: list[sa.Column[Any]], *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("linking", number, nullable=False),
        *keys,
        *columns,
        sa.PrimaryKeyConstraint("linking", *(key.name for key in keys), name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["linking"], ["linkings.number"], name=f"fk_{name}_linking"),
        sqlite_with_rowid=False,
    )


def _code(name: str) -> sa.Column[Any]:
    return sa.Column(name, code, nullable=False)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
