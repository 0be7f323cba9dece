"""Ties against time: no end is closer than it is told, and none that is told is lost."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.held import Held, held, stretches
from dragoman.brief.axes import slots
from dragoman.brief.tie_lanes import MOST_LANES, tie_lanes

FIRST, END = date(2020, 1, 1), date(2026, 1, 1)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def row(number: int = 1, published: str | None = "2025-02-06", **told: Any) -> dict[str, Any]:
    """A row of a tie as the record has it, told by a report of a day unless it says otherwise."""
    day = date.fromisoformat(published) if published else None
    when = {"start": published, "end": (day + timedelta(days=1)).isoformat()} if day else None
    return {
        "id": f"t{number}", "kind": "border", "a": "AZE", "b": "RUS", "since": None, "until": None,
        "ended": False, "cut": None, "table": None, "published": when, **told,
    }  # fmt: skip


def shown(*rows: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The stretches of the first tie, as text."""
    found = stretches(held(rows)[0], FIRST, END)
    return [(s.certainty, s.start.isoformat(), s.end.isoformat()) for s in found]


def test_a_tie_without_a_date_held_when_it_was_told_and_is_open_else() -> None:
    assert shown(row(), row(2, "2025-04-01")) == [
        ("open", "2020-01-01", "2025-02-06"), ("sure", "2025-02-06", "2025-02-07"),
        ("open", "2025-02-07", "2025-04-01"), ("sure", "2025-04-01", "2025-04-02"),
        ("open", "2025-04-02", "2026-01-01"),
    ]  # fmt: skip


def test_since_a_year_begins_within_it_and_is_open_after_the_telling() -> None:
    assert shown(row(since="2023-01-01")) == [
        ("maybe", "2023-01-01", "2024-01-01"), ("sure", "2024-01-01", "2025-02-07"),
        ("open", "2025-02-07", "2026-01-01"),
    ]  # fmt: skip
    assert shown(row(since="2025-01-31"))[0] == ("sure", "2025-01-31", "2025-02-07")


def test_what_ended_on_an_unknown_day_had_ended_when_it_was_told() -> None:
    assert shown(row(ended=True)) == [("open", "2020-01-01", "2025-02-07")]
    assert shown(row(ended=True, until="2024-01-01")) == [
        ("open", "2020-01-01", "2023-01-01"), ("maybe", "2023-01-01", "2024-01-01"),
    ]  # fmt: skip


def test_days_of_a_table_are_taken_as_they_are_and_its_own_ends_are_open() -> None:
    table = {"name": "sample-ties"}
    told: dict[str, Any] = {"since": "2021-01-01", "until": "2023-01-01", "table": table}
    assert shown(row(**told)) == [("sure", "2021-01-01", "2023-01-01")]
    assert shown(row(**told, cut="both")) == [
        ("open", "2020-01-01", "2021-01-01"), ("sure", "2021-01-01", "2023-01-01"),
        ("open", "2023-01-01", "2026-01-01"),
    ]  # fmt: skip


def test_rows_that_tell_the_same_are_one_tie() -> None:
    found = held([row(1), row(2, "2025-03-01"), row(3, kind="ally"), row(4, since="2020-05-02")])
    assert sorted(len(one.ids) for one in found) == [1, 1, 2]


@st.composite
def ties(draw: st.DrawFn) -> Held:
    """A tie with whatever ends."""
    since, until, told = (draw(st.none() | DAYS) for _ in range(3))
    if since and until and since >= until:
        until = None
    table = {"name": "t"} if draw(st.booleans()) else None
    cut = draw(st.sampled_from([None, "since", "until", "both"])) if table else None
    days = timedelta(days=draw(st.sampled_from([1, 30, 365])))
    when = {"start": told.isoformat(), "end": (told + days).isoformat()} if told else None
    return held([row(
        since=since and since.isoformat(), until=until and until.isoformat(), table=table, cut=cut,
        ended=draw(st.booleans()) and not table, published=when["start"] if when else None,
    ) | {"published": when}])[0]  # fmt: skip


@given(ties())
def test_stretches_lie_in_order_within_the_days_and_within_what_is_known(one: Held) -> None:
    found = stretches(one, FIRST, END)
    assert all(FIRST <= s.start < s.end <= END for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for stretch in found:
        assert one.began_from is None or stretch.start >= one.began_from
        assert one.ended_by is None or stretch.end <= one.ended_by
        if stretch.certainty == "sure" and one.began_by:
            assert stretch.start >= one.began_by


@given(st.lists(ties(), max_size=30))
def test_each_tie_is_drawn_or_counted(found: list[Held]) -> None:
    placed = slots([date(2020 + n // 12, n % 12 + 1, 1) for n in range(72)], "month")
    panel = tie_lanes(found, placed, 10)
    if panel is None:
        assert not found
        return
    assert len(panel.lanes) <= MOST_LANES
    assert panel.left_out + sum(len(lane.ids) for lane in panel.lanes) == len(found)
    last = placed[-1].x + placed[-1].width
    for lane in panel.lanes:
        # A bar of a day is wider than its day, so that it is seen.
        assert all(placed[0].x <= b.x and b.x + b.width <= last + 3 for b in lane.bars)
