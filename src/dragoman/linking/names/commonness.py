"""Names that many bear: alone they tell little."""

from __future__ import annotations

from collections import Counter
from functools import cache

from dragoman.language.actor_tables import people
from dragoman.linking.names.person_names import parse_name
from dragoman.model.tables import Column, read_table

# Office holders of one surname in the actor tables from which on it counts as common.
_MANY = 4


def is_common(word: str) -> bool:
    """True for a surname, plain and small, of the table, or of several people of the tables."""
    return word in _common()


@cache
def _common() -> frozenset[str]:
    columns = (Column("name"), Column("custom"))
    listed = {parse_name(r["name"]).words for r in read_table("names/common_surnames.tsv", columns)}
    named = Counter(w for name in {p.name for p in people()} for w in set(parse_name(name).words))
    often = {word for word, count in named.items() if count >= _MANY}
    return frozenset(often | {words[-1] for words in listed if words})
