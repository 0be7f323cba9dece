"""The side of a tie that its own clause leaves out: "the border with Turkey" is Armenia's."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.coding.participants import Cast
from dragoman.coding.tie_words import Found
from dragoman.model.actor import Mention
from dragoman.model.judgement import Side, TieKind

# How many sentences back somebody is still spoken of.
BACK = 2
STATE = 3
# Kinds of nouns that always have two sides, so that a missing one is whoever is spoken of.
TWO_SIDED: frozenset[TieKind] = frozenset({"border", "agreement", "ally", "supply", "base"})
# What a person has no more of than anybody: bases and what is supplied belong to states and bodies.
_BODIES: frozenset[TieKind] = frozenset({"supply", "base"})
_SPEAKING_OF = ("nsubj", "nsubjpass", "poss")


def nearby(found: Found, other: list[Side], cast: Cast) -> list[Side]:
    """Whoever the text speaks of last, before the word, that is not on the other side.

    Only for nouns that have two sides, where the other stands behind ("with Turkey"); empty where
    nobody with a code is spoken of.
    """
    after = [s for s in other if s.span.start > found.token.idx]
    if found.word.pos != "noun" or found.word.kind not in TWO_SIDED or not after:
        return []
    taken = {s.code[:STATE] for s in other if s.code}
    for mention in _spoken_of(found.token, cast):
        if mention.kind == "person" and found.word.kind in _BODIES:
            continue
        codes = [c for c in mention.codes if len(c) >= STATE and c[:STATE] not in taken]
        if len(mention.codes) == 1 and codes:
            return [Side(codes[0], mention.span, mention.name, nearby=True)]
    return []


def _spoken_of(token: Token, cast: Cast) -> Iterator[Mention]:
    """Subjects and possessors, the nearest first: of the sentence, then of those before it."""
    sentence = token.sent
    first = sentence
    for _ in range(BACK):
        if first.start > 0:
            first = token.doc[first.start - 1].sent
    before = [t for t in token.doc[first.start : token.i] if t.dep_ in _SPEAKING_OF]
    inside = [t for t in before if t.i >= sentence.start]
    earlier = [t for t in before if t.i < sentence.start and t.head == t.sent.root]
    for subject in (*reversed(inside), *reversed(earlier)):
        yield from cast.of(subject)
