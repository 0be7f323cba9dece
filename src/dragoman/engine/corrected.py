"""Corrections and withdrawals, with what rests on the report that was wrong."""

from __future__ import annotations

from dragoman.engine.linked import Linked, linked
from dragoman.linking.origins import links, rested_on, tellings_of
from dragoman.model.findings import Findings
from dragoman.model.ids import content_id
from dragoman.model.origin import Correction
from dragoman.model.rows import Json, when_row
from dragoman.model.sourced import SourcedIncident
from dragoman.model.when import UNKNOWN
from dragoman.record import Filters, Record

ALL = Filters()


def corrections_listed(record: Record, filters: Filters = ALL) -> list[Json]:
    """Reports that correct, withdraw or update an earlier one, in the order of their ids.

    `rested` lists what other reports took from the earlier one, also through others: it is as
    doubtful as that. Of filters `as_of`, `coder`, `report` and `outlet` count, those two of either
    report; raises UsageError for what cannot be asked of reports.
    """
    filters.refuse("reports")
    state = linked(record, filters)
    rows = [_row(state, one) for one in state.corrections()]
    chosen = [row for row in rows if _asked(row, filters)]
    stop = None if filters.limit is None else filters.offset + filters.limit
    return chosen[filters.offset : stop]


def _asked(row: Json, filters: Filters) -> bool:
    ids = [row["report"], row["earlier"] or ""]
    outlets = {name.lower() for name in (row["by"], row["outlet"]) if name}
    asked = {name.lower() for name in filters.outlets}
    of = not filters.report or any(i.startswith(filters.report.lower()) for i in ids)
    return of and (not asked or bool(asked & outlets))


def _row(state: Linked, one: Correction) -> Json:
    notice = state.record.report(one.report) or {}
    return {
        "id": content_id("correction", one.report, one.outlet or "", one.kind),
        "report": one.report,
        "by": notice.get("outlet"),
        "title": notice.get("title"),
        "published": notice.get("date") or when_row(UNKNOWN),
        "kind": one.kind,
        "outlet": one.outlet,
        "earlier": one.earlier,
        "why": one.reason,
        "span": one.span.pair(),
        "words": one.span.of(notice.get("text", "")),
        "rested": _rested(state, one.earlier) if one.earlier else [],
    }


def _rested(state: Linked, earlier: str) -> list[Json]:
    """What rests on a report, incident by incident."""
    asked = Filters(report=earlier, as_of=state.filters.as_of, coder=state.filters.coder)
    coded = state.record.findings(state.record.codings(asked))
    events = [event.id for _, found in coded for event in found.events]
    rows = state.record.links.of_events(state.number, events)
    ids = sorted({row["id"] for row in rows.values() if row["reports"] > 1})
    return [row for one in state.sourced(ids, whole=False) for row in _of(state, one, earlier)]


def _of(state: Linked, one: SourcedIncident, earlier: str) -> list[Json]:
    members = state.record.links.members(state.number, [one.id])
    read = state.loader.read(row["coding"] for row in members)
    reports: list[Findings] = list(read.values())
    told = [t for found in reports for t in tellings_of(found, one.incident.events)]
    texts = {found.report.id: found.report for found in reports}
    return [
        {
            "report": telling.report,
            "outlet": texts[telling.report].outlet,
            "incident": one.id,
            "event": telling.event,
            "words": telling.span.of(texts[telling.report].text),
        }
        for telling in rested_on(earlier, links(told, reports))
    ]
