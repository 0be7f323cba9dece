"""How much more a series scatters than counts that come by chance would."""

from __future__ import annotations

from bisect import insort

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
# The largest share of the steps that may be breaks themselves, and is left out.
_LEFT_OUT = 0.05


def dispersions(totals: Array) -> Array:
    """The variance over the mean of the first t counts, for each t; 1 where it is no larger.

    Of two counts in a row with the same rate, the squared difference has the mean of their sum,
    whatever the rate: so each step gives a ratio with mean 1, and levels that last leave only
    their own step in it. The largest twentieth of the ratios is left out.
    """
    sums = totals[1:] + totals[:-1]
    ratios = np.square(np.diff(totals)) / np.where(sums > 0, sums, 1)
    found = np.ones(len(totals))
    known: list[float] = []
    whole = 0.0
    for t, (ratio, some) in enumerate(zip(ratios.tolist(), sums.tolist(), strict=True), 1):
        if some > 0:
            insort(known, ratio)
            whole += ratio
        if known:
            out = int(len(known) * _LEFT_OUT)
            kept = whole - sum(known[len(known) - out :])
            found[t] = max(1.0, kept / (len(known) - out))
    return found
