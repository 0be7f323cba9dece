"""Runs of neighbouring words that the encoder's figures hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Span as Words


def groups(held: Iterable[object]) -> Iterator[list[int]]:
    """The places of neighbours that hold the same thing; a false value parts and is left out."""
    run: list[int] = []
    before: object = None
    for i, what in enumerate((*held, None)):
        if run and what != before:
            yield run
            run = []
        if what:
            run.append(i)
        before = what


def runs(
    sentence: Words, scores: Sequence[float], least: float, but: Collection[int] = ()
) -> tuple[Words, ...]:
    """The runs of words of at least that score, without those at `but`; marks alone are none."""
    held = [i not in but and float(scores[i]) >= least for i in range(len(sentence))]
    found = (sentence[run[0] : run[-1] + 1] for run in groups(held))
    return tuple(run for run in found if any(t.is_alpha for t in run))
