"""By what way a tie runs ("via the pipeline"), and of what it is: goods, an office, a treaty."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.syntax import children, prepositional
from dragoman.coding.tie_said_of import verb_of
from dragoman.coding.tie_words import Found, things
from dragoman.language.analysis import Analysis
from dragoman.model.judgement import TieKind

# Of which classes of things a kind of tie is told to be.
_OF: dict[TieKind, tuple[str, ...]] = {
    "supply": ("goods",),
    "arms": ("arms",),
    "owns": ("asset",),
}
# Kinds whose own noun says what they are: "the defence treaty", "president", "nephew".
_NAMED: frozenset[TieKind] = frozenset({"agreement", "office", "kin"})


def via(found: Found) -> str | None:
    """What follows "via" or "through" in the clause, whole; "by pipeline" too."""
    verb = verb_of(found.token)
    for way in ("via", "through"):
        for token in prepositional(verb, way) or prepositional(found.token, way):
            return _words(token)
    for token in prepositional(verb, "by"):
        if token.lemma_.lower() in things()["way"]:
            return _words(token)
    return None


def _words(token: Token) -> str:
    """The phrase without the clauses that hang on it."""
    asides = [c.left_edge.i for c in token.rights if c.dep_ in ("relcl", "appos", "advcl")]
    last = min(asides, default=token.right_edge.i + 1)
    doc = token.doc[token.left_edge.i : last]
    return doc.text.rstrip(" ,;:.")


def what(found: Found, analysis: Analysis) -> str | None:
    """The words for what is supplied, owned, agreed or held; None where the clause has none."""
    token, kind = found.token, found.word.kind
    if kind in _NAMED and found.word.pos == "noun":
        return _phrase(token, analysis)
    classes = _OF.get(kind)
    if classes is None:
        return None
    wanted = frozenset().union(*(things()[c] for c in classes))
    verb = verb_of(token)
    for word in verb.subtree:
        if word.lemma_.lower() in wanted and word.pos_ in ("NOUN", "PROPN") and word != token:
            head = word
            while head.dep_ == "compound" and head.head.pos_ in ("NOUN", "PROPN"):
                head = head.head
            return _phrase(head, analysis)
    return None


def _phrase(noun: Token, analysis: Analysis) -> str:
    before = children(noun, "compound", "amod", "nmod")
    first = min([noun.i, *(c.left_edge.i for c in before)])
    start = noun.doc[first].idx
    return analysis.report.text[start : noun.idx + len(noun.text)]
