"""Who is the subject where: the parts of a parse that reference follows."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from dragoman.language.vocabulary import words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp"})
_OBJECTS = frozenset({"dobj", "dative", "iobj", "pobj"})


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject, not one that it shares with another verb."""
    return next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)


def is_object(token: Token) -> bool:
    """True for an object, and for the subject of an infinitive ("caused it to crash")."""
    infinitive = token.dep_ in _SUBJECTS and any(c.tag_ == "TO" for c in token.head.lefts)
    return token.dep_ in _OBJECTS or infinitive


def subjects_above(token: Token) -> Iterator[Token]:
    """Subjects of the clauses around `token`, the nearest first, each before the token.

    A relative clause's "who" or "which" gives the noun that it tells of; so does a participle
    beside a noun; an infinitive gives the object before it where that is to do it. An object's own
    clause is left out: its subject would be "himself".
    """
    node, skip = token, is_object(token)
    while node.head.i != node.i:
        parent = node.head
        subject = subject_of(parent)
        controller = _controller(node) if node.dep_ == "xcomp" else None
        if controller is not None:
            if not skip:
                yield controller
            skip = False
        if subject is not None and subject.i < token.i and not subject.is_ancestor(token):
            if not skip:
                yield _meant(subject, parent)
            skip = False
        elif node.dep_ == "acl" and node.tag_ == "VBG" and parent.i < token.i:
            yield parent
        elif parent.pos_ in {"VERB", "AUX"} and subject is None and parent.dep_ not in _SHARED:
            skip = skip and parent.dep_ != "ROOT"
        node = parent


def _controller(infinitive: Token) -> Token | None:
    """The object that is to do what an infinitive says: Y in "X pressed (called on) Y to go"."""
    verb = infinitive.head
    if verb.lemma_.lower() in words("subject_control"):
        return None
    between = [c for c in verb.rights if c.i < infinitive.i]
    for child in between:
        if child.dep_ in {"dobj", "dative"} and child.pos_ != "ADP":
            return child
        if child.dep_ == "prep" and child.lower_ in {"on", "upon", "to"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def own_subject(token: Token) -> Token | None:
    """The subject of the token's own clause, for reflexives."""
    node = token
    while node.head.i != node.i:
        node = node.head
        subject = subject_of(node)
        if subject is not None and subject.i < token.i:
            return _meant(subject, node)
    return None


def _meant(subject: Token, verb: Token) -> Token:
    if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return subject


def main_subject(sentence: Sentence) -> Token | None:
    """The subject of a sentence's main clause."""
    return subject_of(sentence.root)


def conjuncts(token: Token) -> list[Token]:
    """The token and those joined to it by "and", in order."""
    found = [token]
    for one in found:
        found.extend(c for c in one.rights if c.dep_ == "conj")
    return found


def first_conjuncts_above(token: Token) -> Iterator[Token]:
    """Heads whose conjunct holds the token: X in "X and its allies"."""
    node = token
    while node.head.i != node.i:
        if node.dep_ == "conj":
            yield node.head
        elif node.dep_ not in {"poss", "compound", "amod", "prep", "pobj", "det", "cc"}:
            return
        node = node.head


def is_empty_it(token: Token) -> bool:
    """True for the "it" that stands for nothing ("it is clear that", "it seems that")."""
    verb = token.head
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    if token.dep_ not in _SUBJECTS:
        return False
    clauses = {"ccomp", "csubj", "advcl"}
    linking = verb.lemma_ in {"be", "seem", "appear", "remain", "become"} or verb.dep_ == "passive"
    tails = [c for c in verb.rights if c.dep_ in clauses or (c.dep_ == "xcomp" and linking)]
    tails += [g for c in verb.rights if c.dep_ in {"acomp", "attr"} for g in c.rights
              if g.dep_ in {"xcomp", "ccomp", "relcl", "advcl"}]  # fmt: skip
    return linking and bool(tails)
