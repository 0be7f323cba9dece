"""All names of the actor tables as one list: a form, what it names, and in which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from dragoman.language.actor_rows import Named, Person, State
from dragoman.language.actor_tables import named, people, states
from dragoman.language.spellings import spellings, titled
from dragoman.model.actor import ActorKind
from dragoman.model.when import When

# How a form names its actor: outright ("name"), as an adjective, as a people, as a seat of power.
Role = Literal["name", "adjective", "people", "seat"]


@dataclass(frozen=True, slots=True)
class Known:
    """One meaning of a form; `code` is the actor code that it has in this role and time.

    A `doubtful` form counts only where the report names the actor by another form too; one that
    `ends` a name has no further name word behind it. `since` and `until` are half-open; None is
    open.
    """

    form: str
    role: Role
    kind: ActorKind
    code: str
    name: str | None
    since: date | None = None
    until: date | None = None
    doubtful: bool = False
    ends: bool = False

    def holds(self, when: When) -> bool:
        """True when it may have held at some time in `when`; always when that is not known."""
        starts_late = self.since and when.end and when.end <= self.since
        ends_early = self.until and when.start and self.until <= when.start
        return not (starts_late or ends_early)


@cache
def known_names() -> tuple[Known, ...]:
    """Every form of every row of the actor tables."""
    found: list[Known] = []
    for state in states():
        found.extend(_of_state(state))
    for person in people():
        found.extend(_of_holder(person, "person", person.actor))
        found.extend(_otherwise_called(person))
    for row in named():
        found.extend(_of_holder(row, row.kind, row.code))
    return tuple(found)


def _of_state(row: State) -> Iterator[Known]:
    roles: list[tuple[Role, tuple[str, ...], bool]] = [
        ("name", (row.name, *row.aliases), False),
        ("adjective", row.adjectives, False),
        ("people", row.peoples, False),
        ("seat", row.seats, False),
        ("name", row.doubtful, True),
    ]
    for role, forms, doubtful in roles:
        for form in dict.fromkeys(forms):
            yield Known(form, role, "state", row.code, row.name, row.since, row.until, doubtful)


def _of_holder(row: Person | Named, kind: ActorKind, code: str) -> Iterator[Known]:
    for doubtful, forms in ((False, (row.name, *row.aliases)), (True, row.doubtful)):
        for form in dict.fromkeys(forms):
            yield Known(form, "name", kind, code, row.name, row.since, row.until, doubtful)


def _otherwise_called(row: Person) -> Iterator[Known]:
    """What newspapers may call a person beside the forms of the table."""
    forms = [f for name in (row.name, *row.aliases) for f in spellings(name)]
    office = (row.name, row.since, row.until)
    for form in dict.fromkeys(forms):
        yield Known(form, "name", "person", row.actor, *office)
    for form in titled(row):
        yield Known(form, "name", "person", row.actor, *office, ends=True)
