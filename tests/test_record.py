"""The record: what goes in comes out, once, whole, and never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from dragoman.model.errors import RecordError, UsageError
from dragoman.model.rows import Json, findings_row
from dragoman.model.when import UNKNOWN, When
from dragoman.record import Filters, Record, open_record, parse_filters
from dragoman.record.schema import ROW_TABLES
from tests.samples import CODER, RAID, denial, event, raid, report, undated


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of three reports."""
    for found in (raid(), denial(), undated()):
        record.add_findings(found, CODER)
    return record


def test_a_report_comes_back_as_it_was_coded(filled: Record) -> None:
    coded = findings_row(raid())
    kept = filled.report(raid().report.id)
    assert kept is not None
    for key, value in coded.items():
        if key in ROW_TABLES:
            without = [
                {k: v for k, v in row.items() if key == "events" or k != "id"} for row in kept[key]
            ]
            assert without == value
        else:
            assert kept[key] == value
    assert kept["coder"] == CODER
    assert kept["coders"] == [CODER]
    assert [i["input"] for i in kept["inputs"]] == ["raid.txt"]


def test_every_row_has_an_id_that_is_the_same_in_another_record(filled: Record) -> None:
    kept = filled.report(raid().report.id)
    assert kept is not None
    ids = [row["id"] for kind in ROW_TABLES for row in kept[kind]]
    assert len(set(ids)) == len(ids)
    assert all(len(i) == 20 for i in ids)
    again = next(filled.statements("quotes"))
    assert again["id"] == kept["quotes"][0]["id"]


def test_adding_again_changes_nothing(filled: Record) -> None:
    before = filled.events(), filled.reports(), filled.report(raid().report.id)
    assert filled.add_findings(raid(), CODER) is False
    assert filled.add_report(raid().report) is False
    assert (filled.events(), filled.reports(), filled.report(raid().report.id)) == before


def test_each_way_a_report_came_in_is_kept(filled: Record) -> None:
    other = replace(raid().report, input="https://example.org/raid", outlet="Sample Reprint")
    assert filled.add_report(other) is False
    kept = filled.report(other.id)
    assert kept is not None
    assert kept["outlet"] == "Sample Wire"
    ways = {(i["input"], i["outlet"]) for i in kept["inputs"]}
    assert ways == {("raid.txt", "Sample Wire"), ("https://example.org/raid", "Sample Reprint")}


def test_sentences_slice_back_to_their_report(filled: Record) -> None:
    rows = [*filled.events(), *filled.quotes(), *filled.attributions()]
    assert rows
    for row in rows:
        whole = filled.report(row["report"])
        assert whole is not None
        start, end = row["span"]
        assert row["sentence"] == whole["text"][start:end]


def test_sentences_slice_back_beyond_the_basic_plane(record: Record) -> None:
    words = "😀 Ərdəbil 🇦🇿 протестует. Baku accused Moscow of it. 🙃"
    found = replace(
        undated(),
        report=report(words),
        events=(event(words, "Baku accused Moscow of it.", "accused", "ACCUSE", actor=("AZE",)),),
    )
    record.add_findings(found, CODER)
    assert [e["sentence"] for e in record.events()] == ["Baku accused Moscow of it."]


def test_recoding_keeps_the_old_and_answers_from_the_new(filled: Record) -> None:
    newer = raid("tester 2")
    newer = replace(newer, events=newer.events[:1])
    assert not filled.is_coded(newer.report.id, "tester 2")
    assert filled.add_findings(newer, "tester 2") is True
    mine = Filters(report=newer.report.id)
    assert {e["coder"] for e in filled.events(mine)} == {"tester 2"}
    assert filled.count_events(mine) == 1
    assert filled.count_events(replace(mine, coder=CODER)) == 3
    kept = filled.report(newer.report.id)
    assert kept is not None
    assert kept["coders"] == [CODER, "tester 2"]
    old = filled.report(newer.report.id, coder=CODER)
    assert old is not None
    assert len(old["events"]) == 3
    assert {v["coder"]: v["reports"] for v in filled.versions()} == {CODER: 3, "tester 2": 1}


def test_uncoded_are_those_that_a_coder_has_not_seen(filled: Record) -> None:
    kept = replace(report("Bir cümlə."), language="az")
    assert filled.add_report(kept) is True
    assert [r.id for r in filled.uncoded(CODER)] == [kept.id]
    everything = {r.id: r for r in filled.uncoded("tester 2")}
    assert everything[raid().report.id] == raid().report
    listed = {r["id"]: r for r in filled.reports()}
    assert listed[kept.id]["coder"] is None
    assert listed[kept.id]["events"] == 0


