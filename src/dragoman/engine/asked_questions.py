"""Questions on which holders stand apart, as rows like those of disputes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.linking.incidents.disputes import assessments
from dragoman.linking.incidents.told import Told
from dragoman.model.account import Attribute, Holding, Value
from dragoman.model.dispute import Change, Dispute
from dragoman.model.ids import content_id
from dragoman.model.rows import Json
from dragoman.model.span import Span


@dataclass(slots=True)
class Question:
    """What is asked, between whom, and how each tells it: the tellings, with the rows that they
    are of by report and span, and the words of each."""

    attribute: Attribute
    subject: str
    actors: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    rows: dict[tuple[str, Span], tuple[Json, str]] = field(default_factory=dict)

    def add(self, position: str, holding: Holding, row: Json, words: str) -> None:
        """Note that somebody holds a position."""
        self.told.append(Told(self.attribute, position, position, holding))
        self.rows[holding.report, holding.span] = row, words

    def disputed(self, key: str, dyad: list[str] | None) -> list[Json]:
        """The row of the dispute that it is, or none; `key` tells the question from others."""
        made, changes = assessments(self.told, self.attribute, self.subject, key)
        return [self._row(one, changes, dyad) for one in made]

    def _row(self, dispute: Dispute, changes: list[Change], dyad: list[str] | None) -> Json:
        return {
            "id": dispute.id,
            "incident": None,
            "subject": dispute.subject,
            "attribute": dispute.attribute,
            "status": dispute.status,
            "since": dispute.since.isoformat() if dispute.since else None,
            "until": dispute.until.isoformat() if dispute.until else None,
            "dyad": dyad,
            "actors": self.actors,
            "when": {"start": None, "end": None, "precision": "unknown", "basis": "none"},
            "positions": [self._position(value) for value in dispute.positions],
            "changes": [_change(change) for change in changes],
            "settled": None,
            "ruling": None,
        }

    def _position(self, value: Value) -> Json:
        names = dict.fromkeys(held.holder for held in value.holdings)
        return {
            "attribute": value.attribute, "text": value.text, "low": None, "high": None,
            "when": None,
            "holdings": [self._held(held) for held in sorted(value.holdings, key=_by_day)],
            "origins": [{"id": content_id("origin", n), "kind": "own", "name": n} for n in names],
        }  # fmt: skip

    def _held(self, held: Holding) -> Json:
        row, words = self.rows[held.report, held.span]
        return {
            "holder": held.holder, "outlet": held.outlet, "report": held.report, "event": None,
            "since": held.since.isoformat() if held.since else None, "span": held.span.pair(),
            "words": words, "row": row["id"],
        }  # fmt: skip


def surely_out(when: Json) -> date | None:
    """The day by which a report had surely come out, from the row of its date."""
    if not when["start"] or not when["end"]:
        return None
    return date.fromisoformat(when["end"]) - timedelta(days=1)


def _by_day(held: Holding) -> tuple[date, str, Span]:
    return held.since or date.max, held.report, held.span


def _change(change: Change) -> Json:
    return {
        "holder": change.holder, "attribute": change.attribute, "on": change.on.isoformat(),
        "before": change.before.text, "after": change.after.text,
    }  # fmt: skip
