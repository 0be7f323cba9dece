"""How much: a number with its unit as told, its bounds, and the same in a unit to compare by."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with its bounds in one unit; a side that is not known is None."""

    value: float | None
    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text tells it: `span` covers it with its unit and the words that bound it.

    `value` is the number told ("more than 3,000" tells 3000), None where only bounds are ("most
    of"); `low` and `high` are what the words around it leave open, None on an open side. `unit` is
    as figures name it ("km", "USD/year"), or the noun that is counted ("soldiers"); `of` what it is
    a quantity of ("crude oil"). `normal` is the same in the unit by which quantities of one kind
    are compared (475 miles in km); None where there is none.
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    normal: Measured | None = None
