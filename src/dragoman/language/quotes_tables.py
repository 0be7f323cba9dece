"""The tables of quotations: reporting verbs, nouns for things said, and where they were said."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.model.tables import Column, Row, read_table

STANCES = (
    "asserts", "claims", "alleges", "denies", "criticizes", "demands", "requests", "promises",
    "admits", "warns", "praises", "predicts", "believes", "agrees", "refuses", "plans",
)  # fmt: skip
CLAUSE = "clause"
# What a cue takes as its content, beside prepositions.
CONTENTS = ("clause", "infinitive", "thing", "name")


class Cue(NamedTuple):
    """A word by which somebody speaks or thinks: its stance, and what its content stands in."""

    stance: str
    takes: frozenset[str]


@cache
def speech_verbs() -> dict[str, str]:
    """Stance by the lemma of each reporting verb."""
    return {r["lemma"]: r["stance"] for r in _verbs()}


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
        Column("takes", many=True, choices=CONTENTS),
    )
    return read_table("quotes/speech_verbs.tsv", columns)


@cache
def cue_verbs() -> dict[str, Cue]:
    """Each reporting verb, with its particle where it has one, as a cue; its link counts too."""
    return {
        r["lemma"]: Cue(r["stance"], frozenset({*r.many("takes"), r["link"]} - {""}))
        for r in _verbs()
    }


@cache
def attitude_words() -> dict[tuple[str, str], Cue]:
    """Cues by (lemma, "noun" or "adjective"): "calls for talks", "wary of the plan"."""
    columns = (
        Column("word"),
        Column("kind", choices=("noun", "adjective")),
        Column("stance", choices=STANCES),
        Column("takes", many=True),
    )
    rows = read_table("quotes/attitude_words.tsv", columns)
    return {(r["word"], r["kind"]): Cue(r["stance"], frozenset(r.many("takes"))) for r in rows}


@cache
def speech_nouns() -> frozenset[str]:
    """Lemmas of nouns for things said or written."""
    return frozenset(r["noun"] for r in read_table("quotes/speech_nouns.tsv", (Column("noun"),)))


@cache
def venues() -> tuple[tuple[str, str], ...]:
    """Phrase and venue, the longest phrases first."""
    rows = read_table("quotes/venues.tsv", (Column("phrase"), Column("venue")))
    return tuple(sorted(((r["phrase"], r["venue"]) for r in rows), key=lambda r: (-len(r[0]), r)))
