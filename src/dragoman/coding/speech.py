"""Reporting verbs and the stance that each takes to what it reports."""

from __future__ import annotations

from functools import cache

from dragoman.model.tables import Column, read_table

_TAKES = ("that", "to", "object", "quote")
_COLUMNS = (Column("lemma"), Column("stance"), Column("takes", many=True, choices=_TAKES))
# Stances whose content may stand in a gerund: "accused Kyiv of shelling", "criticised it for".
CHARGING = frozenset({"alleges", "criticizes"})


@cache
def stances() -> dict[str, str]:
    """The stance of each reporting verb that takes a clause or a quotation, by lemma."""
    rows = read_table("quotes/speech_verbs.tsv", _COLUMNS)
    return {r["lemma"]: r["stance"] for r in rows}
