"""The strip of months: where its bars stand, and what they stand for."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.rows import Json
from dragoman.web.strip import HALF, MOST_MONTHS, WIDTH, strip


def month(name: str | None, quad: int, count: int) -> Json:
    return {"month": name, "quad_class": quad, "count": count}


MONTHS = st.lists(
    st.builds(
        month,
        st.none() | st.dates(date(1900, 1, 1)).map(lambda d: f"{d.year:04}-{d.month:02}"),
        st.integers(1, 4),
        st.integers(1, 10_000),
    ),
    max_size=12,
    unique_by=lambda m: (m["month"], m["quad_class"]),
)


def test_nothing_gives_an_empty_strip() -> None:
    assert strip([]).slots == ()
    assert strip([month(None, 1, 3)]).vague == 3


def test_cooperation_stands_above_the_line_and_conflict_below_it() -> None:
    drawn = strip([month("2025-06", q, q) for q in (1, 2, 3, 4)])
    (slot,) = drawn.slots
    above = {b.quad for b in slot.bars if b.y + b.height <= HALF + 0.01}
    below = {b.quad for b in slot.bars if b.y >= HALF - 0.01}
    assert (above, below) == ({1, 2}, {3, 4})
    assert (slot.label, slot.since, slot.until) == (
        "June 2025",
        date(2025, 6, 1),
        date(2025, 7, 1),
    )
    assert drawn.most == 7


def test_months_without_events_keep_their_place() -> None:
    drawn = strip([month("2024-11", 1, 1), month("2025-02", 4, 2)])
    assert [s.total for s in drawn.slots] == [1, 0, 0, 2]
    assert [s.tick for s in drawn.slots] == ["Nov", "Dec", "Jan 2025", "Feb"]


def test_a_long_time_is_drawn_by_the_year() -> None:
    drawn = strip([month("1990-05", 4, 1), month("1990-06", 4, 2), month("2025-01", 1, 1)])
    assert drawn.unit == "year"
    assert len(drawn.slots) == 36
    assert drawn.slots[0].counts == {4: 3}


@given(MONTHS)
def test_every_event_is_drawn_or_told_of(months: list[Json]) -> None:
    drawn = strip(months)
    counted = sum(s.total for s in drawn.slots) + drawn.vague
    assert counted == sum(m["count"] for m in months)


@given(MONTHS)
def test_slots_follow_each_other_and_bars_stay_inside(months: list[Json]) -> None:
    drawn = strip(months)
    assert drawn.unit == "year" or len(drawn.slots) <= MOST_MONTHS
    assert drawn.width <= max(WIDTH, 120) + 1
    assert all(a.until == b.since for a, b in pairwise(drawn.slots))
    for bar in (b for s in drawn.slots for b in s.bars):
        assert 0 <= bar.y <= bar.y + bar.height <= 2 * HALF + 0.1
