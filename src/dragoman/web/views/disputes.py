"""The disputes: all of them by the pair of states that they are between, and one as a matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.engine.incident_rows import account_rows, dispute_row, incident_row
from dragoman.engine.incidents import dispute as dispute_of
from dragoman.engine.incidents import disputes_listed, incident, incidents_called, question
from dragoman.engine.whens import when_label
from dragoman.model.account import ATTRIBUTES
from dragoman.model.dispute import STATUSES
from dragoman.model.rows import Json
from dragoman.model.sourced import SourcedIncident
from dragoman.record import Filters
from dragoman.web.accounts import Told, by_holder, known_of_judgements, value_of
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask, NotFoundError
from dragoman.web.incident_schemas import DisputeFilters
from dragoman.web.links import part
from dragoman.web.names import actor_name
from dragoman.web.schemas import AsOf
from dragoman.web.tables import table_of
from dragoman.web.views.asked import event_form
from dragoman.web.views.incidents import contested_of, told_of
from dragoman.web.views.paging import paged

Pair = tuple[str, ...]


def disputes(ask: Ask) -> Answer:
    """Disputes under their pairs of states, the pair with most first; the latest told first."""
    asked = ask.filters(DisputeFilters)
    status, attribute = ask.choice("status", STATUSES), ask.choice("attribute", ATTRIBUTES)
    everything = [
        row
        for row in disputes_listed(ask.record, replace(asked, limit=None, offset=0))
        if status in (None, row["status"]) and attribute in (None, row["attribute"])
    ]
    ordered = _by_pair(everything)
    rows = ordered[asked.offset : asked.offset + (asked.limit or 0)]
    return Answer(
        title="Disputes",
        template="disputes.html",
        data={
            **paged(ask, asked, len(ordered), len(rows)),
            "notes": ask.record.notes(asked),
            "rows": rows,
        },
        table=table_of("disputes", rows),
        page=lambda: {
            **event_form(ask, asked),
            "status": status,
            "attribute": attribute,
            "groups": list(_groups(rows, ask, asked)),
        },
    )


def _pair(row: Json) -> Pair:
    return tuple(row["dyad"] or ())


def _by_pair(found: Sequence[Json]) -> list[Json]:
    counts = Counter(_pair(row) for row in found)
    latest = sorted(found, key=lambda row: row["until"] or "", reverse=True)
    # what is between no two states stands last
    return sorted(
        latest,
        key=lambda row: (not _pair(row), -counts[_pair(row)], _pair(row),
                         STATUSES.index(row["status"])),
    )  # fmt: skip


def _groups(shown: Sequence[Json], ask: Ask, asked: Filters) -> Iterator[Json]:
    """`{"pair", "label", "disputes"}`, in the order of the rows."""
    ids = dict.fromkeys(row["incident"] for row in shown if row["incident"])
    known = {one.id: told_of(one) for one in incidents_called(ask.record, list(ids), asked)}
    groups: dict[Pair, list[Json]] = {}
    for row in shown:
        told = known.get(row["incident"]) or known_of_judgements(ask.record, row)
        groups.setdefault(_pair(row), []).append(_entry(told, row))
    for pair, entries in groups.items():
        label = " and ".join(actor_name(code) for code in pair)
        yield {"pair": pair, "label": label or "Others", "disputes": entries}


def _entry(known: Told, row: Json) -> Json:
    return {**contested_of(row, known), "when": when_label(row["when"])}


def dispute(ask: Ask, key: str) -> Answer:
    """One dispute: its positions by holders; its CSV twin has a row for each holder."""
    asked = ask.filters(AsOf)
    contested = dispute_of(ask.record, ask.row_id(key, "dispute"), asked)
    if contested is None and (asked_of := question(ask.record, ask.row_id(key, "dispute"), asked)):
        return _question(ask, asked_of)
    one = incident(ask.record, contested.incident, asked) if contested else None
    if contested is None or one is None:
        raise NotFoundError(f"no dispute {key}")
    row = dispute_row(contested, one)
    about = {"dispute": row["id"], "incident": row["incident"]}
    return Answer(
        title=f"Disputed: {row['subject']}, {when_label(row['when'])}",
        template="dispute.html",
        data=row,
        table=table_of("positions", account_rows(row["positions"], about)),
        page=lambda: _page(one, row),
    )


def _question(ask: Ask, row: Json) -> Answer:
    """Opposite assessments of one question, which are about no incident."""
    return Answer(
        title=f"Disputed: {row['subject']}",
        template="dispute.html",
        data=row,
        table=table_of("positions", account_rows(row["positions"], {"dispute": row["id"]})),
        page=lambda: {
            **_told_positions(row, known_of_judgements(ask.record, row)),
            "incident_href": None,
            "when": None,
            "others": [],
        },
    )


def _told_positions(row: Json, known: Told) -> Json:
    positions = [value_of(position, known, {}) for position in row["positions"]]
    return {"row": row, "positions_told": positions, "matrix": list(_matrix(positions))}


def _page(one: SourcedIncident, row: Json) -> Json:
    whole = incident_row(one)
    known = told_of(one)
    return {
        **_told_positions(row, known),
        "incident_href": f"/incidents/{part(row['incident'])}",
        "when": when_label(row["when"]),
        "others": [
            contested_of(other, known) for other in whole["disputes"] if other["id"] != row["id"]
        ],
    }


def _matrix(positions: Sequence[Json]) -> Iterator[Json]:
    """`{"holder", "cells"}`: who holds which position, the first to tell one first."""
    for column in by_holder(positions)["holders"]:
        cells = [[h for h in p["held"] if h["key"] == column["key"]] for p in positions]
        yield {"holder": column, "cells": cells}
