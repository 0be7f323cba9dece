"""Reporting verbs and the stance that each takes to what it reports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.model.tables import Column, read_table


@dataclass(frozen=True, slots=True)
class Speech:
    """A reporting verb: its stance, and the preposition that may bring in what is said."""

    lemma: str
    stance: str
    link: str | None


_COLUMNS = (
    Column("lemma"),
    Column("stance"),
    Column("link", optional=True),
    Column("note", optional=True),
)


@cache
def speech_verbs() -> dict[str, Speech]:
    """Reporting verbs by lemma."""
    rows = read_table("quotes/speech_verbs.tsv", _COLUMNS)
    return {r["lemma"]: Speech(r["lemma"], r["stance"], r["link"] or None) for r in rows}
