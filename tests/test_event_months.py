"""Sums by month of pairs with many acts tell what the rows tell, whatever files came when."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from polars.testing import assert_frame_equal
from sqlalchemy import select

import dragoman
from dragoman.engine.event_import import import_events
from dragoman.record import Record, event_months, open_record
from dragoman.record.schema import table_months, table_pairs
from tests.event_files import ICEWS, gdelt, icews, write
from tests.incident_reports import findings

FIRST = date(2024, 1, 10)
CODES = ("173", "112", "040", "010", "190")


def files(folder: Path, seed: int) -> list[tuple[Path, str]]:
    """Files of two forms that overlap in their days, some rows of which came out much later."""
    luck = np.random.default_rng(seed)
    found = []
    for n in range(3):
        days = [FIRST + timedelta(days=int(luck.integers(30 * n, 30 * n + 120))) for _ in range(40)]
        told = [
            icews(
                1000 * n + k, day.isoformat(), str(luck.choice(CODES)), Publisher=f"Outlet {k % 4}"
            )
            for k, day in enumerate(days)
        ]
        found.append((write(folder / f"{n}.tsv", told, ICEWS), "icews"))
    late = [
        gdelt(
            k, f"{day:%Y%m%d}", f"{day + timedelta(days=60):%Y%m%d}000000", ("RUSGOV", "AZE"), "173"
        )
        for k, day in enumerate(FIRST + timedelta(days=9 * k) for k in range(12))
    ]
    found.append((write(folder / "g.CSV", late), "gdelt"))
    return [found[n] for n in luck.permutation(len(found))]


def fill(where: Path, told: list[tuple[Path, str]]) -> Record:
    """A record of these files and of reports of a raid."""
    record = open_record(where, create=True)
    for found in findings()[:2]:
        record.add_findings(found)
    for path, form in told:
        import_events(record, path, form)
    return record


@pytest.mark.parametrize("seed", range(4))
def test_sums_tell_what_the_rows_tell(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = files(tmp_path, seed)
    with fill(tmp_path / "plain.db", told) as plain:
        monkeypatch.setattr(event_months, "BUSY", 30)
        with fill(tmp_path / "summed.db", told) as summed:
            assert summed.table_months("RUS", "AZE") and not plain.table_months("RUS", "AZE")
            days = (None, "2024-03-15", "2024-05-31", "2024-06-28", "2023-01-01")
            for as_of in days:
                for period in ("month", "week"):
                    asked = [dragoman.dyad(r, "RUS", "AZE", period=period, as_of=as_of)
                             for r in (plain, summed)]  # fmt: skip
                    assert_frame_equal(*asked)


def test_acts_that_reports_stand_for_are_taken_from_the_sums(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_months, "BUSY", 1)
    told = [icews(1, "2024-06-28"), icews(2, "2024-06-28", "112"), icews(3, "2024-06-05")]
    with fill(tmp_path / "r.db", [(write(tmp_path / "i.tsv", told, ICEWS), "icews")]) as record:
        assert record.table_months("RUS", "AZE")
        for apart, many in ((False, 2), (True, 3)):
            frame = dragoman.dyad(record, "RUS", "AZE", apart=apart).filter(actor="RUS")
            assert frame["material_conflict"].sum() == many


def test_pairs_are_counted_and_summed_once_they_are_busy(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_months, "BUSY", 4)
    for n in range(3):
        told = [icews(10 * n + k, f"2024-0{n + 1}-0{k + 1}") for k in range(2)]
        import_events(record, write(tmp_path / f"{n}.tsv", told, ICEWS), "icews")
        assert len(record.table_months("RUS", "AZE")) == (0, 2, 3)[n]
    with record._database.reading() as connection:
        assert connection.execute(select(table_pairs)).all() == [("RUS", "AZE", 6)]
        months = connection.execute(select(table_months.c.codes, table_months.c.outlets)).all()
    assert months == [("173,2", "Sample Wire")] * 3
