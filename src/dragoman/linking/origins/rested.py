"""What rests on a report: the tellings that copy it or cite its outlet, and those behind them."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.linking.origins.chains import Told, told_of, upstreams
from dragoman.linking.origins.copies import shared_text
from dragoman.linking.origins.shares import copied
from dragoman.model.findings import Findings
from dragoman.model.origin import Link, SharedText, Telling


def links(
    tellings: Iterable[Telling], findings: Iterable[Findings], shared: Iterable[SharedText] = ()
) -> tuple[Link, ...]:
    """Which telling rests on which other, and why; the earlier of two copies is the one copied.

    Of copies with the same date, or without one, each may have been first: both are told.
    """
    reports = {found.report.id: found for found in findings}
    told = told_of(tellings, reports.values())
    used = [reports[key].report for key in sorted({t.telling.report for t in told})]
    found = {}
    for one in told:
        for other in upstreams(one, told):
            found[one.telling, other.telling] = f"cites {other.case.findings.report.outlet}"
    for left, right in _copies(told, tuple(shared) or shared_text(used)):
        for one, other in ((left, right), (right, left)):
            if not one.before(other):
                found.setdefault((one.telling, other.telling), "has the same text")
    rows = (Link(one, other, reason) for (one, other), reason in found.items())
    return tuple(sorted(rows, key=lambda link: (link.telling.order, link.on.order)))


def _copies(told: list[Told], shared: Iterable[SharedText]) -> list[tuple[Told, Told]]:
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.telling.report, []).append(one)
    return [
        (one, other)
        for pair in shared
        for one in by_report.get(pair.left, ())
        for other in by_report.get(pair.right, ())
        if copied(one.telling.span, other.telling.span, pair)
    ]


def rested_on(report: str, known: Iterable[Link]) -> tuple[Telling, ...]:
    """The tellings of other reports that rest on one of `report`, also through others, in order.

    What was corrected or withdrawn there is doubtful in all of them.
    """
    rows = list(known)
    reached = {link.on for link in rows if link.on.report == report}
    while True:
        more = {link.telling for link in rows if link.on in reached} - reached
        if not more:
            break
        reached |= more
    found = (telling for telling in reached if telling.report != report)
    return tuple(sorted(found, key=lambda t: t.order))
