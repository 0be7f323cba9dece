"""What the encoder holds likely of some words, told in full: the runners-up, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.encoder import DIGITS, Reading, Scores, labels
from dragoman.coding.explained import Chances, Party
from dragoman.coding.learned import IS_PARTY, likelihood, proposal
from dragoman.model.span import Span

# So many types are told, the likeliest first.
TYPES = 3
# A party that the encoder is less sure of is not worth a look.
SHOWN = 0.1


def chances(words: Sequence[Token], reading: Reading) -> Chances:
    """The probabilities of neighbouring words of one sentence, which `reading` is of."""
    sentence = words[0].sent
    group = [t.i - sentence.start for t in words]
    read = proposal(group, sentence, reading)
    told = labels()
    kinds = reading.types[group].mean(0)
    best = sorted(range(1, len(kinds)), key=lambda i: -kinds[i])[:TYPES]
    mode = told.modes.index(f"{read.type}/{read.mode or ''}")
    return Chances(
        act=round(max(likelihood(t, reading) for t in words), DIGITS),
        types=tuple((told.types[i], _rounded(kinds[i])) for i in best),
        mode=read.mode,
        mode_probability=_rounded(reading.modes[group, mode].mean()),
        factuality=read.factuality,
        factuality_probability=read.certainty,
        parties=tuple(_parties(group, sentence, reading)),
    )


def _parties(group: list[int], sentence: Words, reading: Reading) -> Iterator[Party]:
    """The runs of words that are a party; of a role without any, the word that comes nearest."""
    read = proposal(group, sentence, reading)
    sides = (read.actors, read.recipients, read.sources)
    scores = reading.roles[:, group, :].mean(1)
    for role, runs, likely in zip(labels().roles, sides, scores, strict=False):
        for run in runs or _nearest(group, sentence, likely):
            first, last = run.start - sentence.start, run.end - sentence.start
            sure = _rounded(likely[first:last].max())
            yield Party(role, Span(run.start_char, run.end_char), sure, sure >= IS_PARTY)


def _nearest(group: list[int], sentence: Words, likely: Scores) -> list[Words]:
    others = [i for i in range(len(sentence)) if i not in group and sentence[i].is_alpha]
    best = max(others, key=lambda i: float(likely[i]), default=None)
    held = best is not None and likely[best] >= SHOWN
    return [sentence[best : best + 1]] if best is not None and held else []


def _rounded(score: float) -> float:
    return round(float(score), DIGITS)
