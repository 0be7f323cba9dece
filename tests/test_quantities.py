"""Quantities as told: shares, measures, counts, rates, lengths of time; and compared in a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.parse import parse
from dragoman.language.quantities import find_quantities
from dragoman.language.quantities_units import measured

# A text, and its quantities as (words, value, low, high, unit).
Told = tuple[str, float | None, float | None, float | None, str | None]
QUANTITIES: list[tuple[str, list[Told]]] = [
    ("a 765-kilometre border", [("765-kilometre", 765, 765, 765, "km")]),
    ("Roughly 40% of its oil came.", [("Roughly 40%", 40, 36, 44, "percent")]),
    ("He sold half of its oil.", [("half", 50, 50, 50, "percent")]),
    ("He sold four fifths of it.", [("four fifths", 80, 80, 80, "percent")]),
    ("He sold a third of it.", [("a third", 33.33, 33.33, 33.33, "percent")]),
    ("The third base was closed.", []),
    ("He has most of its arms.", [("most", None, 50, 100, "percent")]),
    ("He has nearly all of its arms.", [("nearly all", 100, 90, 100, "percent")]),
    ("They sent more than 3,000 men.", [("more than 3,000 men", 3000, 3000, None, "men")]),
    ("They sent up to 500 soldiers.", [("up to 500 soldiers", 500, None, 500, "soldiers")]),
    (
        "They sent between 6,000 and 7,000 troops.",
        [("6,000 and 7,000 troops", None, 6000, 7000, "troops")],
    ),
    (
        "It sells 1.2 million barrels a day.",
        [("1.2 million barrels a day", 1.2e6, 1.2e6, 1.2e6, "barrel/day")],
    ),
    (
        "It sells 2 million barrels of crude a day.",
        [("2 million barrels of crude a day", 2e6, 2e6, 2e6, "barrel/day")],
    ),
    ("They paid $3 billion.", [("$3 billion", 3e9, 3e9, 3e9, "USD")]),
    (
        "They pay 63 million dollars annually.",
        [("63 million dollars annually", 6.3e7, 6.3e7, 6.3e7, "USD/year")],
    ),
    ("They leased it for 99 years.", [("99 years", 99, 99, 99, "year")]),
    ("They signed a 30-year lease.", [("30-year", 30, 30, 30, "year")]),
    ("They came three years ago.", []),
    ("They signed it in 1996.", []),
]


@pytest.mark.parametrize(("text", "wanted"), QUANTITIES, ids=[text for text, _ in QUANTITIES])
def test_quantities_are_told_with_their_bounds(text: str, wanted: list[Told]) -> None:
    found = find_quantities(parse(text))
    assert [(q.span.of(text), q.value, q.low, q.high, q.unit) for q in found] == wanted


@pytest.mark.parametrize(
    ("unit", "value", "normal"),
    [
        ("mile", 1.609344, "km"),
        ("sq mi", 2.58998811, "km2"),
        ("barrel", 0.158987295, "m3"),
        ("bcm", 1e9, "m3"),
        ("lb", 0.00045359237, "t"),
        ("GW", 1000, "MW"),
        ("TWh", 1000, "GWh"),
        ("decade", 10, "year"),
        ("USD", 1, "USD"),
        ("USD/month", 12, "USD/year"),
        ("percent", 1, "percent"),
    ],
)
def test_units_of_one_kind_are_compared_in_one(unit: str, value: float, normal: str) -> None:
    found = measured(unit, 1.0, 1.0, None)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert (found.unit, found.high) == (normal, None)


@pytest.mark.parametrize("unit", ["rivers", "USD/barrel", "", None])
def test_what_has_no_unit_to_compare_by_is_left_as_told(unit: str | None) -> None:
    assert measured(unit, 1.0, 1.0, 1.0) is None


@given(st.integers(1, 10**6), st.sampled_from(["km", "miles", "tonnes", "percent", "soldiers"]))
def test_spans_slice_back_and_bounds_hold_the_value(number: int, unit: str) -> None:
    text = f"They hold about {number} {unit}."
    for found in find_quantities(parse(text)):
        words = found.span.of(text)
        assert str(number) in words or number == 1
        assert found.low is not None
        assert found.value is not None
        assert found.low <= found.value
        assert found.high is None or found.value <= found.high
