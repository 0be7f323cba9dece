"""What a ruling is about beside two names: the events it rests on, and what is set right."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("rulings", sa.Column("data", sa.JSON()))
