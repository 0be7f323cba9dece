"""Which incidents are asked for by what linking made of them, beside what their events say."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.engine.sourcing import Sources
from dragoman.model.incident import Incident


@dataclass(frozen=True, slots=True)
class Choice:
    """All that is asked must hold: told by several reports; disputed; by several reports that
    all rest on one origin."""

    several: bool = False
    disputed: bool = False
    one_origin: bool = False

    def takes(self, one: Incident, sources: Sources) -> bool:
        """True for an incident that is asked for; origins are looked for where they decide."""
        if (self.several or self.one_origin) and len(one.reports) < 2:
            return False
        if self.disputed and not one.disputes:
            return False
        return not self.one_origin or sources.sourced(one).only is not None


ANY = Choice()
