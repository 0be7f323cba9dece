"""How alike two sentences are, by the encoder where it is there."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dragoman.coding.encoder import vector
from dragoman.linking.incidents.features import Likeness, unlike
from dragoman.version import encoder_enabled

# Vectors that are kept; one takes 1.5 KB.
KEPT = 200_000


@lru_cache(maxsize=KEPT)
def _vector(text: str) -> npt.NDArray[np.float32]:
    return vector(text)


def cosine(one: str, other: str) -> float:
    """The cosine of the encoder's vectors of two sentences."""
    return float(_vector(one) @ _vector(other))


def by_encoder() -> Likeness:
    """The encoder's likeness; one that says nothing where the environment leaves it out."""
    return cosine if encoder_enabled() else unlike
