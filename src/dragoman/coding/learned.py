"""Acts that the encoder finds in a sentence: predicate, type and mode, factuality, who and whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.encoder import Reading, labels
from dragoman.coding.word_runs import runs
from dragoman.model.ontology import EventType, Factuality

# A word names an act where the encoder holds that likelier than this; chosen on the corpus's dev
# part, where precision and recall of acts meet.
NAMES_ACT = 0.5
# A word belongs to a party of the act from here on.
IS_PARTY = 0.5
# Beside a surer party another one counts only where it comes this near: less sure ones are mostly
# people and places in passing.
BESIDE = 0.85
# Where no word does, the likeliest may act or suffer from here on, with those that come near it:
# who acts is more often left open.
MAY_ACT, MAY_SUFFER, NEAR = 0.4, 0.2, 0.6


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act as the encoder reads it.

    `token` heads the `words` that name it; `actors`, `recipients` and `sources` are the runs of
    words that stand for its parties, `hints` those that may where a side (actors, recipients) has
    none, `chances` how likely each word of the sentence stands on them; `probability` is that of
    the type, `certainty` that of the factuality.
    """

    token: Token
    words: tuple[Token, ...]
    type: EventType
    mode: str | None
    factuality: Factuality
    actors: tuple[Words, ...]
    recipients: tuple[Words, ...]
    sources: tuple[Words, ...]
    hints: tuple[tuple[Words, ...], tuple[Words, ...]]
    chances: tuple[tuple[float, ...], tuple[float, ...]]
    certainty: float
    probability: float


def proposals(sentence: Words, reading: Reading) -> Iterator[Proposal]:
    """The acts of a sentence, in text order."""
    for group in _groups(sentence, reading):
        yield proposal(group, sentence, reading)


def likelihood(token: Token, reading: Reading) -> float:
    """How likely it is that `token`, of the sentence that was read, names an act."""
    return float(1.0 - reading.types[token.i - token.sent.start, 0])


def _groups(sentence: Words, reading: Reading) -> Iterator[list[int]]:
    """Runs of neighbouring words that name one act: "gave back", "set fire"."""
    kinds = reading.types[:, 1:].argmax(1)
    run: list[int] = []
    for i in range(len(sentence)):
        names = reading.types[i, 0] < 1.0 - NAMES_ACT and not sentence[i].is_punct
        if run and (not names or kinds[i] != kinds[run[-1]]):
            yield run
            run = []
        if names:
            run.append(i)
    if run:
        yield run


def proposal(group: list[int], sentence: Words, reading: Reading) -> Proposal:
    """The act that the words at `group` name, if they name one."""
    told = labels()
    kinds = reading.types[group].mean(0)
    kind = 1 + int(kinds[1:].argmax())
    name = told.types[kind]
    modes = reading.modes[group].mean(0)
    likely = max(
        (i for i, mode in enumerate(told.modes) if mode.startswith(f"{name}/")),
        key=lambda i: float(modes[i]),
    )
    facts = reading.facts[group].mean(0)
    roles = reading.roles[:, group, :].mean(1)
    parties = [runs(sentence, scores, IS_PARTY, group) for scores in roles[:3]]
    actors = _hint(sentence, roles[0], group, MAY_ACT)
    recipients = _hint(sentence, roles[1], group, MAY_SUFFER)
    return Proposal(
        token=sentence[group[0] : group[-1] + 1].root,
        words=tuple(sentence[i] for i in group),
        type=name,  # type: ignore[arg-type]  # a label of the encoder's, checked by a test
        mode=told.modes[likely].partition("/")[2] or None,
        factuality=told.facts[int(facts.argmax())],  # type: ignore[arg-type]
        actors=parties[0],
        recipients=parties[1],
        sources=parties[2],
        hints=(actors, recipients),
        chances=(tuple(roles[0].tolist()), tuple(roles[1].tolist())),
        certainty=round(float(facts.max()), 3),
        probability=round(float(kinds[kind]), 3),
    )


def _hint(
    sentence: Words, scores: Sequence[float], group: list[int], least: float
) -> tuple[Words, ...]:
    """The runs of words that may be a party where none surely is one."""
    named = (scores[i] for i in range(len(sentence)) if i not in group and sentence[i].is_alpha)
    best = max(named, default=0.0)
    if not least <= best < IS_PARTY:
        return ()
    return runs(sentence, scores, best * NEAR, group)


def surest(runs: Sequence[Words], scores: Sequence[float]) -> tuple[Words, ...]:
    """Of the runs that may be a party those that come near the surest, by their words' scores.

    What is joined to one of these by "and" stands or falls with it.
    """
    sure = {run.start: _peak(run, scores) for run in runs}
    least = BESIDE * max(sure.values(), default=0.0)
    kept = [run for run in runs if sure[run.start] >= least]
    joined = {t.i for run in kept for t in (run.root, *run.root.conjuncts)}
    return tuple(run for run in runs if run in kept or run.root.i in joined)


def _peak(run: Words, scores: Sequence[float]) -> float:
    """How likely the likeliest word of a run is a party."""
    first = run.sent.start
    return float(max(scores[run.start - first : run.end - first]))
