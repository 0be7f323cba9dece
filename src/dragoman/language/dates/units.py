"""The calendar unit that a relative expression names, and which way it looks."""

from __future__ import annotations

from dragoman.language.dates.picking import (
    unit_of,
)
from dragoman.language.dates.tokens import Piece

_COARSE = {"Y": {10: "DE", 100: "C", 1000: "C"}}
_DIRECTION = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1,
}  # fmt: skip


def calendar_unit(run: tuple[Piece, ...]) -> str:
    """The calendar unit named; a decade and a century are units of their own."""
    unit, size = unit_of(run)
    return _COARSE.get(unit, {}).get(size, unit)


def direction(run: tuple[Piece, ...]) -> int:
    """-1 for 'last', 0 for 'this', 1 for 'next'; 'this past' and 'this coming' as the second."""
    signs = [_DIRECTION[p.kind] for p in run if p.kind in _DIRECTION]
    return next((s for s in signs if s), 0)
