"""The connection to a database: how it is opened, read, and written to in one transaction."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, Executable, RowMapping, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from dragoman.model.errors import RecordError
from dragoman.record.location import label
from dragoman.record.trouble import damaged, one_line

# How long a program waits for another that is writing, in seconds.
PATIENCE = 30
# How many rows are held at a time when a big answer is streamed.
CHUNK = 500


class Database:
    """A database, SQLite or PostgreSQL, whose errors are all RecordErrors of one line."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.label = label(url)
        self.sqlite = url.get_backend_name() == "sqlite"
        self._engine = _engine(url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record throughout."""
        with self._told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose writes all come about at its end, or none do."""
        with self._told(), self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    def rows(self, statement: Executable) -> Sequence[RowMapping]:
        """All rows that answer `statement`."""
        with self.reading() as connection:
            return connection.execute(statement).mappings().all()

    def stream(self, statement: Executable) -> Iterator[RowMapping]:
        """The same, a chunk at a time."""
        with self.reading() as connection:
            chunked = connection.execution_options(yield_per=CHUNK)
            # Closed here, also where the reader stops before the end.
            with chunked.execute(statement) as result:
                yield from result.mappings()

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as wrong:
            raise RecordError(one_line(wrong, self.label)) from wrong
        except UnicodeDecodeError as wrong:
            raise RecordError(damaged(self.label)) from wrong
        except UnicodeEncodeError as wrong:
            raise RecordError(
                f"{self.label}: half a character (a lone surrogate) cannot be kept; "
                "give the text in a whole encoding such as UTF-8"
            ) from wrong


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = _create(_openable(url), {"timeout": PATIENCE})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return _create(url, {"connect_timeout": 10})
    except ModuleNotFoundError as wrong:
        raise RecordError(
            "a record on PostgreSQL needs psycopg; add it with: pip install 'dragoman[postgres]'"
        ) from wrong


def _openable(url: URL) -> URL:
    """The address under which SQLite opens a file that may only be read: it must be told so."""
    path = Path(str(url.database))
    try:
        path.stat()
    except FileNotFoundError:
        return url
    except (OSError, ValueError) as wrong:
        why = getattr(wrong, "strerror", None) or str(wrong)
        raise RecordError(
            f"{label(url)} cannot be opened ({why}); expected a file in a folder that may be read"
        ) from None
    if os.access(path, os.W_OK):
        return url
    query = {"uri": "true", "mode": "ro"}
    if not os.access(path.absolute().parent, os.W_OK):
        # SQLite could not even keep its notes about readers beside the file.
        query["immutable"] = "1"
    return url.set(database=f"file:{quote(str(path))}", query=query)


def _create(url: URL, connect_args: dict[str, Any]) -> Engine:
    return create_engine(
        url,
        connect_args=connect_args,
        json_serializer=lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    )


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    # We say BEGIN ourselves: the driver would leave tables made outside of any transaction.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that starts by reading and then writes can fail for good when two do so.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
