"""Events from tables that others coded: how their columns are read, and what an import is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EventSide:
    """The columns of one side: an actor code, or a country with sectors, and a name.

    With `parted_by` a cell may hold several actors.
    """

    code: str | None = None
    name: str | None = None
    country: str | None = None
    sectors: str | None = None
    parted_by: str | None = None

    def columns(self) -> tuple[str, ...]:
        """The columns that it is read from."""
        return tuple(c for c in (self.code, self.name, self.country, self.sectors) if c)


@dataclass(frozen=True, slots=True)
class EventMap:
    """Which columns of a file hold what; names are in small letters, blanks as underscores.

    `header` are the columns of files that come without a header. A file tells its acts by CAMEO's
    codes (`cameo`) or by PLOVER's `type` and `mode`. `text` is the mapping as it stands.
    """

    table: str
    title: str
    citation: str
    url: str
    day: str
    key: str
    actor: EventSide
    recipient: EventSide
    text: str
    header: tuple[str, ...] = ()
    published: str | None = None
    cameo: str | None = None
    type: str | None = None
    mode: str | None = None
    reports: str | None = None
    outlets: str | None = None
    publisher: str | None = None
    link: str | None = None
    place: str | None = None

    def columns(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        own = (self.day, self.key, self.published, self.cameo, self.type, self.mode, self.reports,
               self.outlets, self.publisher, self.link, self.place)  # fmt: skip
        sides = (*self.actor.columns(), *self.recipient.columns())
        return tuple(dict.fromkeys(c for c in (*own, *sides) if c))


@dataclass(frozen=True, slots=True)
class EventSource:
    """A file that was imported: which table, its name and the SHA-256 of its bytes."""

    id: str
    table: str
    title: str
    citation: str
    url: str
    file: str
    digest: str
    mapping: str
    first: date | None = None
    last: date | None = None
