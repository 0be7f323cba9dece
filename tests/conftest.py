"""What several tests share: places for records on both databases, and reports to put there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine, make_url, text

from dragoman.record import Record, open_record
from dragoman.version import OFF, SWITCH
from tests import postgres_server

_numbers = itertools.count()

# A slow machine is no failure, and a failure must come again on the next one.
settings.register_profile(
    "dragoman", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("dragoman")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    with postgres_server.server() as url:
        yield url


def _new_database(server: str) -> str:
    url = make_url(server).set(database="postgres")
    name = f"dragoman_test_{next(_numbers)}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"))
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def record_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record can be made, once on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    return _new_database(request.getfixturevalue("postgres"))


@pytest.fixture
def record(record_url: str) -> Iterator[Record]:
    """A new record, once on each database."""
    with open_record(record_url, create=True) as made:
        yield made


@pytest.fixture
def tables_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading without the encoder, to see what a row of a table does by itself."""
    monkeypatch.setenv(SWITCH, OFF)
