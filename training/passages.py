"""The passages on who says what, sentence by sentence, as the network reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from training.texts import CORPUS, Pair, part_of

FOLDER = CORPUS / "said"
# A sentence ends before a capital or an opening mark; an initial or a short title ends none.
END = re.compile(
    r"(?<![A-Z])(?<!Mr)(?<!Mrs)(?<!Dr)(?<!St)(?<!Gen)(?<!Col)[.!?][\"'”’)]*\s+(?=[A-Z\"“‘'(])"
)
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with what it tells; spans are ranges of characters."""

    id: str
    text: str
    topic: str
    attributions: list[Json]
    judgements: list[Json]
    silences: list[Json]
    ties: list[Json]


@dataclass(frozen=True, slots=True)
class Named:
    """Words that tell something, what they tell, and the words that stand to them in a role."""

    words: tuple[Pair, ...]
    label: str
    roles: dict[str, tuple[Pair, ...]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its cues, by stance, and its other findings, by kind."""

    text: str
    cues: tuple[Named, ...]
    findings: tuple[Named, ...]


def read_passages(folder: Path = FOLDER) -> list[Passage]:
    """Every passage, file by file."""
    rows = (
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    )
    names = Passage.__dataclass_fields__
    return [Passage(**{name: row[name] for name in names}) for row in rows]


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The passage's sentences; of what goes over several, each keeps its part."""
    ends = [0, *(m.end() for m in END.finditer(passage.text)), len(passage.text)]
    cues = list(_cues(passage))
    findings = list(_findings(passage))
    for start, end in pairwise(ends):
        if start < end:
            inside = (start, end)
            yield Sentence(passage.text[start:end], _cut(cues, inside), _cut(findings, inside))


def to_learn() -> list[Sentence]:
    """The sentences of the part that the network learns from."""
    return [s for p in read_passages() if part_of(p.topic) == "train" for s in sentences(p)]


def _cues(passage: Passage) -> Iterator[Named]:
    for row in passage.attributions:
        yield _named(row, "cue", row["stance"], {"speaker": "source", "content": "content"})


def _findings(passage: Passage) -> Iterator[Named]:
    for row in passage.silences:
        yield _named(row, "cue", "silence", {"speaker": "who", "content": "about"})
    for row in passage.judgements:
        yield _named(row, "words", row["kind"], {"content": "statement"})
    for row in passage.ties:
        yield _named(row, "words", row["kind"], {"left": "left", "right": "right"})


def _named(row: Json, words: str, label: str, roles: dict[str, str]) -> Named:
    def spans(key: str) -> tuple[Pair, ...]:
        return tuple((start, end) for start, end in row[key])

    return Named(spans(words), label, {role: spans(key) for role, key in roles.items()})


def _cut(named: Iterable[Named], inside: Pair) -> tuple[Named, ...]:
    """What is named by words inside a sentence, counted from the sentence's start."""

    def within(spans: Iterable[Pair]) -> tuple[Pair, ...]:
        first, last = inside
        cut = ((max(a, first) - first, min(b, last) - first) for a, b in spans)
        return tuple((a, b) for a, b in cut if a < b)

    return tuple(
        Named(words, n.label, {role: within(spans) for role, spans in n.roles.items()})
        for n in named
        if (words := within(n.words))
    )
