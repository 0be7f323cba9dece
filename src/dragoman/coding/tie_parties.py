"""Who a token on a side of a tie is: a code where it is known, and the words that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.coding.participants import Cast
from dragoman.coding.tie_words import Found, things
from dragoman.language.actor_tables import titles
from dragoman.language.analysis import Analysis
from dragoman.model.judgement import Side
from dragoman.model.span import Span

STATE = 3
# Classes of things that are sold or sent, and are no side themselves.
_SOLD = ("goods", "arms", "share", "way")
# Entities of the parser's that are nobody.
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
# What hangs on a side and is no part of its name.
_CLAUSES = ("relcl", "appos", "acl", "advcl", "parataxis")
_ASIDE = frozenset({*_CLAUSES, "conj", "cc", "punct", "case", "preconj"})
_BEFORE = ("poss", "amod", "compound", "nmod")
# "The school inspector" is not the inspector of an actor called "school".
_MODIFYING = ("amod", "compound", "nmod")


def told_by(
    tokens: Iterable[Token], found: Found, analysis: Analysis, cast: Cast
) -> Iterator[Side]:
    """The sides that tokens name, each once: a code each, else the words alone."""
    seen: set[tuple[str | None, Span]] = set()
    for token in dict.fromkeys(tokens):
        for side in _of(token, found, analysis, cast):
            if (side.code, side.span) not in seen:
                seen.add((side.code, side.span))
                yield side


def _of(token: Token, found: Found, analysis: Analysis, cast: Cast) -> Iterator[Side]:
    if token.ent_type_ in _MEASURES or token.like_num or _ends_title(token, found):
        return
    span = _phrase(token, found)
    mention = cast.named(token)
    name = mention.name if mention else None
    codes = [c for m in cast.of(token) for c in m.codes if len(c) >= STATE]
    if codes:
        yield from (Side(code, span, name) for code in dict.fromkeys(codes))
        return
    country = _country(token, analysis)
    if country:
        yield Side(country, span, name)
    elif name or (token.pos_ in ("NOUN", "PROPN") and token.dep_ not in _MODIFYING):
        yield Side(None, span, name)


def _ends_title(token: Token, found: Found) -> bool:
    """True for the "State" of a secretary of state, whose secretary nobody is by that."""
    of = token.head
    return of.head == found.token and f"{of.head.text} {of.text} {token.text}".lower() in titles()


def is_thing(token: Token) -> bool:
    """True for what is sold or sent, and is no side itself."""
    return any(token.lemma_.lower() in things()[c] for c in _SOLD)


def _country(token: Token, analysis: Analysis) -> str | None:
    """The state of a town: a base at Gyumri is one in Armenia."""
    for place in analysis.toponyms:
        if place.span.start <= token.idx < place.span.end:
            return place.country
    return None


def _phrase(token: Token, found: Found) -> Span:
    """The words of a side, without clauses, asides and the word that tells of the tie."""
    if token.ent_type_ and token.dep_ in _BEFORE:
        return _around(token, {token.i, *(c.i for c in token.lefts)})
    held = {token.i}
    for child in token.children:
        if _is_part(child, found.token):
            held.update(t.i for t in child.subtree)
    return _around(token, held)


def _is_part(child: Token, word: Token) -> bool:
    """False for clauses and asides, for what holds the word itself, and for whose it is."""
    if child.dep_ == "poss" and child.head == word:
        return False
    return child.dep_ not in _ASIDE and child != word and not child.is_ancestor(word)


def _around(token: Token, held: set[int]) -> Span:
    first = last = token.i
    while first - 1 in held:
        first -= 1
    while last + 1 in held:
        last += 1
    doc = token.doc
    while last > token.i and (doc[last].is_punct or doc[last].is_space or doc[last].tag_ == "POS"):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last].text))
