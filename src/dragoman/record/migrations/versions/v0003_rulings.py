"""People's rulings on rows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.record.migrations import guards

revision = "0003"
down_revision = "0002"

code = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rulings",
        sa.Column("number", number, autoincrement=True, nullable=False),
        sa.Column("id", code, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("matter", "a", "b", "answer")),
        sa.Column("undoes", code),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("who", "why", "made_at")),
        sa.PrimaryKeyConstraint("number", name="pk_rulings"),
        sa.UniqueConstraint("id", name="uq_rulings_id"),
    )
    for column in ("matter", "undoes"):
        op.create_index(f"ix_rulings_{column}", "rulings", [column])
    guards.extend(("rulings",))
