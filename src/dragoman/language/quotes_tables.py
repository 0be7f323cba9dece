"""The tables of quotations: reporting verbs, nouns for things said, and where they were said."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.model.attribution import MANNERS, STANCES, Stance, stance_named
from dragoman.model.tables import Column, Row, read_table

CLAUSE = "clause"
# What a cue takes as its content, beside prepositions.
CONTENTS = ("clause", "infinitive", "thing", "name", "as", "felt")
# What is seen is named after this preposition ("as a threat"); what moves somebody is the subject.
AS, FELT = "as", "felt"


class Cue(NamedTuple):
    """A word by which somebody speaks or thinks, and what its content stands in.

    `manner` is how it is done, `stance` what the source holds of the content, `thing` what it
    holds of a content that nobody can have said ("rejects the plan"), where that is another.
    """

    manner: str
    stance: Stance
    takes: frozenset[str] = frozenset()
    thing: Stance | None = None


@cache
def speech_verbs() -> dict[str, str]:
    """Manner by the lemma of each reporting verb."""
    return {r["lemma"]: r["manner"] for r in _verbs()}


@cache
def quoting_verbs() -> frozenset[str]:
    """Lemmas of reporting verbs that words in quotation marks often follow."""
    return frozenset(r["lemma"] for r in _verbs() if r["note"] != CLAUSE)


def _verbs() -> list[Row]:
    columns = (
        Column("lemma"),
        Column("manner", choices=MANNERS),
        Column("stance", choices=STANCES),
        Column("thing", optional=True, choices=STANCES),
        Column("link", optional=True),
        Column("note", optional=True, choices=(CLAUSE,)),
        Column("takes", many=True, choices=CONTENTS),
    )
    return read_table("quotes/speech_verbs.tsv", columns)


@cache
def cue_verbs() -> dict[str, Cue]:
    """Each reporting verb, with its particle where it has one, as a cue; its link counts too."""
    return {
        r["lemma"]: Cue(
            r["manner"],
            stance_named(r["stance"]),
            frozenset({*r.many("takes"), r["link"]} - {""}),
            stance_named(r["thing"]) if r["thing"] else None,
        )
        for r in _verbs()
    }


@cache
def attitude_words() -> dict[tuple[str, str], Cue]:
    """Cues by (lemma, "noun" or "adjective"): "calls for talks", "wary of the plan"."""
    columns = (
        Column("word"),
        Column("kind", choices=("noun", "adjective")),
        Column("manner", choices=MANNERS),
        Column("stance", choices=STANCES),
        Column("takes", many=True),
    )
    rows = read_table("quotes/attitude_words.tsv", columns)
    return {
        (r["word"], r["kind"]): Cue(
            r["manner"], stance_named(r["stance"]), frozenset(r.many("takes"))
        )
        for r in rows
    }


@cache
def speech_nouns() -> frozenset[str]:
    """Lemmas of nouns for things said or written."""
    return frozenset(r["noun"] for r in read_table("quotes/speech_nouns.tsv", (Column("noun"),)))


@cache
def venues() -> tuple[tuple[str, str], ...]:
    """Phrase and venue, the longest phrases first."""
    rows = read_table("quotes/venues.tsv", (Column("phrase"), Column("venue")))
    return tuple(sorted(((r["phrase"], r["venue"]) for r in rows), key=lambda r: (-len(r[0]), r)))
