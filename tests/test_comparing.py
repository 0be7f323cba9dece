"""Crises side by side: aligned on breaks or days, with what a reader must be told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

import dragoman
from dragoman.engine.event_import import import_events
from dragoman.model.errors import UsageError
from dragoman.record import Record, open_record
from tests.event_files import ICEWS, icews, write


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Two crises of Russia with Azerbaijan, in March 2012 and in July 2014; one of other two."""
    days: list[tuple[date, dict[str, str]]] = []
    turkey = {"Target Name": "Turkey", "Target Country": "Turkey", "Target Sectors": ""}
    for month in range(60):
        first = date(2011 + month // 12, month % 12 + 1, 1)
        many = 12 if 14 <= month < 20 or month >= 42 else 1
        days += [(first + timedelta(days=n), {}) for n in range(many)]
        days += [(first + timedelta(days=n), turkey) for n in range(10 if month >= 30 else 1)]
    told = [icews(n, day.isoformat(), **more) for n, (day, more) in enumerate(days)]
    made = open_record(tmp_path / "r.db", create=True)
    import_events(made, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    return made


def test_a_pair_is_laid_over_itself_at_each_of_its_breaks(record: Record) -> None:
    found = dragoman.compare(record, "RUS-AZE", before=3, after=2)
    cases = found["case"].unique(maintain_order=True).to_list()
    assert cases == ["RUS-AZE 2012-03-01", "RUS-AZE 2012-09-01", "RUS-AZE 2014-07-01"]
    first = found.filter(case=cases[0])
    assert first["offset"].to_list() == [-3, -2, -1, 0, 1, 2]
    assert first["material_conflict"].to_list() == [1, 1, 1, 12, 12, 12]


def test_several_pairs_are_aligned_on_their_largest_breaks_or_on_days(record: Record) -> None:
    found = dragoman.compare(record, "RUS-AZE@2012-03-15", "RUS-TUR", before=1, after=1)
    assert found["case"].unique(maintain_order=True).to_list() == [
        "RUS-AZE 2012-03-01", "RUS-TUR 2013-07-01",
    ]  # fmt: skip
    assert found["material_conflict"].to_list() == [1, 12, 12, 1, 10, 10]


def test_what_cannot_be_compared_is_said(record: Record) -> None:
    with pytest.raises(UsageError, match="AZE-RUS has no break to align on; give a day"):
        dragoman.compare(record, "AZE-RUS")
    with pytest.raises(UsageError, match="expected a day from 2011-01-01 to 2015-12-01"):
        dragoman.compare(record, "RUS-AZE@1999-01-01")
    with pytest.raises(UsageError, match="nothing to compare"):
        dragoman.compare(record)
    with pytest.raises(UsageError, match="520 periods at most"):
        dragoman.compare(record, "RUS-AZE", before=900)


def test_breaks_say_when_they_could_be_known_and_what_made_them(record: Record) -> None:
    found = dragoman.breaks(record, "RUS", "AZE")
    first = found.row(0, named=True)
    assert (first["date"], first["kind"], first["quad_class"]) == (date(2012, 3, 1), "level", 4)
    assert date(2012, 4, 1) <= first["known"] <= date(2012, 6, 1)
    assert first["ratio_low"] < first["ratio"] < first["ratio_high"]
    assert (first["before"], first["after"]) == (1, 12)
    before = dragoman.breaks(record, "RUS", "AZE", as_of=str(first["known"] - timedelta(days=32)))
    assert before.is_empty()
    then = dragoman.breaks(record, "RUS", "AZE", as_of=str(first["known"] - timedelta(days=1)))
    assert then["date"].to_list() == [date(2012, 3, 1)]
