"""Ends that are reached with the act that aims at them: "called to congratulate"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dragoman.coding.factuality import factuality
from dragoman.coding.triggers import trigger_of
from dragoman.model.ontology import EVENT_TYPES, EventType
from dragoman.model.tables import Column, read_table

COLUMNS = (
    Column("verb", many=True),
    Column("types", many=True, choices=EVENT_TYPES),
    Column("example"),
)
_VERBAL = ("VERB", "AUX")


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in read_table("frames/reached_ends.tsv", COLUMNS):
        for verb in row.many("verb"):
            found[verb] = found.get(verb, frozenset()) | frozenset(row.many("types"))
    return found


def is_reached(verb: Token, kind: EventType) -> bool:
    """True for an infinitive that tells what for something happened, where that reaches it."""
    above = verb.head
    if verb.dep_ not in ("advcl", "xcomp") or above.pos_ not in _VERBAL:
        return False
    aim = any(c.tag_ == "TO" for c in verb.lefts)
    return aim and kind in _types(above) and factuality(trigger_of(above)) == "happened"


def _types(verb: Token) -> frozenset[str]:
    """The types of act that are done with what a verb names, alone or with its particle."""
    lemma = verb.lemma_.lower()
    below = [c.lower_ for c in verb.rights if c.dep_ in ("prt", "advmod", "dobj")]
    named = [lemma, *(f"{lemma} {word}" for word in below)]
    named += [f"{lemma} the {c.lower_}" for c in verb.rights if c.dep_ == "dobj"]
    return frozenset().union(*(_table().get(name, frozenset()) for name in named))
