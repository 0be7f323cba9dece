"""Nouns, adjectives and prepositions by which somebody is told to say or think something."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.coding.attribution_found import SAYING, VERBAL, Found, is_infinitive, words_of
from dragoman.coding.syntax import children, is_passive, subjects
from dragoman.language.quotes_tables import Cue, attitude_words


def according_cues(token: Token) -> Iterator[Found]:
    link = next(iter(children(token, "prep")), None)
    sources = children(link, "pobj") if link is not None else children(token, "pobj")
    above = [a for a in token.ancestors if a.pos_ in VERBAL]
    head = next((a for a in above if not _only_describes(a)), token.head)
    if sources and head.i != token.i:
        words = (token, link) if link is not None else (token,)
        yield Found(token, SAYING, words, tuple(sources), (head,))


def _only_describes(verb: Token) -> bool:
    """True for a participle that hangs on another word: what is told is the clause around it."""
    return verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("acl", "pcomp", "advcl")


def noun_cues(noun: Token) -> Iterator[Found]:
    cue = attitude_words().get((noun.lemma_.lower(), "noun"))
    if cue is None:
        return
    contents, link = _behind(noun, cue)
    if not contents:
        return
    owners = children(noun, "poss")
    words: tuple[Token, ...] = (noun,) if link is None else (noun, link)
    sources = [x for o in owners for x in (o,)] or _makers(noun)
    carrier = noun.head if not owners and _carries(noun) else None
    if carrier is not None:
        sources = subjects(carrier) or sources
        words = (*words_of(carrier), *words)
    yield Found(noun, cue, words, tuple(sources), tuple(contents))


def _carries(noun: Token) -> bool:
    """True where the verb above only says that the noun's word was spoken: "made the claim"."""
    return noun.dep_ == "dobj" and noun.head.pos_ in VERBAL and not is_passive(noun.head)


def _makers(noun: Token) -> list[Token]:
    """Whose word it is: "criticism by", "calls from"."""
    preps = [p for p in children(noun, "prep") if p.lower_ in ("by", "from", "among")]
    return [p for prep in preps for p in children(prep, "pobj")]


def adjective_cues(adjective: Token) -> Iterator[Found]:
    cue = attitude_words().get((adjective.lemma_.lower(), "adjective"))
    if cue is None:
        return
    contents, link = _behind(adjective, cue)
    if not contents:
        return
    words: tuple[Token, ...] = (adjective,) if link is None else (adjective, link)
    sources: list[Token] = []
    if adjective.dep_ in ("acomp", "attr", "oprd") and adjective.head.pos_ in VERBAL:
        words = (*words_of(adjective.head), *words)
        sources = subjects(adjective.head)
    elif adjective.dep_ in ("amod", "acl", "ROOT"):
        sources = [adjective.head] if adjective.dep_ != "ROOT" else []
    if sources:
        yield Found(adjective, cue, words, tuple(sources), tuple(contents))


def _behind(word: Token, cue: Cue) -> tuple[list[Token], Token | None]:
    """What a noun or an adjective says, and the preposition before it."""
    for child in word.rights:
        clause = child.dep_ in ("ccomp", "acl", "xcomp", "advcl", "relcl") and child.pos_ in VERBAL
        if clause and "infinitive" in cue.takes and is_infinitive(child):
            return [child], None
        if clause and "clause" in cue.takes and _finite(child):
            return [child], None
        if child.dep_ == "prep" and child.lower_ in cue.takes:
            return children(child, "pobj", "pcomp"), child
    return [], None


def _finite(verb: Token) -> bool:
    """True for "that ..." and its like, False for a clause that only describes the noun."""
    marked = any(c.dep_ == "mark" or c.tag_ in ("WRB",) for c in verb.lefts)
    return marked or (verb.dep_ in ("ccomp", "acl") and bool(children(verb, "nsubj", "nsubjpass")))
