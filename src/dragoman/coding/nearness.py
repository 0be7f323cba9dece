"""How near a word stands to an act on the parse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from dragoman.coding.roles import Trigger
from dragoman.model.span import Span

T = TypeVar("T")

# A step out of a clause with a subject or a mark of its own counts as this many.
CLAUSE_STEP = 3
# Beyond this many steps a date or place of the sentence belongs to something else.
FAR = 9


def root_of(doc: Doc, span: Span) -> Token | None:
    """The topmost token of `span` on the parse."""
    piece = doc.char_span(span.start, span.end, alignment_mode="expand")
    return piece.root if piece is not None else None


class BySentence(Generic[T]):
    """Things that stand at tokens, to be asked for by sentence; linear in the text's length."""

    def __init__(self, doc: Doc, things: Iterable[tuple[T, Token | None]]) -> None:
        self._number = [0] * len(doc)
        for number, sentence in enumerate(doc.sents):
            for i in range(sentence.start, sentence.end):
                self._number[i] = number
        self._things: dict[int, list[tuple[T, Token]]] = {}
        for thing, token in things:
            if token is not None:
                self._things.setdefault(self._number[token.i], []).append((thing, token))

    def beside(self, token: Token) -> list[tuple[T, Token]]:
        """The things in the sentence of `token`, with their tokens, in the order given."""
        return self._things.get(self._number[token.i], [])


def steps_between(trigger: Trigger, token: Token, shared: bool = True) -> int | None:
    """Steps on the parse from the act, or its support verb, to `token` of the same sentence.

    None when it is out of reach. With `shared`, what one of several joined verbs has (a date, a
    place) is as near to the others.
    """
    steps = min(_distance(t, token, shared) for t in (trigger.token, trigger.anchor))
    return steps if steps <= FAR else None


def _distance(a: Token, b: Token, shared: bool) -> int:
    above = {t.i: cost for t, cost in _climb(a, shared)}
    best = [above[t.i] + cost for t, cost in _climb(b, shared) if t.i in above]
    return min(best, default=FAR + 1)


def _climb(token: Token, shared: bool) -> list[tuple[Token, int]]:
    path, cost = [(token, 0)], 0
    while token.dep_ != "ROOT" and cost <= FAR:
        cost += _cost(token) if shared else max(1, _cost(token))
        token = token.head
        path.append((token, cost))
    return path


def _cost(token: Token) -> int:
    """Verbs joined by "and" and participles share their clause's circumstances."""
    if token.dep_ == "relcl" and _is_within(token):
        return 1
    if token.dep_ in ("relcl", "ccomp", "parataxis"):
        return CLAUSE_STEP
    if token.dep_ == "advcl":
        marked = any(c.dep_ in ("mark", "advmod") and c.i < token.i for c in token.children)
        return CLAUSE_STEP if marked else 0
    if token.dep_ == "conj" and token.pos_ == "VERB":
        return 0
    return 1


def _is_within(clause: Token) -> bool:
    """True for what happened in the course of what the noun names: "a speech, in which he"."""
    preps = (c for c in clause.lefts if c.dep_ == "prep")
    return any(t.tag_ == "WDT" for p in preps for t in p.children)


def qualifies_other(token: Token, act: Token) -> bool:
    """True where `token` stands in a clause that qualifies a noun, and the act does not.

    "Section 907, which since 1992 has barred aid, was waived": the year is the bar's alone.
    """
    for step in (token, *token.ancestors):
        if step == act or step.is_ancestor(act):
            return False
        if step.dep_ in ("relcl", "acl"):
            return True
    return False


def of_other_noun(token: Token, act: Token) -> bool:
    """True where `token` tells where a thing beside the act is: "has raised concerns in Togo".

    What is below the act, or holds it, is its own: "talks broke down at a hotel in Lome".
    """
    held = next((t for t in token.ancestors if t.dep_ == "prep"), None)
    if held is None or held.head.pos_ not in ("NOUN", "PROPN"):
        return False
    noun = held.head
    return noun != act and not act.is_ancestor(noun) and not noun.is_ancestor(act)
