"""People's rulings: made, taken back, and listed; nothing of them is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from dragoman.model.errors import UsageError
from dragoman.model.identity import ANSWERS, Answer, IdentityRuling
from dragoman.model.ids import content_id
from dragoman.model.rows import Json
from dragoman.record.conditions import begins
from dragoman.record.database import Database
from dragoman.record.encode import now
from dragoman.record.schema import rulings

ACTOR = "actor"
UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Draft:
    """A ruling before somebody makes it: what it is about, and what it says."""

    matter: str
    a: str
    b: str
    answer: str
    data: Json | None
    undoes: str | None = None


def rule_actors(  # noqa: PLR0913, PLR0917  # what a ruling consists of
    connection: Connection, a: str, b: str, answer: Answer, who: str, why: str
) -> Json:
    """Keep the ruling on two names of actors; the row that was added.

    Raises UsageError for one name given twice, an answer that is none, or an empty reason.
    """
    if answer not in ANSWERS:
        raise UsageError(f"no such ruling: {answer!r}; there are: {', '.join(ANSWERS)}")
    a, b = sorted((a.strip(), b.strip()))
    if not a or a == b:
        raise UsageError(f"a ruling is on two names; given were {a!r} and {b!r}")
    return add(connection, Draft(ACTOR, a, b, answer, None), who, why)


def undo(connection: Connection, ruling: str, who: str, why: str) -> Json:
    """Take back a ruling, by its id or how that begins; the row that says so.

    Raises UsageError where there is none, where several begin so, or where it is taken back
    already.
    """
    found = connection.execute(
        select(rulings).where(begins(rulings.c.id, ruling.lower()), rulings.c.answer != UNDONE)
    ).mappings().all()  # fmt: skip
    if len(found) != 1:
        many = "several rulings have ids that begin" if found else "no ruling has an id that begins"
        raise UsageError(f"{many} with {ruling!r}; see: dragoman rulings")
    row = found[0]
    taken = select(rulings.c.who, rulings.c.made_at).where(rulings.c.undoes == row["id"])
    if by := connection.execute(taken).first():
        raise UsageError(f"ruling {row['id'][:8]} was taken back by {by.who} on {by.made_at}")
    back = Draft(row["matter"], row["a"], row["b"], UNDONE, row["data"], row["id"])
    return add(connection, back, who, why)


def rulings_found(database: Database) -> list[Json]:
    """All rulings in the order they were made, those taken back too, which say by whom."""
    rows = database.rows(select(rulings).order_by(rulings.c.number))
    undone = {row["undoes"]: row for row in rows if row["undoes"]}
    return [_shape(row, undone.get(row["id"])) for row in rows if not row["undoes"]]


def standing(database: Database, as_of: date | None = None) -> list[IdentityRuling]:
    """The rulings on actors that nobody took back, in the order they were made.

    With `as_of` those that stood at the end of that day.
    """
    return [
        IdentityRuling(r["a"], r["b"], r["ruling"], r["who"], r["why"], r["made_at"])
        for r in standing_rows(database, as_of)
        if r["matter"] == ACTOR
    ]


def standing_rows(database: Database, as_of: date | None = None) -> list[Json]:
    """All rulings that nobody took back, by the end of `as_of` where given."""
    rows = rulings_found(database)
    return [r for r in rows if _by(r["made_at"], as_of) and not _undone(r["undone"], as_of)]


def _undone(row: Json | None, as_of: date | None) -> bool:
    return row is not None and _by(row["made_at"], as_of)


def _by(moment: str, as_of: date | None) -> bool:
    return as_of is None or date.fromisoformat(moment[:10]) <= as_of


def _shape(row: RowMapping, undone: RowMapping | None) -> Json:
    return {
        "id": row["id"],
        "matter": row["matter"],
        "a": row["a"],
        "b": row["b"],
        "ruling": row["answer"],
        "who": row["who"],
        "why": row["why"],
        "made_at": row["made_at"],
        "data": row["data"],
        "undone": undone
        and {"who": undone["who"], "why": undone["why"], "made_at": undone["made_at"]},
    }


def add(connection: Connection, draft: Draft, who: str, why: str) -> Json:
    """Keep a ruling; UsageError where nobody makes it, or for no reason."""
    if not who.strip() or not why.strip():
        raise UsageError("a ruling says who made it and why; give --who and --why")
    made = now()
    seen: Sequence[Any] = connection.execute(select(rulings.c.number)).all()
    said = (draft.matter, draft.a, draft.b, draft.answer, who, why, draft.undoes, made)
    values = {
        # The count tells two rulings of one second apart.
        "id": content_id("ruling", *said, len(seen)),
        "matter": draft.matter,
        "a": draft.a,
        "b": draft.b,
        "answer": draft.answer,
        "undoes": draft.undoes,
        "who": who.strip(),
        "why": why.strip(),
        "made_at": made,
        "data": draft.data,
    }
    connection.execute(rulings.insert(), values)
    return values
