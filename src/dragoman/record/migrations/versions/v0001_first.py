"""The first schema: reports, how they came in, their codings, and the rows of each kind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.record.migrations import guards, search

revision = "0001"
down_revision = None

code = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

ROWS = (
    "events", "attributions", "quotes", "silences", "judgements", "ties", "places", "dates",
    "mentions",
)  # fmt: skip
LINKS = ("event_actor", "judgement_actor", "mention_actor")


def upgrade() -> None:
    _reports()
    _codings()
    _events()
    _statements()
    _judgements_and_ties()
    _rest()
    search.create()
    guards.create(("reports", "report_inputs", "codings", *ROWS, *LINKS))


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", number, autoincrement=True, nullable=False),
        sa.Column("id", code, nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("genre", sa.Text(), nullable=False),
        sa.Column("published_start", sa.Date()),
        sa.Column("published_end", sa.Date()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    _index("reports", "outlet")
    _index("reports", "published_end")
    op.create_table(
        "report_inputs",
        sa.Column("id", code, nullable=False),
        sa.Column("report", number, nullable=False),
        sa.Column("input", sa.Text()),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_inputs"),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name="fk_report_inputs_report"),
    )
    _index("report_inputs", "report")


def _codings() -> None:
    op.create_table(
        "codings",
        sa.Column("number", number, autoincrement=True, nullable=False),
        sa.Column("id", code, nullable=False),
        sa.Column("report", number, nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_codings"),
        sa.UniqueConstraint("id", name="uq_codings_id"),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name="fk_codings_report"),
    )
    _index("codings", "report", "number")


def _events() -> None:
    _rows(
        "events",
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("quad_class", sa.Integer(), nullable=False),
        sa.Column("goldstein", sa.Float(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("source_actor", code),
        sa.Column("when_start", sa.Date()),
        sa.Column("when_end", sa.Date()),
        sa.Column("when_precision", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("country", code),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("confidence", sa.Float(), nullable=False),
    )
    _index("events", "country")
    _index("events", "when_start", "when_end")
    facts = ("coding", "seq", "type", "mode", "factuality", "quad_class")
    whens = ("when_start", "when_end", "when_precision", "country")
    op.create_index("ix_events_facts", "events", [*facts, *whens])
    _links("event_actor", "events", "role")


def _statements() -> None:
    _rows(
        "attributions",
        sa.Column("actor", code),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("quotation", sa.Boolean(), nullable=False),
    )
    _rows("quotes", sa.Column("actor", code), sa.Column("speaker", sa.Text()))
    _rows("silences", sa.Column("actor", code))
    for table in ("attributions", "quotes", "silences"):
        _index(table, "actor")


def _judgements_and_ties() -> None:
    _rows(
        "judgements",
        sa.Column("author", sa.Text()),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("horizon_start", sa.Date()),
        sa.Column("horizon_end", sa.Date()),
    )
    _links("judgement_actor", "judgements")
    _rows(
        "ties",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("a", code, nullable=False),
        sa.Column("b", code, nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
    )
    for column in ("kind", "a", "b"):
        _index("ties", column)


def _rest() -> None:
    _rows(
        "places",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", code),
        sa.Column("geonameid", sa.Integer()),
    )
    _index("places", "country")
    _index("places", "geonameid")
    _rows(
        "dates",
        sa.Column("start", sa.Date()),
        sa.Column("end", sa.Date()),
        sa.Column("precision", sa.Text(), nullable=False),
    )
    _rows("mentions", sa.Column("kind", sa.Text(), nullable=False), sa.Column("name", sa.Text()))
    op.create_index("ix_mentions_facts", "mentions", ["coding", "seq", "kind", "name"])
    _links("mention_actor", "mentions")


def _rows(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("coding", number, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", code, nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        *columns,
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("coding", "seq", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["coding"], ["codings.number"], name=f"fk_{name}_coding"),
    )
    _index(name, "id")


def _links(name: str, rows: str, *columns: str) -> None:
    op.create_table(
        name,
        sa.Column("coding", number, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(c, sa.Text(), nullable=False) for c in columns),
        sa.Column("code", code, nullable=False),
        sa.PrimaryKeyConstraint("coding", "seq", *columns, "code", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(
            ["coding", "seq"], [f"{rows}.coding", f"{rows}.seq"], name=f"fk_{name}_coding_seq"
        ),
        sqlite_with_rowid=False,
    )
    _index(name, "code", "coding", "seq", *columns)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
