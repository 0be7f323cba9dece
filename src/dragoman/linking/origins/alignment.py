"""Which words two texts have in common: stretches that one took from the other, edits allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

# So many words in a row are looked for; what they have between them may be shorter.
SEED = 3
# An editor's cut or addition of so many words leaves a stretch whole.
GAP = 6
# A stretch has at least so many words in common. Quotations apart, two reporters who do not copy
# hardly ever share ten words in the same order with so small gaps.
FEWEST = 10
# So much of a stretch is in common, on either side: reporters of one event use the same names and
# dates, but not in sentences of the same build.
DENSITY = 0.6


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words from `left` in one text are those from `right` in the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs that follow each other in both texts with small gaps."""

    runs: tuple[Run, ...]

    @property
    def words(self) -> int:
        """How many words are in common."""
        return sum(run.length for run in self.runs)

    @property
    def density(self) -> float:
        """The part of the longer side that is in common."""
        sides = (self.left, self.right)
        return self.words / max(last - first + 1 for first, last in sides)

    @property
    def left(self) -> tuple[int, int]:
        """The first and the last word on the left."""
        return self.runs[0].left, self.runs[-1].left + self.runs[-1].length - 1

    @property
    def right(self) -> tuple[int, int]:
        """The first and the last word on the right."""
        return self.runs[0].right, self.runs[-1].right + self.runs[-1].length - 1


def stretches(left: Sequence[str], right: Sequence[str], fewest: int = FEWEST) -> list[Stretch]:
    """What `left` and `right` share, in the order of `left`; a word of it is in one stretch only.

    Seeds of three words are extended as far as both texts agree, the longest first where several
    fit, and chained where at most six words part them; `difflib` finds what the gaps share.
    Alone it would look for one alignment of the whole, and miss a paragraph that was moved.
    """
    chains: list[list[Run]] = []
    for run in _runs(left, right):
        if chains and _follows(chains[-1][-1], run):
            chains[-1].append(run)
        else:
            chains.append([run])
    found = [Stretch(tuple(_filled(chain, left, right))) for chain in chains]
    return [s for s in found if s.words >= fewest and s.density >= DENSITY]


def _follows(before: Run, run: Run) -> bool:
    left = run.left - before.left - before.length
    right = run.right - before.right - before.length
    return 0 <= left <= GAP and 0 <= right <= GAP


def _filled(chain: list[Run], left: Sequence[str], right: Sequence[str]) -> Iterator[Run]:
    """The runs, and what the gaps between them have in common."""
    for before, after in pairwise(chain):
        yield before
        start, place = before.left + before.length, before.right + before.length
        gap = SequenceMatcher(None, left[start : after.left], right[place : after.right], False)
        for block in gap.get_matching_blocks():
            if block.size:
                yield Run(start + block.a, place + block.b, block.size)
    yield chain[-1]


def _runs(left: Sequence[str], right: Sequence[str]) -> Iterator[Run]:
    """Common runs from left to right, each as long as it goes."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(right) - SEED + 1):
        places.setdefault(tuple(right[at : at + SEED]), []).append(at)
    at, last = 0, Run(0, 0, 0)
    while at <= len(left) - SEED:
        found = [
            Run(at, place, _length(left, right, at, place))
            for place in places.get(tuple(left[at : at + SEED]), ())
        ]
        if not found:
            at += 1
            continue
        # Of several places the longest counts, then the one that goes on where the last run ended.
        run = max(found, key=lambda r: (r.length, _follows(last, r), -r.right))
        yield run
        last = run
        at += run.length


def _length(left: Sequence[str], right: Sequence[str], at: int, place: int) -> int:
    length = SEED
    while (
        at + length < len(left)
        and place + length < len(right)
        and left[at + length] == right[place + length]
    ):
        length += 1
    return length
