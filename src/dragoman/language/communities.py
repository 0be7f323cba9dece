"""Of which state a people or a community is, by the words around it: "Muslims in India"."""

from __future__ import annotations

from dragoman.language.actor_tables import state_codes
from dragoman.language.belonging import Owner, Surroundings, after, before
from dragoman.language.sightings import Sighting

CIVILIANS = "CVL"
_MODIFYING = frozenset({"amod", "compound", "nmod", "poss"})


def community(around: Surroundings, s: Sighting) -> str | None:
    """The code of a community of a state: "Guatemalan Indians", "Muslims in India".

    None where nothing tells, so that the people's own code stays; a people with a state of its
    own keeps it abroad ("Turks in Sweden").
    """
    head = around.doc[s.head]
    if not (s.role == "people" or s.kind == "people") or head.dep_ in _MODIFYING:
        return None
    owners = _others(s, before(around, s.first, head.left_edge.i, joined=False))
    if not owners and s.kind == "people":
        owners = _others(s, after(around, head, CIVILIANS, head.lemma_.lower()))
    return owners[-1].state + CIVILIANS if owners else None


def _others(s: Sighting, owners: list[Owner]) -> list[Owner]:
    return [o for o in owners if o.state != s.state and o.state in state_codes()]
