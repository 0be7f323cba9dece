"""Of whom a noun is said: "X is an ally", "X, an ally", "the ally X", "serves as president"."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.syntax import children, conjuncts, objects, subjects
from dragoman.coding.tie_words import POS

COPULAR = ("attr", "acomp")
MODIFYING = ("compound", "nmod", "amod")


def verb_of(token: Token) -> Token:
    """The verb that carries a word: "has a base", "is an ally"; the word itself without one."""
    for above in (token, *token.ancestors):
        if above.pos_ in POS["verb"]:
            return above
    return token


def who(noun: Token) -> list[Token]:
    """Whoever a noun is said of; the noun itself where it stands for somebody."""
    said = said_of(noun)
    if said:
        return said
    named = [c for c in children(noun, "appos") if c.pos_ == "PROPN"]
    return [x for n in named for x in conjuncts(n)] or [noun]


def said_of(noun: Token) -> list[Token]:
    """Whoever a noun is said of as an apposition, after "be", before a name, or after "as"."""
    head = noun.head
    if noun.dep_ == "conj":
        return said_of(head) if head.pos_ in POS["noun"] else []
    if noun.dep_ in COPULAR:
        return subjects(head) or objects(head)
    if noun.dep_ == "pobj" and head.lower_ == "as":
        verb = verb_of(head)
        return objects(verb) or subjects(verb)
    before_name = noun.dep_ in MODIFYING and head.pos_ == "PROPN"
    return [head] if noun.dep_ == "appos" or before_name else []


def holder(noun: Token) -> list[Token]:
    """Who holds an office: somebody with a name, not the office's own phrase."""
    return [t for t in who(noun) if t != noun]
