"""Whether the clause at a verb is part of what somebody is told to say."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.syntax import children
from dragoman.model.attribution import Attribution


def says(held: Attribution, verb: Token) -> bool:
    """True where the verb stands in what is said, and its subject does not stand outside of it."""
    inside = (any(s.start <= t.idx < s.end for s in held.contents) for t in _with_subject(verb))
    return all(inside)


def _with_subject(verb: Token) -> list[Token]:
    return [verb, *(t for t in children(verb, "nsubj", "nsubjpass") if t.i < verb.i)]


def goes_on(held: Attribution, verb: Token) -> bool:
    """ "It was unsafe, they said, and should stay": said of one subject, by the same."""
    cue = held.cue
    behind = cue.start <= verb.head.idx < cue.end and shares_subject(verb)
    return behind and all(s.end <= cue.start for s in held.contents)


def shares_subject(verb: Token) -> bool:
    """ "It was unsafe, they have said, and should have stayed": one subject, said by the same."""
    own = children(verb, "nsubj", "nsubjpass", "expl")
    return verb.dep_ == "conj" and not own and verb.head != verb
