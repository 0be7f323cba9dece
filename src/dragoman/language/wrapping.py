"""Lines broken at a width, in a text whose characters may not move, are read as if they went on.

Reports that are read from pages have whole paragraphs; a row with an id keeps its own text, and
with it the line breaks of a wire or of mail.
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.ingest.wrapping import goes_on, width_of


def unbroken(text: str) -> str:
    """`text`, as long as before, with a blank for each line break inside a paragraph.

    The same where lines were not broken at a width. An indented line begins a paragraph.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    width = width_of(bare)
    if width is None:
        return text
    parts = [lines[0]]
    for (before, here), line in zip(pairwise(bare), lines[1:], strict=True):
        joined = not line[:1].isspace() and goes_on(before, here, width)
        parts += [" " if joined else "\n", line]
    return "".join(parts)
