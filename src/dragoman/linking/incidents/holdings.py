"""Who holds what a telling says: the source that it cites, else its outlet."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.language.actor_tables import state_codes
from dragoman.linking.incidents.tellings import Telling
from dragoman.model.account import Holding
from dragoman.model.actor import Source
from dragoman.model.span import Span
from dragoman.model.when import When


def holding_of(telling: Telling, span: Span, source: Source) -> Holding:
    """Who holds what stands at `span`, told by `source`."""
    report = telling.report
    named = source.actor or (source.text if source.kind == "named" else None)
    return Holding(
        holder=named or report.outlet or report.id,
        report=report.id,
        span=span,
        since=_surely_out(report.date),
        event=telling.id,
        outlet=report.outlet,
        cited=source.text if _is_nameless(source) else None,
    )


def _is_nameless(source: Source) -> bool:
    """True for somebody without a name of whom no more than his state is known."""
    return source.kind == "unnamed" and source.actor in {None, *state_codes()}


def _surely_out(published: When) -> date | None:
    """The day by which a report had surely come out; "from 2022 on" tells none."""
    return published.end - timedelta(days=1) if published.start and published.end else None
