"""The desk: what the record holds, and where to begin."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.engine.counted import months_counted
from dragoman.engine.whens import month_name
from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.links import address
from dragoman.web.names import actor_name
from dragoman.web.strip import strip
from dragoman.web.tables import plain_table
from dragoman.web.views.latest import latest

_SAID = ("attributions", "quotes", "judgements", "silences", "ties")
_HAPPENED = Filters(factuality=("happened",))


def desk(ask: Ask) -> Answer:
    """Counts, coverage, outlets, pairs and the latest events; its CSV twin holds the outlets."""
    ask.check(())
    record = ask.record
    outlets = record.reports_by_outlet()
    months = months_counted(record, _HAPPENED)
    data: Json = {
        "reports": record.count_reports(),
        "events": record.count_events(_HAPPENED),
        "all_events": record.count_events(),
        "outlets": outlets,
        "coverage": record.reports_by_month(),
        "months": months,
        "dyads": record.events_by_dyad(_HAPPENED),
        "coders": record.versions(),
        "statements": {kind: record.count_statements(kind) for kind in _SAID},
    }
    return Answer(
        title="The desk",
        template="desk.html",
        data=data,
        table=plain_table(("outlet", "reports", "first", "last"), outlets),
        page=lambda: {
            "strip": strip(months),
            "pairs": pairs(data["dyads"]),
            "latest": latest(record, _HAPPENED, 8),
            "span": span(data["coverage"]),
            "most": max((o["reports"] for o in outlets), default=1),
        },
    )


def pairs(dyads: Sequence[Json]) -> list[Json]:
    """Pairs with names, the share of the longest bar, and the address of their events."""
    most = max((d["count"] for d in dyads), default=1)
    return [
        {
            **d,
            "from": actor_name(d["actor"]),
            "to": actor_name(d["recipient"]),
            "share": round(100 * d["count"] / most, 1),
            "href": address("/chronology", {"actor": [d["actor"]], "recipient": [d["recipient"]]}),
        }
        for d in dyads
    ]


def span(coverage: Sequence[Json]) -> tuple[str, str] | None:
    """The first and the last month in which a report was published."""
    months = [c["month"] for c in coverage if c["month"]]
    return (_name(months[0]), _name(months[-1])) if months else None


def _name(month: str) -> str:
    return month_name(int(month[:4]), int(month[5:]))
