"""Kinds of acts, and what two of them can be to each other."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from dragoman.model.errors import TableError
from dragoman.model.event import Event
from dragoman.model.ontology import EVENT_TYPES
from dragoman.model.tables import Column, read_table

Relation = Literal["same", "act", "part", "reaction", "none"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
FORCE, SPOKEN = "force", frozenset({"words", "accord"})

_KINDS = (
    Column("kind"),
    Column("type", choices=EVENT_TYPES),
    Column("modes", optional=True, many=True),
    Column("families", many=True, choices=("force", "measures", "accord", "words")),
    Column("means"),
)
_RELATIONS = (
    Column("kind"),
    Column("relation", choices=("act", "part", "reaction")),
    Column("others", many=True),
    Column("example", optional=True),
)


@cache
def _kinds() -> dict[tuple[str, str], str]:
    """The kind by type and mode; the mode "" for all that no row names."""
    found: dict[tuple[str, str], str] = {}
    for row in read_table("incidents/kinds.tsv", _KINDS):
        for mode in row.many("modes") or ("",):
            found[row["type"], mode] = row["kind"]
    return found


@cache
def kind_words() -> dict[str, str]:
    """What each kind is, in words, in the table's order."""
    return {row["kind"]: row["means"] for row in read_table("incidents/kinds.tsv", _KINDS)}


@cache
def families(kind: str) -> tuple[str, ...]:
    """The families of a kind; only acts of one are looked for without a rare word in common."""
    rows = read_table("incidents/kinds.tsv", _KINDS)
    return tuple(sorted({f for row in rows if row["kind"] == kind for f in row.many("families")}))


@cache
def spoken(kind: str) -> bool:
    """True for acts of words or accord, which two sides do often, and not for those of force."""
    found = set(families(kind))
    return bool(found & SPOKEN) and FORCE not in found


@cache
def _relations() -> dict[tuple[str, str], Relation]:
    found: dict[tuple[str, str], Relation] = {}
    for row in read_table("incidents/relations.tsv", _RELATIONS):
        for other in row.many("others"):
            unknown = [k for k in (row["kind"], other) if k not in kind_words()]
            if unknown:
                choices = ", ".join(kind_words())
                raise TableError(
                    f"{row.place}: there is no kind {unknown[0]!r}; there are: {choices}"
                )
            if (row["kind"], other) in found:
                raise TableError(f"{row.place}: {row['kind']} and {other} stand in an earlier row")
            found[row["kind"], other] = found[other, row["kind"]] = row["relation"]  # type: ignore[assignment]  # the schema has checked it
    return found


def kind_of(event: Event) -> str:
    """The kind of an event's act."""
    kinds = _kinds()
    return kinds.get((event.type, event.mode or "-")) or kinds[event.type, ""]


def relation(one: str, other: str) -> Relation:
    """What acts of two kinds can be to each other."""
    return "same" if one == other else _relations().get((one, other), "none")
