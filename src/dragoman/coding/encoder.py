"""The encoder that learned from our corpus: what each word of a sentence names, and between whom.

`data/encoder/` holds the network (ONNX), its vocabulary and what its outputs are; `make model`
makes them. It runs on the processor, one sentence at a time and without padding, and its scores are
rounded, so that a sentence is told alike whatever is read beside it.
"""

from __future__ import annotations

import hashlib
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
# A word that surely names nothing has no parties worth telling.
NOTHING = 0.95
# Words of the vocabulary that are read at once, and by how many two such windows overlap.
WINDOW, OVERLAP = 128, 48


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities for the `n` tokens of a sentence.

    `types` (n, 1 + types), the first that it names no act; `modes` (n, modes) and `facts`
    (n, factualities) if it does; `cues` (n, 1 + stances), the first that it is no cue; `findings`
    (n, 1 + kinds) of silences, judgements and ties; `roles` (7, n, n): the second token stands for
    the actor, the recipient, the source of the act that the first names, the speaker or the content
    of its cue, the left or right of its tie; 0 where that surely names none of these.
    """

    types: Scores
    modes: Scores
    facts: Scores
    cues: Scores
    findings: Scores
    roles: Scores


class Labels(NamedTuple):
    """The names of the outputs, in order; a mode is told with its type: "COERCE/arrest"."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    facts: tuple[str, ...]
    cues: tuple[str, ...]
    findings: tuple[str, ...]
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
def session(threads: int = 1) -> Any:
    """The network, run by that many threads: one sentence is too little work for two, and other
    reports take the other cores."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Weights become floats once, at loading: else products would be taken in rounded activations,
    # which is slower and differs between processors.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    with as_file(files("dragoman") / "data" / FOLDER / "reader.onnx") as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def read(sentence: Words) -> Reading:
    """What the encoder tells of a sentence's tokens."""
    pieces = _tokenizer().encode(sentence.text, add_special_tokens=False)
    held = _pieces_of(sentence, pieces.offsets)
    told = labels()
    n = len(sentence)
    types, modes, facts, cues, found = (np.zeros((n, len(names)), np.float32) for names in told[:5])
    roles = np.zeros((len(told.roles), n, n), np.float32)
    reading = Reading(types, modes, facts, cues, found, roles)
    reading.types[:, 0] = reading.cues[:, 0] = reading.findings[:, 0] = 1.0
    for start, stop, first, last in _windows(len(pieces.ids)):
        outputs = _run(pieces.ids[start:stop], [0] * (stop - start))
        inside = [(i, at[0] - start, at[-1] + 1 - start) for i, at in enumerate(held) if at]
        here = [(i, max(a, 0), min(b, stop - start)) for i, a, b in inside if a < stop - start]
        here = [(i, a, b) for i, a, b in here if a < b]
        kept = {i for i, a, _ in here if first <= a + start < last}
        _fill(reading, outputs, here, kept)
    return reading


def _fill(
    reading: Reading, outputs: list[Scores], here: list[tuple[int, int, int]], kept: set[int]
) -> None:
    """Puts what one window tells of its tokens, `(token, first piece, end)`, into the reading."""
    mine = [(i, a, b) for i, a, b in here if i in kept]
    if not mine:
        return
    rows = [i for i, _, _ in mine]
    totals = (reading.types, reading.modes, reading.facts, reading.cues, reading.findings)
    for total, scores in zip(totals, (*outputs[:3], *outputs[6:]), strict=True):
        means = np.stack([scores[a + 1 : b + 1].mean(0) for _, a, b in mine])
        total[rows] = _softmax(means).round(DIGITS)
    starts, columns = [a + 1 for _, a, _ in here], [i for i, _, _ in here]
    for i, a, b in mine:
        if min(reading.types[i, 0], reading.cues[i, 0], reading.findings[i, 0]) < NOTHING:
            scores = outputs[3][:, a + 1 : b + 1, : here[-1][2] + 1].mean(1)
            parties = np.maximum.reduceat(scores, starts, axis=1)
            reading.roles[:, i, columns] = (1.0 / (1.0 + np.exp(-parties))).round(DIGITS)


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


def vector(text: str) -> Scores:
    """Where `text` lies among others, of unit length; its first `WINDOW` pieces are read."""
    ids = _tokenizer().encode(text, add_special_tokens=False).ids[: WINDOW - 2]
    return np.asarray(_run(ids, [0] * len(ids))[5], np.float32)


@cache
def fingerprint() -> str:
    """The SHA-256 of the network, by which what was made with it knows it again."""
    network = (files("dragoman") / "data" / FOLDER / "reader.onnx").read_bytes()
    return hashlib.sha256(network).hexdigest()


def _run(ids: Sequence[int], marks: Sequence[int]) -> list[Scores]:
    first, last = (_tokenizer().token_to_id(name) for name in ("[CLS]", "[SEP]"))
    words = np.array([[first, *ids, last]], np.int64)
    marked = np.array([[0, *marks, 0]], np.int64)
    fed = {"ids": words, "mask": np.ones_like(words), "marks": marked}
    return [output[0] for output in session().run(None, fed)]


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
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)
