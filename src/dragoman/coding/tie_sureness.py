"""How surely the sides of a tie are told: by a code, a name, a noun for somebody, or less."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dragoman.coding.tie_words import things
from dragoman.language.analysis import Analysis
from dragoman.model.judgement import TIE_KINDS, Side, TieKind
from dragoman.model.tables import Column, read_table

NAMED = "named"
# How surely a side is told, the surest first.
SURE = ("coded", NAMED, "actor", "owned", "noun")


def sure_enough(kind: TieKind, a: Side, b: Side, analysis: Analysis) -> bool:
    """True where both sides are told as surely as their kind needs, one of them by code or name."""
    wanted = _kinds()[kind]
    both = _is(a, wanted[0], analysis) and _is(b, wanted[1], analysis)
    return both and any(s.code or _is(s, NAMED, analysis) for s in (a, b))


def _is(side: Side, wanted: str, analysis: Analysis) -> bool:
    return SURE.index(_sure(side, analysis)) <= SURE.index(wanted)


def _sure(side: Side, analysis: Analysis) -> str:
    run = analysis.doc.char_span(side.span.start, side.span.end, alignment_mode="expand")
    if run is None:
        return "noun"
    person = side.name is not None or run.root.lemma_.lower() in things()["actor"]
    if side.code:
        mine = person or run.root.pos_ != "NOUN" or _force(run.root)
        return "coded" if mine else "owned"
    named = run.root.pos_ == "PROPN" or any(
        t.pos_ == "PROPN" and t.dep_ == "compound" for t in run.root.lefts
    )
    if side.name is not None or named:
        return NAMED
    return "actor" if person else "noun"


def _force(token: Token) -> bool:
    return token.lemma_.lower() in things()["force"]


@cache
def _kinds() -> dict[TieKind, tuple[str, str]]:
    columns = (
        Column("kind", choices=TIE_KINDS),
        Column("a", choices=SURE),
        Column("b", choices=SURE),
    )
    rows = {r["kind"]: (r["a"], r["b"]) for r in read_table("ties/sides.tsv", columns)}
    return {kind: rows[kind] for kind in TIE_KINDS}
