"""Reports as the tests of origins write them: outlet, day, text, what is told in braces."""

from __future__ import annotations

from datetime import date
from functools import cache

from dragoman.engine.coder import code_report
from dragoman.linking.origins import origins
from dragoman.model.findings import Findings
from dragoman.model.origin import Origin, Telling
from dragoman.model.report import Report, report_id
from dragoman.model.span import Span
from dragoman.model.when import day

Written = tuple[str, int, str]


@cache
def told(outlet: str, number: int, text: str) -> tuple[Findings, Telling]:
    """A report of 2025-07-`number`, coded, and the telling that braces mark in its text."""
    start, end = text.index("{"), text.index("}") - 1
    plain = text.replace("{", "").replace("}", "")
    name = report_id(f"{outlet} {number} {plain}")
    report = Report(
        name, plain, outlet=outlet, date=day(date(2025, 7, number), "given"), language="en"
    )
    return code_report(report), Telling(name, Span(start, end))


def origins_of(*written: Written) -> tuple[Origin, ...]:
    """The origins of the marked tellings."""
    pairs = [told(*one) for one in written]
    return origins([telling for _, telling in pairs], [found for found, _ in pairs])


def groups(*written: Written) -> list[tuple[str, str | None, list[int]]]:
    """Kind, name and the numbers of the reports of each origin, in order of the numbers."""
    numbers = {told(*one)[1].report: at for at, one in enumerate(written)}
    rows = [(o.kind, o.name, sorted(numbers[r] for r in o.reports)) for o in origins_of(*written)]
    return sorted(rows, key=lambda row: row[2])
