"""Silences: somebody asked, or expected to speak, who made no statement."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dragoman.coding.participants import Cast
from dragoman.coding.roles import Trigger
from dragoman.coding.syntax import children, objects, prepositional, subjects
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Silence
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

_COLUMNS = (
    Column("verb"),
    Column("negated", choices=("yes", "no")),
    Column("link"),
    Column("words", many=True),
)


@cache
def _patterns() -> tuple[tuple[str, bool, str, frozenset[str]], ...]:
    rows = read_table("frames/silences.tsv", _COLUMNS)
    return tuple(
        (r["verb"], r["negated"] == "yes", r["link"], frozenset(r.many("words"))) for r in rows
    )


def silences(analysis: Analysis, cast: Cast) -> tuple[Silence, ...]:
    """Every silence of the text, in text order."""
    found = []
    for token in analysis.doc:
        if token.pos_ in ("VERB", "AUX") and _silent(token):
            who = [m for s in subjects(token) for m in cast.of(s)]
            words = [t for t in token.subtree if not t.is_space]
            piece = token.doc[words[0].i : words[-1].i + 1]
            actor = who[0].codes[0] if who else None
            found.append(Silence(actor, Span(piece.start_char, piece.end_char)))
    return tuple(found)


def _silent(verb: Token) -> bool:
    negated = bool(children(verb, "neg")) or any(
        t.lower_ == "no" for o in objects(verb) for t in o.children
    )
    return any(
        verb.lemma_.lower() == lemma and negated == wants_not and _has(verb, link, words)
        for lemma, wants_not, link, words in _patterns()
    )


def _has(verb: Token, link: str, words: frozenset[str]) -> bool:
    tokens = Trigger(verb).tokens(link) if link in ("obj", "xcomp") else prepositional(verb, link)
    if link == "acomp":
        tokens = children(verb, "acomp")
    return any(t.lemma_.lower() in words for t in tokens)
