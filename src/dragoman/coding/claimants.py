"""Whose claim it is where the words for it say so: "contradicting Russian claims that ..."."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model.actor import Mention, Source
from dragoman.model.attribution import Attribution
from dragoman.model.span import Span


def by_claimant(
    said: Iterable[Attribution], mentions: Sequence[Mention], text: str
) -> tuple[Attribution, ...]:
    """Attributions with the actor before the cue's last word as their source.

    Who contradicts a claim does not make it: the claimant stands nearer to the content.
    """
    return tuple(_by(one, mentions, text) for one in said)


def _by(one: Attribution, mentions: Sequence[Mention], text: str) -> Attribution:
    words = one.cue.of(text)
    last = one.cue.start + words.rfind(" ") + 1
    whose = [
        m
        for m in mentions
        if m.codes and one.cue.start < m.span.start and m.span.end in (last - 1, last - 3)
    ]
    if not whose or one.stance == "denies":
        return one
    found = max(whose, key=lambda m: m.span.end)
    return replace(one, source=_source(found, text))


def _source(mention: Mention, text: str) -> Source:
    span = Span(mention.span.start, mention.span.end)
    actor = mention.codes[0] if len(mention.codes) == 1 else None
    return Source(actor, span.of(text), span, "named")
