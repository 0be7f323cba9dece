"""The tables of sources without a name: the nouns for them, and what lets them know."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from dragoman.model.tables import Column, read_table

Access = Literal[
    "close",
    "familiar",
    "briefed",
    "knowledge",
    "direct knowledge",
    "involved",
    "present",
    "seen",
    "inside",
]
ORIGIN, WORDS = "origin", "words"
ACCESS: tuple[Access, ...] = get_args(Access)


@cache
def nameless() -> frozenset[str]:
    """Lemmas of nouns for those who speak and are not named."""
    return frozenset(r["noun"] for r in read_table("quotes/nameless.tsv", (Column("noun"),)))


@cache
def _access() -> tuple[tuple[str, str], ...]:
    columns = (Column("phrase"), Column("access", choices=ACCESS))
    rows = read_table("quotes/access.tsv", columns)
    return tuple(sorted(((r["phrase"], r["access"]) for r in rows), key=lambda r: (-len(r[0]), r)))


def access_in(text: str) -> tuple[int, str] | None:
    """Where the words for a source claim access, and which; None where they claim none."""
    lower = f" {text.lower()} "
    for phrase, access in _access():
        at = lower.find(f" {phrase}")
        if at >= 0 and not lower[at + 1 + len(phrase)].isalnum():
            return at, access
    return None


@cache
def shown_by_things() -> frozenset[str]:
    """Lemmas of verbs by which a thing is told to show something, which is no saying."""
    return frozenset(r["verb"] for r in read_table("quotes/shows.tsv", (Column("verb"),)))


@cache
def relays() -> dict[str, str]:
    """ORIGIN or WORDS by the lemma of verbs by which one passes on the words of another."""
    columns = (Column("verb"), Column("passes", choices=(ORIGIN, WORDS)))
    return {r["verb"]: r["passes"] for r in read_table("quotes/relays.tsv", columns)}
