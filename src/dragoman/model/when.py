"""A date as far as it is known: an interval with a precision and the basis that it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

Precision = Literal["day", "week", "month", "season", "year", "decade", "unknown"]
Basis = Literal["given", "metadata", "page", "text", "report", "none"]

PRECISIONS: tuple[Precision, ...] = get_args(Precision)
BASES: tuple[Basis, ...] = get_args(Basis)


@dataclass(frozen=True, slots=True)
class When:
    """Half-open interval: `start` is the first day, `end` the first day after.

    Either end may be None (open: "before 2022" has no start); both are None when nothing is
    known. `basis` says where the date is from: given by the user, the file's metadata, the page
    around the text, the text itself, the report's own publication date standing in, or none.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    basis: Basis = "none"

    def __post_init__(self) -> None:
        if self.start and self.end and self.start >= self.end:
            raise ValueError(f"an interval needs start < end, not {self.start}, {self.end}")

    @property
    def known(self) -> bool:
        """True when at least one end is known."""
        return self.start is not None or self.end is not None

    @property
    def single_day(self) -> date | None:
        """The day, where the interval is exactly one."""
        if self.start and self.end and self.end - self.start == timedelta(days=1):
            return self.start
        return None

    def on(self, basis: Basis) -> When:
        """The same interval resting on another basis."""
        return replace(self, basis=basis)


UNKNOWN = When()


def day(d: date, basis: Basis = "text") -> When:
    """One day."""
    return When(d, d + timedelta(days=1), "day", basis)


def month(year: int, number: int, basis: Basis = "text") -> When:
    """A calendar month; `number` is 1 to 12."""
    after = date(year + number // 12, number % 12 + 1, 1)
    return When(date(year, number, 1), after, "month", basis)


def year(number: int, basis: Basis = "text") -> When:
    """A calendar year."""
    return When(date(number, 1, 1), date(number + 1, 1, 1), "year", basis)


def meet(one: When, other: When) -> bool:
    """True where two intervals may share a day."""
    apart = one.end and other.start and one.end <= other.start
    return not (apart or (other.end and one.start and other.end <= one.start))
