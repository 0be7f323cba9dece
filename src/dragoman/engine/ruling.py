"""Making rulings: what a person decides is checked before it is kept."""

from __future__ import annotations

from dragoman.engine.amending import amended
from dragoman.engine.incidents import dispute, incident
from dragoman.engine.overlay import overlay, pairs_ruled, ruling_of, standing
from dragoman.model.errors import UsageError
from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.model.identity import ANSWERS, Answer
from dragoman.model.rows import Json
from dragoman.model.ruling import DECISIONS, Decision, Ruling
from dragoman.record import Filters, Record
from dragoman.record.ruling import Draft


def rule_incident(  # noqa: PLR0913, PLR0917  # what a ruling consists of
    record: Record, one: str, other: str, answer: Answer, who: str, why: str
) -> Json:
    """Rule that two events are the same incident, two different ones, or that it is unsure.

    Each is given by its id, or how that begins; an incident's stands for the event told first.
    Raises UsageError for what is no ruling, or contradicts one that stands.
    """
    if answer not in ANSWERS:
        raise UsageError(f"no such ruling: {answer!r}; there are: {', '.join(ANSWERS)}")
    pair = sorted((_anchor(record, one), _anchor(record, other)), key=lambda e: str(e["id"]))
    first, second = pair
    if first["id"] == second["id"]:
        raise UsageError(f"a ruling is on two events; {one!r} and {other!r} are the same one")
    draft = Draft("incident", first["id"], second["id"], answer, {"events": pair})
    row = {"id": "", "matter": "incident", "ruling": answer, "who": who, "why": why, "made_at": ""}
    _check(record, ruling_of({**row, "data": draft.data}))
    return record.rule(draft, who, why)


def rule_dispute(record: Record, dispute_id: str, position: str, who: str, why: str) -> Json:
    """Settle a dispute: `position` is the one that is right, by its words or number from 1.

    Raises UsageError for a dispute or position that is not there.
    """
    found = dispute(record, dispute_id)
    if found is None:
        raise UsageError(
            f"no dispute has an id that begins with {dispute_id!r}; see: dragoman disputes"
        )
    texts = [p.value.text for p in found.positions]
    numbers = {str(n): text for n, text in enumerate(texts, 1) if str(n) not in texts}
    text = position if position in texts else numbers.get(position)
    if text is None:
        raise UsageError(f"no position {position!r}; there are: {', '.join(texts)}")
    held = next(p.value.holdings for p in found.positions if p.value.text == text)
    events = dict.fromkeys(h.event for h in held if h.event)
    detail = {"detail": found.dispute.attribute, "value": text}
    data = {"events": [_anchor(record, event) for event in events], **detail}
    return record.rule(Draft("dispute", found.id, text, "settled", data), who, why)


def rule_event(  # noqa: PLR0913, PLR0917  # what a ruling consists of
    record: Record, event_id: str, decision: Decision, change: str | None, who: str, why: str
) -> Json:
    """Accept an event as it is, reject it, or amend one field: `change` is "field=value".

    Raises UsageError for an event that is not there, and for a value that cannot be.
    """
    if decision not in DECISIONS:
        raise UsageError(f"no such ruling: {decision!r}; there are: {', '.join(DECISIONS)}")
    anchor = _anchor(record, event_id)
    if decision != "amend":
        data = {"events": [anchor]}
        return record.rule(Draft("event", anchor["id"], "", decision, data), who, why)
    field, equals, value = (change or "").partition("=")
    if not equals:
        raise UsageError(f"{change!r} amends nothing; expected field=value, such as actor=AZEGOV")
    found = _findings(record, anchor["report"])
    before = overlay(standing(record), {found.report.id: found}).amended
    amended(before.get(anchor["id"]) or _event(found, anchor["id"]), field.strip(), value)
    detail = {"detail": field.strip(), "value": value.strip()}
    draft = Draft("event", anchor["id"], field.strip(), "amend", {"events": [anchor], **detail})
    return record.rule(draft, who, why)


def undo(record: Record, ruling: str, who: str, why: str) -> Json:
    """Take a ruling back; UsageError where an earlier one that counts again would contradict."""
    rows = [row for row in record.rulings() if row["id"].startswith(ruling.lower())]
    if len(rows) == 1 and rows[0]["matter"] == "incident":
        _check(record, without=rows[0]["id"])
    return record.undo_ruling(ruling, who, why)


def _check(record: Record, more: Ruling | None = None, without: str = "") -> None:
    """Raise UsageError where the rulings on incidents would contradict each other."""
    stand = [r for r in standing(record, without=without) if r.matter == "incident"]
    if more is not None:
        both = {e.event for e in more.events}
        stand = [*(r for r in stand if {e.event for e in r.events} != both), more]
    pairs_ruled(stand, {r.id: [e.event for e in r.events] for r in stand})


def _anchor(record: Record, name: str) -> Json:
    row = record.event(name)
    if row is None and (one := incident(record, name)):
        row = record.event(one.events[0].id)
    if row is None:
        raise UsageError(
            f"no event or incident has an id that begins with {name!r}; "
            "see: dragoman events, dragoman incidents"
        )
    return {"id": row["id"], "report": row["report"], "span": row["event_span"]}


def _findings(record: Record, report: str) -> Findings:
    [(_, found)] = record.findings(record.codings(Filters(report=report)))
    return found


def _event(found: Findings, name: str) -> Event:
    return next(event for event in found.events if event.id == name)
