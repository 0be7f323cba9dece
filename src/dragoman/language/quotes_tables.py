"""The tables of quotations: reporting verbs, nouns for things said, and where they were said."""

from __future__ import annotations

from functools import cache

from dragoman.model.tables import Column, Row, read_table

STANCES = (
    "asserts", "claims", "alleges", "denies", "criticizes", "demands", "requests", "promises",
    "admits", "warns", "praises", "predicts", "believes", "agrees", "refuses", "plans",
)  # fmt: skip
CLAUSE = "clause"


@cache
def speech_verbs() -> dict[str, str]:
    """Stance by the lemma of each reporting verb."""
    return {r["lemma"]: r["stance"] for r in _verbs()}


@cache
def speech_links() -> dict[str, str]:
    """The preposition that brings in what is said, by lemma: "accuse" -> "of"."""
    return {r["lemma"]: r["link"] for r in _verbs() if r["link"]}


@cache
def quoting_verbs() -> frozenset[str]:
    """Lemmas of reporting verbs that words in quotation marks often follow."""
    return frozenset(r["lemma"] for r in _verbs() if r["note"] != CLAUSE)


def _verbs() -> list[Row]:
    columns = (
        Column("lemma"),
        Column("stance", choices=STANCES),
        Column("link", optional=True),
        Column("note", optional=True, choices=(CLAUSE,)),
    )
    return read_table("quotes/speech_verbs.tsv", columns)


@cache
def speech_nouns() -> frozenset[str]:
    """Lemmas of nouns for things said or written."""
    return frozenset(r["noun"] for r in read_table("quotes/speech_nouns.tsv", (Column("noun"),)))


@cache
def venues() -> tuple[tuple[str, str], ...]:
    """Phrase and venue, the longest phrases first."""
    rows = read_table("quotes/venues.tsv", (Column("phrase"), Column("venue")))
    return tuple(sorted(((r["phrase"], r["venue"]) for r in rows), key=lambda r: (-len(r[0]), r)))
