"""The encoder that learned from our corpus: what each word of a sentence names, and between whom.

`data/encoder/` holds the network (ONNX), its vocabulary and what its outputs are; `make model`
makes them. It runs on the processor, one sentence at a time and without padding, and its scores are
rounded, so that a sentence is told alike whatever is read beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
from spacy.tokens import Span as Words
from tokenizers import Tokenizer

Scores = npt.NDArray[np.float32]

FOLDER = "encoder"
# Digits that are kept of a probability; the differences between machines lie far below.
DIGITS = 3
# Words of the vocabulary that are read at once, and by how many two such windows overlap.
WINDOW, OVERLAP = 128, 48


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities for the `n` tokens of a sentence.

    `types` (n, 1 + types), the first that it names no act; `modes` (n, modes) and `facts`
    (n, factualities) if it does; `roles` (3, n, n): the second token stands for the actor, the
    recipient, the source of the act that the first names.
    """

    types: Scores
    modes: Scores
    facts: Scores
    roles: Scores


class Labels(NamedTuple):
    """The names of the outputs, in order; a mode is told with its type: "COERCE/arrest"."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    facts: tuple[str, ...]
    roles: tuple[str, ...]


@cache
def labels() -> Labels:
    """What the outputs are, as written beside the network."""
    told = json.loads((files("dragoman") / "data" / FOLDER / "labels.json").read_text("utf-8"))
    return Labels(*(tuple(told[name]) for name in Labels._fields))


@cache
def _tokenizer() -> Tokenizer:
    text = (files("dragoman") / "data" / FOLDER / "tokenizer.json").read_text("utf-8")
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@cache
def _session() -> Any:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    with as_file(files("dragoman") / "data" / FOLDER / "reader.onnx") as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def read(sentence: Words) -> Reading:
    """What the encoder tells of a sentence's tokens."""
    pieces = _tokenizer().encode(sentence.text, add_special_tokens=False)
    held = _pieces_of(sentence, pieces.offsets)
    told = labels()
    n = len(sentence)
    sums = [np.zeros((n, len(names)), np.float32) for names in told[:3]]
    sums[0][:, 0] = 1.0
    roles = np.zeros((len(told.roles), n, n), np.float32)
    for start, stop, first, last in _windows(len(pieces.ids)):
        outputs = _run(pieces.ids[start:stop], [0] * (stop - start))
        inside = [[p - start + 1 for p in at if start <= p < stop] for at in held]
        kept = [i for i, at in enumerate(held) if at and first <= at[0] < last]
        for i in kept:
            for total, scores in zip(sums, outputs[:3], strict=True):
                total[i] = _softmax(scores[inside[i]].mean(0))
        _fill_roles(roles, outputs[3], inside, kept)
    types, modes, facts = (s.round(DIGITS) for s in sums)
    return Reading(types, modes, facts, roles.round(DIGITS))


def _fill_roles(
    roles: Scores, scores: Scores, inside: list[list[int]], kept: Sequence[int]
) -> None:
    columns = [j for j, at in enumerate(inside) if at]
    for i in kept:
        rows = scores[:, inside[i], :].mean(1)
        for j in columns:
            roles[:, i, j] = 1.0 / (1.0 + np.exp(-rows[:, inside[j]].max(1)))


def between(
    text: str, actor: Sequence[tuple[int, int]], recipient: Sequence[tuple[int, int]]
) -> Scores:
    """Probabilities of the type of the act in `text` that is between two marked parties.

    `actor` and `recipient` are character ranges. In the order of `labels().types`, of which the
    first, no act, is left out. Only the first `WINDOW` pieces of the text are read.
    """
    pieces = _tokenizer().encode(text, add_special_tokens=False)
    ids, offsets = pieces.ids[: WINDOW - 2], pieces.offsets[: WINDOW - 2]
    marks = [0] * len(ids)
    for mark, spans in ((1, actor), (2, recipient)):
        for i, (start, stop) in enumerate(offsets):
            if any(first < stop and start < last for first, last in spans):
                marks[i] = mark
    return _softmax(_run(ids, marks)[4][1:]).round(DIGITS)


def _run(ids: Sequence[int], marks: Sequence[int]) -> list[Scores]:
    first, last = (_tokenizer().token_to_id(name) for name in ("[CLS]", "[SEP]"))
    words = np.array([[first, *ids, last]], np.int64)
    marked = np.array([[0, *marks, 0]], np.int64)
    fed = {"ids": words, "mask": np.ones_like(words), "marks": marked}
    return [output[0] for output in _session().run(None, fed)]


def _windows(length: int) -> Iterator[tuple[int, int, int, int]]:
    """(start, stop) of what is read at once, and (first, last) of what is taken from it."""
    room = WINDOW - 2
    start = first = 0
    while True:
        stop = min(length, start + room)
        last = length if stop == length else stop - OVERLAP // 2
        yield start, stop, first, last
        if stop == length:
            return
        first, start = last, stop - OVERLAP


def _pieces_of(sentence: Words, offsets: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each token the pieces of the vocabulary that lie on it."""
    held: list[list[int]] = [[] for _ in sentence]
    at = 0
    starts = [t.idx - sentence.start_char for t in sentence]
    for piece, (start, stop) in enumerate(offsets):
        while at + 1 < len(starts) and starts[at + 1] <= start:
            at += 1
        if stop > start:
            held[at].append(piece)
    return held


def _softmax(scores: Scores) -> Scores:
    shifted = np.exp(scores - scores.max())
    return np.asarray(shifted / shifted.sum(), np.float32)
