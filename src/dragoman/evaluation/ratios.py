"""The arithmetic that all scores share."""

from __future__ import annotations

from collections.abc import Iterable

Pair = tuple[int, int]


def ratio(part: float, whole: float) -> float:
    """`part` of `whole`; 0 where there is nothing."""
    return part / whole if whole else 0.0


def f1(right: float, told: float, gold: float) -> float:
    """The harmonic mean of precision and recall, from counts."""
    return harmonic(ratio(right, told), ratio(right, gold))


def harmonic(precision: float, recall: float) -> float:
    """F1 of a precision and a recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    found = list(values)
    return ratio(sum(found), len(found))


def overlap(a: Iterable[int], b: Iterable[int]) -> bool:
    """True when two half-open spans share a character."""
    (start, end), (other_start, other_end) = a, b
    return start < other_end and other_start < end
