"""Whether the things stand around a word that tell which kind of tie it means."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.coding.tie_places import tokens_at
from dragoman.coding.tie_said_of import verb_of
from dragoman.coding.tie_words import Found, things

# What belongs to a verb's own clause beside its prepositions.
_PARTS = ("nsubj", "nsubjpass", "dobj", "dative", "attr", "acomp", "oprd")


def stands(found: Found) -> bool:
    """True where a thing of the classes that the row needs stands where it needs it."""
    need = found.word.need
    if need is None:
        return True
    wanted = frozenset().union(*(things()[c] for c in need.classes))
    return any(t.lemma_.lower() in wanted or t.lower_ in wanted for t in near(found, need.place))


def near(found: Found, place: str) -> list[Token]:
    """The words that stand in `place` of a word; see the header of ties/words.tsv."""
    token = found.token
    if place == "any":
        return [t for head in _parts(verb_of(token)) for t in _phrase(head) if t != token]
    if place == "noun":
        own = [token, *(t for c in token.lefts for t in c.subtree)]
        return own if found.word.pos != "adjective" else [token.head, *token.head.lefts]
    return [t for head in tokens_at(token, place) for t in _phrase(head)]


def _parts(verb: Token) -> Iterator[Token]:
    """The noun phrases of a clause: its subject, its objects, and those after its prepositions."""
    for child in verb.children:
        if child.dep_ in _PARTS:
            yield child
        elif child.dep_ in ("prep", "agent", "dative"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def _phrase(head: Token) -> Iterator[Token]:
    """The words of a phrase, with those after "of"; without clauses and other prepositions."""
    yield head
    for child in head.children:
        if child.i < head.i and child.dep_ not in ("relcl", "acl", "prep"):
            yield from child.subtree
        elif child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                yield from _phrase(noun)
        elif child.dep_ == "conj":
            yield from _phrase(child)
