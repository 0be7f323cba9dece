"""The reports: all of them in a table, and one with every coded row marked in its text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.errors import UsageError
from dragoman.model.rows import Json
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask, NotFoundError
from dragoman.web.layers import LAYERS, cards_of, marks_of
from dragoman.web.marks import paragraphs
from dragoman.web.names import actor_name
from dragoman.web.passages import first_words
from dragoman.web.schemas import ReportFilters
from dragoman.web.tables import Table, table_of
from dragoman.web.views.paging import paged


def reports(ask: Ask) -> Answer:
    """Reports in the order of publication, the undated last."""
    filters = ask.filters(ReportFilters)
    rows = ask.record.reports(filters)
    total = ask.record.count_reports(filters)
    data = {**paged(ask, filters, total, len(rows)), "notes": ask.record.notes(filters)}
    return Answer(
        title="Reports",
        template="reports.html",
        data={**data, "rows": rows},
        table=table_of("reports", rows),
        page=lambda: {
            "asked": filters,
            "outlets": [o["outlet"] for o in ask.record.reports_by_outlet() if o["outlet"]],
            "starts": _starts(ask, rows),
        },
    )


def report(ask: Ask, report_id: str) -> Answer:
    """One report; its CSV twin holds its events."""
    ask.check(("layers", "coder"))
    row = ask.record.report(ask.row_id(report_id, "report"), ask.one("coder"))
    if row is None:
        raise NotFoundError(f"no report {report_id}")
    return Answer(
        title=row["title"] or first_words(row["text"]),
        template="report.html",
        data=row,
        table=_events(row),
        page=lambda: _page(ask, row),
    )


def _starts(ask: Ask, rows: Sequence[Json]) -> dict[str, str]:
    """How the reports without a title begin, by id."""
    untitled = [r["id"] for r in rows if not r["title"]]
    found = ((i, ask.record.report(i)) for i in untitled)
    return {i: first_words(row["text"]) for i, row in found if row}


def _page(ask: Ask, row: Json) -> Json:
    drawn = paragraphs(row["text"], list(marks_of(row)))
    return {
        "report": row,
        "layers": _layers(ask, row),
        "parts": list(zip(drawn, cards_of(row, drawn), strict=True)),
        "coded": bool(row["coder"]),
        "actors": _present(row),
    }


def _layers(ask: Ask, row: Json) -> list[Json]:
    wanted = {v for vs in ask.params.get("layers", ()) for v in vs.split(",") if v}
    if unknown := wanted - {layer.name for layer in LAYERS}:
        choices = ", ".join(layer.name for layer in LAYERS)
        raise UsageError(f"no such layer {min(unknown)[:40]!r}; there are: {choices}")
    return [
        {
            "layer": layer,
            "count": len(row[layer.kind]),
            "on": layer.name in wanted if wanted else layer.first,
        }
        for layer in LAYERS
    ]


def _events(row: Json) -> Table:
    about = {"report": row["id"], "published": row["date"], "coder": row["coder"]}
    about |= {name: row[name] for name in ("title", "outlet", "url")}
    return table_of(
        "events",
        ({**e, **about, "sentence": row["text"][slice(*e["span"])]} for e in row["events"]),
    )


def _present(row: Json) -> Sequence[tuple[str, str]]:
    """The actors of the report's events, each once, in the order of the text."""
    codes = dict.fromkeys(c for e in row["events"] for c in (*e["actor"], *e["recipient"]))
    return [(code, actor_name(code)) for code in codes]
