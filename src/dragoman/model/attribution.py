"""Who said what: attributions, quotations and silences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.actor import Source
from dragoman.model.span import Span

Stance = Literal[
    "asserts",
    "denies",
    "alleges",
    "doubts",
    "demands",
    "promises",
    "admits",
    "fears",
    "wants",
    "supports",
    "opposes",
    "asks",
    "threatens",
]
STANCES: tuple[Stance, ...] = get_args(Stance)

Manner = Literal[
    "asserts",
    "claims",
    "alleges",
    "denies",
    "criticizes",
    "demands",
    "requests",
    "promises",
    "admits",
    "warns",
    "praises",
    "predicts",
    "believes",
    "agrees",
    "refuses",
    "plans",
]
MANNERS: tuple[Manner, ...] = get_args(Manner)


def stance_named(name: str) -> Stance:
    """The stance of that name; raises ValueError when there is none."""
    return STANCES[STANCES.index(name)]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content; `stance` is the source's to the content ("asserts", "denies").

    `manner` is how it is told ("warns", "praises", "believes"), `venue` where it was said.

    `content` goes from the first to the last word of what is said, `contents` leaves out what
    stands between: '"We wait," he said. "But not for long."'
    """

    source: Source
    cue: Span
    content: Span
    quotation: bool
    stance: Stance
    span: Span
    chain: tuple[Source, ...] = ()
    contents: tuple[Span, ...] = ()
    manner: str = "asserts"
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given as somebody's own; `span` covers them with their quotation marks.

    `cue` is the word that brings them in, None where they go on with an earlier one or stand alone.
    """

    text: str
    span: Span
    speaker: str | None = None
    actor: str | None = None
    venue: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody asked, or expected to speak, who made no statement.

    `span` is the clause that says so, `cue` the words that tell of the silence, `who` those for
    whoever is silent, `about` those for what nothing is said about, `asked_by` those for whoever
    asked; None where they are not told.
    """

    actor: str | None
    span: Span
    who: Span | None = None
    cue: Span | None = None
    about: Span | None = None
    asked_by: Span | None = None
