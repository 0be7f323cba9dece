"""Where a record is: a file's path, or a database's URL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dragoman.model.errors import RecordError

POSTGRES = "postgresql+psycopg"
_EXPECTED = (
    "expected a file's path, sqlite:///PATH, or postgresql+psycopg://USER:PASSWORD@HOST/DATABASE"
)


def record_url(where: str | Path) -> URL:
    """The database URL of a record; raises RecordError when it is none that we can open."""
    given = str(where)
    if not given.strip() or given == ":memory:":
        raise RecordError(f"a record cannot be kept in {given!r}; {_EXPECTED}")
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as wrong:
        raise RecordError(f"the record's address cannot be read; {_EXPECTED}") from wrong
    if url.drivername in {"postgres", "postgresql", POSTGRES}:
        return url.set(drivername=POSTGRES)
    if url.drivername == "sqlite" and url.database not in {None, "", ":memory:"}:
        return url
    raise RecordError(f"a record cannot be kept in {url.drivername!r}; {_EXPECTED}")


def label(url: URL) -> str:
    """How errors name the record: its path, or its URL without the password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)
