"""Figures: numbers with their bounds, and what they count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.figures import find_figures
from dragoman.language.figures_numbers import find_numbers
from dragoman.language.figures_tables import bounds, number_words, things
from dragoman.language.parse import parse
from dragoman.language.quantities import find_quantities

Row = tuple[str, str, float | None, float | None, str | None]


def figures(text: str) -> list[Row]:
    """Words, what, bounds and unit of each figure."""
    return [(f.span.of(text), f.what, f.low, f.high, f.unit) for f in find_figures(parse(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 50 people were detained.", [("50", "detained", 50, 50, None)]),
        ("At least 38 civilians were killed.", [("38", "killed", 38, None, None)]),
        ("The blast wounded more than 30 soldiers.", [("30", "injured", 30, None, None)]),
        ("Up to 200 troops will arrive.", [("200", "soldiers", None, 200, None)]),
        ("Between 10 and 15 drones were launched.", [("10 and 15", "drones", 10, 15, None)]),
        ("Dozens of students were arrested.", [("Dozens", "detained", 24, 99, None)]),
        ("The death toll rose to 12 on Monday.", [("12", "killed", 12, 12, None)]),
        ("The deaths of 38 passengers shocked the town.", [("38", "killed", 38, 38, None)]),
        ("Killing nine miners, the blast closed the pit.", [("nine", "killed", 9, 9, None)]),
        ("A sergeant was killed near a person.", []),
        ("A soldier was killed at dawn.", [("A", "killed", 1, 1, None)]),
        ("Some 7,000 villagers remain missing.", [("7,000", "missing", 7000, 7000, None)]),
        ("The ministry expelled ten diplomats.", [("ten", "expelled", 10, 10, None)]),
        ("Twenty-three hostages came home.", [("Twenty-three", "hostages", 23, 23, None)]),
        ("Police held 60 protesters.", [("60", "detained", 60, 60, None)]),
        ("They shot down 37 drones.", [("37", "drones", 37, 37, None)]),
        ("Tariffs rose to 50 percent.", [("50", "percent", 50, 50, "percent")]),
        ("A 120-kilometer road was built.", [("120", "length", 120, 120, "km")]),
        ("Oil costs $61.50 a barrel.", [("$61.50", "price", 61.5, 61.5, "USD/barrel")]),
        ("It pumps 9 barrels per day.", [("9", "volume", 9, 9, "barrel/day")]),
        ("The grant is 2.4 billion euros.", [("2.4 billion", "sum", 2.4e9, 2.4e9, "EUR")]),
        ("It lost 3 to 5 million manats.", [("3 to 5 million", "sum", 3e6, 5e6, "AZN")]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, wanted: list[Row]) -> None:
    assert figures(text) == wanted


def test_one_sentence_may_hold_several() -> None:
    found = figures("Five people were killed and 12 injured, officials said.")
    assert [(w, what) for w, what, *_ in found] == [("Five", "killed"), ("12", "injured")]
    found = figures("The shelling left four dead and 11 wounded.")
    assert [(w, what) for w, what, *_ in found] == [("four", "killed"), ("11", "injured")]


def test_a_price_is_by_what_its_pair_is_by() -> None:
    found = figures("The cap falls to $47 from $60 per barrel.")
    assert {u for *_, u in found} == {"USD/barrel"}


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed on June 27, 2025.",
        "The 43-year-old officer came home.",
        "A 10-year deal was reached after three days.",
        "He flew a Su-27 over COP29 on the 15th.",
        "It is one of the few countries to do so.",
        "The two leaders met for the second time.",
        "In 1994 they agreed.",
        "No agreement was reached.",
    ],
)
def test_dates_ages_durations_and_ordinals_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tens of thousands", 20_000, 99_999),
        ("several", 3, 9),
        ("3.2 billion", 3.2e9, 3.2e9),
        ("1,234,567", 1_234_567, 1_234_567),
        ("two hundred and five", 205, 205),
        ("three thousand four hundred", 3400, 3400),
        ("no fewer than 12", 12, None),
        ("fewer than 12", None, 12),
        ("as many as 12", None, 12),
        ("12 or more", 12, None),
        ("an estimated 12", 12, 12),
        ("four or five", 4, 5),
        ("$3.73bn", 3.73e9, 3.73e9),
    ],
)
def test_numbers_and_bounds(text: str, low: float | None, high: float | None) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high) == (low, high)


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_read_back(value: int) -> None:
    (number,) = find_numbers(f"exactly {value:,} of them")
    assert number.low == number.high == value


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789,.$%€-– aAenotw\n"), max_size=60))
def test_any_text_gives_ordered_bounds(text: str) -> None:
    last = 0
    for figure in find_figures(parse(text)):
        assert figure.span.start >= last
        assert figure.span.of(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        last = figure.span.end


def test_tables_agree_with_themselves() -> None:
    assert all(w.low <= w.high for w in number_words().values())
    assert set(bounds("before").values()) == {"low", "high", "about"}
    assert things("verb")["detain"].what == "detained"
    assert things("currency")["manat"].unit == "AZN"
    assert all(t.what for p in ("verb", "noun", "unit", "currency") for t in things(p).values())


@pytest.mark.parametrize(
    "text", ["Both leaders met.", "Both countries signed.", "Two members of a council left."]
)
def test_what_only_refers_or_belongs_counts_nothing(text: str) -> None:
    assert find_figures(parse(text)) == ()


def test_both_count_where_something_befell_them() -> None:
    (found,) = find_figures(parse("Both pilots were killed."))
    assert (found.what, found.low, found.high) == ("killed", 2, 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [("5 mıllion", 5e6), ("five bıllion", 5e9), ("3 thouſand", 3000), ("ſix", 6), ("dozenſ", 24)],
)
def test_letters_that_a_pattern_takes_for_others(text: str, value: float) -> None:
    """An i without its dot, as in Turkish and Azerbaijani keyboards, and a long s."""
    assert [n.low for n in find_numbers(text)] == [value]


@pytest.mark.parametrize(
    "text", ["9" * 400, "9" * 100_000, "$" + "9" * 308 + " million", "hundred " * 200]
)
def test_what_no_number_can_hold_is_none(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize("word", ["mıllion", "MILLION", "Mıllıon", "mİllion".lower(), "ſix", "ß"])
def test_words_of_tables_in_any_case(word: str) -> None:
    """None of them stops the reading, whatever a pattern takes them for."""
    find_numbers(f"5 {word} and {word}")
    find_quantities(parse(f"They have a thırd of its oil, one fıfth of it and 5 {word} tonnes."))
