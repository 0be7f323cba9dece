"""From whom it is known: copies, citations, corrections, and the independent origins left over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.span import Span

OriginKind = Literal["own", "agency", "statement", "witness", "channel", "unnamed"]
CitationRole = Literal["told", "cites", "citing", "contributed", "credit", "whole"]
CorrectionKind = Literal["corrects", "withdraws", "updates"]

ORIGIN_KINDS: tuple[OriginKind, ...] = get_args(OriginKind)
CITATION_ROLES: tuple[CitationRole, ...] = get_args(CitationRole)
CORRECTION_KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a report tells of something; `event` is the id of the event coded there, if one was."""

    report: str
    span: Span
    event: str | None = None

    @property
    def order(self) -> tuple[str, Span, str]:
        """Tellings stand in the order of reports and places."""
        return self.report, self.span, self.event or ""


@dataclass(frozen=True, slots=True)
class SharedText:
    """Words that two reports have in common; `left` is the smaller of their ids.

    `spans` are the stretches, the same one in each report, in the order of the left. A share is
    that of the report's words that stands in them.
    """

    left: str
    right: str
    spans: tuple[tuple[Span, Span], ...]
    left_share: float
    right_share: float


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """The same words quoted by two reports; spans are those of the quotations, marks included."""

    left: str
    right: str
    left_span: Span
    right_span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A report names the outlet through which something came.

    `span` is the outlet's name, `scope` what the cue speaks of; None for the whole report, where
    the name stands outside its text (a byline, the credits).
    """

    report: str
    outlet: str
    role: CitationRole
    span: Span | None
    scope: Span | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a telling rests on its origin, in words, with the words of the report that show it."""

    report: str
    span: Span | None
    words: str

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a reason needs words")


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source and the tellings that rest on it.

    `kind` says what is known of it: an outlet's own reporting ("own"), an agency, a statement by
    a named body or official, a witness, a channel of social media, or somebody unnamed. `name`
    is None where nobody is named. `circular` is True where the reports only cite one another.
    """

    id: str
    kind: OriginKind
    name: str | None
    tellings: tuple[Telling, ...]
    reasons: tuple[Reason, ...]
    circular: bool = False

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that rest on it, each once, in order."""
        return tuple(dict.fromkeys(t.report for t in self.tellings))


@dataclass(frozen=True, slots=True)
class Link:
    """One telling rests on another: it copies it, or cites its outlet."""

    telling: Telling
    on: Telling
    reason: str


@dataclass(frozen=True, slots=True)
class Circle:
    """Outlets of which each cites the next and the last the first; `shown` has the words of each.

    Where all tell one thing and nobody names another source, nothing stands behind it.
    """

    outlets: tuple[str, ...]
    shown: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A report that says that an earlier one was wrong.

    `outlet` is whose report is meant, its own where the words say nothing else. `earlier` is the
    report of the record that is meant; None where none fits, or where it is an earlier version of
    the same text that the record does not hold. `reason` says why that one.
    """

    report: str
    kind: CorrectionKind
    span: Span
    outlet: str | None
    earlier: str | None
    reason: str
