"""Assessments of what is or will be, and ties that hold over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.actor import Source
from dragoman.model.quantity import Quantity
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When

JudgementKind = Literal["forecast", "assessment", "conditional", "warning", "prescription"]

TieKind = Literal[
    "member",
    "ally",
    "border",
    "supply",
    "owns",
    "arms",
    "base",
    "agreement",
    "sponsors",
    "kin",
    "office",
]

TIE_KINDS: tuple[TieKind, ...] = get_args(TieKind)
JUDGEMENT_KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A worded probability: `low` and `high` bound it, 0 to 1 (ICD 203's bands and surveys).

    `statement` is the clause that is judged, with the words that judge it; the bounds are of what
    is left of it without them and without a "not", its `hinge`: what has to be seen for it to be
    right. A prescription says what ought to be done and foretells nothing; its bounds are 0 and 1.
    `span` is the sentence, `statement_span` the statement in it; `term_spans`, `condition_span` and
    `horizon_span` are the words that estimate, those it depends on, and those that say by when. An
    undated report may have words for a horizon and no days.
    """

    author: Source
    statement: str
    term: str
    low: float
    high: float
    span: Span
    actors: tuple[str, ...] = ()
    horizon: When | None = None
    condition: str | None = None
    kind: JudgementKind = "assessment"
    hinge: str | None = None
    statement_span: Span | None = None
    term_spans: tuple[Span, ...] = ()
    condition_span: Span | None = None
    horizon_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a tie as the text names it: its code, None where unknown, and its words.

    `name` is the name that a pronoun or a description stands for, where the text tells it.
    `nearby` is True where the clause leaves the side out, and it is whoever was spoken of before.
    """

    code: str | None
    span: Span
    name: str | None = None
    nearby: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """What holds between actors `a` and `b` over time, with its quantity and unit.

    `a` and `b` are codes, None where the text names somebody whose code is unknown; `sides` has
    the words of both, in the same order. `span` is the sentence, `words` what tells of the tie in
    it; `what` is the office, the goods, the asset or the treaty, in the text's words. `quantity`
    and `unit` are the value and unit of the first of `quantities`. `ended` is True where the text
    tells that it no longer holds, whether or not it tells since when.
    """

    kind: TieKind
    a: str | None
    b: str | None
    span: Span
    quantity: float | None = None
    unit: str | None = None
    interval: When = UNKNOWN
    via: str | None = None
    sides: tuple[Side, Side] | None = None
    words: Span | None = None
    what: str | None = None
    quantities: tuple[Quantity, ...] = ()
    ended: bool = False
