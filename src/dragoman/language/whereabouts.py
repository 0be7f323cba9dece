"""Whose those are for whom only the clause tells where: "gunmen killed nine in Kabul"."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.language.belonging import Owner, Surroundings
from dragoman.language.seats import is_strictly_place
from dragoman.language.sightings import Sighting
from dragoman.language.vocabulary import words

# Sectors whose people mostly act, and suffer, in their own country.
LOCAL = frozenset(
    {"CVL", "COP", "JUD", "OPP", "REB", "UAF", "CRM", "LAB", "AGR", "EDU", "HLH", "REL", "UNK"}
)
# Steps up the parse from a noun to its verb: over "dozens of", "a group of" and conjuncts.
_STEPS = 4
REFUGEES = "REF"
# What refugees do with the country that they are from.
_FLEEING = "flee"
_LOCATED = frozenset({"place", "state"})
# Roles in which a sighting is a place: not in "in Israeli shelling".
_NAMED = frozenset({"name", "seat"})


def around_here(around: Surroundings, noun: Token, sector: str, lemma: str) -> list[Owner]:
    """The one state whose place the clause of `noun` names with "in", "at" or "near"; else none.

    Nothing for those who are often abroad, nor for what people do abroad, as meeting or speaking.
    """
    if sector == REFUGEES:
        return _one([s for c in noun.rights if c.lemma_ == _FLEEING for s in _named(around, c)])
    if sector not in LOCAL or lemma in words("posted"):
        return []
    verb = _verb_of(noun)
    if verb is None or verb.lemma_.lower() in words("elsewhere"):
        return []
    verbs = [verb, *(c for c in verb.rights if c.dep_ == "advcl")]
    after = (c for v in verbs for c in v.rights if c.dep_ == "prep")
    places = [s for preposition in after for s in _places(around, preposition)]
    return _one(places)


def _one(places: list[Sighting]) -> list[Owner]:
    """The state that all of them are in, as an owner."""
    if len({s.state for s in places}) != 1:
        return []
    return [Owner(places[0].state, places[0].first, places[0].last)]


def _verb_of(noun: Token) -> Token | None:
    token = noun
    for _ in range(_STEPS):
        if token.pos_ == "VERB" or token.head.i == token.i:
            break
        token = token.head
    return token if token.pos_ == "VERB" else None


def _places(around: Surroundings, preposition: Token) -> list[Sighting]:
    """What is sighted inside "in the northern city of Kunduz", if that is where something is."""
    objects = [c for c in preposition.children if c.dep_ == "pobj"]
    if not any(is_strictly_place(o) for o in objects):
        return []
    return [s for o in objects for s in _named(around, o)]


def _named(around: Surroundings, token: Token) -> list[Sighting]:
    """The places and states named below `token`."""
    found = (around.at.get(t.i) for t in token.subtree)
    return [s for s in found if s and s.kind in _LOCATED and s.role in _NAMED]
