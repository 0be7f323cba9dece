"""The texts of the corpus that the encoder finds most like a text.

`data/encoder/alike.npz` holds each text of the corpus with its id, the types of its acts and the
vector that the encoder gives it, as signed bytes; `make likeness` writes it. Vectors of two
networks cannot be compared, so it says to which network it belongs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.coding.encoder import FOLDER, fingerprint, vector
from dragoman.model.ontology import EventType

INDEX = "alike.npz"
# The largest number that a signed byte holds either way.
BYTE = 127


@dataclass(frozen=True, slots=True)
class Known:
    """A text of the corpus and the types of the acts that people found in it."""

    id: str
    text: str
    types: tuple[EventType, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A text of the corpus with its cosine to the text asked for: 1 is the same direction."""

    known: Known
    cosine: float


@dataclass(frozen=True, slots=True)
class Index:
    """Texts of the corpus, their vectors (texts, 384), and the network that made these."""

    network: str
    known: tuple[Known, ...]
    vectors: npt.NDArray[np.int8]


def alike(text: str, count: int = 3) -> tuple[Alike, ...] | None:
    """The `count` texts most like `text`, the likest first.

    None where there is no index that belongs to the network.
    """
    index = _shipped()
    if index is None or index.network != fingerprint():
        return None
    held = index.vectors.astype(np.float32)
    cosines = held @ vector(text) / np.linalg.norm(held, axis=1)
    best = np.argsort(-cosines, kind="stable")[:count]
    return tuple(Alike(index.known[i], round(float(cosines[i]), 3)) for i in best)


@cache
def _shipped() -> Index | None:
    path = files("dragoman") / "data" / FOLDER / INDEX
    return opened(path.read_bytes()) if path.is_file() else None


def opened(data: bytes) -> Index:
    """An index from the bytes of its file."""
    with np.load(BytesIO(data), allow_pickle=False) as held:
        told = json.loads(held["texts"].tobytes())
        vectors = held["vectors"]
    known = tuple(Known(name, text, tuple(types)) for name, text, types in told["texts"])
    return Index(told["network"], known, vectors)


def write_index(path: Path, known: Sequence[Known]) -> None:
    """Writes the index of `known` for the present network; the same texts give the same bytes."""
    vectors = np.stack([vector(each.text) for each in known])
    scale = BYTE / np.abs(vectors).max(1, keepdims=True)
    rows = [[each.id, each.text, each.types] for each in known]
    told = json.dumps({"network": fingerprint(), "texts": rows}, ensure_ascii=False)
    np.savez_compressed(
        path,
        vectors=np.rint(vectors * scale).astype(np.int8),
        texts=np.frombuffer(told.encode(), np.uint8),
    )
