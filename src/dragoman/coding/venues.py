"""Where a saying was said or written: on Facebook, in a statement, to reporters."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.attribution_found import VERBAL
from dragoman.language.quotes_speaker import venue_in
from dragoman.model.span import Span


def venue_of(cue: Token, content: Span) -> str | None:
    """The venue that the words of the cue's own clause name, outside of what is said."""
    words = [t for t in _clause(cue) if not content.start <= t.idx < content.end]
    return venue_in("".join(t.text_with_ws for t in words)) if words else None


def _clause(cue: Token) -> list[Token]:
    """The clause that the cue stands in, without other clauses below it."""
    head = next((t for t in (cue, *cue.ancestors) if t.pos_ in VERBAL), cue)
    return [t for t in head.subtree if t.sent == head.sent]
