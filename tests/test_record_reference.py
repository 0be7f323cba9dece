"""The reference keeps up: every table, column and field of a row has its entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.engine.flat import FIELDS, columns
from dragoman.record import Record, open_record
from dragoman.record.schema import ROW_TABLES, metadata
from tests.samples import CODER, raid

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
# The kinds under the headings of the page.
HEADINGS = {"tie_tables": "Tables of ties", "chronology": "Events", "dyad_ties": "Ties of a dyad"}


def section(page: str, heading: str) -> str:
    """The part of a page under a heading, up to the next of its rank or above."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    start = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert start, f"{page} has no heading {heading!r}"
    rest = text[start.end() :]
    end = re.search(rf"^#{{1,{len(start[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def named(text: str) -> set[str]:
    """What stands in code in a text."""
    return set(re.findall(r"`([a-z_]+)`", text))


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_every_column_of_the_record_is_told(name: str) -> None:
    told = named(section("record.md", f"`{name}`"))
    if name in ROW_TABLES:
        told |= named(section("record.md", "Rows").partition("###")[0])
    there = {column.name for column in metadata.tables[name].columns}
    assert sorted(there - told) == []
    in_table = set(re.findall(r"^\| `(\w+)` \|", section("record.md", f"`{name}`"), re.MULTILINE))
    assert sorted(in_table - there) == []


def test_no_table_is_told_that_is_not_there() -> None:
    headings = re.findall(
        r"^### `(\w+)`$", (REFERENCE / "record.md").read_text(encoding="utf-8"), re.M
    )
    assert sorted(headings) == sorted(metadata.tables)


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_every_column_of_flat_rows_is_told_in_order(kind: str) -> None:
    text = section("rows.md", HEADINGS.get(kind, kind.capitalize()))
    line = re.search(r"^Columns: (.+)\.$", text, re.MULTILINE)
    assert line
    assert re.findall(r"`(\w+)`", line[1]) == columns(kind)


@pytest.mark.parametrize("kind", ["reports", *sorted(ROW_TABLES)])
def test_every_field_of_rows_is_told(kind: str, tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db", create=True) as record:
        record.add_findings(raid(), CODER)
        found = record.report(raid().report.id)
        listed = record.reports()
        stated = [] if kind in ("reports", "events") else list(record.statements(kind))
        stated += record.events() if kind == "events" else []
    assert found is not None
    rows = [found, *listed] if kind == "reports" else found[kind]
    assert rows
    text = section("rows.md", kind.capitalize())
    about = section("rows.md", "Rows").partition("\n## ")[0]
    known = named(text + about + section("rows.md", "Events")) | set(ROW_TABLES)
    own = named(text)
    for row in rows:
        assert sorted(row.keys() - own) == []
    for row in stated:
        assert sorted(set(keys(row)) - known - {"start", "end", "precision", "basis"}) == []


def test_the_example_in_sql_runs(record: Record) -> None:
    record.add_findings(raid(), CODER)
    page = (REFERENCE / "record.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```sql\n(.+?)```", page, re.DOTALL)
    with record._database.reading() as connection:
        found = connection.exec_driver_sql(example.replace("%", "%%")).mappings().all()
    assert [(row["type"], row["sentence"]) for row in found] == [
        (event["type"], event["sentence"]) for event in record.events()[:2]
    ]


def keys(value: Any) -> Iterator[str]:
    """All names of fields in a row, at any depth."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from keys(inner)
