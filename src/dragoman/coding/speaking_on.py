"""Whom a pronoun that speaks stands for: "they said", after others were cited by name."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.coding.judges import source_head
from dragoman.coding.participants import Cast
from dragoman.language.analysis import Analysis
from dragoman.model.actor import Source
from dragoman.model.attribution import Attribution

# Farther back than this many characters, some three paragraphs, a pronoun points to nobody.
_FAR = 1500


def spoke_before(
    source: Source, said: Iterable[Attribution], analysis: Analysis, cast: Cast
) -> Source:
    """Whoever of its kind was cited last before `source`, where that is a pronoun; else itself."""
    pronoun = source_head(source, analysis)
    if source.span is None or pronoun is None or not _is_third_person(pronoun):
        return source
    at = source.span.start
    before = [a.source for a in said if a.source.span and at - _FAR < a.source.span.start < at]
    before.sort(key=lambda s: s.span.start if s.span else 0, reverse=True)
    for one in before:
        head = source_head(one, analysis)
        if head is not None and head.pos_ in ("NOUN", "PROPN") and _agrees(pronoun, head, cast):
            return one
    return source


def _is_third_person(word: Token) -> bool:
    return word.pos_ == "PRON" and "3" in word.morph.get("Person", [])


def _agrees(pronoun: Token, head: Token, cast: Cast) -> bool:
    """Many for "they", a person for "he" and "she", and what is none for "it"."""
    mention = cast.named(head)
    person = mention is not None and mention.kind == "person"
    joined = any(c.dep_ == "conj" for c in head.children)
    if "Plur" in pronoun.morph.get("Number", []):
        return joined or "Plur" in head.morph.get("Number", [])
    if joined or "Plur" in head.morph.get("Number", []):
        return False
    neuter = "Neut" in pronoun.morph.get("Gender", [])
    return not person if neuter else person or (mention is None and head.pos_ == "NOUN")
