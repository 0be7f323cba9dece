"""A linking within one transaction: where it stands, its rows, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from dragoman.model.rows import Json
from dragoman.record import link_state
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.link_rows import LinkRows
from dragoman.record.link_state import Marks, State


class LinkSession:
    """A linking that nobody else changes until the transaction ends."""

    def __init__(self, connection: Connection, state: State) -> None:
        self._connection = connection
        self.state = state
        self.rows = LinkRows(connection, state.number)

    def held(self) -> dict[int, tuple[str, str]]:
        """The codings in it: of which report, and as changed by which rulings."""
        return link_state.held_codings(self._connection, self.state.number)

    def hold(self, rows: Iterable[Json]) -> None:
        """Note codings as being in it: "coding", "report", "revision" and "notice" of each."""
        link_state.hold_codings(self._connection, self.state.number, rows)

    def release(self, gone: Sequence[int]) -> None:
        """Note that codings are no longer in it."""
        link_state.release_codings(self._connection, self.state.number, gone)

    def step(self, seen: Marks, data: Json) -> None:
        """Note that it has come further."""
        self.state = link_state.step(self._connection, self.state, seen, data)


@contextmanager
def session(database: Database, filters: Filters, linker: str) -> Iterator[LinkSession]:
    """A linking to go on with, begun where there is none."""
    with database.writing() as connection:
        yield LinkSession(connection, link_state.begin(connection, filters, linker))
