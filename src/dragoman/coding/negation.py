"""Whose contrary the bounds of a judgement are: "will not", "nobody expects"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dragoman.coding.estimates import Estimate
from dragoman.coding.syntax import children, clause_head
from dragoman.model.tables import Column, read_table

# Who holds an expectation that nobody has: "nobody expects", "few in the capital believe".
_NOBODY = "nobody"
_NEVER = "never"
_COLUMNS = (Column("words"), Column("use", choices=(_NOBODY, _NEVER)))


@cache
def _words(use: str) -> frozenset[str]:
    rows = read_table("judgements/negations.tsv", _COLUMNS)
    return frozenset(r["words"] for r in rows if r["use"] == use)


def bounded(verb: Token, chosen: Estimate) -> Estimate:
    """The estimate, turned about where what it says is denied an odd number of times."""
    if chosen.kind == "prescription":
        return chosen
    return chosen.opposite if _times(verb, chosen) % 2 else chosen


def negations(verb: Token) -> list[Token]:
    """The words in a clause that deny it: "not", "never", "no longer" stand beside the verb."""
    return [
        c
        for c in verb.children
        if c.dep_ == "neg" or (c.dep_ == "advmod" and c.lower_ in _words(_NEVER))
    ]


def _times(verb: Token, chosen: Estimate) -> int:
    own = {t.i for t in chosen.words}
    last = chosen.words[-1]
    going = {w for w in chosen.words if w.tag_ == "VBG"}
    heads = {verb, *going} if chosen.modal else {verb, clause_head(last), last}
    denied = {c.i for head in heads for c in negations(head) if c.i not in own}
    return len(denied) + (not chosen.modal and _held_by_nobody(last))


def _held_by_nobody(word: Token) -> bool:
    """True in "nobody expects": the words that estimate are denied through who holds them."""
    if word.pos_ not in ("VERB", "AUX"):
        return False
    heads = children(word, "nsubj")
    return any(t.lower_ in _words(_NOBODY) for h in heads for t in (h, *h.lefts))
