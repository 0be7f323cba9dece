"""Logistic regression with a ridge and signs that the weights keep to."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]

# The constant is hardly held back.
LOOSE = 0.01
STEPS = 200


def fit(values: Matrix, wanted: Vector, weights: Vector, signs: Vector, ridge: float) -> Vector:
    """The constant, then a weight for each column of `values`.

    Newton's method on the penalised likelihood, each step projected: a weight whose sign is 1 or
    -1 is never of the other one. `weights` are those of the examples.
    """
    rows = np.hstack([np.ones((len(values), 1)), values])
    held = np.full(rows.shape[1], ridge)
    held[0] = LOOSE
    sides = np.concatenate([[0.0], signs])
    found = np.zeros(rows.shape[1])
    free = np.ones(len(found), bool)
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weights * (chance - wanted)) + held * found
        # A weight that rests at 0 is freed only where the likelihood pulls it the right way.
        free = (found != 0) | (sides == 0) | (-slope * sides > 0)
        inside = rows[:, free]
        bend = (inside * (weights * chance * (1 - chance))[:, None]).T @ inside
        step = np.linalg.solve(bend + np.diag(held[free]), slope[free])
        moved = found.copy()
        moved[free] -= step
        moved[sides * moved < 0] = 0.0
        if np.abs(moved - found).max() < 1e-8:
            break
        found = moved
    return found
