"""Marking rows in a text: spans that nest and overlap become segments that do not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

ACT = "act"
_GAP = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` up to `end`, shown with `css` classes and pointing at the row `row`.

    `tag` says which role the words have. A row's own address leads to its act, or to the mark
    that is its `anchor`.
    """

    start: int
    end: int
    css: str
    row: str = ""
    tag: str = ""
    anchor: bool = False


def mark_of(
    span: Sequence[int], css: str, row: str = "", tag: str = "", anchor: bool = False
) -> Mark:
    """A mark of a row's `[start, end]`."""
    return Mark(span[0], span[1], css, row, tag, anchor)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text that one set of marks covers.

    `anchors` are the rows whose address leads here; `tags` the roles whose last word it is.
    """

    text: str
    css: str
    rows: str
    anchors: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text, from `start` up to `end`, in segments."""

    start: int
    end: int
    segments: tuple[Segment, ...]


def paragraphs(text: str, marks: Sequence[Mark]) -> list[Paragraph]:
    """The paragraphs of `text`, each with the marks that lie in it; their texts are `text`'s."""
    bounds = paragraph_bounds(text)
    inside: list[list[Mark]] = [[] for _ in bounds]
    ends = [end for _, end in bounds]
    for mark in marks:
        n = bisect_right(ends, mark.start)
        while n < len(bounds) and bounds[n][0] < mark.end:
            inside[n].append(mark)
            n += 1
    return [
        Paragraph(start, end, tuple(segments(text, start, end, own)))
        for (start, end), own in zip(bounds, inside, strict=True)
    ]


def paragraph_bounds(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs are: what blank lines part, without the blanks around them."""
    edges = [0, *(e for m in _GAP.finditer(text) for e in m.span()), len(text)]
    bounds = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = text[start:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            bounds.append((start + lead, start + len(piece.rstrip())))
    return bounds


def segments(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Segment]:
    """`text[start:end]` cut wherever a mark begins or ends; joined, they give it back."""
    begin: dict[int, list[Mark]] = {}
    cease: dict[int, list[Mark]] = {}
    for mark in marks:
        first, last = max(start, mark.start), min(end, mark.end)
        if first < last:
            begin.setdefault(first, []).append(mark)
            cease.setdefault(last, []).append(mark)
    cuts = sorted({start, end, *begin, *cease})
    found, over = [], dict[int, Mark]()
    for a, b in pairwise(cuts):
        for mark in cease.get(a, ()):
            over.pop(id(mark), None)
        over.update((id(m), m) for m in begin.get(a, ()))
        found.append(_segment(text[a:b], a, b, over.values()))
    return found


def _segment(text: str, start: int, end: int, over: Collection[Mark]) -> Segment:
    css = dict.fromkeys(c for m in over for c in m.css.split())
    rows = dict.fromkeys(m.row for m in over if m.row)
    return Segment(
        text=text,
        css=" ".join(css),
        rows=" ".join(rows),
        anchors=tuple(
            dict.fromkeys(m.row for m in over if m.start == start and (m.anchor or m.tag == ACT))
        ),
        tags=tuple(dict.fromkeys(m.tag for m in over if m.tag and m.end == end)),
    )
