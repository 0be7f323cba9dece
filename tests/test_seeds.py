"""The first real input: five real reports, read from beside the project where they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.coding import code
from dragoman.ingest import read_input
from dragoman.language import analyse
from dragoman.language.publication import date_from_inside
from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.model.report import Report

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here")


@cache
def coded() -> tuple[Findings, ...]:
    paths = sorted(p for p in SEEDS.glob("*.txt"))
    reports = [r for p in paths for r in read_input(str(p)) if isinstance(r, Report)]
    return tuple(code(analyse(date_from_inside(r))) for r in reports)


def events() -> list[tuple[Findings, Event]]:
    return [(f, e) for f in coded() for e in f.events]


def told(
    event_type: str, words: str, *, actor: str = "", recipient: str = "", day: str = ""
) -> list[Event]:
    """Events of a type in whose sentence `words` stand, with these beginnings of codes and day."""
    return [
        e
        for f, e in events()
        if e.type == event_type
        and words in e.span.of(f.report.text)
        and (not actor or any(c.startswith(actor) for c in e.actor))
        and (not recipient or any(c.startswith(recipient) for c in e.recipient))
        and (not day or (e.when.start is not None and e.when.start.isoformat() == day))
    ]


def test_eight_reports_with_their_dates() -> None:
    days = [f.report.date.start.isoformat() if f.report.date.start else None for f in coded()]
    assert len(days) == 8
    assert days[2] == "2025-07-10"
    assert all(d in ("2025-08-08", "2025-08-09") for d in days[3:6])
    assert (days[0], days[6], days[7]) == ("2025-03-01", "2024-10-04", "2024-09-01")


def test_at_least_sixty_events() -> None:
    assert len(events()) >= 60


def test_the_raid() -> None:
    raids = told("COERCE", "Yekaterinburg", actor="RUS", recipient="AZE", day="2025-06-27")
    figures = {(g.what, g.low) for e in raids for g in e.figures}
    assert ("detained", 50.0) in figures


@pytest.mark.parametrize(
    ("event_type", "words", "actor", "recipient", "day"),
    [
        ("ACCUSE", "formal protest", "AZE", "RUS", "2025-07-01"),
        ("SUPPORT", "embassy in Damascus", "AZE", "SYR", "2025-02-01"),
        ("COERCE", "Samadov", "AZE", "", ""),
        ("REQUEST", "petition to Secretary", "USA", "USA", "2024-10-03"),
        ("ACCUSE", "caustic speech", "AZE", "USA", "2024-10-04"),
        ("COERCE", "price cap", "CAN", "RUS", ""),
        ("COERCE", "Indian goods", "USA", "IND", "2025-08-06"),
    ],
)
def test_named_event(event_type: str, words: str, actor: str, recipient: str, day: str) -> None:
    assert told(event_type, words, actor=actor, recipient=recipient, day=day)


@pytest.mark.parametrize(
    "words", ["Should Russia escalate", "possible invasion", "could result in"]
)
def test_what_did_not_happen_is_not_told_as_done(words: str) -> None:
    for found, event in events():
        if words in event.span.of(found.report.text):
            after = found.report.text.find(words, event.span.start)
            near = after <= event.event_span.start < after + 120
            assert not (near and event.factuality == "happened"), event


def test_spans_slice_back() -> None:
    for found, event in events():
        text = found.report.text
        for span in (event.span, event.event_span, *event.actor_spans, *event.recipient_spans):
            assert span.of(text).strip() == span.of(text) != ""
