"""Dates on the pages say no more than is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.engine.whens import day_label, fineness, when_label, when_short
from dragoman.model.rows import Json


def when(start: str | None, end: str | None) -> Json:
    return {"start": start, "end": end, "precision": "day", "basis": "text"}


@pytest.mark.parametrize(
    ("start", "end", "label", "short"),
    [
        ("2025-06-27", "2025-06-28", "27 June 2025", "2025-06-27"),
        ("2025-08-08", "2025-08-10", "8–9 August 2025", "2025-08-08/2025-08-09"),
        ("2025-07-28", "2025-08-04", "28 July – 3 August 2025", "2025-07-28/2025-08-03"),
        ("2024-12-30", "2025-01-03", "30 December 2024 – 2 January 2025", "2024-12-30/2025-01-02"),
        ("2025-06-01", "2025-07-01", "June 2025", "2025-06"),
        ("2024-10-01", "2025-01-01", "October–December 2024", "2024-10-01/2024-12-31"),
        ("2024-12-01", "2025-03-01", "December 2024 – February 2025", "2024-12-01/2025-02-28"),
        ("2024-01-01", "2025-01-01", "2024", "2024"),
        ("2010-01-01", "2020-01-01", "2010–2019", "2010-01-01/2019-12-31"),
        (None, "2022-01-01", "before 2022", "before 2022"),
        ("2022-03-04", None, "4 March 2022 or later", "4 March 2022 or later"),
        (None, None, "unknown date", "unknown"),
    ],
)
def test_labels(start: str | None, end: str | None, label: str, short: str) -> None:
    assert when_label(when(start, end)) == label
    assert when_short(when(start, end)) == short


def test_two_days_are_no_week() -> None:
    two = {**when("2025-08-08", "2025-08-10"), "precision": "week"}
    assert fineness(two) == "days"
    assert fineness({**two, "end": "2025-08-15"}) == "week"
    assert fineness({**two, "precision": "month"}) == "month"


def test_no_date_at_all_is_unknown() -> None:
    assert when_label(None) == "unknown date"


def test_a_day_under_its_year_leaves_the_year_out() -> None:
    assert day_label(when("2025-06-27", "2025-06-28"), 2025) == "27 June"
    assert day_label(when("2025-01-01", "2026-01-01"), 2025) == "in 2025"
    assert day_label(when("2024-12-30", "2025-01-03"), 2024).endswith("January 2025")
    assert day_label(when(None, None), None) == "unknown date"


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.integers(1, 4000))
def test_every_interval_names_its_last_year(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    label = when_label(when(start.isoformat(), end.isoformat()))
    assert str((end - timedelta(days=1)).year) in label
    assert "00:" not in label
