"""How far the clause goes that estimative words judge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Token

from dragoman.coding.attribution_spans import trimmed
from dragoman.coding.estimates import Estimate
from dragoman.coding.judged import VERBAL
from dragoman.coding.syntax import children, clause_head
from dragoman.model.span import Span

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
# What stands before a clause and is no part of what is judged.
_LEADING = frozenset({"mark", "cc", "punct"})
# What ends a clause that another one is only set beside.
_STOPS = frozenset({";", ":"})
# Marks that open and close a quotation.
_MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"))
_BESIDE = frozenset({"conj", "ccomp", "parataxis", "advcl"})


def statement_words(
    verb: Token, told: Sequence[Estimate], conditions: Collection[int]
) -> list[Token]:
    """The words of the clause that is judged, with the words that judge it where they stand in it.

    Conditions and clauses that are only set beside it are left out, where they stand at an end.
    """
    if any(verb in e.words for e in told) and verb.pos_ == "VERB":
        return _things(verb, conditions) or _clause(verb, conditions)
    return _clause(top_clause(verb, told), conditions)


def top_clause(verb: Token, told: Iterable[Estimate]) -> Token:
    """The clause with its estimate: "is likely to leave" is one, "it is likely that" is not."""
    words = [w for e in told for w in e.words]
    head = verb
    while head.dep_ in ("xcomp", "acl") and not _has_mark(head):
        if not any(head.head == w or head.head.is_ancestor(w) for w in words):
            break
        above = head.head if head.head.pos_ in VERBAL else clause_head(head.head)
        head = above
    return head


def _has_mark(clause: Token) -> bool:
    return any(_leads(c) for c in clause.lefts if c.dep_ != "punct") or bool(
        children(clause, "nsubj")
    )


def _things(verb: Token, conditions: Collection[int]) -> list[Token]:
    """What is expected, foreseen or ruled out, where it is a thing."""
    heads = [
        c for c in verb.rights if c.dep_ in ("dobj", "prep", "npadvmod", "oprd", "xcomp", "prt")
    ]
    if not any(c.dep_ == "dobj" for c in heads):
        return []
    words = [t for c in heads if c.dep_ != "prt" for t in c.subtree]
    return _trimmed([t for t in sorted(words, key=lambda t: t.i) if t.i not in conditions])


def _clause(head: Token, conditions: Collection[int]) -> list[Token]:
    left_out = set(conditions)
    for child in head.children:
        if child.dep_ in _BESIDE and _set_beside(child, head):
            left_out |= {t.i for t in child.subtree}
    words = [t for t in head.subtree if t.i not in left_out and not t.is_space]
    if head not in words:
        return [head]
    return _trimmed(_piece(words, head))


def _piece(words: list[Token], head: Token) -> list[Token]:
    """The words on this side of a semicolon or colon."""
    first = max((t.i + 1 for t in words if t.text in _STOPS and t.i < head.i), default=0)
    last = min((t.i for t in words if t.text in _STOPS and t.i > head.i), default=words[-1].i + 1)
    return [t for t in words if first <= t.i < last]


def _trimmed(words: list[Token]) -> list[Token]:
    while words and _leads(words[0]) and not words[0].is_quote:
        words = words[1:]
    while len(words) > 1 and words[-1].dep_ in ("punct", "cc") and not words[-1].is_quote:
        words = words[:-1]
    return words


def _leads(word: Token) -> bool:
    """True for a conjunction, and for "that" where the parser takes it for an object."""
    return word.dep_ in _LEADING or (word.lower_ == "that" and word.tag_ == "IN")


def _set_beside(child: Token, head: Token) -> bool:
    """True for a clause of its own, parted by a stop: "; it will fall", ", and few will care"."""
    own = any(c.dep_ in _SUBJECTS for c in child.children)
    if child.dep_ == "advcl":
        return child.left_edge.lower_ in ("because", "since", "as", "although", "though", "but")
    if child.dep_ == "conj" and not own:
        return False
    first, last = sorted((child, head), key=lambda t: t.i)
    between = head.doc[first.i : last.i]
    return own and any(t.text in (*_STOPS, ",", "—", "–") for t in between)


def unquoted(text: str, span: Span) -> Span:
    """Without a quotation mark at an end that has none at the other."""
    said = span.of(text)
    for opening, closing in _MARKS:
        opened, closed = said.count(opening), said.count(closing)
        if (opening == closing and opened % 2 == 0) or (opening != closing and opened == closed):
            continue
        if said.startswith(opening) and len(said) > 1:
            return unquoted(text, trimmed(text, Span(span.start + 1, span.end)))
        if said.endswith(closing) and len(said) > 1:
            return unquoted(text, trimmed(text, Span(span.start, span.end - 1)))
    return span


def is_joined(verb: Token, told: Collection[int]) -> bool:
    """True for "and the rest will follow" where the clause before tells it too, with no comma."""
    if verb.dep_ != "conj" or verb.head.i not in told or verb.head.pos_ not in VERBAL:
        return False
    return not _set_beside(verb, verb.head)


def span_of(words: Sequence[Token]) -> Span:
    """From the first to the last of the words, which are in text order."""
    return Span(words[0].idx, words[-1].idx + len(words[-1].text))
