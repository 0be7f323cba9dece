"""Rulings on incidents, disputes and events: kept beside, counted from their day, taken back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text as sql
from typer.testing import CliRunner

from dragoman.cli.main import app
from dragoman.engine.amending import amended
from dragoman.engine.asked_of import asked_of
from dragoman.engine.counted import facets_counted, months_counted
from dragoman.engine.incidents import disputes, incident, incidents
from dragoman.engine.listed import events_listed
from dragoman.engine.ruling import rule_dispute, rule_event, rule_incident, undo
from dragoman.model.errors import RecordError, UsageError
from dragoman.model.event import Event
from dragoman.record import Record, open_record, parse_filters
from dragoman.version import CODER
from tests.incident_reports import findings
from tests.samples import raid

# The first and second report on Odesa, of one strike; the third is of another.
FIRST, SECOND, THIRD = 2, 3, 4
BEFORE = parse_filters(as_of="2025-12-31")


def fill(record: Record) -> None:
    """Put all of the reports into the record."""
    for found in findings():
        record.add_findings(found)


def strike(number: int) -> Event:
    """The strike that a report on Odesa tells of."""
    return findings()[number].events[0]


def together(record: Record, one: int, other: int) -> bool:
    """Whether the strikes of two reports are one incident."""
    found = incident(record, strike(one).id)
    return found is not None and strike(other).id in found.incident.events


def test_events_ruled_different_are_two_until_it_is_undone(record: Record) -> None:
    fill(record)
    assert together(record, FIRST, SECOND)
    before = incidents(record)
    pair = strike(FIRST).id, strike(SECOND).id
    made = rule_incident(record, *pair, "different", "ana", "two depots")
    assert not together(record, FIRST, SECOND)
    undo(record, made["id"][:8], "ben", "one depot")
    assert incidents(record) == before
    [row] = record.rulings()
    assert (row["who"], row["ruling"], row["undone"]["who"]) == ("ana", "different", "ben")


def test_events_ruled_the_same_are_one_and_the_incident_says_by_whom(record: Record) -> None:
    fill(record)
    assert not together(record, FIRST, THIRD)
    rule_incident(record, strike(FIRST).id[:9], strike(THIRD).id, "same", "ana", "so")
    assert together(record, FIRST, THIRD)
    found = incident(record, strike(FIRST).id)
    assert found and [(r.who, r.answer) for r in found.rulings] == [("ana", "same")]


def test_a_ruling_does_not_count_before_it_was_made(record: Record) -> None:
    fill(record)
    before = incidents(record, BEFORE)
    rule_incident(record, strike(FIRST).id, strike(SECOND).id, "different", "ana", "so")
    rule_event(record, strike(THIRD).id, "reject", None, "ana", "so")
    assert incidents(record, BEFORE) == before
    assert incidents(record) != before


def test_unsure_takes_the_last_answer_back(record: Record) -> None:
    fill(record)
    pair = strike(FIRST).id, strike(SECOND).id
    rule_incident(record, *pair, "different", "ana", "so")
    rule_incident(record, pair[1], pair[0], "unsure", "ben", "who knows")
    assert together(record, FIRST, SECOND)


def test_rulings_that_contradict_each_other_are_refused(record: Record) -> None:
    fill(record)
    one, other, third = (strike(n).id for n in (FIRST, SECOND, THIRD))
    apart = rule_incident(record, one, other, "different", "ana", "so")
    rule_incident(record, one, other, "same", "ana", "after all")
    over = record.rulings()[-1]
    rule_incident(record, one, third, "same", "ana", "so")
    rule_incident(record, other, third, "same", "ana", "so")
    with pytest.raises(UsageError, match="rulings contradict each other"):
        undo(record, over["id"], "ana", "no")
    with pytest.raises(UsageError, match="rulings contradict each other"):
        rule_incident(record, one, other, "different", "ana", "so")
    assert apart["id"] == record.rulings()[0]["id"] and len(incidents(record)) > 0


def test_a_dispute_is_settled_and_opened_again(record: Record) -> None:
    fill(record)
    [found] = disputes(record, parse_filters(place="Odesa"))
    made = rule_dispute(record, found.id[:8], "6", "ana", "the hospital's list")
    [settled] = disputes(record, parse_filters(place="Odesa"))
    assert settled.dispute.status == "settled"
    assert settled.ruling and (settled.ruling.value, settled.ruling.who) == ("6", "ana")
    [early] = disputes(record, parse_filters(place="Odesa", as_of="2025-12-31"))
    assert early == found and early.ruling is None
    undo(record, made["id"], "ana", "no")
    assert disputes(record, parse_filters(place="Odesa")) == [found]
    with pytest.raises(UsageError, match="no position 'many'; there are: 4, 6"):
        rule_dispute(record, found.id, "many", "ana", "so")
    with pytest.raises(UsageError, match="no dispute has an id"):
        rule_dispute(record, "ffff", "6", "ana", "so")


def test_a_rejected_event_is_in_no_incident_and_an_amended_one_as_it_should_be(
    record: Record,
) -> None:
    fill(record)
    rejected, name = strike(THIRD).id, strike(SECOND).id
    rule_event(record, rejected, "reject", None, "ana", "a drill")
    assert incident(record, rejected) is None
    assert record.event(rejected)
    rule_event(record, name, "amend", "actor=Iran", "ana", "so")
    rule_event(record, name, "amend", "killed=4", "ana", "so")
    found = incident(record, name)
    assert found is not None
    event = next(e for e in found.events if e.id == name)
    assert event.actor == ("IRN",) and [f.low for f in event.figures if f.what == "killed"] == [4]
    assert disputes(record, parse_filters(place="Odesa", type="ASSAULT", actor="UKR")) == []
    [asked] = incidents(record, parse_filters(actor="IRN"))
    assert asked.id == found.id
    rule_event(record, name, "accept", None, "ben", "as it is now")
    again = incident(record, name)
    assert again and [r.answer for r in again.rulings] == ["amend", "amend", "accept"]


def test_a_ruling_finds_its_event_when_another_version_has_coded_it(record: Record) -> None:
    fill(record)
    rule_incident(record, strike(FIRST).id, strike(SECOND).id, "different", "ana", "so")
    newer = findings()[FIRST]
    events = tuple(replace(e, id=f"e{n}{e.id[2:]}") for n, e in enumerate(newer.events))
    record.add_findings(replace(newer, events=events), f"{CODER} newer")
    found = incident(record, events[0].id)
    assert found and strike(SECOND).id not in found.incident.events
    assert [r.answer for r in found.rulings] == ["different"]


def test_what_is_no_ruling_is_refused(record: Record) -> None:
    fill(record)
    one = strike(FIRST).id
    with pytest.raises(UsageError, match="are the same one"):
        rule_incident(record, one, one[:10], "same", "ana", "so")
    with pytest.raises(UsageError, match="no event or incident has an id"):
        rule_incident(record, one, "ffff", "same", "ana", "so")
    with pytest.raises(UsageError, match="expected field=value"):
        rule_event(record, one, "amend", "actor", "ana", "so")
    with pytest.raises(UsageError, match="no field 'goldstein' to amend; there are: type"):
        rule_event(record, one, "amend", "goldstein=1", "ana", "so")
    with pytest.raises(UsageError, match="says who made it and why"):
        rule_event(record, one, "accept", None, "ana", " ")
    assert record.rulings() == []


def test_rulings_are_never_changed(record: Record) -> None:
    fill(record)
    rule_event(record, strike(FIRST).id, "accept", None, "ana", "so")
    with (
        pytest.raises(RecordError, match="never changed"),
        record._database.writing() as connection,
    ):
        connection.execute(sql("UPDATE rulings SET answer = 'reject'"))


CHANGES = st.sampled_from([
    ("type", "AID"), ("type", "assault"), ("mode", "unknown"), ("actor", "AZE, Russia"),
    ("recipient", "unknown"), ("factuality", "denied"), ("when", "2025-07"), ("when", "2025"),
    ("when", "2025-07-01/2025-07-03"), ("when", "9999-12-30"), ("when", "unknown"),
    ("killed", "3"), ("detained", "unknown"), ("injured", "0"),
])  # fmt: skip


@given(CHANGES)
def test_an_amendment_changes_its_field_and_can_be_made_again(change: tuple[str, str]) -> None:
    event = raid().events[0]
    once = amended(event, *change)
    assert amended(once, *change) == once
    assert (once.id, once.span, once.event_span) == (event.id, event.span, event.event_span)
    assert asked_of(once, parse_filters())


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("type", "RAID", "no such type"), ("mode", "sing", "no such mode"),
        ("factuality", "maybe", "no such factuality"), ("when", "June", "is no date"),
        ("when", "2025-07-03/2025-07-01", "ends before"), ("killed", "many", "is no count"),
        ("actor", "Nowhereland", "is no actor"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_are_refused(field: str, value: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        amended(raid().events[0], field, value)


QUESTIONS = [
    {"actor": "RUS"}, {"actor": "RUSGOV"}, {"recipient": "AZE"}, {"dyad": "AZE-RUS"},
    {"type": "COERCE"}, {"mode": "seize"}, {"factuality": "denied"}, {"place": "Yekaterinburg"},
    {"place": "Russia"}, {"since": "2025-06-28"}, {"until": "2025-06-28"},
    {"since": "2025-06-27", "until": "2025-06-28"},
]  # fmt: skip


def test_events_set_right_are_asked_for_as_the_record_asks(record: Record) -> None:
    record.add_findings(raid())
    for question in QUESTIONS:
        filters = parse_filters(question)
        told = {e.id for e in raid().events if asked_of(e, filters)}
        assert told == record.event_ids(filters), question


def test_the_commands(tmp_path: Path) -> None:
    where = str(tmp_path / "record.db")
    with open_record(where, create=True) as record:
        fill(record)
        [dispute] = disputes(record, parse_filters(place="Odesa"))
    run, end = CliRunner().invoke, ["--why", "so", "--who", "ana", "--record", where]
    one, other = strike(FIRST).id[:8], strike(THIRD).id[:8]
    assert run(app, ["rule", "dispute", dispute.id, "--settle", "1", *end]).exit_code == 0
    text = run(app, ["show", dispute.id, "--record", where]).stdout
    assert "settled: 4, by ana: so" in text
    assert run(app, ["rule", "incident", one, other, "--same", *end]).exit_code == 0
    assert run(app, ["rule", "event", one, "--amend", "when=2025-08-05", *end]).exit_code == 0
    listed = run(app, ["rulings", "--record", where]).stdout.splitlines()
    about = [line.split("\t")[1] for line in listed[1:]]
    assert about == [
        f"dispute {dispute.id[:8]} killed=4",
        f"incident {' / '.join(sorted((one, other)))}",
        f"event {one} when=2025-08-05",
    ]
    shown = run(app, ["show", one, "--record", where, "--format", "json"]).stdout
    assert '"type": "ASSAULT"' in shown
    back = ["rule", "undo", listed[3].split("\t")[0], *end]
    assert run(app, back).exit_code == 0
    wrong = run(app, ["rule", "event", one, "--accept", "--reject", *end])
    assert isinstance(wrong.exception, UsageError)


def test_counts_are_those_of_the_events_that_are_listed(record: Record) -> None:
    fill(record)
    rule_event(record, strike(THIRD).id, "reject", None, "ana", "a drill")
    rule_event(record, strike(SECOND).id, "amend", "actor=Iran", "ana", "so")
    rule_event(record, strike(FIRST).id, "amend", "factuality=denied", "ana", "so")
    for asked in (parse_filters(), parse_filters(place="Odesa"), BEFORE):
        rows = list(events_listed(record, asked))
        facets = facets_counted(record, asked)
        counted = {name: {f["value"]: f["count"] for f in found} for name, found in facets.items()}
        assert counted["types"] == Counter(r["type"] for r in rows)
        assert counted["factuality"] == Counter(r["factuality"] for r in rows)
        assert counted["outlets"] == Counter(r["outlet"] for r in rows)
        codes = Counter(c for r in rows for c in {*r["actor"], *r["recipient"]})
        assert counted["actors"] == codes
        assert sum(m["count"] for m in months_counted(record, asked)) == len(rows)


def test_a_beginning_of_several_ids_rules_on_none(record: Record) -> None:
    fill(record)
    ids = [row["id"] for row in record.events(parse_filters())]
    start = next(a[0] for a in ids if sum(b[0] == a[0] for b in ids) > 1)
    with pytest.raises(UsageError, match=f"'{start}' could be several: .*; give more characters"):
        rule_event(record, start, "reject", None, "ana", "so")
    assert record.rulings() == []
    assert record.event(ids[0])


def test_an_actor_that_no_table_knows_amends_nothing(record: Record) -> None:
    fill(record)
    with pytest.raises(UsageError, match="actor 'ZZZ' is no code of an actor"):
        rule_event(record, strike(FIRST).id, "amend", "actor=ZZZ", "ana", "so")
    assert record.rulings() == []
