"""The time of acts with several dates: those in one list together, those of joined verbs apart."""

from __future__ import annotations

from datetime import date

import pytest

import dragoman


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Chad bombed Libya on May 3 and 8.", date(2025, 5, 3), date(2025, 5, 9)),
        ("Peru and Chile held talks on June 3, 5 and 9.", date(2025, 6, 3), date(2025, 6, 10)),
        ("Chad bombed Libya on May 3.", date(2025, 5, 3), date(2025, 5, 4)),
    ],
)
def test_dates_in_a_list_are_one_interval(text: str, start: date, end: date) -> None:
    (event, *_) = dragoman.code(text, date="2025-08-20").events
    assert (event.when.start, event.when.end, event.when.basis) == (start, end, "text")


def test_a_joined_verb_has_its_own_date_and_may_is_a_month() -> None:
    text = "Chad bombed Libya on May 3, and Niger left the bloc on May 9."
    found = {e.type: e.when.single_day for e in dragoman.code(text, date="2025-08-20").events}
    assert found["ASSAULT"] == date(2025, 5, 3)
    assert date(2025, 5, 9) in found.values()
