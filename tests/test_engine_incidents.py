"""Incidents and disputes of a record: joined with origins, as of a date, always up to date."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from dragoman.engine.identified import under_one_name
from dragoman.engine.incidents import (
    count_incidents,
    dispute,
    disputes,
    incident,
    incidents,
)
from dragoman.linking.incidents.tellings import tellings
from dragoman.model.errors import UsageError
from dragoman.model.sourced import SourcedIncident
from dragoman.record import Record, open_record, parse_filters
from tests.incident_reports import findings


def fill(record: Record) -> None:
    """Put all of the reports into the record."""
    for found in findings():
        record.add_findings(found)


def at(found: list[SourcedIncident], place: str, day: int) -> SourcedIncident:
    """The incident at a place, of the day of a month."""
    return next(
        one
        for one in found
        if place in {e.where.name for e in one.events if e.where}
        and one.incident.when.start
        and one.incident.when.start.day == day
    )


def test_accounts_come_with_their_origins(record: Record) -> None:
    fill(record)
    found = incidents(record)
    second = at(found, "Odesa", 8)
    assert [r.outlet for r in second.reports] == ["Delta Post", "Coast Mail"]
    assert second.only and second.only.name == "Delta Post"
    first = at(found, "Odesa", 6)
    assert len(first.origins) == 2 and first.only is None
    killed = next(d for d in first.disputes if d.dispute.attribute == "killed")
    assert {p.value.text for p in killed.positions} == {"4", "6"}
    assert all(p.only for p in killed.positions)


def test_every_event_is_in_one_incident_and_its_evidence_is_there(record: Record) -> None:
    fill(record)
    found = incidents(record)
    told = [event.id for one in found for event in one.events]
    assert sorted(told) == sorted(e.id for f in findings() for e in f.events)
    for one in found:
        texts = {r.id: r.text for r in one.reports}
        assert tuple(e.id for e in one.events) == one.incident.events
        for held in (h for v in one.values for h in v.value.holdings):
            assert held.span.of(texts[held.report])


def test_as_of_shows_no_future(record: Record) -> None:
    fill(record)
    early = parse_filters(as_of="2024-06-30")
    found = incidents(record, early)
    assert {r.outlet for one in found for r in one.reports} == {"Volga Wire"}
    assert disputes(record, early) == []
    assert {d.dispute.attribute for d in disputes(record)} >= {"cause", "killed"}


def test_two_spellings_of_a_name_are_compared_as_one() -> None:
    first, second = findings()[:2]
    other = under_one_name(first, {"Elchin Safarov": "Elçin Seferov"})
    people = [[t.people for t in tellings(found)] for found in (first, other)]
    assert people[0] == people[1] and any(people[0])
    same = under_one_name(second, {"Seferov": "Safarov"})
    assert {m.span for m in same.mentions} == {m.span for m in second.mentions}
    assert same.events == second.events
    assert under_one_name(first, {"Seferov": "Safarov"}) is first


def test_filters_choose_incidents_and_change_none(record: Record) -> None:
    fill(record)
    everything = incidents(record)
    asked = parse_filters(place="Odesa", outlet="Coast Mail")
    assert incidents(record, asked) == [at(everything, "Odesa", 8)]
    assert count_incidents(record, asked) == 1
    part = incidents(record, parse_filters(limit=2, offset=1))
    assert part == everything[1:3]
    some = disputes(record, parse_filters(place="Odesa"))
    assert some and {d.incident for d in some} == {at(everything, "Odesa", 6).id}
    with pytest.raises(UsageError, match="cannot be asked for by cue"):
        incidents(record, parse_filters(cue="said"))


def test_one_incident_and_one_dispute_are_found_by_their_ids(record: Record) -> None:
    fill(record)
    one = at(incidents(record), "Odesa", 6)
    found = incident(record, one.id[:8])
    assert found and found == incident(record, one.events[0].id)
    assert found.incident.verdicts and not one.incident.verdicts
    assert replace(found.incident, verdicts=()) == one.incident
    assert (found.values, found.disputes, found.origins) == (one.values, one.disputes, one.origins)
    assert incident(record, "no such") is None
    first = disputes(record)[0]
    assert dispute(record, first.id[:8]) == first
    assert dispute(record, "no such") is None
    ids = [d.id for d in disputes(record)]
    assert len(ids) == len(set(ids))


def test_a_report_that_comes_is_counted_at_once_and_its_order_is_nothing(tmp_path: object) -> None:
    odesa = findings()[2:5]
    answers = []
    for n, order in enumerate(permutations(odesa)):
        with open_record(f"{tmp_path}/{n}.db", create=True) as record:
            for found in order:
                record.add_findings(found)
                told = incidents(record)
                assert found.report.id in {r.id for one in told for r in one.reports}
            answers.append(told)
    assert all(answer == answers[0] for answer in answers)
