"""'today' and its kin after a name, and papers that carry them in theirs."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.language.dates import find_dates
from dragoman.model.when import day

PUBLISHED = day(date(2025, 1, 10), "given")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russia bombed Kyiv yesterday.", date(2025, 1, 9)),
        ("The envoy lands in Amman tomorrow morning.", date(2025, 1, 11)),
        ("Nothing moved in Goma today.", date(2025, 1, 10)),
    ],
)
def test_a_day_may_follow_a_name(text: str, told: date) -> None:
    assert [d.when.start for d in find_dates(text, PUBLISHED)] == [told]


def test_a_paper_is_no_day() -> None:
    assert find_dates("Nigeria Today carried the speech.", PUBLISHED) == ()
