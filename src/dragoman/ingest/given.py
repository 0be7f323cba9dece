"""What goes into reading beside the input itself, and what comes out when it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said about all inputs of a call; it stands above what an input says itself.

    Where an input gives several reports, `date` and `outlet` are for those without their own, and
    `title`, `url` and `author` for the first.
    """

    date: When = UNKNOWN
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be read, or only in part, and why; in one line.

    `input` is the path, URL or "-"; `part` the place within it ("line 7"), None for all of it.
    """

    input: str
    reason: str
    part: str | None = None

    @property
    def where(self) -> str:
        """The input, and the place within it."""
        return f"{self.input}, {self.part}" if self.part else self.input

    @property
    def message(self) -> str:
        """The line to print: where, what, why."""
        return " ".join(f"{self.where}: {self.reason}".split())
