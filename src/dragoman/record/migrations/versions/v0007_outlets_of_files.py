"""Outlets of event files under the index that answers a pair, and sums by month of busy pairs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

code = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_COUNT = "INSERT INTO table_pairs (a, b, acts) SELECT a, b, count(*) FROM table_acts GROUP BY a, b"


def upgrade() -> None:
    told = ["a", "b", "day", "published", "source", "publisher"]
    op.create_index("ix_table_events_told", "table_events", told)
    op.drop_index("ix_table_events_a_b_day", "table_events")
    _sums()
    # Months are summed by the next import that touches a pair; until then it is read as it lies.
    op.execute(_COUNT)


def _sums() -> None:
    """Derived tables, which may be changed."""
    sides = [sa.Column(name, code, nullable=False) for name in ("a", "b")]
    op.create_table(
        "table_pairs", *sides, sa.Column("acts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name="pk_table_pairs"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "table_months",
        *(sa.Column(name, code, nullable=False) for name in ("a", "b")),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "month", name="pk_table_months"),
        sqlite_with_rowid=False,
    )
