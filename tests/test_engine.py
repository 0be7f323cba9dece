"""Adding, coding and re-coding: what goes into the record, and what is said of the rest."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.engine.coder import Coder, code_report
from dragoman.engine.pipeline import Inputs, add, code_stream, recode
from dragoman.ingest import Given, Refusal
from dragoman.model.errors import InputError, RecordError, TableError
from dragoman.model.findings import Findings
from dragoman.model.report import Report, report_id
from dragoman.model.when import day
from dragoman.record import Filters, Record
from tests.samples import CODER, event, report

FIRST = "The minister met the envoy on Monday and they spoke about the line."
SECOND = "The envoy left the country on Tuesday, and the minister stayed where he was."


def find_meetings(found: Report) -> Findings:
    """A coder that knows one word."""
    if "met" not in found.text:
        return Findings(found)
    met = event(found.text, found.text, "met", "CONSULT", actor=("AZEGOV",))
    return Findings(found, events=(met,))


TESTER = Coder(CODER, find_meetings)


@pytest.fixture(autouse=True)
def undated_stay_undated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dating from inside is tested where it lives."""
    monkeypatch.setattr("dragoman.engine.pipeline.dated", lambda found: found)


def lines(*rows: dict[str, object]) -> io.BytesIO:
    """Rows as JSON Lines on standard input."""
    return io.BytesIO("".join(json.dumps(row) + "\n" for row in rows).encode())


def from_stdin(*rows: dict[str, object]) -> Inputs:
    """Inputs that are standard input with these rows."""
    return Inputs(("-",), stdin=lines(*rows))


