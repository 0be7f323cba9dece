"""Advice: what somebody ought to do, which foretells nothing."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.condition_words import is_inverted
from dragoman.coding.estimates import Estimate
from dragoman.coding.judged import VERBAL
from dragoman.coding.participants import Cast
from dragoman.coding.readings import asks
from dragoman.coding.syntax import children, clause_head, subjects

_DUTY = "must"
_OTHERS = frozenset({"relcl", "acl", "csubj", "advcl"})


def advises(verb: Token, chosen: Estimate, cast: Cast) -> bool:
    """False for questions, conditions, guesses ("must have known"), and duties of nobody known."""
    modal = chosen.words[0]
    own = modal.head == verb and modal.dep_ == "aux"
    if asks(verb) or verb.pos_ not in VERBAL or (own and verb.dep_ in _OTHERS):
        return False
    doers = [*children(verb, "nsubj", "nsubjpass", "expl"), *subjects(verb)]
    doers += children(clause_head(modal.head), "nsubj", "nsubjpass")
    doers = [d for d in doers if d.i < modal.i]  # "the heir, should he stay"
    if is_inverted(modal) or not doers or (own and any(d.lower_ == "i" for d in doers)):
        return False
    if modal.lower_ == _DUTY:
        known = any(cast.of(d) for d in doers)
        done = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
        return known and not done
    return True
