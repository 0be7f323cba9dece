"""What words other than a modal verb do not make a judgement: how sure somebody says he is."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.estimates import Estimate
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children

_FIRST = frozenset({"i", "we"})
_BEING = frozenset({"it", "that", "this", "there", "what"})
_PAST = frozenset({"VBD", "VBN"})
# A statement of fewer words than this says nothing that could be seen: "perhaps not".
_LEAST_WORDS = 3


def says(verb: Token, chosen: Estimate, cast: Cast) -> bool:
    """False where the words tell a feeling about what is or was, concede, or stand alone."""
    last = chosen.words[-1]
    if len([t for t in verb.sent if t.is_alpha]) - len(chosen.words) < _LEAST_WORDS - 1:
        return False
    if _is_of_persons(verb, last, cast):
        return False
    if _concedes(last, chosen):
        return False
    denied = any(c.dep_ == "neg" for c in last.head.children)
    return not (denied and last.tag_ == "TO" and any(t.tag_ == "VBD" for t in last.head.head.lefts))


def _is_of_persons(verb: Token, last: Token, cast: Cast) -> bool:
    """ "He doubts that they mean it", "she is certain that they were", "people were doubtful"."""
    if last.pos_ not in ("ADJ", "VERB"):
        return False
    carrier = last.head if last.pos_ == "ADJ" else last
    holders = [s for s in children(carrier, "nsubj") if s.lower_ not in _BEING]
    clause = [c for c in last.rights if c.dep_ in ("ccomp", "xcomp") and c.left_edge.tag_ != "TO"]
    if not holders:
        return False
    if clause and verb in clause:
        own = any(h.lower_ in _FIRST for h in holders)
        ahead = any(c.tag_ == "MD" for c in verb.lefts) or any(t.tag_ == "TO" for t in verb.lefts)
        return not own and not ahead and verb.tag_ not in ("VBG",)
    bare = not any(c.dep_ in ("ccomp", "xcomp") for c in last.rights)
    return last.pos_ == "ADJ" and bare and any(_is_person(h, cast) for h in holders)


def _is_person(holder: Token, cast: Cast) -> bool:
    mention = cast.named(holder)
    return mention is not None and mention.kind in ("person", "people", "group")


def _concedes(last: Token, chosen: Estimate) -> bool:
    """ "No doubt he meant well": beside a clause, it grants what is told."""
    if last.pos_ != "NOUN" or last.lower_ != chosen.words[-1].lower_ or len(chosen.words) < 2:
        return False
    clause = any(c.dep_ in ("acl", "ccomp", "relcl") for c in last.rights)
    return (last.dep_ in ("npadvmod", "dep", "nsubj", "intj") and not clause) or (
        last.dep_ == "conj" and not clause
    )
