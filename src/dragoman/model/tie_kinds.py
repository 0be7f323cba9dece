"""What kinds of ties there are, and how each is read, from the table `ties/kinds.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dragoman.model.tables import Column, read_table

Sides = Literal["mutual", "directed", "one"]
Reads = Literal["hostile", "formal", "fact"]


@dataclass(frozen=True, slots=True)
class KindFacts:
    """A kind: whether it holds either way, whether it is hostile or an obligation on paper."""

    kind: str
    sides: Sides
    reads: Reads
    name: str
    means: str


@cache
def tie_kinds() -> dict[str, KindFacts]:
    """Every kind by its word, in the table's order; a later row of one kind wins."""
    columns = (
        Column("kind"),
        Column("sides", choices=get_args(Sides)),
        Column("reads", choices=get_args(Reads)),
        Column("name"),
        Column("means"),
    )
    return {
        r["kind"]: KindFacts(
            r["kind"],
            cast(Sides, r["sides"]),
            cast(Reads, r["reads"]),
            r["name"],
            r["means"],
        )
        for r in read_table("ties/kinds.tsv", columns)
    }


def kinds_read(reads: Reads) -> tuple[str, ...]:
    """The kinds that are read so, in the table's order."""
    return tuple(k for k, facts in tie_kinds().items() if facts.reads == reads)
