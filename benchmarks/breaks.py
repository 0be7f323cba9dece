"""How often planted breaks are found and calm is called a break: `python -m benchmarks.breaks`.

For each penalty: of 200 calm series of 104 periods, at different levels and mixes, the share with a
break as of any date; of 100 series with a planted change the share found within one period, and
the mean of the periods that passed until it could be told. Once with counts by chance, once with
twice their scatter.
"""

from __future__ import annotations

import sys

import numpy as np
import numpy.typing as npt

from dragoman.analysis.breaks import breaks, breaks_known

Array = npt.NDArray[np.float64]
PENALTIES = (11.0, 12.0, 13.0, 14.0)
LENGTH, AT = 104, 60
# Rates of the QuadClasses before and after.
CHANGES = {
    "deeds of conflict tenfold": ((1.0, 0.3, 1.0, 0.3), (1.0, 0.3, 3.0, 3.0)),
    "conflict twice, deeds eightfold": ((2.0, 0.5, 2.0, 0.5), (2.0, 0.5, 4.0, 4.0)),
    "nearly all ceases": ((1.0, 0.2, 1.0, 0.2), (0.2, 0.0, 0.2, 0.0)),
    "words for deeds, same level": ((2.0, 1.0, 2.0, 1.0), (1.0, 2.0, 1.0, 2.0)),
}


def main() -> None:
    """Print the table."""
    for scatter in (1, 2):
        sys.stdout.write(f"scatter {scatter}\n")
        for penalty in PENALTIES:
            told = ", ".join(
                f"{name}: {found} of 100 after {delay:.1f}"
                for name, (found, delay) in ((n, found(c, scatter, penalty))
                                             for n, c in CHANGES.items())
            )  # fmt: skip
            calm = false_breaks(scatter, penalty)
            sys.stdout.write(f"penalty {penalty:.0f}: calm {calm:.1%} broken; {told}\n")
            sys.stdout.flush()


def counts(random: np.random.Generator, rates: npt.ArrayLike, length: int, scatter: int) -> Array:
    """Counts at these rates; with scatter above 1 all classes rise and fall together."""
    level = np.asarray(rates, dtype=np.float64)
    if scatter == 1:
        return random.poisson(level, (length, 4)).astype(np.float64)
    shape = level.sum() / (scatter - 1)
    return random.poisson(level * random.gamma(shape, 1 / shape, (length, 1))).astype(np.float64)


def false_breaks(scatter: int, penalty: float) -> float:
    """The share of calm series that are told to have broken as of any date."""
    random, wrong = np.random.default_rng(2), 0
    for _ in range(200):
        rates = random.choice([1, 3, 8, 20]) * random.dirichlet([2, 1, 2, 1])
        wrong += any(breaks_known(counts(random, rates, LENGTH, scatter), penalty))
    return wrong / 200


def found(
    change: tuple[tuple[float, ...], tuple[float, ...]], scatter: int, penalty: float
) -> tuple[int, float]:
    """How many of 100 planted changes are found within one period, and the mean delay."""
    random, hits, delays = np.random.default_rng(3), 0, []
    for _ in range(100):
        before, after = change
        parts = (counts(random, before, AT, scatter), counts(random, after, LENGTH - AT, scatter))
        near = [b for b in breaks(np.vstack(parts), penalty) if abs(b.at - AT) <= 1]
        hits += bool(near)
        delays += [one.known - AT for one in near]
    return hits, float(np.mean(delays)) if delays else float("nan")


if __name__ == "__main__":
    main()
