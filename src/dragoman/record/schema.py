"""The record's tables, the same on SQLite and PostgreSQL.

Nothing in them is ever changed or removed; the migrations forbid it in the database itself. Each
table of rows keeps what questions filter on as columns, and the whole row as JSON in `data`.
`docs/reference/record.md` says what each column holds.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

SCHEMA_VERSION = "0007"
VERSION_TABLE = "dragoman_schema"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Codes and ids are compared byte by byte, so that an index answers "begins with".
Code = Text().with_variant(Text(collation="C"), "postgresql")
# SQLite counts rows up by itself only under INTEGER.
Number = BigInteger().with_variant(Integer(), "sqlite")

reports = Table(
    "reports",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Code, nullable=False, unique=True),
    Column("title", Text),
    Column("outlet", Text, index=True),
    Column("author", Text),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("genre", Text, nullable=False),
    Column("published_start", Date),
    Column("published_end", Date, index=True),
    Column("text", Text, nullable=False),
    Column("data", JSON, nullable=False),
    Column("added_at", Text, nullable=False),
)

report_inputs = Table(
    "report_inputs",
    metadata,
    Column("id", Code, primary_key=True),
    Column("report", Number, ForeignKey("reports.number"), nullable=False, index=True),
    Column("input", Text),
    Column("seen_at", Text, nullable=False),
    Column("data", JSON, nullable=False),
)

codings = Table(
    "codings",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Code, nullable=False, unique=True),
    Column("report", Number, ForeignKey("reports.number"), nullable=False),
    Column("coder", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Index(None, "report", "number"),
)


def _rows(name: str, *columns: Column[object] | Index) -> Table:
    """A table of coded rows: which coding it belongs to, its place in it, and its evidence."""
    return Table(
        name,
        metadata,
        Column("coding", Number, ForeignKey("codings.number"), primary_key=True),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("id", Code, nullable=False, index=True),
        Column("coder", Text, nullable=False),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        *columns,
        Column("data", JSON, nullable=False),
    )


def _links(name: str, rows: str, *columns: Column[object]) -> Table:
    """The actors of the rows of another table."""
    key = ["coding", "seq", *(c.name for c in columns), "code"]
    return Table(
        name,
        metadata,
        Column("coding", Number, primary_key=True, autoincrement=False),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        *columns,
        Column("code", Code, primary_key=True),
        ForeignKeyConstraint(["coding", "seq"], [f"{rows}.coding", f"{rows}.seq"]),
        Index(None, "code", *(k for k in key if k != "code")),
        sqlite_with_rowid=False,
    )


events = _rows(
    "events",
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("quad_class", Integer, nullable=False),
    Column("goldstein", Float, nullable=False),
    Column("factuality", Text, nullable=False),
    Column("source_actor", Code),
    Column("when_start", Date),
    Column("when_end", Date),
    Column("when_precision", Text, nullable=False),
    Column("place", Text),
    Column("country", Code, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("confidence", Float, nullable=False),
    Index(None, "when_start", "when_end"),
    # All that events are counted and put in order by, so that their wide rows need not be read.
    Index(
        "ix_events_facts",
        *("coding", "seq", "type", "mode", "factuality", "quad_class"),
        *("when_start", "when_end", "when_precision", "country"),
    ),
)
event_actor = _links("event_actor", "events", Column("role", Text, primary_key=True))

attributions = _rows(
    "attributions",
    Column("actor", Code, index=True),
    Column("source_kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("quotation", Boolean, nullable=False),
)
quotes = _rows("quotes", Column("actor", Code, index=True), Column("speaker", Text))
silences = _rows("silences", Column("actor", Code, index=True))
judgements = _rows(
    "judgements",
    Column("author", Text),
    Column("term", Text, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("horizon_start", Date),
    Column("horizon_end", Date),
)
judgement_actor = _links("judgement_actor", "judgements")
ties = _rows(
    "ties",
    Column("kind", Text, nullable=False, index=True),
    Column("a", Code, nullable=False, index=True),
    Column("b", Code, nullable=False, index=True),
    Column("since", Date),
    Column("until", Date),
)
places = _rows(
    "places",
    Column("name", Text, nullable=False),
    Column("country", Code, index=True),
    Column("geonameid", Integer, index=True),
)
dates = _rows(
    "dates",
    Column("start", Date),
    Column("end", Date),
    Column("precision", Text, nullable=False),
)
mentions = _rows(
    "mentions",
    Column("kind", Text, nullable=False),
    Column("name", Text),
    Index("ix_mentions_facts", "coding", "seq", "kind", "name"),
)
mention_actor = _links("mention_actor", "mentions")

# What people decided about rows, each decision a row of its own.
rulings = Table(
    "rulings",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Code, nullable=False, unique=True),
    Column("matter", Text, nullable=False, index=True),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("undoes", Code, index=True),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("data", JSON),
)

# The tables of rows under the names that they have in a report's row, in its order.
ROW_TABLES: dict[str, Table] = {
    t.name: t
    for t in (events, attributions, quotes, silences, judgements, ties, places, dates, mentions)
}

# Ties from tables: each import, the days on which it was said to be known, and its ties.
tie_tables = Table(
    "tie_tables",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Code, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("version", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("citation", Text, nullable=False),
    Column("url", Text),
    Column("file", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("imported_at", Text, nullable=False),
    Column("data", JSON, nullable=False),
)
tie_table_days = Table(
    "tie_table_days",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("source", Number, ForeignKey("tie_tables.number"), nullable=False, index=True),
    Column("known", Date, nullable=False),
    Column("said_at", Text, nullable=False),
)
table_ties = Table(
    "table_ties",
    metadata,
    Column("source", Number, ForeignKey("tie_tables.number"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Code, nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("a", Code, nullable=False),
    Column("b", Code, index=True),
    Column("a_name", Text),
    Column("b_name", Text),
    Column("terms", Text),
    Column("what", Text),
    Column("quantity", Float),
    Column("unit", Text),
    Column("since", Date, index=True),
    Column("until", Date),
    Column("cut", Text),
    Column("rows", Text, nullable=False),
    Column("row_count", Integer, nullable=False),
    Index(None, "a", "b"),
)

# Events that others coded, from files: each import, its rows, and what they come to: what one state
# did to another of one kind on one day, however many rows tell it.
event_tables = Table(
    "event_tables",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Code, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("citation", Text, nullable=False),
    Column("url", Text),
    Column("file", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("imported_at", Text, nullable=False),
    Column("data", JSON, nullable=False),
)
table_events = Table(
    "table_events",
    metadata,
    Column("source", Number, ForeignKey("event_tables.number"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("row", Integer, nullable=False),
    Column("key", Code, nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("published", Date, nullable=False),
    Column("a", Code, nullable=False),
    Column("b", Code, nullable=False),
    Column("actor", Code, nullable=False),
    Column("recipient", Code, nullable=False),
    Column("actor_name", Text),
    Column("recipient_name", Text),
    Column("code", Code, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("publisher", Text),
    Column("link", Text),
    Column("place", Text),
    # Holds all that coverage asks of a pair, so that its rows need not be looked up.
    Index("ix_table_events_told", "a", "b", "day", "published", "source", "publisher"),
    sqlite_with_rowid=False,
)
table_acts = Table(
    "table_acts",
    metadata,
    Column("a", Code, primary_key=True),
    Column("b", Code, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("code", Code, primary_key=True),
    Column("published", Date, primary_key=True),
    Column("source", Number, ForeignKey("event_tables.number"), primary_key=True),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Index("ix_table_acts_day", "day", "a", "b", "code", "published", "reports"),
    sqlite_with_rowid=False,
)

# What pairs with many acts come to by month. Derived: made anew from the tables above by each
# import that touches them, and like what linking made not guarded.
table_pairs = Table(
    "table_pairs",
    metadata,
    Column("a", Code, primary_key=True),
    Column("b", Code, primary_key=True),
    Column("acts", Integer, nullable=False),
    sqlite_with_rowid=False,
)
table_months = Table(
    "table_months",
    metadata,
    Column("a", Code, primary_key=True),
    Column("b", Code, primary_key=True),
    Column("month", Date, primary_key=True),
    Column("codes", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Text, nullable=False),
    Column("published", Date, nullable=False),
    sqlite_with_rowid=False,
)
