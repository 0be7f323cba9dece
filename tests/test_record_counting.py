"""Counts by month, outlet and pair, the same on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.model.when import UNKNOWN, When, day
from dragoman.record import Filters, Record
from tests import samples

HAPPENED = Filters(factuality=("happened",))


@pytest.fixture
def filled(record: Record) -> Record:
    """The record with three reports."""
    for found in (samples.raid(), samples.denial(), samples.undated()):
        record.add_findings(found, samples.CODER)
    return record


def test_events_by_month(filled: Record) -> None:
    assert filled.events_by_month(HAPPENED) == [
        {"month": "2025-06", "quad_class": 4, "count": 1},
        {"month": "2025-07", "quad_class": 3, "count": 1},
        {"month": None, "quad_class": 1, "count": 1},
        {"month": None, "quad_class": 3, "count": 1},
    ]
    assert sum(m["count"] for m in filled.events_by_month()) == filled.count_events()


def test_months_follow_the_filters(filled: Record) -> None:
    asked = replace(HAPPENED, actor="RUS", since=date(2025, 6, 1), until=date(2025, 7, 1))
    months = filled.events_by_month(asked)
    assert {"month": "2025-06", "quad_class": 4, "count": 1} in months
    assert sum(m["count"] for m in months) == filled.count_events(asked)


def test_events_by_pair_count_bodies_as_their_state(filled: Record) -> None:
    assert filled.events_by_dyad(HAPPENED) == [
        {"actor": "AZE", "recipient": "RUS", "count": 1},
        {"actor": "RUS", "recipient": "AZE", "count": 1},
    ]
    assert filled.events_by_dyad(HAPPENED, limit=1) == filled.events_by_dyad(HAPPENED)[:1]


def test_an_event_counts_once_for_a_pair_of_states(record: Record) -> None:
    found = samples.undated()
    both = replace(
        found.events[0], actor=("AZEGOV", "AZEMIL"), recipient=("RUSGOV", "RUSMIL", "IGONAT")
    )
    record.add_findings(replace(found, events=(both,)), samples.CODER)
    assert record.events_by_dyad() == [
        {"actor": "AZE", "recipient": "IGONAT", "count": 1},
        {"actor": "AZE", "recipient": "RUS", "count": 1},
    ]


def test_reports_by_month_and_outlet(filled: Record) -> None:
    assert filled.reports_by_month() == [
        {"month": "2025-07", "count": 2},
        {"month": None, "count": 1},
    ]
    assert filled.reports_by_outlet() == [
        {"outlet": None, "reports": 1, "first": None, "last": None},
        {"outlet": "Sample Weekly", "reports": 1, "first": "2025-07-20", "last": "2025-07-20"},
        {"outlet": "Sample Wire", "reports": 1, "first": "2025-07-02", "last": "2025-07-02"},
    ]
    assert filled.reports_by_outlet(Filters(as_of=date(2025, 7, 5)))[0]["outlet"] == "Sample Wire"


@pytest.mark.parametrize("when", [UNKNOWN, day(date(999, 1, 2)), When(date(2025, 1, 1), None)])
def test_odd_dates_are_counted_too(record: Record, when: When) -> None:
    found = samples.undated()
    record.add_findings(replace(found, events=(replace(found.events[0], when=when),)), "x 1")
    assert sum(m["count"] for m in record.events_by_month()) == 1


def test_an_empty_record_counts_nothing(record: Record) -> None:
    assert record.events_by_month() == record.reports_by_month() == []
    assert record.events_by_dyad() == record.reports_by_outlet() == []
