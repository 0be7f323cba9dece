"""Half-open character ranges of a report's clean text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`; counted in Python code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def pair(self) -> list[int]:
        """`[start, end]`, as rows carry it."""
        return [self.start, self.end]


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`; raises ValueError when there are none."""
    found = list(spans)
    if not found:
        raise ValueError("cover() needs at least one span")
    return Span(min(s.start for s in found), max(s.end for s in found))
