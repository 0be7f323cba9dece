"""The full-text index over titles and texts, kept up by the database itself.

Words are compared by their English stem, without case and accents, on both databases.
"""

from __future__ import annotations

from alembic import op

# PostgreSQL takes at most 1 MB of words for a text; so many characters of four bytes fit.
POSTGRES_LIMIT = 250_000

_SQLITE = (
    """
    CREATE VIRTUAL TABLE report_search USING fts5(
        title, text, content='reports', content_rowid='number',
        tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER index_reports AFTER INSERT ON reports BEGIN
        INSERT INTO report_search (rowid, title, text) VALUES (new.number, new.title, new.text);
    END
    """,
)
_FOLDED = "regexp_replace(normalize({text}, NFKD), U&'[\\0300-\\036f]', '', 'g')"
_POSTGRES = (
    """
    ALTER TABLE reports ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english'::regconfig, {title}), 'A') ||
        setweight(to_tsvector('english'::regconfig, {text}), 'D')
    ) STORED
    """.format(
        title=_FOLDED.format(text="left(coalesce(title, ''), 10000)"),
        text=_FOLDED.format(text=f"left(text, {POSTGRES_LIMIT - 10000})"),
    ),
    "CREATE INDEX ix_reports_search ON reports USING gin (search)",
)


def create() -> None:
    """Make the index for the database at hand."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE if sqlite else _POSTGRES:
        op.execute(statement)
