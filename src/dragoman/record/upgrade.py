"""Making a record, and bringing an older one up to the schema that this program knows."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dragoman.model.errors import RecordError
from dragoman.record.database import Database
from dragoman.record.schema import SCHEMA_VERSION, VERSION_TABLE, metadata

# "DRAG" in ASCII; two programs that make the same record at once take turns by it.
_LOCK = 0x44524147


def prepare(database: Database, create: bool) -> None:
    """Check that `database` is a record of this program's schema; make or upgrade it.

    Raises RecordError when there is none and `create` is false, when it is something else, or
    when a newer program made it.
    """
    if database.sqlite and not create and not _has_content(Path(str(database.url.database))):
        raise RecordError(_missing(database.label))
    with database.reading() as connection:
        version = _version(connection, database.label)
    if version == SCHEMA_VERSION:
        return
    if version is None and not create:
        raise RecordError(_missing(database.label))
    if database.sqlite:
        _write_ahead(database)
    _upgrade(database)


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _missing(label: str) -> str:
    return f"there is no record at {label}; make one with: dragoman add PATH --record {label}"


def _version(connection: Connection, label: str) -> str | None:
    """The schema's version, None for an empty database."""
    names = set(inspect(connection).get_table_names())
    if VERSION_TABLE in names:
        version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  # our own name
        if version is not None and version > SCHEMA_VERSION:
            raise RecordError(
                f"{label} was made by a newer Dragoman (schema {version}; this one knows "
                f"{SCHEMA_VERSION}); upgrade with: pip install -U dragoman"
            )
        return version
    strange = names if connection.dialect.name == "sqlite" else names & set(metadata.tables)
    if strange:
        raise RecordError(
            f"{label} is not a Dragoman record: it holds other tables "
            f"({', '.join(sorted(strange)[:3])}); name another with --record, or $DRAGOMAN_RECORD"
        )
    return None


def _write_ahead(database: Database) -> None:
    """Let others read while one writes; kept in the file from then on.

    SQLite does not wait when two programs ask for it at once, so we do.
    """
    for _ in range(50):
        try:
            with sqlite3.connect(str(database.url.database), timeout=1) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.close()
        except sqlite3.OperationalError as wrong:
            if "locked" not in str(wrong):
                return  # the write that follows says what is wrong
            time.sleep(0.1)
        else:
            return


def _upgrade(database: Database) -> None:
    # Only a new or old record needs Alembic: importing it takes a fifth of a second.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "dragoman:record/migrations")
    config.set_main_option("path_separator", "os")
    with database.writing() as connection:
        if not database.sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as wrong:
            raise RecordError(
                f"{database.label} has a schema that no Dragoman made ({str(wrong)[:120]}); "
                "restore it from a copy, or name another record"
            ) from wrong
