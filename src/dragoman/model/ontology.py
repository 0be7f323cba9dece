"""PLOVER's types, quad classes and scores, read from the ontology's tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from dragoman.model.tables import Column, read_table

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Factuality = Literal[
    "happened", "denied", "possible", "planned", "conditional", "counterfactual", "negated"
]

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)
QUAD_NAMES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class TypeFacts:
    """A PLOVER type, or a mode of it: its QuadClass (1 to 4), score and CAMEO code."""

    type: EventType
    mode: str | None
    quad_class: int
    goldstein: float
    cameo: str
    means: str


_COLUMNS = (
    Column("type", choices=EVENT_TYPES),
    Column("mode", optional=True),
    Column("quad_class", choices=("1", "2", "3", "4")),
    Column("goldstein"),
    Column("cameo"),
    Column("means"),
)


@cache
def type_facts() -> dict[tuple[str, str | None], TypeFacts]:
    """Every type and mode of the ontology, by (type, mode); mode None is the type itself."""
    rows = read_table("ontology/plover.tsv", _COLUMNS)
    return {
        (r["type"], r["mode"] or None): TypeFacts(
            type=r["type"],  # type: ignore[arg-type]  # the table's schema has checked it
            mode=r["mode"] or None,
            quad_class=int(r["quad_class"]),
            goldstein=float(r["goldstein"]),
            cameo=r["cameo"],
            means=r["means"],
        )
        for r in rows
    }


def event_modes() -> tuple[str, ...]:
    """Every mode of any type, in the table's order."""
    return tuple(dict.fromkeys(mode for _, mode in type_facts() if mode))


def facts_of(event_type: str, mode: str | None) -> TypeFacts:
    """The facts of a type with a mode; those of the bare type where the mode has none."""
    table = type_facts()
    return table.get((event_type, mode)) or table[(event_type, None)]
