"""Where two names tell a man from a woman: by the surname's ending, or by the given name."""

from __future__ import annotations

from functools import cache

from dragoman.language.persons import gender_of_name
from dragoman.linking.names.person_names import PersonName
from dragoman.linking.names.spelling import align
from dragoman.model.tables import Column, read_table

# What may differ between the stems of two forms of one surname, in letters.
_STEM = 0.3


def gender_by_name(name: PersonName) -> str | None:
    """ "m" or "f" by the first word of a name of several; None where it tells neither."""
    return gender_of_name(name.words[0]) if len(name.words) > 1 else None


def forms_apart(a: str, b: str) -> bool:
    """True for a man's and a woman's form of one surname: Aliyev and Aliyeva."""
    return any(_apart(a, b, man, woman) or _apart(b, a, man, woman) for man, woman in _endings())


def _apart(a: str, b: str, man: tuple[str, ...], woman: tuple[str, ...]) -> bool:
    return any(
        a.endswith(m) and b.endswith(w) and _one_stem(a[: -len(m)], b[: -len(w)])
        for m in man
        for w in woman
    )


def _one_stem(a: str, b: str) -> bool:
    return bool(a and b) and abs(len(a) - len(b)) <= 1 and align(a, b).cost <= _STEM


@cache
def _endings() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    columns = (Column("man", many=True), Column("woman", many=True), Column("custom"))
    rows = read_table("names/surname_endings.tsv", columns)
    return tuple((r.many("man"), r.many("woman")) for r in rows)
