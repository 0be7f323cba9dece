"""Linking kept in a record: what new reports make of it is what all at once would give."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.engine import catching_up
from dragoman.engine.incidents import disputes_listed, incident, incidents, incidents_listed
from dragoman.engine.ruling import rule_event, rule_incident, undo
from dragoman.linking.incidents import blocking
from dragoman.model.findings import Findings
from dragoman.record import Filters, Record, open_record, parse_filters
from dragoman.record.schema_links import LINKED, linkings
from tests.incident_reports import findings

_numbers = itertools.count()
EARLY = parse_filters(as_of="2025-08-08")


@cache
def reports() -> tuple[Findings, ...]:
    """The sample reports."""
    return findings()


def answers(record: Record, filters: Filters = Filters()) -> list[Any]:  # noqa: B008  # frozen
    """All that is told of incidents and disputes."""
    return [incidents_listed(record, filters), disputes_listed(record, filters)]


def from_scratch(record: Record, filters: Filters = Filters()) -> list[Any]:  # noqa: B008  # frozen
    """The same after all that was kept is dropped."""
    with record._database.writing() as connection:
        for table in (*LINKED, linkings):
            connection.execute(table.delete())
    return answers(record, filters)


@pytest.fixture(autouse=True)
def without_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_ENCODER", "off")


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.integers(1, 3), st.integers(2, 80))
def test_what_is_kept_is_what_linking_all_at_once_gives(
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
    asked: set[int],
    batch: int,
    full: int,
) -> None:
    where = tmp_path_factory.mktemp("kept") / f"{next(_numbers)}.db"
    with pytest.MonkeyPatch.context() as patched, open_record(where, create=True) as record:
        patched.setattr(catching_up, "BATCH", batch)
        patched.setattr(blocking, "FULL", full)
        for n, place in enumerate(order):
            record.add_findings(reports()[place])
            if n in asked:
                answers(record)
                answers(record, EARLY)
        kept, early = answers(record), answers(record, EARLY)
        assert from_scratch(record) == kept
        assert from_scratch(record, EARLY) == early


def test_only_what_is_new_is_linked(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    for found in reports()[:5]:
        record.add_findings(found)
    answers(record)
    read: list[int] = []
    plain = record.findings

    def watched(codings: Sequence[int]) -> Iterator[tuple[int, Findings]]:
        read.extend(codings)
        return plain(codings)

    monkeypatch.setattr(record, "findings", watched)
    answers(record)
    assert read == []
    record.add_findings(reports()[5])
    rows = incidents_listed(record)
    assert 2 in {row["reports"] for row in rows}
    assert answers(record) == from_scratch(record)


def test_rulings_reach_what_is_kept_and_leave_it_again(record: Record) -> None:
    for found in reports():
        record.add_findings(found)
    before = answers(record)
    strikes = incidents_listed(record, parse_filters(place="Odesa"))
    one, other = (row["first"]["id"] for row in strikes[:2])
    made = [
        rule_incident(record, one, other, "same", "ana", "so"),
        rule_event(record, one, "amend", "killed=9", "ana", "so"),
        rule_event(record, reports()[0].events[0].id, "reject", None, "ana", "so"),
    ]
    joined = incident(record, one)
    assert joined and {one, other} <= {e.id for e in joined.events}
    assert answers(record) == from_scratch(record) != before
    for row in made:
        undo(record, row["id"], "ana", "so")
        assert answers(record) == from_scratch(record)
    assert answers(record) == before


def test_a_newer_coding_takes_the_place_of_the_older(record: Record) -> None:
    for found in reports():
        record.add_findings(found, coder="old")
    answers(record)
    fewer = replace(reports()[2], events=reports()[2].events[:0])
    record.add_findings(fewer, coder="new")
    assert answers(record) == from_scratch(record)
    assert {e.id for e in reports()[2].events}.isdisjoint(
        e.id for one in incidents(record) for e in one.events
    )
    assert answers(record, Filters(coder="old")) == from_scratch(record, Filters(coder="old"))


def test_an_outlet_that_comes_later_is_known_as_a_source(record: Record) -> None:
    record.add_findings(reports()[5])
    answers(record)
    for found in reports()[:5]:
        record.add_findings(found)
        assert answers(record) == from_scratch(record)


def test_as_of_shows_no_future_whatever_was_asked_before(record: Record) -> None:
    days = sorted({f.report.date.end for f in reports() if f.report.date.end})
    for found in reports():
        record.add_findings(found)
    answers(record)
    for day in days:
        filters = Filters(as_of=day - timedelta(days=1))
        told = {h["report"] for row in disputes_listed(record, filters)
                for p in row["positions"] for h in p["holdings"]}  # fmt: skip
        told |= {row["first"]["report"] for row in incidents_listed(record, filters)}
        out = {f.report.id for f in reports() if f.report.date.end and f.report.date.end <= day}
        assert told <= out


def test_a_record_that_may_only_be_read_is_linked_in_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        for found in reports():
            record.add_findings(found)
        monkeypatch.setattr(Record, "writable", property(lambda self: self is not record))
        rows = incidents_listed(record)
        assert incident(record, rows[0]["id"]) is not None
        monkeypatch.undo()
        monkeypatch.setenv("DRAGOMAN_ENCODER", "off")
        assert incidents_listed(record) == rows
