"""The words that a value rests on, in their sentence; how a text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.web.marks import Mark, Segment, paragraph_bounds, segments

# Where a sentence may end; a passage that is cut at the wrong one still shows the words.
_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z])")
# Longer passages are cut: what stands further away from the words says nothing of them.
LONGEST = 400


def first_words(text: str, most: int = 70) -> str:
    """How a text begins, for one without a title."""
    start = " ".join(text[: most * 2].split())
    return start if len(start) <= most else start[:most].rsplit(" ", 1)[0] + " …"


def passage(text: str, span: Sequence[int], around: Sequence[int] | None = None) -> list[Segment]:
    """`text[span]` marked in `around` where that holds it, else in its sentence."""
    if around and around[0] <= span[0] and span[1] <= around[1]:
        start, end = around
    else:
        start, end = _sentence(text, span)
    return segments(text, start, end, [Mark(span[0], span[1], "m-held")])


def _sentence(text: str, span: Sequence[int]) -> tuple[int, int]:
    """The sentences that hold a span, no further than its paragraph."""
    held = [(a, b) for a, b in paragraph_bounds(text) if a < span[1] and span[0] < b]
    first = min(span[0], held[0][0]) if held else span[0]
    last = max(span[1], held[-1][1]) if held else span[1]
    ends = [m.end() for m in _END.finditer(text, first, last)]
    start = max((end for end in ends if end <= span[0]), default=first)
    end = min((end for end in ends if end >= span[1]), default=last)
    return max(start, span[0] - LONGEST), min(end, span[1] + LONGEST)