def test_reports_are_added_once(record: Record, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    given = Given(day(date(2025, 7, 2), "given"), "Sample Wire")
    summary = add(record, Inputs((str(tmp_path),), given), TESTER)
    assert (summary.added, summary.there, summary.events, summary.refused) == (2, 0, 1, [])
    assert summary.line() == "added 2 reports with 1 event; 0 there already; 0 refused"
    kept = record.reports()
    assert {r["outlet"] for r in kept} == {"Sample Wire"}
    assert {r["date"]["basis"] for r in kept} == {"given"}
    again = add(record, Inputs((str(tmp_path),), given), TESTER)
    assert (again.added, again.there, again.events) == (0, 2, 0)
    assert record.reports() == kept


def test_a_report_that_came_in_twice_is_one(record: Record) -> None:
    summary = add(record, from_stdin({"text": FIRST}, {"text": f"  {FIRST}\n\n"}), TESTER)
    assert (summary.added, summary.there) == (1, 1)


def test_ids_that_files_give_do_not_join_different_texts(record: Record) -> None:
    add(record, from_stdin({"id": "r1", "text": FIRST}), TESTER)
    add(record, from_stdin({"id": "r1", "text": SECOND}), TESTER)
    assert {r["id"] for r in record.reports()} == {report_id(FIRST), report_id(SECOND)}
    assert {r["input"] for r in record.reports()} == {"-#r1"}


def test_bad_inputs_are_said_and_the_rest_goes_on(record: Record, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(FIRST, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.txt"
    summary = add(record, Inputs((str(missing), str(empty), str(good))), TESTER)
    assert summary.added == 1
    assert [r.input for r in summary.refused] == [str(missing), str(empty)]
    assert summary.line().startswith("added 1 report with 1 event; 0 there already; 2 refused: ")
    assert str(missing) in summary.line()


def test_many_refusals_are_counted_not_all_named(record: Record, tmp_path: Path) -> None:
    summary = add(record, Inputs(tuple(str(tmp_path / f"{n}.txt") for n in range(5))), TESTER)
    assert summary.line().endswith(" and 2 more")


def test_a_language_not_read_is_kept_and_not_coded(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = replace(report("Сегодня министр встретился с послом."), language="ru")
    monkeypatch.setattr("dragoman.engine.pipeline.read_input", lambda *_: iter([found]))
    summary = add(record, Inputs(("x",)), TESTER)
    assert (summary.added, summary.unread) == (1, {"ru": 1})
    assert "kept without coding, for their language: 1 in 'ru'" in summary.line()
    assert [(r["language"], r["coder"]) for r in record.reports()] == [("ru", None)]
    again = add(record, Inputs(("x",)), TESTER)
    assert (again.added, again.there, again.unread) == (0, 1, {})


def test_a_report_that_trips_the_coder_is_kept_and_said(record: Record) -> None:
    def trip(found: Report) -> Findings:
        if "left" in found.text:
            raise ZeroDivisionError("division by zero")
        return find_meetings(found)

    summary = add(record, from_stdin({"text": SECOND}, {"text": FIRST}), Coder(CODER, trip))
    assert summary.added == 1
    assert [r.reason for r in summary.refused] == [
        "the coder failed on it (ZeroDivisionError: division by zero)"
    ]
    assert {r["coder"] for r in record.reports()} == {None, CODER}
    assert not record.is_coded(report_id(SECOND), CODER)
    mended = add(record, from_stdin({"text": SECOND}), TESTER)
    assert (mended.completed, mended.added) == (1, 0)
    assert "1 there before and now coded" in mended.line()


def test_a_failing_record_stops_the_work(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bool:
        raise RecordError("no space is left")

    monkeypatch.setattr(record, "add_findings", full)
    with pytest.raises(RecordError, match="no space"):
        add(record, from_stdin({"text": FIRST}), TESTER)


@pytest.mark.parametrize("bad", ["a\0b met c", "a \ud800 met"])
def test_what_no_database_keeps_is_refused(
    record: Record, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    found = [report(bad), report(FIRST)]
    monkeypatch.setattr("dragoman.engine.pipeline.read_input", lambda *_: iter(found))
    summary = add(record, Inputs(("x",)), TESTER)
    assert (summary.added, len(summary.refused)) == (1, 1)


def test_recoding_codes_all_that_a_coder_has_not_seen(record: Record) -> None:
    add(record, from_stdin({"text": FIRST}, {"text": SECOND}), TESTER)
    record.add_report(replace(report("Nə baş verdi?"), language="az"))
    newer = Coder("tester 2", find_meetings)
    told: list[str] = []
    summary = recode(record, newer, told.append)
    assert (summary.completed, summary.events, len(told)) == (2, 1, 3)
    assert recode(record, newer).completed == 0
    assert record.count_events(Filters(coder=CODER)) == 1
    assert {e["coder"] for e in record.events()} == {"tester 2"}


def test_progress_is_told_of_each(record: Record) -> None:
    told: list[str] = []
    add(record, from_stdin({"text": FIRST}, {"text": ""}), TESTER, told.append)
    assert told == ["-", "-"]


def test_coding_without_a_record_gives_each_report_in_order(tmp_path: Path) -> None:
    rows = lines(
        {"id": "r1", "text": FIRST, "date": "2025-07-10"},
        {"id": "r2"},
        {"id": "r3", "text": SECOND},
    )
    found = list(code_stream(Inputs(("-", str(tmp_path / "none")), stdin=rows), TESTER))
    assert [f.report.id if isinstance(f, Findings) else f.part for f in found] == [
        "r1", "line 2", "r3", None,
    ]  # fmt: skip
    first = found[0]
    assert isinstance(first, Findings)
    assert first.report.text == FIRST
    assert first.report.date.start == date(2025, 7, 10)


def test_an_error_of_reading_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise InputError("cannot")

    monkeypatch.setattr("dragoman.engine.pipeline.read_input", fail)
    assert list(code_stream(Inputs(("x",)), TESTER)) == [Refusal("x", "cannot")]


def test_a_wrong_table_stops_the_work() -> None:
    def misread(_: Report) -> Findings:
        raise TableError("frames.tsv:7: expected four columns")

    with pytest.raises(TableError):
        list(code_stream(from_stdin({"text": FIRST}), Coder(CODER, misread)))


def test_another_language_has_no_rows_and_needs_no_parser() -> None:
    found = replace(report("Bir cümlə."), language="az")
    assert code_report(found) == Findings(found)


def test_a_file_name_that_is_no_text_is_kept_with_escapes(record: Record, tmp_path: Path) -> None:
    try:
        (tmp_path / "a\udcff.txt").write_text(FIRST, encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system keeps only names that are text")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    given = Given(url="https://example.org/\udcff")
    summary = add(record, Inputs((str(tmp_path),), given), TESTER)
    assert (summary.added, summary.refused) == (2, [])
    kept = record.report(report_id(FIRST))
    assert kept is not None
    assert kept["url"] == "https://example.org/\\udcff"


def test_what_another_program_coded_meanwhile_counts_as_there(
    record: Record, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")

    def overtaken(found: Report) -> Findings:
        record.add_findings(find_meetings(found), CODER)
        return find_meetings(found)

    summary = add(record, Inputs((str(tmp_path),)), Coder(CODER, overtaken))
    assert (summary.added, summary.there, summary.events) == (0, 1, 0)
