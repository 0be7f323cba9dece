"""An article on its way from a format's reader to a Report."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.report import Notes
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Age:
    """How long ago a page says that an article was published: `low` to `high` hours."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as far as it has been read.

    `lines` are its lines; an empty one parts blocks. Once cleaned, each line is a paragraph.
    `order` is how its outlet writes a date's numbers ("dmy"), None where that is not known.
    """

    lines: tuple[str, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    date: When = UNKNOWN
    age: Age | None = None
    notes: Notes = field(default_factory=Notes)

    @property
    def size(self) -> int:
        """Characters of its text."""
        return sum(map(len, self.lines))
