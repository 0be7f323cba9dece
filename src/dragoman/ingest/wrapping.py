"""Joining lines that were broken at a width, in mail, wire copy and PDFs."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.ingest.shapes import ends_clause, ends_sentence, is_bullet

# Plain text is wrapped at 60 to 80 characters, PDFs' lines reach some 110.
WIDEST = 120
# Where fewer lines than this share of those that go on end in mid-sentence, breaks are meant.
SHARE = 0.55
_HYPHEN = re.compile(r"[^\W\d_]-$")


def unwrap(lines: list[str]) -> list[str]:
    """`lines` with those joined that one paragraph was broken into."""
    width = _width(lines)
    joined: list[str] = []
    last = ""
    for line in lines:
        if joined and _goes_on(last, line, width):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
        last = line
    return joined


def _width(lines: list[str]) -> int | None:
    """The width at which the text was wrapped, or None when it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    if len(pairs) < 3:
        return None
    lengths = sorted(len(a) for a, _ in pairs)
    widest = lengths[int(len(lengths) * 0.95)]
    long = [a for a, _ in pairs if len(a) > 0.7 * widest]
    if widest > WIDEST or widest < 30 or not long:
        return None
    broken = sum(not ends_sentence(a) for a in long)
    return widest if broken >= SHARE * len(long) and len(long) >= 0.5 * len(pairs) else None


def _goes_on(line: str, following: str, width: int | None) -> bool:
    """True when `following` continues the sentence or paragraph of `line`."""
    if not line or not following or is_bullet(following):
        return False
    if width is None:
        return following[0].islower() and not ends_clause(line) and len(line) >= 30
    if len(line) > width + 20:
        return False
    fits = len(line) + 1 + len(following.split(None, 1)[0]) <= 0.92 * width
    return not fits or (following[0].islower() and not ends_sentence(line))


def _join(line: str, following: str) -> str:
    """One line out of two; a word parted by a hyphen becomes one."""
    if _HYPHEN.search(line[-2:]) and following[0].islower() and not following[0].isdigit():
        return line[:-1] + following
    return f"{line} {following}"
