"""The size of a break: how many times the rate before it the rate after is, with its band."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.analysis.bands import DRAWS, HIGH, LOW
from dragoman.analysis.breaks import Break

_SEED = 20250701
# Half an incident is added to either side, so that a rate of none can be divided by.
_ADDED = 0.5


@dataclass(frozen=True, slots=True)
class Size:
    """A ratio of rates with the ends of its 90 % band."""

    ratio: float
    low: float
    high: float


def size_of(found: Break) -> Size:
    """The ratio of the rates of the class that changed most.

    The band is of Poisson numbers of incidents on either side, drawn around those that were told.
    """
    left, right = found.at - found.since, found.until - found.at
    before, after = (rates[found.quad - 1] for rates in (found.before, found.after))
    many = np.array([before * left, after * right])
    drawn = np.random.default_rng(_SEED).poisson(many + _ADDED, (DRAWS * 16, 2)) + _ADDED
    ratios = (drawn[:, 1] / right) / (drawn[:, 0] / left)
    low, high = np.percentile(ratios, (LOW, HIGH))
    ratio = ((many[1] + _ADDED) / right) / ((many[0] + _ADDED) / left)
    return Size(float(ratio), float(low), float(high))
