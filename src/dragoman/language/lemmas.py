"""Mending verbs' lemmas that the parser's rules get wrong ("staged" is no form of "stag")."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model.tables import Column, read_table

LEMMAS = "dragoman_lemmas"


@cache
def _right() -> dict[str, str]:
    rows = read_table("language/lemmas.tsv", (Column("wrong"), Column("right")))
    return {r["wrong"]: r["right"] for r in rows}


@Language.component(LEMMAS)
def mend_lemmas(doc: Doc) -> Doc:
    """The same parse with the table's verbs under their own lemmas."""
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_ in _right():
            token.lemma_ = _right()[token.lemma_]
    return doc
