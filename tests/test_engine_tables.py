"""Rows as flat tables: CSV that no spreadsheet runs, frames with the same columns always."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.engine.flat import FIELDS, columns, figure, flat, source
from dragoman.engine.frames import frame, schema
from dragoman.engine.spreadsheet import cell, csv_lines
from dragoman.model.errors import InputError, UsageError
from dragoman.record import open_record
from tests.samples import CODER, denial, raid, undated


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> dragoman.Record:
    """A record of three reports."""
    kept = open_record(tmp_path_factory.mktemp("record") / "record.db", create=True)
    for found in (raid(), denial(), undated()):
        kept.add_findings(found, CODER)
    return kept


def parsed(text: str) -> list[list[str]]:
    """The cells of a CSV text."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_has_a_line_a_row(record: dragoman.Record) -> None:
    rows = parsed("".join(csv_lines("events", record.events())))
    assert rows[0] == columns("events")
    assert len(rows) == 7
    raided = dict(zip(rows[0], rows[2], strict=True))
    assert raided["actor"] == "RUSCOP"
    assert raided["figures"] == "detained 50"
    assert raided["when_start"] == "2025-06-27"
    assert raided["goldstein"] == "-7.0"
    assert raided["place"] == "Yekaterinburg"
    met = dict(zip(rows[0], rows[1], strict=True))
    assert met["actor"] == "AZEGOV; RUSGOV"
    assert met["published"] == ""


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(begin: str) -> None:
    assert cell(f"{begin}1+1") == f"'{begin}1+1"
    assert cell([f"{begin}a", "b"]) == f"'{begin}a; b"
    assert cell(-7.0) == -7.0


@given(st.text(), st.lists(st.text()))
def test_any_text_is_one_cell(text: str, parts: list[str]) -> None:
    for value in (cell(text), cell(parts)):
        assert not str(value).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_figures_and_sources_in_words() -> None:
    assert figure({"what": "killed", "low": 10, "high": 12, "unit": None}) == "killed 10-12"
    assert figure({"what": "paid", "low": 3.5, "high": None, "unit": "EUR"}) == "paid 3.5-? EUR"
    assert source({"kind": "author", "actor": None, "text": None}) == "author"
    assert (
        source({"kind": "named", "actor": "RUSGOV", "text": "a minister"}) == "RUSGOV (a minister)"
    )
    assert source({"kind": "unnamed", "actor": None, "text": None}) == "unnamed"


def test_every_kind_has_a_frame_without_rows() -> None:
    for kind in FIELDS:
        empty = frame(kind, [])
        assert empty.columns == columns(kind)
        assert dict(empty.schema) == schema(kind)


def test_frames_have_types(record: dragoman.Record) -> None:
    table = dragoman.events(record, dyad="AZE-RUS", factuality=["happened"])
    assert table.height == 3
    assert table.schema["when_start"] == pl.Date()
    assert table["actor"].to_list() == [["AZEGOV", "RUSGOV"], ["RUSCOP"], ["AZEGOV"]]
    assert dragoman.chronology(record, since=date(2025, 7, 1))["type"].to_list() == [
        "CONSULT",
        "ACCUSE",
    ]
    assert dragoman.reports(record)["events"].to_list() == [3, 2, 1]
    assert dragoman.actors(record, actor="AZE").height == 4
    assert dragoman.attributions(record)["content"].to_list() == ['"We want answers,"']
    assert dragoman.quotes(record)["speaker"].to_list() == ["Hüseyn Example"]


def test_flat_rows_have_the_columns_of_their_kind(record: dragoman.Record) -> None:
    for kind, rows in {
        "events": record.events(),
        "reports": record.reports(),
        "actors": record.actors(),
        "attributions": record.attributions(),
        "quotes": record.quotes(),
        "search": record.search("police"),
    }.items():
        assert rows
        for row in rows:
            assert list(flat(kind, row)) == columns(kind)


def test_wrong_filters_are_said(record: dragoman.Record) -> None:
    with pytest.raises(UsageError, match="no such filter 'colour'"):
        dragoman.events(record, colour="red")


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        dragoman.read(tmp_path / "none.txt")
