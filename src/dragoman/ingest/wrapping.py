"""Joining lines that were broken at a width, in mail, wire copy and PDFs."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.ingest.shapes import ends_clause, ends_sentence, is_bullet

# Plain text is wrapped at 60 to 80 characters, PDFs' lines reach some 110.
NARROWEST, WIDEST = 30, 120
# Where fewer lines than this share of those that go on end in mid-sentence, breaks are meant.
SHARE = 0.55
# Of lines that go on a sentence two in three begin in lower case; of a list's items none.
LOWER = 0.35
# Fewer pairs of neighbouring lines than this tell nothing.
FEWEST = 3
_HYPHEN = re.compile(r"[^\W\d_]-$")


def unwrap(lines: list[str]) -> list[str]:
    """`lines` with those joined that one paragraph was broken into."""
    width = width_of(lines)
    joined: list[str] = []
    last = ""
    for line in lines:
        if joined and goes_on(last, line, width):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
        last = line
    return joined


def width_of(lines: list[str]) -> int | None:
    """The width at which the text was wrapped, or None when it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    lengths = sorted(len(line) for line in lines if line)
    if len(pairs) < FEWEST:
        return None
    widest = lengths[int(len(lengths) * 0.95)]
    long = [(a, b) for a, b in pairs if len(a) > 0.7 * widest]
    broken = [(a, b) for a, b in long if not ends_sentence(a)]
    going_on = sum(b[0].islower() for _, b in broken)
    if not NARROWEST <= widest <= WIDEST or len(long) < 0.5 * len(pairs):
        return None
    return widest if len(broken) >= SHARE * len(long) and going_on >= LOWER * len(broken) else None


def goes_on(line: str, following: str, width: int | None) -> bool:
    """True when `following` continues the sentence or paragraph of `line`."""
    if not line or not following or is_bullet(following):
        return False
    if width is None:
        return following[0].islower() and not ends_clause(line) and len(line) >= 20
    if len(line) > width + 20 or (line.isupper() and not following.isupper()):
        return False
    # A sentence that ends where the next word would still have had room ends its paragraph.
    fits = len(line) + 1 + len(following.split(None, 1)[0]) <= 0.92 * width
    return not (fits and ends_sentence(line))


def _join(line: str, following: str) -> str:
    """One line out of two; a word parted by a hyphen becomes one."""
    if _HYPHEN.search(line[-2:]) and following[0].islower() and not following[0].isdigit():
        return line[:-1] + following
    return f"{line} {following}"
