"""Silences, judgements and ties as the encoder finds them: their words, and what stands to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.encoder import Reading, labels
from dragoman.coding.word_runs import groups, runs

# From here on a word tells a finding, and a word stands to it in a role.
TELLS, HAS_ROLE = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Proposed:
    """A finding as the encoder reads it.

    `kind` is "silence", a kind of judgement or a kind of tie. Of a silence `speakers` are silent
    about `contents`; of a judgement `contents` are judged; a tie holds between `left` and `right`.
    """

    words: tuple[Token, ...]
    kind: str
    speakers: tuple[Words, ...]
    contents: tuple[Words, ...]
    left: tuple[Words, ...]
    right: tuple[Words, ...]
    probability: float


def proposed(sentence: Words, reading: Reading) -> Iterator[Proposed]:
    """The findings of a sentence, in text order."""
    told = labels()
    kinds = reading.findings[:, 1:].argmax(1)
    sure = reading.findings[:, 0] <= 1.0 - TELLS
    names = [told.findings[1 + int(k)] if s else None for k, s in zip(kinds, sure, strict=True)]
    for group in groups(names):
        scores = reading.roles[:, group, :].mean(1)
        roles = {
            role: runs(sentence, scores[told.roles.index(role)], HAS_ROLE, group)
            for role in ("speaker", "content", "left", "right")
        }
        yield Proposed(
            words=tuple(sentence[i] for i in group),
            kind=str(names[group[0]]),
            speakers=roles["speaker"],
            contents=roles["content"],
            left=roles["left"],
            right=roles["right"],
            probability=round(float(1.0 - reading.findings[group, 0].min()), 3),
        )


def chance(words: Iterable[Token], kinds: Collection[str], reading: Reading) -> float:
    """How likely one of `words`, of the sentence that was read, tells a finding of these kinds."""
    columns = [i for i, kind in enumerate(labels().findings) if kind in kinds]
    scores = reading.findings[:, columns].sum(1)
    return max((float(scores[t.i - t.sent.start]) for t in words), default=0.0)
