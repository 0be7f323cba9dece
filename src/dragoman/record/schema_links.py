"""The tables that keep what linking made: derived from the others, and made again when dropped.

A linking is what one version of the program makes of all reports known by a date. Nothing that a
person or a coder said is in them alone, so that they may be changed as reports come.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from dragoman.record.schema import Code, Number, metadata

linkings = Table(
    "linkings",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Code, nullable=False, unique=True),
    Column("as_of", Date),
    Column("coder", Text),
    Column("linker", Code, nullable=False),
    Column("steps", Integer, nullable=False),
    Column("codings_seen", BigInteger, nullable=False),
    Column("rulings_seen", BigInteger, nullable=False),
    Column("data", JSON, nullable=False),
)


def _of_linking(name: str, *columns: Column[object] | Index) -> Table:
    """A table whose rows belong to a linking."""
    return Table(
        name,
        metadata,
        Column("linking", Number, ForeignKey("linkings.number"), primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


def _key(name: str) -> Column[object]:
    return Column(name, Code, primary_key=True)


linked_codings = _of_linking(
    "linked_codings",
    Column("coding", Number, primary_key=True, autoincrement=False),
    Column("report", Code, nullable=False),
    Column("revision", Code, nullable=False),
    Column("notice", Boolean, nullable=False),
)
linked_events = _of_linking(
    "linked_events",
    _key("event"),
    Column("coding", Number, nullable=False),
    Column("incident", Code),
    Column("act", Integer, nullable=False),
    Index(None, "linking", "incident"),
    Index(None, "linking", "coding"),
)
linked_keys = _of_linking(
    "linked_keys",
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    _key("event"),
    Column("leads", Boolean, nullable=False),
)
linked_pairs = _of_linking("linked_pairs", _key("event"), _key("other"))
linked_incidents = _of_linking(
    "linked_incidents",
    _key("id"),
    Column("day", Date),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("disputes", Integer, nullable=False),
    Column("data", JSON, nullable=False),
    Index(None, "linking", "day"),
)
linked_disputes = _of_linking(
    "linked_disputes",
    _key("id"),
    Column("incident", Code, nullable=False),
    Column("since", Date),
    Column("data", JSON, nullable=False),
    Index(None, "linking", "incident"),
)
linked_positions = _of_linking("linked_positions", _key("dispute"), _key("event"))

# Those that hang on a linking, in an order in which they can be emptied.
LINKED: tuple[Table, ...] = (
    linked_positions,
    linked_disputes,
    linked_incidents,
    linked_pairs,
    linked_keys,
    linked_events,
    linked_codings,
)
