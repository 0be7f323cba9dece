"""The tables of stances: what negation makes of one, and words that take a stand by themselves."""

from __future__ import annotations

from functools import cache

from dragoman.model.attribution import MANNERS, STANCES, Stance, stance_named
from dragoman.model.tables import Column, read_table

CLAIM, PART = "claim", "part"
USES = ("name", "deed", "own")


@cache
def verdicts(use: str) -> dict[str, Stance]:
    """Stance by lemma of the words of one use: "name", "deed" or "own"."""
    columns = (
        Column("word"),
        Column("use", choices=USES),
        Column("stance", choices=STANCES),
    )
    rows = read_table("quotes/verdicts.tsv", columns)
    return {r["word"]: stance_named(r["stance"]) for r in rows if r["use"] == use}


def negated(stance: Stance, manner: str) -> Stance:
    """The stance of a negated cue."""
    table = _negated()
    return table.get((stance, manner)) or table[stance, ""]


@cache
def _negated() -> dict[tuple[str, str], Stance]:
    columns = (
        Column("stance", choices=STANCES),
        Column("manner", optional=True, choices=MANNERS),
        Column("negated", choices=STANCES),
    )
    rows = read_table("quotes/negated_stances.tsv", columns)
    return {(r["stance"], r["manner"]): stance_named(r["negated"]) for r in rows}


@cache
def denied_nouns() -> dict[str, str]:
    """CLAIM or PART by the lemma of nouns for what is denied where the act is told elsewhere."""
    columns = (Column("noun"), Column("kind", choices=(CLAIM, PART)))
    return {r["noun"]: r["kind"] for r in read_table("quotes/denied.tsv", columns)}
