"""What holds for every text: spans slice back, no overlaps, same rows, open to any input."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.dates import calendar, find_dates
from dragoman.language.dates.grammar import find
from dragoman.language.dates.holidays import holiday
from dragoman.language.dates.rules import SHORTHANDS
from dragoman.language.dates.tokens import pieces
from dragoman.language.dates.vocabulary import vocabulary
from dragoman.model.when import UNKNOWN, When, day, month

WORDS = st.sampled_from(
    [
        "on",
        "in",
        "the",
        "last",
        "next",
        "May",
        "March",
        "October",
        "Oct.",
        "6",
        "27",
        "31",
        "2024",
        "2030",
        "and",
        "to",
        "-",
        ",",
        ".",
        "from",
        "between",
        "early",
        "late",
        "ago",
        "later",
        "weeks",
        "days",
        "year",
        "Friday",
        "every",
        "1990s",
        "10/07/2023",
        "2024-02-31",
        "summer",
        "the",
        "end",
        "of",
        "quarter",
        "third",
        "99",
        "9999",
        "0",
        "a.m.",
        "noon",
        "Ramadan",
        "Easter",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join))
REFERENCES = st.sampled_from(
    [
        UNKNOWN,
        day(date(2025, 3, 12)),
        month(2024, 2),
        day(date(1, 1, 1)),
        day(date(9999, 12, 30)),
        When(date(2025, 1, 1), None),
        When(None, date(2025, 1, 1)),
    ]
)


@given(TEXTS, REFERENCES)
def test_spans_slice_back_in_order_without_overlap(text: str, reference: When) -> None:
    found = find_dates(text, reference)
    assert all(m.span.of(text) == m.text and m.text.strip() for m in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert found == find_dates(text, reference)


@given(TEXTS, REFERENCES)
def test_values_are_never_of_today(text: str, reference: When) -> None:
    """Without a publication date, only a year in the text can give one."""
    if not any(c.isdigit() for c in text):
        assert all(m.when == UNKNOWN for m in find_dates(text, UNKNOWN))


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.sampled_from(["D", "W", "M", "Q", "Y", "DE"]))
def test_a_unit_holds_its_day(d: date, unit: str) -> None:
    start, end = calendar.holding(d, unit)
    assert start <= d < end
    if unit not in ("D",):
        parts = [calendar.part_of((start, end), p) for p in ("early", "mid", "late")]
        assert parts[0][0] == start
        assert parts[-1][1] == end
        assert all(a[1] == b[0] for a, b in itertools.pairwise(parts))


@pytest.mark.parametrize(
    "text",
    ["a" * 10**6, "the last " * 10**4, "May 1, 2, 3 and " * 4000, "2014-" * 10**4, "-" * 10**5],
)
def test_a_long_line_is_read_to_its_end(text: str) -> None:
    assert all(m.span.end <= len(text) for m in find_dates(text, UNKNOWN))


def test_every_holiday_rule_gives_days() -> None:
    rules = [w.value for w in vocabulary().words.values() if w.kind == "holiday"]
    for found in vocabulary().phrases.values():
        rules.extend(word.value for _, word in found if word.kind == "holiday")
    assert len(rules) > 40
    for rule in rules:
        start, end = holiday(rule, 2024)
        assert start < end


@pytest.mark.parametrize(
    ("rule", "year", "start"),
    [
        ("easter 0", 2024, date(2024, 3, 31)),
        ("easter 0", 2025, date(2025, 4, 20)),
        ("orthodox 0", 2024, date(2024, 5, 5)),
        ("nth 11 4 4", 2024, date(2024, 11, 28)),
        ("nth 5 1 -1", 2025, date(2025, 5, 26)),
    ],
)
def test_moving_feasts(rule: str, year: int, start: date) -> None:
    assert holiday(rule, year)[0] == start


def test_the_months_of_the_moon_are_a_day_wider_than_the_tables() -> None:
    start, end = holiday("islamic 9 1 30", 2024)
    assert start <= date(2024, 3, 11)
    assert end > date(2024, 4, 9)


def test_rules_use_only_classes_that_some_word_or_shape_has() -> None:
    """A rule with a misspelt class would never match, in silence."""
    kinds = {w.kind for w in vocabulary().words.values()}
    kinds |= {w.kind for found in vocabulary().phrases.values() for _, w in found}
    assert {"month", "weekday", "season", "units", "ref", "today", "holiday", "counted"} <= kinds
    assert "MONTH" in SHORTHANDS
    assert [f.kind for f in find(pieces("on 3 May 2024"))] == ["fullday"]
