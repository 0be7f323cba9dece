"""What pages call the values of a row, from the table `pages/words.tsv` and the ontology."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.model.ontology import TypeFacts, type_facts
from dragoman.model.tables import Column, read_table
from dragoman.model.tie_kinds import tie_kinds


@dataclass(frozen=True, slots=True)
class Word:
    """A value of a field, how a page writes it, and what it means."""

    value: str
    name: str
    means: str


@cache
def _words() -> dict[str, dict[str, Word]]:
    columns = (Column("group"), Column("value"), Column("name"), Column("means"))
    found: dict[str, dict[str, Word]] = {}
    for row in read_table("pages/words.tsv", columns):
        word = Word(row["value"], row["name"], row["means"])
        found.setdefault(row["group"], {})[word.value] = word
    found["tiekind"] = {k: Word(k, f.name, f.means) for k, f in tie_kinds().items()}
    return found


def group(name: str) -> list[Word]:
    """All values of a field, in the table's order."""
    return list(_words()[name].values())


def word(name: str, value: object) -> Word:
    """A value's word; a value that the table lacks stands for itself."""
    key = str(value)
    return _words()[name].get(key) or Word(key, key, "")


def means_of(event_type: str, mode: str | None) -> dict[str, str]:
    """What the ontology says of a `type` and its `mode`; "" where it says nothing."""
    facts = type_facts()
    found = {"type": facts.get((event_type, None)), "mode": facts.get((event_type, mode or ""))}
    return {name: f.means if f else "" for name, f in found.items()}


def type_means(event_type: str, mode: str | None) -> str:
    """The same in one line, parted by a semicolon."""
    return "; ".join(m for m in means_of(event_type, mode).values() if m)


def types_by_quad() -> dict[int, list[TypeFacts]]:
    """The sixteen types under their QuadClass."""
    found: dict[int, list[TypeFacts]] = {1: [], 2: [], 3: [], 4: []}
    for (_, mode), facts in type_facts().items():
        if mode is None:
            found[facts.quad_class].append(facts)
    return found


def modes_of(event_type: str) -> list[TypeFacts]:
    """The modes of a type, in the ontology's order."""
    return [f for (t, mode), f in type_facts().items() if t == event_type and mode]