def test_a_failure_leaves_nothing_of_the_report(record: Record) -> None:
    broken = replace(raid(), mentions=(*raid().mentions, replace(raid().mentions[0], kind=None)))  # type: ignore[arg-type]
    with pytest.raises(RecordError):
        record.add_findings(broken, CODER)
    assert record.reports() == []
    assert record.events() == []
    assert record.add_findings(raid(), CODER) is True


@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["reports", "codings", "events", "event_actor", "quotes"])
def test_nothing_can_be_changed_or_removed(filled: Record, table: str, statement: str) -> None:
    column = {"reports": "title", "codings": "coder", "event_actor": "role"}.get(table, "coder")
    with (
        pytest.raises(RecordError, match="never changed or removed"),
        filled._database.writing() as connection,
    ):
        connection.execute(text(statement.format(table, column, "'x'")))


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(actor="RUS"), {"met", "raided", "beaten", "inquiry"}),
        (Filters(actor="RUSC"), {"raided", "beaten"}),
        (Filters(actor="RU", recipient="AZE"), {"raided"}),
        (Filters(recipient="RUS"), {"complained"}),
        (Filters(dyad=("AZE", "RUS")), {"met", "raided", "complained"}),
        (Filters(dyad=("RUS", "AZE")), {"met", "raided", "complained"}),
        (Filters(dyad=("AZE", "IRN")), set()),
        (Filters(types=("ACCUSE", "ASSAULT")), {"complained", "beaten", "inquiry"}),
        (Filters(modes=("seize",)), {"raided"}),
        (Filters(factuality=("denied",)), {"beaten"}),
        (Filters(outlets=("sample WIRE",)), {"raided", "complained", "asked"}),
        (Filters(report=raid().report.id[:8]), {"raided", "complained", "asked"}),
        (Filters(report="no such"), set()),
        (Filters(place="yekaterinburg"), {"raided"}),
        (Filters(place="rus"), {"raided"}),
        (Filters(text="huseyn"), {"raided", "complained", "asked"}),
        (Filters(coder="nobody"), set()),
        (Filters(limit=2), {"met", "raided"}),
        (Filters(limit=1, offset=1), {"raided"}),
        (Filters(offset=4), {"asked", "inquiry"}),
        (Filters(actor="RUS%"), set()),
    ],
)
def test_filters(filled: Record, filters: Filters, words: set[str]) -> None:
    found = filled.events(filters)
    assert {_words(filled, e) for e in found} == words
    assert len(found) == len(words)
    if filters.limit is None and not filters.offset:
        assert filled.count_events(filters) == len(words)


def _words(record: Record, row: Json) -> str:
    whole = record.report(str(row["report"]))
    assert whole is not None
    return str(whole["text"][slice(*row["event_span"])])


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2025, 6, 27), date(2025, 6, 28), {"met", "raided"}),
        (date(2025, 6, 28), None, {"met", "complained", "beaten"}),
        (None, date(2025, 7, 1), {"met", "raided"}),
        (date(2026, 1, 1), None, set()),
        (date(2025, 12, 31), None, {"met"}),
    ],
)
def test_intervals_overlap_half_open(
    filled: Record, since: date | None, until: date | None, words: set[str]
) -> None:
    found = filled.events(Filters(since=since, until=until))
    assert {_words(filled, e) for e in found} == words


def test_as_of_counts_only_what_was_out(filled: Record) -> None:
    assert [r["outlet"] for r in filled.reports(Filters(as_of=date(2025, 7, 2)))] == ["Sample Wire"]
    assert filled.reports(Filters(as_of=date(2025, 7, 1))) == []
    july = Filters(as_of=date(2025, 7, 20))
    assert {e["outlet"] for e in filled.events(july)} == {"Sample Wire", "Sample Weekly"}
    assert [
        h["outlet"] for h in filled.search("police", filters=Filters(as_of=date(2025, 7, 2)))
    ] == ["Sample Wire"]
    assert filled.notes(july) == ["1 report is left out since it has no known date"]
    assert filled.notes() == []


