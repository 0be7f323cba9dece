"""The stream of invented reports with a share that does not tell when."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dragoman.model.findings import Findings
from dragoman.model.when import UNKNOWN, When

# How many years an act may lie back that is told of several years.
BACK = 3


def vaguer(reports: Iterable[Findings], share: float, seed: int = 20261129) -> Iterator[Findings]:
    """The reports; of so large a share of them a third lose all dates, a third of the acts are told
    of the year, and a third of several years up to it."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    for found in reports:
        if chance.random() < share:
            yield _vague(found, chance.choice((None, 0, BACK)))
        else:
            yield found


def _vague(found: Findings, back: int | None) -> Findings:
    came = found.report.date.start
    when, report = UNKNOWN, found.report
    if back is None or came is None:
        report = replace(report, date=UNKNOWN)
    else:
        when = When(date(came.year - back, 1, 1), date(came.year + 1, 1, 1), "year", "text")
    events = tuple(replace(event, when=when) for event in found.events)
    return replace(found, report=report, events=events)
