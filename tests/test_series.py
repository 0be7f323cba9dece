"""Series of a dyad: counts, intensities, words, deeds, the gap, bands and coverage."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.acts import dated, undated, weighed
from dragoman.analysis.coverage import THIN_REPORTS, coverage
from dragoman.analysis.periods import PERIODS, Period, after, first_day, periods, spread
from dragoman.analysis.scales import scored
from dragoman.analysis.series import QUADS, series
from dragoman.model.cameo import cameo_facts, cameo_of
from dragoman.model.errors import UsageError
from dragoman.model.ontology import type_facts
from tests.acts_samples import act, acts

JUNE, JULY = date(2025, 6, 1), date(2025, 7, 1)
MONTHS = periods(JUNE, date(2025, 9, 1), "month")


def test_an_act_counts_in_its_class_and_adds_its_intensity() -> None:
    found = series(
        acts(act(JUNE, "ACCUSE"), act(JULY, "COERCE"), act(JULY, "AID")), MONTHS, "month"
    )
    june, july, august = found.iter_rows(named=True)
    assert (june["verbal_conflict"], june["verbal_conflict_intensity"]) == (1, 3)
    assert (july["material_conflict"], july["material_cooperation"]) == (1, 1)
    assert (june["words"], june["deeds"]) == (-3, 0)
    assert july["deeds"] == pytest.approx(10 - 7)
    assert [august[q] for q in QUADS] == [0, 0, 0, 0]


def test_the_gap_is_the_balance_of_words_less_that_of_deeds() -> None:
    kind_words = series(acts(act(JUNE, "SUPPORT"), act(JUNE, "COERCE")), MONTHS, "month")
    assert kind_words["gap"].to_list() == [2, None, None]
    both_hard = series(acts(act(JUNE, "ACCUSE"), act(JUNE, "COERCE")), MONTHS, "month")
    assert both_hard["gap"].to_list() == [0, None, None]


def test_a_band_holds_its_line_and_an_empty_period_has_none() -> None:
    many = [act(JUNE + timedelta(days=n), "COERCE") for n in range(20)]
    row, *rest = series(acts(*many), MONTHS, "month").iter_rows(named=True)
    assert row["deeds_low"] < row["deeds"] < row["deeds_high"]
    # A sum of 20 alike scatters with the square root of 20.
    assert row["deeds_high"] - row["deeds_low"] == pytest.approx(2 * 1.645 * 7 * 20**0.5, rel=0.15)
    assert [r["deeds_low"] for r in rest] == [None, None]


def test_many_acts_told_together_have_the_band_that_they_have_one_by_one() -> None:
    one_by_one = acts(*(act(JUNE, "COERCE", incident=str(n)) for n in range(40)))
    together = acts(act(JUNE, "COERCE", incident=None, n=40.0))
    bands = [series(a, MONTHS, "month").row(0, named=True) for a in (one_by_one, together)]
    assert bands[0]["deeds"] == bands[1]["deeds"]
    for end in ("deeds_low", "deeds_high"):
        assert bands[0][end] == pytest.approx(bands[1][end], rel=0.12)


@given(st.dates(date(2020, 1, 1), date(2024, 1, 1)), st.integers(1, 300), st.sampled_from(PERIODS))
def test_a_vague_date_is_spread_and_nothing_is_lost(start: date, days: int, period: Period) -> None:
    found = spread(acts(act(start, days=days)), period)
    assert found["share"].sum() == pytest.approx(1)
    assert found["period"].to_list() == periods(start, start + timedelta(days=days), period)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.sampled_from(PERIODS))
def test_each_day_is_in_one_period(day: date, period: Period) -> None:
    first = first_day(day, period)
    assert first <= day < after(first, period)
    assert first_day(after(first, period), period) == after(first, period)


@given(st.permutations(range(6)))
def test_the_order_of_acts_changes_nothing(order: list[int]) -> None:
    rows = [act(JUNE + timedelta(days=9 * n), kind, days=1 + 5 * (n % 3)) for n, kind in
            enumerate(("ACCUSE", "COERCE", "AID", "SUPPORT", "REJECT", "SANCTION"))]  # fmt: skip
    shuffled = series(acts(*(rows[n] for n in order)), MONTHS, "month")
    plain = series(acts(*rows), MONTHS, "month")
    for name in (*QUADS, "words", "deeds"):
        assert shuffled[name].to_list() == pytest.approx(plain[name].to_list())


def test_what_had_happened_when_it_was_told_is_not_spread_beyond() -> None:
    vague = act(JUNE, days=61, known=date(2025, 6, 10))
    assert spread(dated(acts(vague)), "month")["period"].to_list() == [JUNE]


def test_what_is_vaguer_than_a_year_stands_in_no_series() -> None:
    found = acts(act(JUNE), act(JUNE, days=700), {**act(JUNE), "start": None, "end": None})
    assert undated(found) == 2
    assert series(found, MONTHS, "month")["verbal_conflict"].sum() == 1


def test_weights_are_off_unless_asked_for() -> None:
    found = acts(act(JUNE, origins=1, denied=True), act(JUNE, "REJECT", origins=3))
    assert weighed(found)["weight"].to_list() == [1, 1]
    assert weighed(found, ["origins"])["weight"].to_list() == [0.5, 0.875]
    assert weighed(found, ["origins", "denied"])["weight"].to_list() == [0.25, 0.875]


def test_coverage_says_thin_where_few_reports_spoke() -> None:
    told = [
        {"report": str(n), "outlet": f"Outlet {n % 2}", "start": JUNE, "end": date(2025, 6, 2)}
        for n in range(THIN_REPORTS)
    ]
    told += [{"report": "v", "outlet": None, "start": JUNE, "end": date(2025, 7, 31)}]
    june, july, august = coverage(told, MONTHS, "month").iter_rows(named=True)
    assert june["outlets"] == ["Outlet 0", "Outlet 1"]
    assert june["reports"] == pytest.approx(3.5) and not june["thin"]
    assert july["reports"] == pytest.approx(0.5) and july["thin"]
    assert (august["reports"], august["thin"]) == (0, True)


def test_too_many_periods_are_refused() -> None:
    with pytest.raises(UsageError, match="too many; expected 6,000 at most"):
        periods(date(1900, 1, 1), date(2000, 1, 1), "day")


def test_every_cameo_code_has_a_type_that_plover_has() -> None:
    for facts in cameo_facts().values():
        if facts.type:
            assert type_facts()[facts.type, facts.mode].quad_class == facts.quad_class
        assert -10 <= facts.goldstein <= 10
    assert cameo_of("17399") == cameo_of("173")
    assert cameo_of("99") is None


def test_a_code_has_a_score_of_each_list() -> None:
    plover, goldstein = scored("plover", "173"), scored("goldstein", "173")
    assert plover and goldstein
    assert (plover.type, plover.mode, plover.quad) == ("COERCE", "arrest", 4)
    assert (plover.score, goldstein.score) == (-7, -5)
    assert scored("plover", "COERCE arrest") == plover
    assert scored("plover", "012") is None
