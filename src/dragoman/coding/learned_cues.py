"""Cues that the encoder finds, beside those of the tables: who says or thinks something, and what.

A table knows a word and how its sentence is built; the encoder knows sentences like it. A cue of a
table is dropped where the encoder holds it for none, and one that only the encoder finds is told
where it is sure and finds what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.encoder import Reading, labels
from dragoman.coding.word_runs import groups, runs
from dragoman.model.span import Span

# From here on a word is part of a cue, of who speaks, of what is said.
IS_CUE, IS_SPEAKER, IS_CONTENT = 0.5, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue as the encoder reads it; `speakers` and `contents` are runs of words.

    `certainty` is how likely the stance is, if it is a cue, and `probability` that it is one.
    """

    words: tuple[Token, ...]
    stance: str
    certainty: float
    speakers: tuple[Words, ...]
    contents: tuple[Words, ...]
    probability: float

    @property
    def span(self) -> Span:
        """From the first to the last word of the cue."""
        last = self.words[-1]
        return Span(self.words[0].idx, last.idx + len(last.text))


def heard(sentence: Words, reading: Reading) -> Iterator[Heard]:
    """The cues of a sentence, in text order."""
    told = labels()
    speaker, content = told.roles.index("speaker"), told.roles.index("content")
    chances = 1.0 - reading.cues[:, 0]
    for group in groups(chances >= IS_CUE):
        stances = reading.cues[group].mean(0)
        roles = reading.roles[:, group, :].mean(1)
        yield Heard(
            words=tuple(sentence[i] for i in group),
            stance=told.cues[1 + int(stances[1:].argmax())],
            certainty=round(float(stances[1:].max() / stances[1:].sum()), 3),
            speakers=runs(sentence, roles[speaker], IS_SPEAKER, group),
            contents=runs(sentence, roles[content], IS_CONTENT, group),
            probability=round(float(chances[group].max()), 3),
        )


def chance(words: Span, sentence: Words, reading: Reading) -> float:
    """How likely a word among `words` is part of a cue."""
    inside = [i for i, t in enumerate(sentence) if words.start <= t.idx < words.end]
    return max((float(1.0 - reading.cues[i, 0]) for i in inside), default=0.0)
