"""Which clause estimative words judge."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.estimates import Estimate
from dragoman.coding.syntax import children, clause_head

VERBAL = ("VERB", "AUX")
# Links to the clause that a word tells of: "likely to leave", "a chance that it falls".
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "csubj", "advcl", "relcl"})


def judged(estimate: Estimate) -> Token | None:
    """The verb of the clause that the words estimate; the word itself where it takes a thing."""
    last = estimate.words[-1]
    if last.dep_ in ("aux", "auxpass") and last.pos_ != "PART":
        return last.head if last.head.pos_ in (*VERBAL, "NOUN", "ADJ") else None
    if last.tag_ == "MD":
        return next(iter(children(last, "xcomp")), last)
    own = (_clause_of(word) for word in reversed(estimate.words))
    clause = next((c for c in own if c is not None), None)
    if clause is None and last.tag_ == "TO" and last.head.pos_ in VERBAL:
        return last.head
    verb = clause or _extraposed(last) or clause_head(last)
    while verb in estimate.words and verb.head in estimate.words and verb.head != verb:
        verb = verb.head  # "be taken for granted"
    return verb


def _clause_of(word: Token) -> Token | None:
    """The first clause behind a word that hangs on it."""
    held = (c for c in word.children if c.dep_ in _CLAUSES and c.i > word.i)
    return next((c for c in held if c.pos_ in VERBAL), None)


def _extraposed(word: Token) -> Token | None:
    """The clause of "it is likely that it falls", hung on the verb."""
    if word.pos_ not in ("ADJ", "NOUN"):
        return None
    above = clause_head(word)
    held = (c for c in above.rights if c.dep_ in ("ccomp", "csubj", "xcomp") and c.i > word.i)
    it = any(c.lower_ in ("it", "there") for c in children(above, "nsubj", "expl"))
    return next((c for c in held if it and c.pos_ in VERBAL), None)
