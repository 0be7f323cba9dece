"""How a text was read, as small types: what `explain` finds and a page or a command shows."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.likeness import Alike
from dragoman.coding.steps import Reason
from dragoman.model.actor import Mention
from dragoman.model.event import Event
from dragoman.model.ontology import EventType, Factuality
from dragoman.model.report import Report
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """A token of the parse; `head` is the place of its head among the text's tokens."""

    span: Span
    lemma: str
    tag: str
    dependency: str
    head: int


@dataclass(frozen=True, slots=True)
class Party:
    """Words that the encoder takes for a party; `taken` is False where it is not sure enough."""

    role: str
    span: Span
    probability: float
    taken: bool


@dataclass(frozen=True, slots=True)
class Chances:
    """What the encoder holds likely of words; all but `act` hold if the words name an act."""

    act: float
    types: tuple[tuple[str, float], ...]
    mode: str | None
    mode_probability: float
    factuality: Factuality
    factuality_probability: float
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a candidate makes no event; see `Missed`. `other` are the words told in its place."""

    reason: Reason
    figure: float | None = None
    least: float | None = None
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name an act: what the encoder and the fitting frame say, what came of it.

    `events` are ids of rows; `chances` is None without the encoder, `frame` (the place of a table's
    row) where none fits, `why` where the act became a row.
    """

    span: Span
    chances: Chances | None
    frame: str | None
    events: tuple[str, ...]
    why: Why | None


@dataclass(frozen=True, slots=True)
class Tried:
    """A frame tried at a word. It fits, or its particle is missing, or a need of it is not met."""

    span: Span
    frame: str
    place: str
    type: EventType | None
    mode: str | None
    particle: str | None
    need: str | None

    @property
    def fits(self) -> bool:
        """True for the frame that is used; its type None says that the word names no act."""
        return self.particle is None and self.need is None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole way of a text through the coder; spans point into `report.text`.

    `alike` is None where no index belongs to the network; it is empty without the encoder.
    """

    report: Report
    coder: str
    encoder: bool
    mentions: tuple[Mention, ...]
    parse: tuple[Parsed, ...]
    candidates: tuple[Candidate, ...]
    frames: tuple[Tried, ...]
    events: tuple[Event, ...]
    alike: tuple[Alike, ...] | None
