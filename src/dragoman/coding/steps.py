"""What the coder decides on the way from words to events, so that each decision can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from dragoman.coding.acts import Act
from dragoman.coding.learned import Proposal
from dragoman.model.event import Event
from dragoman.model.findings import Findings


class Reason(StrEnum):
    """Why what looks like an act makes no event."""

    UNREAD = "unread"  # no known actor and no frame in its sentence: the encoder is not asked
    NO_ACT = "no act"  # the encoder takes the word for none
    UNSURE = "unsure"  # no frame fits, and the encoder is in doubt of the type
    UNLIKELY = "unlikely"  # a frame fits, and the encoder holds the word for none
    NO_USE = "no such use"  # a table knows this use of the word for none
    PART = "part"  # its verb names the act that the encoder reads there
    NO_PARTY = "no party"  # nobody is said to do or to suffer it
    SAME = "same"  # the same stand on both sides
    ONE_SIDE = "one side"  # a meeting with one side told
    UNKNOWN = "unknown"  # neither side has a state or an organisation that is known
    DOUBLE = "double"  # the sentence tells that already


@dataclass(frozen=True, slots=True)
class Kept:
    """An act that is told, with what the encoder and a frame at the same word say."""

    act: Act
    proposal: Proposal | None
    framed: Act | None


@dataclass(frozen=True, slots=True)
class Missed:
    """What might be an act and is not told.

    `figure` is the probability that falls short of `least`, where that is the reason; `other` the
    word that names the act in its place.
    """

    token: Token
    reason: Reason
    proposal: Proposal | None
    framed: Act | None
    figure: float | None = None
    least: float | None = None
    other: Token | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the encoder and the frames find, put together: acts in text order, and the rest.

    `asked` has the first tokens of the sentences that the encoder was asked about.
    """

    kept: tuple[Kept, ...]
    missed: tuple[Missed, ...]
    asked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Fate:
    """An event that was made, and the reason why it is no row, if so; `twin` is the row instead."""

    event: Event
    reason: Reason | None = None
    twin: Event | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """A report's way through the coder.

    `fates` has the events of acts, in the order of `acts`, and then those that a stated intention
    makes of some of them.
    """

    weighed: Weighed
    acts: tuple[Kept, ...]
    fates: tuple[Fate, ...]
    findings: Findings
