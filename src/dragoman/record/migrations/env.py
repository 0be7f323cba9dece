"""What Alembic runs, in the transaction that the record has opened."""

from __future__ import annotations

from alembic import context

from dragoman.record.schema import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
)
context.run_migrations()
