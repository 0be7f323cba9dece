"""How near a word stands to an act on the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.coding.roles import Trigger
from dragoman.model.span import Span

# A step out of a clause with a subject or a mark of its own counts as this many.
CLAUSE_STEP = 3
# Beyond this many steps a date or place of the sentence belongs to something else.
FAR = 9


def root_of(doc: Doc, span: Span) -> Token | None:
    """The topmost token of `span` on the parse."""
    piece = doc.char_span(span.start, span.end, alignment_mode="expand")
    return piece.root if piece is not None else None


def steps_between(trigger: Trigger, token: Token | None) -> int | None:
    """Steps on the parse from the act, or its support verb, to `token`; None when out of reach."""
    if token is None or token.sent != trigger.token.sent:
        return None
    steps = min(_distance(trigger.token, token), _distance(trigger.anchor, token))
    return steps if steps <= FAR else None


def _distance(a: Token, b: Token) -> int:
    above = {t.i: cost for t, cost in _climb(a)}
    best = [above[t.i] + cost for t, cost in _climb(b) if t.i in above]
    return min(best, default=FAR + 1)


def _climb(token: Token) -> list[tuple[Token, int]]:
    path, cost = [(token, 0)], 0
    while token.dep_ != "ROOT":
        cost += _cost(token)
        token = token.head
        path.append((token, cost))
    return path


def _cost(token: Token) -> int:
    """Verbs joined by "and" and participles share their clause's circumstances."""
    if token.dep_ in ("relcl", "ccomp", "parataxis"):
        return CLAUSE_STEP
    if token.dep_ == "advcl":
        marked = any(c.dep_ in ("mark", "advmod") and c.i < token.i for c in token.children)
        return CLAUSE_STEP if marked else 0
    if token.dep_ == "conj" and token.pos_ == "VERB":
        return 0
    return 1
