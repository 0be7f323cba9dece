"""Given names that are forms of one name, and Korean surnames that are one surname."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from dragoman.language.folding import fold
from dragoman.model.tables import Column, read_table

Form = Literal["language", "short", "korean"]


def form_of(a: str, b: str) -> Form | None:
    """How two words, plain and small, are forms of one name; None where no table knows them so.

    "short" holds between a full name and its short form, not between two short forms.
    """
    mine, other = _groups().get(a), _groups().get(b)
    if mine and other and not mine.isdisjoint(other):
        return "language"
    if b in _short().get(a, ()) or a in _short().get(b, ()):
        return "short"
    if not _korean().get(a, frozenset()).isdisjoint(_korean().get(b, frozenset())):
        return "korean"
    return None


def groups_of(word: str) -> frozenset[str]:
    """The tables' rows in which a word, plain and small, stands: forms of one name share one."""
    numbers = {str(n) for n in _groups().get(word, ())}
    fulls = {full for full, forms in _short().items() if word == full or word in forms}
    return frozenset(numbers | fulls | _korean().get(word, frozenset()))


def are_two(a: str, b: str) -> bool:
    """True for two given names that the table knows, and knows as two."""
    known = _known()
    return a in known and b in known and form_of(a, b) is None


@cache
def _known() -> frozenset[str]:
    return frozenset(name for _, names in _rows() for name in names) | frozenset(_groups())


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    columns = (Column("kind", choices=get_args(Form)[:2]), Column("names", many=True))
    rows = read_table("names/given_names.tsv", columns)
    return tuple((r["kind"], tuple(fold(n) for n in r.many("names"))) for r in rows)


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The rows of other spellings and languages in which each name stands."""
    spelt = read_table("language/spellings.tsv", (Column("words", many=True),))
    rows = [names for kind, names in _rows() if kind == "language"]
    rows += [tuple(fold(w) for w in r.many("words")) for r in spelt]
    found: dict[str, set[int]] = {}
    for number, names in enumerate(rows):
        for name in names:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _short() -> dict[str, frozenset[str]]:
    """The short forms of each full name, under all its spellings."""
    found: dict[str, set[str]] = {}
    for kind, (full, *forms) in _rows():
        if kind == "short":
            for name in (full, *_spellings(full)):
                found.setdefault(name, set()).update(forms)
    return {name: frozenset(forms) for name, forms in found.items()}


def _spellings(name: str) -> tuple[str, ...]:
    mine = _groups().get(name, frozenset())
    return tuple(other for other, rows in _groups().items() if not mine.isdisjoint(rows))


@cache
def _korean() -> dict[str, frozenset[str]]:
    columns = (Column("surname"), Column("names", many=True))
    found: dict[str, set[str]] = {}
    for row in read_table("names/korean_surnames.tsv", columns):
        for name in row.many("names"):
            found.setdefault(fold(name), set()).add(row["surname"])
    return {name: frozenset(surnames) for name, surnames in found.items()}
