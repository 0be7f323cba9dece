"""What befell those counted: killed, detained, missing, by the verbs and words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.language.figures_tables import Thing, things

# Nouns for acts, which 'of' joins to those who suffered them.
ACTS = frozenset({"killed", "injured", "detained", "expelled"})
_OBJECTS = frozenset({"nsubjpass", "dobj", "obj", "attr", "oprd", "ROOT"})


def said_next(doc: Doc, last: Token) -> Thing | None:
    """'38 dead', '12 injured', 'four were wounded', whatever the parse made of it."""
    for token in doc[last.i + 1 : last.i + 4]:
        if thing := _said(token):
            return thing
        if token.pos_ not in {"AUX", "ADV", "ADJ", "NOUN"}:
            return None
    return None


def _said(token: Token) -> Thing | None:
    """What an adjective or a past participle says of those counted."""
    if token.lower_ in things("adjective"):
        return things("adjective")[token.lower_]
    return things("verb").get(token.lemma_.lower()) if token.tag_ == "VBN" else None


def befell(node: Token, seen: set[int]) -> Thing | None:
    """What befell those counted: from the words that hang on them, then from what they hang on."""
    if node.i in seen:
        return None
    seen.add(node.i)
    for found in (*_hanging(node), _governor(node)):
        if found:
            return found
    if node.dep_ == "conj":
        return befell(node.head, seen)
    return None


def _hanging(node: Token) -> Iterator[Thing | None]:
    for child in node.children:
        if child.dep_ in {"amod", "acl", "appos", "acomp"}:
            yield _said(child)
        if child.dep_ == "relcl":
            passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in child.children)
            yield things("verb" if passive else "subject").get(child.lemma_.lower())
        if child.dep_ == "prep" and child.lower_ == "of" and node.pos_ == "NUM":
            yield from (befell(o, {node.i}) for o in child.children if o.pos_ == "NOUN")


def _governor(node: Token) -> Thing | None:
    head = node.head
    lemma = head.lemma_.lower()
    if node.dep_ in {"nsubj", "nsubjpass"}:
        return _of_subject(node, head)
    if node.dep_ in _OBJECTS and head.pos_ in {"VERB", "AUX", "NOUN"} and head.i != node.i:
        return things("verb").get(lemma) or _exceeds(head) or _complement(head, node)
    if node.dep_ == "pobj":
        return _after_preposition(head)
    return None


def _of_subject(node: Token, head: Token) -> Thing | None:
    lemma = head.lemma_.lower()
    if node.dep_ == "nsubjpass" or head.tag_ == "VBN":
        said = things("verb").get(lemma) or things("adjective").get(head.lower_)
        return said or _complement(head, node)
    if found := things("subject").get(lemma):
        return found
    return things("adjective").get(head.lower_) or _complement(head, node)


def _complement(verb: Token, node: Token) -> Thing | None:
    """'12 are missing', 'left 12 dead'."""
    for child in verb.children:
        said = things("adjective").get(child.lower_)
        if said and child.i != node.i and child.dep_ in {"acomp", "oprd", "xcomp", "ccomp", "attr"}:
            return said
    return None


def _exceeds(verb: Token) -> Thing | None:
    """'the number of political prisoners exceeds 300': what the subject counts."""
    for subject in (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}):
        if thing := _toll(subject):
            return thing
        for of in (c for c in subject.children if c.dep_ == "prep"):
            for noun in of.children:
                if subject.lemma_.lower() == "number" and noun.lemma_.lower() in things("noun"):
                    return things("noun")[noun.lemma_.lower()]
    return None


def _toll(noun: Token) -> Thing | None:
    return things("toll").get(noun.lemma_.lower())


def _after_preposition(preposition: Token) -> Thing | None:
    """'the deaths of 38', 'the toll rose to 38', 'a toll of 38'."""
    head = preposition.head
    if preposition.lower_ == "of":
        found = things("noun").get(head.lemma_.lower())
        if head.tag_ in {"VBG", "NN"} and head.lemma_.lower() in things("verb"):
            return things("verb")[head.lemma_.lower()]
        return _toll(head) or (found if found and found.what in ACTS else None)
    return _exceeds(head)
