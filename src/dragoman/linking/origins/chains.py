"""Which telling another rests on: an outlet that is cited has told of it itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.linking.origins.outlets import Outlets
from dragoman.linking.origins.paths import Case, Step, case_of
from dragoman.linking.origins.words import plain_words
from dragoman.model.findings import Findings
from dragoman.model.origin import Telling
from dragoman.model.when import When

# Time zones, and pages that are updated, put a report a day before the one that it cites.
LEEWAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with its report's case and its way."""

    telling: Telling
    case: Case
    path: tuple[Step, ...]

    @property
    def outlet(self) -> str | None:
        """The outlet of its report."""
        return self.case.outlet.name if self.case.outlet else None

    @property
    def cited(self) -> Step | None:
        """The outlet nearest to the source through which it came; None where it is the report's."""
        return next((s for s in self.path if s.speaker is None and s.role != "own"), None)

    def before(self, other: Told) -> bool:
        """True where its report was surely published first."""
        last, first = (r.case.findings.report.date for r in (self, other))
        return last.end is not None and first.start is not None and last.end <= first.start

    @property
    def words(self) -> frozenset[str]:
        """The words of the telling."""
        return frozenset(plain_words(self.telling.span.of(self.case.findings.report.text)))


class Cases:
    """Reports whose tellings are asked for again and again: what each cites is read once.

    `outlets` are those whose names are known; where not given, those of the reports.
    """

    def __init__(self, findings: Iterable[Findings], outlets: Outlets | None = None) -> None:
        self._reports = {found.report.id: found for found in findings}
        self._outlets = outlets or Outlets(
            f.report.outlet for f in self._reports.values() if f.report.outlet
        )
        self._cases: dict[str, Case] = {}
        self._told: dict[Telling, Told] = {}

    def told(self, tellings: Iterable[Telling]) -> list[Told]:
        """Each telling once, in order, with its way; KeyError where its report is not there."""
        return [self._way(t) for t in sorted(set(tellings), key=lambda t: t.order)]

    def _way(self, telling: Telling) -> Told:
        if telling not in self._told:
            case = self._case(telling.report)
            self._told[telling] = Told(telling, case, case.path(telling))
        return self._told[telling]

    def _case(self, report: str) -> Case:
        if report not in self._cases:
            self._cases[report] = case_of(self._reports[report], self._outlets)
        return self._cases[report]


def told_of(tellings: Iterable[Telling], findings: Iterable[Findings]) -> list[Told]:
    """Each telling once, in order, with its way; raises KeyError where its report is not there."""
    return Cases(findings).told(tellings)


def upstream(told: Told, others: Iterable[Told]) -> Told | None:
    """The telling that `told` takes from the outlet nearest to the source, by the likest words.

    None where that outlet does not tell of it. What was published later cannot be meant, but for
    a day; an undated report can.
    """
    return _from(told, told.cited, others) if told.cited else None


def upstreams(told: Told, others: Iterable[Told]) -> list[Told]:
    """As `upstream`, for every outlet on the way."""
    others = list(others)
    steps = [s for s in told.path if s.speaker is None and s.role != "own"]
    found = (_from(told, step, others) for step in steps)
    return [other for other in found if other is not None]


def _from(told: Told, step: Step, others: Iterable[Told]) -> Told | None:
    found = [
        other
        for other in others
        if other.outlet == step.label
        and other.telling.report != told.telling.report
        and not _after(other.case.findings.report.date, told.case.findings.report.date)
    ]
    return max(found, key=lambda o: (_likeness(told, o), o.telling.order), default=None)


def _likeness(one: Told, other: Told) -> float:
    common = len(one.words & other.words)
    return common / max(len(one.words | other.words), 1)


def _after(one: When, other: When) -> bool:
    first, last = one.start, other.end
    return first is not None and last is not None and first >= last + LEEWAY


def earliest(tellings: Sequence[Told]) -> Told:
    """The one published first; those without a date come last, and ids settle the rest."""
    return min(tellings, key=lambda t: (_day(t), t.telling.order))


def _day(told: Told) -> date:
    when = told.case.findings.report.date
    return when.start or when.end or date.max
