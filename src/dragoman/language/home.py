"""The one country in which a report plays, for those who act in it without another word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.language.actor_tables import state_codes
from dragoman.language.belonging import is_sector
from dragoman.language.sightings import STATE_CODE
from dragoman.model.actor import Mention

# Sectors of a state's own institutions and politics: "the police", "the opposition".
DOMESTIC = frozenset({"GOV", "COP", "LEG", "JUD", "MIL", "SPY", "OPP", "PTY"})
# How often a report has to speak of its only country before that is certain.
ENOUGH = 2


def at_home(found: Sequence[Mention]) -> list[Mention]:
    """`found`, with the report's only country for institutions that have none.

    A report that speaks of two countries leaves open whose "police" are meant.
    """
    home = _home(found)
    return [_with_home(m, home) if home else m for m in found]


def _home(found: Sequence[Mention]) -> str | None:
    codes = (c[:STATE_CODE] for m in found for c in m.codes if not is_sector(c))
    spoken = Counter(c for c in codes if c in state_codes())
    if len(spoken) != 1:
        return None
    state, times = spoken.popitem()
    return state if times >= ENOUGH else None


def _with_home(mention: Mention, home: str) -> Mention:
    if len(mention.codes) != 1 or mention.codes[0] not in DOMESTIC:
        return mention
    return replace(mention, codes=(home + mention.codes[0],))
