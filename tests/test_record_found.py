"""Findings come back from a record as they were put into it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.event import Place
from dragoman.model.findings import Findings
from dragoman.record import Record, parse_filters
from tests.samples import CODER, denial, raid, undated


def told(found: Findings) -> Findings:
    """Without what no row keeps."""
    events = tuple(replace(e, where=e.where and _named(e.where)) for e in found.events)
    mentions = tuple(replace(m, head=0) for m in found.mentions)
    said = tuple(replace(a, contents=a.contents or (a.content,)) for a in found.attributions)
    quotes = tuple(replace(q, cue=None) for q in found.quotes)
    return replace(
        found, events=events, mentions=mentions, attributions=said, quotes=quotes,
        judgements=(), ties=(), silences=(),
    )  # fmt: skip


def _named(place: Place) -> Place:
    return replace(place, use="name")


def test_findings_come_back_as_they_were(record: Record) -> None:
    given = [raid(), denial(), undated()]
    for found in given:
        record.add_findings(found, CODER)
    numbers = record.codings()
    back = dict(record.findings(numbers))
    assert sorted(back) == numbers
    assert [told(back[n]) for n in numbers] == [told(found) for found in given]


def test_codings_are_those_as_of_a_day_and_the_newest(record: Record) -> None:
    record.add_findings(raid(), CODER)
    record.add_findings(undated(), CODER)
    assert len(record.codings(parse_filters(as_of="2025-07-01"))) == 0
    assert len(record.codings(parse_filters(as_of="2025-07-02"))) == 1
    record.add_findings(raid("tester 2"), "tester 2")
    assert len(record.codings()) == 2
    [number] = record.codings(parse_filters(coder="tester 2"))
    [(_, found)] = record.findings([number])
    assert {event.coder for event in found.events} == {"tester 2"}
