"""The state of a party of whom the text tells the trade alone: "police arrested three teachers"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.acts import Act
from dragoman.coding.participants import Participants
from dragoman.language.actor_tables import sectors
from dragoman.language.belonging import PREFIXES, ROAMING, STATELESS
from dragoman.model.event import Place

# Bodies whose power ends at the border: whom they hold or free is, unless told otherwise, theirs.
POWERS = frozenset({"COP", "JUD"})
# Sectors that say of nobody where he is at home.
UNPLACED = frozenset({*ROAMING, *PREFIXES, STATELESS, "REF", "SET", "UNK"})


def homed(act: Act, where: Place | None) -> Act:
    """The act with the states of its parties, as far as its place or the police's own tell them.

    People of a trade are of the land in which the act takes place; those whom a court or the
    police of a state deal with are that state's.
    """
    land = where.country if where is not None else None
    own = next((c[:3] for c in act.actor.codes if c[3:] in POWERS), None)
    actor = _of(act.actor, land)
    return replace(act, actor=actor, recipient=_of(act.recipient, land or own))


def _of(party: Participants, land: str | None) -> Participants:
    if land is None:
        return party
    codes = (land + c if c in sectors() and c not in UNPLACED else c for c in party.codes)
    return replace(party, codes=tuple(dict.fromkeys(codes)))
