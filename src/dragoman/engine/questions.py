"""Opposite assessments of one question: do the ties between two states hold, or do they worsen?

A dispute between those who judge, not about one incident. Each judgement that names two states
and says how their ties stand or develop is a holding; whoever later judged otherwise has changed
his position, and is in no dispute with himself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import cast

from dragoman.language.actor_tables import state_codes, states
from dragoman.linking.incidents.accounts import Told
from dragoman.linking.incidents.assessments import assessed
from dragoman.linking.incidents.disputes import assessments
from dragoman.model.account import Holding, Value
from dragoman.model.dispute import Change, Dispute
from dragoman.model.ids import content_id
from dragoman.model.rows import Json
from dragoman.model.span import Span
from dragoman.record import Filters, Record

Pair = tuple[str, str]
# A judgement that names more states than this is about none of their pairs.
MOST = 3


@dataclass(frozen=True, slots=True)
class _Question:
    """What was judged of two states: the tellings, and the row of each by report and span."""

    told: list[Told]
    rows: dict[tuple[str, Span], Json]


def questions_listed(record: Record, filters: Filters) -> list[Json]:
    """Rows like those of disputes, by when they began; the undated last."""
    if any((filters.recipient, filters.types, filters.modes, filters.factuality, filters.place)):
        return []
    found = [
        _row(pair, question, dispute, changes)
        for pair, question in sorted(_asked(record, filters).items())
        for dispute, changes in _disputed(pair, question)
    ]
    return sorted(found, key=lambda row: (row["since"] or "9999", row["id"]))


def _disputed(pair: Pair, question: _Question) -> Iterator[tuple[Dispute, list[Change]]]:
    made, changes = assessments(question.told, " and ".join(map(_name, pair)), " ".join(pair))
    yield from ((one, changes) for one in made)


@cache
def _names() -> dict[str, str]:
    return {state.code: state.name for state in states()}


def _name(code: str) -> str:
    return _names().get(code, code)


def _asked(record: Record, filters: Filters) -> dict[Pair, _Question]:
    found: dict[Pair, _Question] = {}
    rows = record.statements("judgements", replace(filters, limit=None, offset=0))
    for row in rows:
        said = assessed(row["statement"], row["low"], row["high"])
        if said is None or row["kind"] == "prescription":
            continue
        span = Span(*(row.get("statement_span") or row["span"]))
        told = Told("ties", said, said, _holding(row, span))
        for pair in _pairs(row, filters):
            question = found.setdefault(pair, _Question([], {}))
            question.told.append(told)
            question.rows[row["report"], span] = row
    return found


def _pairs(row: Json, filters: Filters) -> Iterator[Pair]:
    """The pairs of states that are judged; the pair asked for, where one is."""
    states = sorted({code[:3] for code in row["actors"]} & state_codes())
    wanted = {code[:3] for code in filters.dyad} if filters.dyad else None
    for pair in combinations(states, 2) if len(states) <= MOST else ():
        if wanted in (None, set(pair)):
            yield pair


def _holding(row: Json, span: Span) -> Holding:
    author = row["author"]
    cited = author["kind"] != "outlet" and (author["name"] or author.get("actor"))
    return Holding(
        holder=str(cited or row["outlet"] or row["report"]),
        report=row["report"],
        span=span,
        since=_out(row["published"]),
        outlet=row["outlet"],
    )


def _out(when: Json) -> date | None:
    if not when["start"] or not when["end"]:
        return None
    return date.fromisoformat(when["end"]) - timedelta(days=1)


def _row(pair: Pair, question: _Question, dispute: Dispute, changes: list[Change]) -> Json:
    return {
        "id": dispute.id,
        "incident": None,
        "subject": dispute.subject,
        "attribute": dispute.attribute,
        "status": dispute.status,
        "since": dispute.since.isoformat() if dispute.since else None,
        "until": dispute.until.isoformat() if dispute.until else None,
        "dyad": list(pair),
        "actors": list(pair),
        "when": {"start": None, "end": None, "precision": "unknown", "basis": "none"},
        "positions": [_position(value, question) for value in dispute.positions],
        "changes": [_change(change) for change in changes],
        "settled": None,
        "ruling": None,
    }


def _position(value: Value, question: _Question) -> Json:
    names = dict.fromkeys(held.holder for held in value.holdings)
    return {
        "attribute": value.attribute, "text": value.text, "low": None, "high": None, "when": None,
        "holdings": [_held(held, question) for held in sorted(value.holdings, key=_by_day)],
        "origins": [{"id": content_id("origin", n), "kind": "own", "name": n} for n in names],
    }  # fmt: skip


def _held(held: Holding, question: _Question) -> Json:
    row = question.rows[held.report, held.span]
    return {
        "holder": held.holder, "outlet": held.outlet, "report": held.report, "event": None,
        "since": held.since.isoformat() if held.since else None, "span": held.span.pair(),
        "words": cast("str", row["statement"]), "judgement": row["id"], "term": row["term"],
    }  # fmt: skip


def _by_day(held: Holding) -> tuple[date, str, Span]:
    return held.since or date.max, held.report, held.span


def _change(change: Change) -> Json:
    return {
        "holder": change.holder, "attribute": change.attribute, "on": change.on.isoformat(),
        "before": change.before.text, "after": change.after.text,
    }  # fmt: skip
