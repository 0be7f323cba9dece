"""Where the names of circles stand, so that none lies over another or over a circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Pixels of a letter of 11 pixels' type on the average, of a line, and between a circle and a name.
LETTER, LINE, _GAP = 6.1, 12.0, 3.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they overlap."""
        beside = self.left < other.right and other.left < self.right
        return beside and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle with its name."""

    name: str
    x: float
    y: float
    r: float

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r)


def labels(circles: Sequence[Circle], width: float, height: float) -> list[Box | None]:
    """A box for each name, in the order of the circles, which is that of their weight.

    A name stands right, left, below or above of its circle, else at a corner of it; where it would
    lie over something everywhere it has no box.
    """
    taken = [circle.box for circle in circles]
    sheet = Box(0, 0, width, height)
    found: list[Box | None] = []
    for circle in circles:
        own = circle.box
        free = (
            box for box in _boxes(circle)
            if _inside(box, sheet) and not any(box.meets(t) for t in taken if t != own)
        )  # fmt: skip
        box = next(free, None)
        found.append(box)
        if box:
            taken.append(box)
    return found


def _boxes(circle: Circle) -> Iterator[Box]:
    wide = LETTER * len(circle.name)
    right, left = circle.x + circle.r + _GAP, circle.x - circle.r - _GAP - wide
    below, above = circle.y + circle.r + 1, circle.y - circle.r - 1 - LINE
    middle = (circle.x - wide / 2, circle.y - LINE / 2)
    corners = [(x, y) for y in (below, above) for x in (circle.x, circle.x - wide)]
    for x, y in ((right, middle[1]), (left, middle[1]), (middle[0], below), (middle[0], above),
                 *corners):  # fmt: skip
        yield Box(round(x, 1), round(y, 1), round(x + wide, 1), round(y + LINE, 1))


def _inside(box: Box, sheet: Box) -> bool:
    return (
        box.left >= sheet.left and box.top >= sheet.top
        and box.right <= sheet.right and box.bottom <= sheet.bottom
    )  # fmt: skip
