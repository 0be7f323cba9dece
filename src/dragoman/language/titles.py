"""By which titles a report may call somebody: those it gives, and the offices of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc

from dragoman.language.actor_rows import Person
from dragoman.language.actor_tables import people
from dragoman.language.descriptions import Description
from dragoman.model.actor import Mention
from dragoman.model.when import When


@cache
def _offices() -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for row in people():
        found.setdefault(row.name, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def titles_of(
    doc: Doc, described: Sequence[Description], found: Iterable[Mention], when: When
) -> dict[str, frozenset[str]]:
    """Title nouns and whole titles by name, in lower case; offices are those held at `when`."""
    names = {m.head: m.name for m in found if m.name and m.kind == "person"}
    titles: dict[str, set[str]] = {}
    for name in names.values():
        titles.setdefault(name, set()).update(_of_offices(name, when))
    for d in described:
        called = names.get(doc[d.head].idx)
        if called:
            titles[called].update((doc[d.noun].lemma_.lower(), d.words))
    return {name: frozenset(words) for name, words in titles.items()}


def _of_offices(name: str, when: When) -> set[str]:
    held = [row.office.lower() for row in _offices().get(name, ()) if _holds(row, when)]
    return {word for office in held for word in (office, office.split()[-1])}


def _holds(row: Person, when: When) -> bool:
    early = row.until and when.start and row.until <= when.start
    late = row.since and when.end and when.end <= row.since
    return not (early or late)
