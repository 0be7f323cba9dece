"""The numbers that COW, and Gleditsch and Ward, give to states, as actor codes over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.language.actor_columns import first_day
from dragoman.model.ids import content_id
from dragoman.model.tables import Column, read_table


@dataclass(frozen=True, slots=True)
class Spell:
    """While which a number stands for a code: from `since` on and before `until`, where told."""

    system: str
    number: int
    code: str
    name: str
    since: date | None
    until: date | None


@cache
def spells() -> tuple[Spell, ...]:
    """All spells, those of one system and number one after the other."""
    columns = (
        Column("system", choices=("cow", "gw"), many=True),
        Column("number", check=_number_fault),
        Column("code"),
        Column("name"),
        Column("since", optional=True, check=_day_fault),
        Column("until", optional=True, check=_day_fault),
    )
    found = [
        Spell(
            system,
            int(row["number"]),
            row["code"],
            row["name"],
            first_day(row["since"]),
            first_day(row["until"]),
        )
        for row in read_table("ties/state_numbers.tsv", columns)
        for system in row.many("system")
    ]
    return tuple(sorted(found, key=lambda s: (s.system, s.number, s.since or date.min)))


@cache
def version() -> str:
    """What the numbers stand for, as a hash: an import made with others is another import."""
    return content_id("spells", *spells())


def _number_fault(value: str) -> str | None:
    return None if value.isascii() and value.isdigit() else "expected a whole number"


def _day_fault(value: str) -> str | None:
    try:
        first_day(value)
    except ValueError as wrong:
        return str(wrong)
    return None