def test_as_of_names_what_may_have_come_out_later(filled: Record) -> None:
    for n, when in enumerate(
        (
            When(date(2025, 8, 15), None, "unknown", "text"),
            When(date(2025, 3, 1), date(2025, 4, 1), "month", "text"),
            When(None, date(2025, 9, 1), "unknown", "text"),
        )
    ):
        filled.add_report(report(f"Words {n}.", title=f"Report {n}", date=when))
    left = "2 reports are left out since they may have come out later"
    which = "Report 1 (from 2025-03-01 to 2025-03-31), Report 2 (to 2025-08-31)"
    march = Filters(as_of=date(2025, 3, 15))
    assert filled.notes(march) == [f"{left}: {which}; 1 has no known date"]
    (april,) = filled.notes(Filters(as_of=date(2025, 4, 1)))
    assert april.startswith("1 report is left out since it may have come out later: Report 2 (")
    (named,) = filled.notes(Filters(as_of=date(2025, 3, 15), text="words"))
    assert named == f"{left}: {which}"


def test_what_the_record_lacks_is_noted_with_what_it_has(filled: Record) -> None:
    def said(**asked: str) -> str:
        (line,) = filled.notes(parse_filters(asked))
        return line

    has = said(actor="XYZ").removeprefix("nothing in the record names XYZ; it has: ")
    assert set(has.split(", ")) == {"RUSCOP", "AZEGOV", "RUSGOV", "AZECVL", "AZEELI"}
    assert said(dyad="AZE-Brazil").startswith("nothing in the record names BRA; ")
    assert said(outlet="Sample Weekli").endswith(
        "is from Sample Weekli; it has: Sample Weekly, Sample Wire"
    )
    assert "an id that begins with zzz; it has: " in said(report="zzz")
    assert said(coder="9.9") == f"nothing in the record is coded by 9.9; it has: {CODER}"
    assert said(place="Narnia") == "no event in the record is at Narnia; it has: Yekaterinburg"
    assert said(actor="Putin").startswith("Putin is read as RUSGOV")
    there = {"actor": "Azerbaijan", "outlet": "sample wire", "coder": CODER, "place": "Russia"}
    assert filled.notes(parse_filters(there)) == []
    assert [_words(filled, e) for e in filled.events(Filters(place="Russia"))] == ["raided"]


def test_an_empty_record_has_nothing_to_choose_from(record: Record) -> None:
    assert record.notes(Filters(actor="AZE")) == ["nothing in the record names AZE; it has none"]


def test_a_report_bounded_by_a_month_is_out_when_the_month_is(record: Record) -> None:
    when = When(date(2025, 7, 1), date(2025, 8, 1), "month", "text")
    record.add_findings(replace(raid(), report=replace(raid().report, date=when)), CODER)
    assert record.count_events(Filters(as_of=date(2025, 7, 30))) == 0
    assert record.count_events(Filters(as_of=date(2025, 7, 31))) == 3


def test_a_chronology_tells_what_happened_in_order_the_undated_last(filled: Record) -> None:
    assert [_words(filled, e) for e in filled.chronology()] == [
        "met",
        "raided",
        "complained",
        "asked",
    ]
    denied = filled.chronology(Filters(factuality=("denied",)))
    assert [_words(filled, e) for e in denied] == ["beaten"]


@pytest.mark.parametrize("asked", [{"mode": "arrest"}, {"factuality": "denied"}, {"place": "Baku"}])
def test_what_only_events_have_is_refused_for_other_rows(
    filled: Record, asked: dict[str, str]
) -> None:
    (name,) = asked
    filters = parse_filters(asked)
    for kind, ask in (
        ("actors", filled.actors), ("attributions", filled.attributions), ("quotes", filled.quotes)
    ):  # fmt: skip
        with pytest.raises(UsageError, match=f"{kind} cannot be asked for by {name}; there are: "):
            ask(filters)


def test_actors_are_counted_in_the_time_asked_for(filled: Record) -> None:
    found = {a["code"]: a for a in filled.actors(Filters(since=date(2025, 7, 15)))}
    assert found["RUS"]["mentions"] == 1
    assert found["RUS"]["reports"] == 1
    assert "AZE" not in found
    before = {a["code"]: a for a in filled.actors(Filters(until=date(2025, 6, 28)))}
    assert before["RUSCOP"]["as_actor"] == 1
    assert before["RUSCOP"]["mentions"] == 0


