"""Picking what a rule matched out of its pieces: a month, a day, a figure, a quantity."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.dates.context import Reading, Value
from dragoman.language.dates.tokens import Piece

MONTHS = ("month", "monthd", "monthp", "monthx")
WEEKDAYS = ("weekday", "weekdayx")
SEASONS = ("season", "seasonx")
DAYS = ("day", "nth")
UNITS = ("unit", "units", "unitx", "quarter", "century")
VAGUE = "X"


def pick(run: Sequence[Piece], *kinds: str) -> Piece | None:
    """The first piece of one of the kinds."""
    return next((p for p in run if p.kind in kinds), None)


def pick_all(run: Sequence[Piece], *kinds: str) -> list[Piece]:
    """All pieces of the kinds, in order."""
    return [p for p in run if p.kind in kinds]


def digits(piece: Piece) -> int:
    """The number that a piece's digits spell: 7 of "7th", 2010 of "2010"."""
    return int("".join(c for c in piece.text if c.isdecimal()))


def month_of(run: Sequence[Piece]) -> int | None:
    """The first month named, 1 to 12."""
    piece = pick(run, *MONTHS)
    return int(piece.value) if piece else None


def weekday_of(run: Sequence[Piece]) -> int | None:
    """The first weekday named, ISO 1 to 7."""
    piece = pick(run, *WEEKDAYS)
    return int(piece.value) if piece else None


def year_of(run: Sequence[Piece]) -> int | None:
    """The first four-digit year."""
    piece = pick(run, "year")
    return int(piece.text) if piece else None


def part_said(run: Sequence[Piece]) -> str | None:
    """ "early", "mid" or "late", where a word says so."""
    piece = pick(run, "part", "edge")
    return piece.value if piece else None


def unit_of(run: Sequence[Piece]) -> tuple[str, int]:
    """The TIMEX3 unit named and how many of it the word means: a fortnight is ("W", 2)."""
    piece = pick(run, *UNITS)
    if piece is None:
        raise ValueError("the expression names no unit of time")
    unit, size = piece.value.split()
    return unit, int(size)


def quantity(run: Sequence[Piece]) -> float | None:
    """How many the words before the unit say: 25 of "twenty-five", None where vague."""
    total, seen, vague = 0.0, False, False
    for piece in run:
        if piece.kind in UNITS:
            break
        if piece.kind in ("vague", "recent"):
            vague = True
        elif piece.kind == "scale":
            total, seen = max(total, 1.0) * float(piece.value), True
        elif piece.kind == "couple":
            total, seen = float(piece.value), True
        elif piece.kind in ("day", "year", "count", "cardinal"):
            total, seen = total + _figure(piece), True
        elif piece.kind == "half":
            total, seen = (total if seen and total != 1 else 0) + 0.5, True
        elif piece.kind == "article" and not seen:
            total, seen = 1.0, True
    return None if vague or not seen else total


def _figure(piece: Piece) -> float:
    if piece.kind == "cardinal":
        return float(piece.value)
    return float(piece.text.replace(",", ""))


def reading(run: Sequence[Piece], value: Value, explicit: bool = False, kind: str = "") -> Reading:
    """A reading of the whole run."""
    return Reading(run[0].start, run[-1].end, value, explicit, kind)
