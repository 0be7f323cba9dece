"""Assessments of what is or will be, and ties that hold over time."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actor import Source
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Judgement:
    """A worded probability: `low` and `high` bound it, 0 to 1 (ICD 203's bands and surveys)."""

    author: Source
    statement: str
    term: str
    low: float
    high: float
    span: Span
    actors: tuple[str, ...] = ()
    horizon: When | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What holds between actors `a` and `b` over time, with its quantity and unit."""

    kind: str
    a: str
    b: str
    span: Span
    quantity: float | None = None
    unit: str | None = None
    interval: When = UNKNOWN
    via: str | None = None