def test_the_more_precise_comes_first_on_the_same_day(record: Record) -> None:
    whens = [
        When(date(2025, 7, 1), date(2026, 1, 1), "season", "text"),
        When(date(2025, 7, 1), date(2025, 8, 1), "month", "text"),
        When(date(2025, 7, 1), date(2025, 7, 2), "day", "text"),
        UNKNOWN,
        When(None, date(2025, 7, 1), "unknown", "text"),
    ]
    events = tuple(
        event(RAID, word, word, "CONSULT", actor=("AZE",), when=when)
        for word, when in zip(["On", "27", "June", "Russian", "police"], whens, strict=True)
    )
    record.add_findings(replace(raid(), events=events), CODER)
    found = [e["when"]["precision"] for e in record.events()]
    assert found == ["day", "month", "season", "unknown", "unknown"]
    assert record.events()[-1]["when"]["end"] is None


def test_events_tell_where_they_are_from(filled: Record) -> None:
    first = filled.events(Filters(types=("COERCE",)))[0]
    assert first["outlet"] == "Sample Wire"
    assert first["title"] == "A raid in the Urals"
    assert first["published"]["start"] == "2025-07-02"
    assert filled.event(first["id"]) == first
    assert filled.event(first["id"][:10]) == first
    assert filled.event("ffffffffffffffffffff") is None
    assert filled.event("") is None
    assert filled.report("") is None
    assert filled.report("\U0010ffff") is None


def test_actors_are_counted_and_named(filled: Record) -> None:
    found = {a["code"]: a for a in filled.actors()}
    assert found["AZE"]["names"] == ["Azerbaijan"]
    assert found["AZE"]["mentions"] == 2
    assert found["RUS"]["reports"] == 2
    assert (found["RUSGOV"]["as_actor"], found["RUSGOV"]["as_recipient"]) == (2, 1)
    assert {a["code"] for a in filled.actors(Filters(actor="AZE"))} == {
        "AZE", "AZECVL", "AZEELI", "AZEGOV",
    }  # fmt: skip
    assert len(filled.actors(Filters(limit=2, offset=1))) == 2


def test_statements_answer_to_actors_and_dates(filled: Record) -> None:
    said = filled.attributions(Filters(actor="AZE"))
    assert [a["content"]["text"] for a in said] == ['"We want answers,"']
    assert filled.attributions(Filters(actor="RUS")) == []
    assert [q["speaker"] for q in filled.quotes(Filters(since=date(2025, 7, 1)))] == [
        "Hüseyn Example"
    ]
    assert filled.quotes(Filters(until=date(2025, 7, 2))) == []
    assert len(list(filled.statements("judgements", Filters(actor="RUS")))) == 1
    assert list(filled.statements("judgements", Filters(actor="IRN"))) == []
    assert len(list(filled.statements("ties", Filters(actor="IRN")))) == 1
    assert len(list(filled.statements("silences", Filters(actor="AZE")))) == 1


def test_reports_are_found_by_what_is_coded_in_them(filled: Record) -> None:
    assert [r["outlet"] for r in filled.reports()] == ["Sample Wire", "Sample Weekly", None]
    assert [r["events"] for r in filled.reports()] == [3, 2, 1]
    assert [r["outlet"] for r in filled.reports(Filters(types=("ASSAULT",)))] == ["Sample Weekly"]
    assert [r["outlet"] for r in filled.reports(Filters(since=date(2025, 7, 3)))] == [
        "Sample Weekly"
    ]
    assert filled.count_reports(Filters(actor="RUS")) == 3
    assert [r["outlet"] for r in filled.reports(Filters(limit=1, offset=1))] == ["Sample Weekly"]


def test_facets_count_with_all_filters_but_their_own(filled: Record) -> None:
    found = filled.facets(Filters(types=("COERCE",)))
    assert {f["value"]: f["count"] for f in found["types"]}["ACCUSE"] == 2
    assert found["outlets"] == [{"value": "Sample Wire", "count": 1}]
    assert found["actors"] == [{"value": "AZECVL", "count": 1}, {"value": "RUSCOP", "count": 1}]
    assert found["factuality"] == [{"value": "happened", "count": 1}]


def test_rows_come_one_at_a_time(filled: Record) -> None:
    rows = filled.iter_events()
    assert isinstance(rows, Iterator)
    assert next(rows)["type"] == "CONSULT"
    assert sum(1 for _ in rows) == 5


def test_a_closed_record_opens_again(record_url: str) -> None:
    with open_record(record_url, create=True) as first:
        first.add_findings(raid(), CODER)
    with open_record(record_url) as second:
        assert second.count_events() == 3


days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(days, days)
def test_filters_are_values(since: date, until: date) -> None:
    assert Filters(since=since, until=until) == Filters(since=since, until=until)
    assert hash(Filters(since=since)) == hash(Filters(since=since))
