"""Breaks: dates on which the level of a series, or its mix of words and deeds, changed.

Optimal partitioning (Jackson and others 2005, IEEE Signal Processing Letters 12: 105-108) of the
counts by QuadClass, each segment with a rate of its own for each class. The best partition of the
first t periods is found for every t on the way to the last, so that what is known as of each date
comes from the same pass and rests on no later period.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.analysis.noise import dispersions

Array = npt.NDArray[np.float64]
# What a break must add to the log-likelihood. Chosen by `benchmarks/breaks.py`: at no as-of date
# of 104 calm periods is a break told in 95 of 100 series or more, where counts come by chance, and
# a tenfold rise of deeds is found within one period.
PENALTY = 13.0
# A change must last, or an outburst of a single period would be two breaks.
SHORTEST = 2
# Half of the 95 % point of chi-squared with one degree of freedom: dates whose likelihood is
# within it of the best are in the interval.
_WITHIN = 1.92
# So many ends are looked at together, which is faster than one by one and takes little memory.
_BLOCK = 64


@dataclass(frozen=True, slots=True)
class Break:
    """A break before period `at`; the intervals of periods are closed.

    `before` and `after` are rates a period by QuadClass, of the segments that it parts, which
    begin at `since` and end before `until`. `gains` are what each class adds to the
    log-likelihood; `level` and `mix` part their sum into that of the total and that of the shares.
    `low` and `high` bound the date; `known` is the period at whose end it could first be told.
    """

    at: int
    since: int
    until: int
    before: tuple[float, ...]
    after: tuple[float, ...]
    gains: tuple[float, ...]
    level: float
    mix: float
    low: int
    high: int
    known: int

    @property
    def quad(self) -> int:
        """The QuadClass that changed most."""
        return int(np.argmax(self.gains)) + 1

    @property
    def kind(self) -> str:
        """Whether more of it is a change of "level" or of "mix"."""
        return "level" if self.level >= self.mix else "mix"


def breaks(counts: Array, penalty: float = PENALTY) -> list[Break]:
    """The breaks of counts by period and QuadClass (periods x 4), in order."""
    if len(counts) < 2 * SHORTEST:
        return []
    sums = np.vstack([np.zeros((1, counts.shape[1])), np.cumsum(counts, axis=0)])
    noise = dispersions(counts.sum(axis=1))
    last = _partitions(sums, noise, penalty)
    history = [_path(last, t) for t in range(len(counts) + 1)]
    ends = [0, *history[-1], len(counts)]
    return list(_told(sums, noise, ends, history))


def breaks_known(counts: Array, penalty: float = PENALTY) -> list[tuple[int, ...]]:
    """For each period, where breaks were told at its end."""
    sums = np.vstack([np.zeros((1, counts.shape[1])), np.cumsum(counts, axis=0)])
    last = _partitions(sums, dispersions(counts.sum(axis=1)), penalty)
    return [_path(last, t) for t in range(1, len(counts) + 1)]


def _partitions(sums: Array, noise: Array, penalty: float) -> npt.NDArray[np.int64]:
    """Where the last segment of the best partition of the first t periods begins, for each t.

    A break costs `penalty` times the scatter as it is known at t, those before t as well.
    """
    length = len(sums) - 1
    costs, many = np.full(length + 1, np.inf), np.zeros(length + 1)
    costs[0], many[0] = 0.0, -1.0
    last = np.zeros(length + 1, dtype=np.int64)
    for first in range(SHORTEST, length + 1, _BLOCK):
        block = np.arange(first, min(first + _BLOCK, length + 1))
        for t, fit in zip(block.tolist(), _costs(sums, block), strict=True):
            starts = t - SHORTEST + 1
            fits = costs[:starts] + fit[:starts]
            best = int(np.argmin(fits + penalty * noise[t - 1] * (many[:starts] + 1)))
            last[t], costs[t], many[t] = best, fits[best], many[best] + 1
    return last


def _costs(sums: Array, ends: npt.NDArray[np.int64]) -> Array:
    """`_cost` of segments from each start to each of some ends: ends x starts."""
    starts = np.arange(ends[-1] - SHORTEST + 1)
    counted = sums[ends][:, None, sums[-1] > 0] - sums[None, starts][..., sums[-1] > 0]
    # What begins after its end is no segment, and is not looked at.
    length = np.maximum(ends[:, None] - starts, 1)
    counted = np.maximum(counted, 0)
    logs = np.log(np.maximum(counted, 1e-12))
    found: Array = counted.sum(axis=-1) * np.log(length) - (counted * logs).sum(axis=-1)
    return found


def _cost(
    sums: Array, start: npt.NDArray[np.int64] | int, end: npt.NDArray[np.int64] | int
) -> Array:
    """Minus the Poisson log-likelihood of segments at their own rates, without constants."""
    many = sums[end] - sums[start]
    length = np.asarray(end) - np.asarray(start)
    rates = np.maximum(many / np.maximum(length, 1)[..., None], 1e-12)
    found: Array = -(many * np.log(rates)).sum(axis=-1)
    return found


def _path(last: npt.NDArray[np.int64], end: int) -> tuple[int, ...]:
    found = []
    while (end := int(last[end])) > 0:
        found.append(end)
    return tuple(reversed(found))


def _told(
    sums: Array, noise: Array, ends: Sequence[int], history: Sequence[tuple[int, ...]]
) -> Iterator[Break]:
    for since, at, until in zip(ends, ends[1:], ends[2:], strict=False):
        before, after = sums[at] - sums[since], sums[until] - sums[at]
        scale = float(noise[until - 1])
        gains = _gains(before, after, at - since, until - at) / scale
        totals = np.array([before.sum()]), np.array([after.sum()])
        level = float(_gains(*totals, at - since, until - at)[0]) / scale
        low, high = _dates(sums, noise, since, at, until)
        yield Break(
            at, since, until, tuple(before / (at - since)), tuple(after / (until - at)),
            tuple(map(float, gains)), level, float(gains.sum()) - level, low, high,
            _first_told(history, low, high),
        )  # fmt: skip


def _gains(before: Array, after: Array, left: int, right: int) -> Array:
    """What two rates instead of one add to the log-likelihood of each class."""

    def likelihood(many: Array, length: int) -> Array:
        found: Array = many * np.log(np.maximum(many / length, 1e-12))
        return found

    both = likelihood(before + after, left + right)
    return likelihood(before, left) + likelihood(after, right) - both


def _dates(sums: Array, noise: Array, since: int, at: int, until: int) -> tuple[int, int]:
    """The first and last period before which the break may lie."""
    here = np.arange(since + 1, until)
    costs = (_cost(sums, since, here) + _cost(sums, here, until)) / noise[until - 1]
    likely = here[costs <= costs[at - since - 1] + _WITHIN]
    return int(likely.min()), int(likely.max())


def _first_told(history: Sequence[tuple[int, ...]], low: int, high: int) -> int:
    """The period at whose end a break within the interval was first told and from then on."""
    since = len(history) - 1
    while since > 0 and any(low <= at <= high for at in history[since]):
        since -= 1
    return since
