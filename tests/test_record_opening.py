"""Opening a record: made, upgraded, or refused with one line that says why."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from dragoman.model.errors import RecordError
from dragoman.record import Record, open_record, parse_filters
from dragoman.record.database import Database
from dragoman.record.location import label, record_url
from dragoman.record.location import record_url as where_is
from dragoman.record.schema import SCHEMA_VERSION, VERSION_TABLE, metadata
from tests.samples import CODER, raid


def refusal(where: str | Path, create: bool = False) -> str:
    """Why the record cannot be opened."""
    with pytest.raises(RecordError) as wrong:
        open_record(where, create=create)
    assert "\n" not in str(wrong.value)
    return str(wrong.value)


def test_migrations_end_at_the_schema_that_questions_are_put_to(record: Record) -> None:
    with record._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert context.get_current_revision() == SCHEMA_VERSION
        strange = [d for d in compare_metadata(context, metadata) if not _is_search(d)]
    assert strange == []


def _is_search(difference: object) -> bool:
    # The full-text index is the database's own affair, and differs between the two.
    return "search" in str(difference)


def test_the_last_migration_is_the_present_schema() -> None:
    config = Config()
    config.set_main_option("script_location", "dragoman:record/migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA_VERSION]


def test_no_record(tmp_path: Path) -> None:
    where = tmp_path / "none.db"
    assert f"there is no record at {where}; make one with: dragoman add" in refusal(where)
    assert not where.exists()
    where.touch()
    assert "there is no record at" in refusal(where)


def test_no_record_on_a_server(record_url: str) -> None:
    assert "there is no record at" in refusal(record_url)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    where = tmp_path / "empty.db"
    where.touch()
    with open_record(where, create=True) as made:
        assert made.reports() == []


@pytest.mark.parametrize("create", [True, False])
def test_not_a_database(tmp_path: Path, create: bool) -> None:
    where = tmp_path / "letter.txt"
    where.write_text("Dear reader, this is a letter. " * 100, encoding="utf-8")
    before = where.read_bytes()
    assert "it is no SQLite file" in refusal(where, create)
    assert where.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_another_programs_database(tmp_path: Path, create: bool) -> None:
    where = tmp_path / "recipes.db"
    connection = sqlite3.connect(where)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    assert "is not a Dragoman record: it holds other tables (recipes)" in refusal(where, create)


def test_our_tables_without_their_version(record_url: str) -> None:
    with open_record(record_url, create=True) as made, made._database.writing() as connection:
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
    assert "is not a Dragoman record" in refusal(record_url, create=True)


def test_a_newer_schema(record_url: str) -> None:
    with open_record(record_url, create=True) as made, made._database.writing() as connection:
        connection.execute(text("UPDATE dragoman_schema SET version_num = '9999'"))
    said = refusal(record_url)
    assert f"made by a newer Dragoman (schema 9999; this one knows {SCHEMA_VERSION})" in said


def test_a_folder(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path, create=True)
    assert "cannot be opened" in refusal(tmp_path / "missing" / "record.db", create=True)


def test_a_damaged_file(tmp_path: Path) -> None:
    where = tmp_path / "record.db"
    with open_record(where, create=True) as made:
        made.add_findings(raid(), CODER)
    whole = bytearray(where.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    where.write_bytes(whole)
    with pytest.raises(RecordError, match="is damaged; restore it"), open_record(where) as broken:
        broken.events()


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_read_only_record_answers_and_refuses_to_grow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder_too: bool
) -> None:
    where = tmp_path / "a record?.db"
    with open_record(where, create=True) as made:
        made.add_findings(raid(), CODER)
    # Rights do not bind root, who runs the tests in many containers, so the answer is set here.
    monkeypatch.setattr(os, "access", lambda path, _: not folder_too and Path(path).is_dir())
    with open_record(where) as kept:
        assert kept.count_events() == 3
        with pytest.raises(RecordError, match="it is read-only; make it writable"):
            kept.add_report(raid().report)


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    said = refusal(f"postgresql+psycopg://ann:secret@/none?host={tmp_path}")
    assert "does not answer" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("mysql://host/x", "cannot be kept in 'mysql'; expected a file's path"),
        ("postgresql+asyncpg://host/x", "cannot be kept in 'postgresql+asyncpg'"),
        ("sqlite://", "cannot be kept in 'sqlite'"),
        ("http://[bad/x", "cannot be "),
    ],
)
def test_addresses_that_are_none(where: str, said: str) -> None:
    assert said in refusal(where)


def test_addresses() -> None:
    assert record_url("a b.db").database == "a b.db"
    assert record_url("postgres://h/d").drivername == "postgresql+psycopg"
    assert label(record_url("postgresql://ann:secret@h/d")) == "postgresql+psycopg://ann:***@h/d"
    assert label(record_url("sqlite:///x.db")) == "x.db"


@pytest.mark.parametrize("where", ["", " ", ":memory:", "sqlite:///:memory:"])
def test_a_record_is_kept_somewhere(where: str) -> None:
    assert "a record cannot be kept in" in refusal(where, create=True)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path / ("x" * 300), create=True)
    assert "cannot be opened" in refusal("a\0b", create=True)


def test_an_older_schema_that_nobody_knows(tmp_path: Path) -> None:
    where = tmp_path / "odd.db"
    open_record(where, create=True).close()
    with sqlite3.connect(where) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0000'")  # noqa: S608
    connection.close()
    assert "has a schema that no Dragoman made" in refusal(where)


def test_text_that_nobody_wrote_is_damage(record: Record) -> None:
    with pytest.raises(RecordError, match="is damaged"), record._database.reading():
        b"\xff".decode()


@pytest.mark.parametrize("day", ["9999-12-30", "9999-12-31"])
def test_what_was_published_by_the_calendars_last_days(record: Record, day: str) -> None:
    record.add_findings(raid(), CODER)
    filters = parse_filters(as_of=day)
    assert len(record.reports(filters)) == 1
    assert len(record.events(filters)) == len(record.events())
    record.notes(filters)


def test_an_older_record_is_brought_up_to_date(record_url: str) -> None:
    database = Database(where_is(record_url))
    config = Config()
    config.set_main_option("script_location", "dragoman:record/migrations")
    config.set_main_option("path_separator", "os")
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    database.close()
    with open_record(record_url) as brought:
        assert brought.add_findings(raid(), CODER)
        assert brought.tie_tables() == []
        assert len(brought.ties()) == 1
