"""Which incidents are asked for by what linking made of them, beside what their events say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """All that is asked must hold: told by several reports; disputed; by several reports that
    all rest on one origin."""

    several: bool = False
    disputed: bool = False
    one_origin: bool = False


ANY = Choice()
