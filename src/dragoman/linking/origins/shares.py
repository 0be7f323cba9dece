"""Whether two tellings stand in words that their reports share."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.origin import SharedText
from dragoman.model.span import Span

# Of a telling that is a copy, so much stands in words that the other report has too.
COPIED = 0.6


def covered(span: Span, spans: Iterable[Span]) -> float:
    """The part of `span` that lies in `spans`, by characters; they may overlap."""
    held: set[int] = set()
    for other in spans:
        held.update(range(max(span.start, other.start), min(span.end, other.end)))
    return len(held) / max(span.end - span.start, 1)


def copied(left: Span, right: Span, pair: SharedText) -> tuple[Span, Span] | None:
    """The stretch in which both tellings lie; None where there is none."""
    for one, other in pair.spans:
        if covered(left, [one]) >= COPIED and covered(right, [other]) >= COPIED:
            return one, other
    return None
