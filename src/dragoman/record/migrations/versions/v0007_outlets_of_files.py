"""Outlets of event files under the index that answers a pair: coverage names them."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    told = ["a", "b", "day", "published", "source", "publisher"]
    op.create_index("ix_table_events_told", "table_events", told)
    op.drop_index("ix_table_events_a_b_day", "table_events")
