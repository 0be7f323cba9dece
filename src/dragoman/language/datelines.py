"""Where wire stories say from where and when they were sent: words that tell of no event."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.ingest.datelines import dateline
from dragoman.model.span import Span

# Marks that may stand before the first letter of the story itself.
_OPENING = "“‘\"'(["


def dateline_length(paragraph: str) -> int:
    """How many characters of `paragraph` are its dateline, blanks after it included; 0 for none.

    The story itself begins with a capital letter or a figure: "NATO - the alliance - said" has
    no dateline.
    """
    line = dateline(paragraph)
    after = paragraph[len(line) :].lstrip(_OPENING)[:1] if line else ""
    return len(line) if line and (after.isupper() or after.isdigit()) else 0


def find_datelines(paragraphs: Iterable[str]) -> tuple[Span, ...]:
    """The datelines of a text's `paragraphs`, which joined are the text, in text order."""
    found: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        if length := dateline_length(paragraph):
            found.append(Span(start, start + length))
        start += len(paragraph)
    return tuple(found)
