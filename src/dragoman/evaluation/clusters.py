"""How far two groupings of the same things agree: B-cubed and pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from math import comb
from typing import Any, NamedTuple

from dragoman.evaluation.ratios import harmonic, mean, ratio

Grouping = Mapping[str, Hashable]


class Agreement(NamedTuple):
    """Precision and recall of a grouping, and the harmonic mean of the two."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return harmonic(self.precision, self.recall)


def b_cubed(gold: Grouping, told: Grouping) -> Agreement:
    """B-cubed (Bagga and Baldwin 1998): for each thing, of those grouped with it the share that
    gold groups with it (precision) and the other way round (recall), itself among them; the mean
    over all things of `gold`."""
    golden, mine = Counter(gold.values()), Counter(told[name] for name in gold)
    both = Counter((gold[name], told[name]) for name in gold)
    shared = {name: both[gold[name], told[name]] for name in gold}
    return Agreement(
        mean(shared[name] / mine[told[name]] for name in gold),
        mean(shared[name] / golden[gold[name]] for name in gold),
    )


def pairwise(gold: Grouping, told: Grouping) -> Agreement:
    """Of the pairs grouped together the share that gold groups so, and the other way round."""
    both = Counter((gold[name], told[name]) for name in gold)
    right = _pairs(both)
    return Agreement(
        ratio(right, _pairs(Counter(told[name] for name in gold))),
        ratio(right, _pairs(Counter(gold.values()))),
    )


def _pairs(sizes: Counter[Any]) -> int:
    return sum(comb(size, 2) for size in sizes.values())
