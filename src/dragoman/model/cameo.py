"""CAMEO's codes: the PLOVER type that corresponds, and Goldstein's score."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.model.ontology import EVENT_TYPES
from dragoman.model.tables import Column, read_table


@dataclass(frozen=True, slots=True)
class CameoFacts:
    """A code: the PLOVER type and mode that correspond, its QuadClass, and Goldstein's score.

    `type` is None for what PLOVER has no type for: comments and appeals.
    """

    cameo: str
    type: str | None
    mode: str | None
    quad_class: int
    goldstein: float


_COLUMNS = (
    Column("cameo"),
    Column("type", optional=True, choices=EVENT_TYPES),
    Column("mode", optional=True),
    Column("quad_class", choices=("1", "2", "3", "4")),
    Column("goldstein"),
)


@cache
def cameo_facts() -> dict[str, CameoFacts]:
    """Every code of the table by itself, with its leading zero."""
    return {
        r["cameo"]: CameoFacts(
            cameo=r["cameo"],
            type=r["type"] or None,
            mode=r["mode"] or None,
            quad_class=int(r["quad_class"]),
            goldstein=float(r["goldstein"]),
        )
        for r in read_table("ontology/cameo.tsv", _COLUMNS)
    }


def cameo_of(code: str) -> CameoFacts | None:
    """The facts of a code, or of the nearest above it ("1739" as "173"); None for none."""
    known = cameo_facts()
    return next((known[code[:n]] for n in range(len(code), 1, -1) if code[:n] in known), None)
