"""Whom a judgement concerns."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.coding.estimates import Estimate
from dragoman.coding.participants import Cast
from dragoman.coding.statements import top_clause
from dragoman.coding.syntax import children, subjects


def concerned(
    verb: Token, told: Sequence[Estimate], words: Sequence[Token], cast: Cast
) -> tuple[str, ...]:
    """The codes of those in `words`, the statement and its condition, its own subject first.

    Of the statement only the clause itself counts: "despite Peru's protests" concerns nobody.
    """
    top = top_clause(verb, told)
    doers = [t for s in children(top, "nsubj", "nsubjpass") for t in s.subtree]
    inside = set(verb.subtree)
    own = [t for t in words if t in inside or not (t == top or top.is_ancestor(t))]
    tokens = [*subjects(verb), *doers, *own]
    return tuple(dict.fromkeys(c for t in tokens for m in cast.of(t) for c in m.codes))
