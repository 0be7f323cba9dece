"""Breaks: planted ones are found, calm has none, and nothing rests on what came later."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.breaks import breaks, breaks_known
from dragoman.analysis.noise import dispersions
from dragoman.analysis.sizes import size_of
from tests.acts_samples import counts

CALM = (1.0, 0.3, 1.0, 0.3)
# Words against the other come three times as often, and deeds ten times.
CRISIS = (1.0, 0.3, 3.0, 3.0)


def test_a_planted_break_is_found_within_one_period_in_95_of_100() -> None:
    random = np.random.default_rng(7)
    found = 0
    for _ in range(100):
        told = breaks(counts(random, (60, CALM), (44, CRISIS)))
        found += any(abs(one.at - 60) <= 1 for one in told) and len(told) == 1
    assert found >= 95


def test_a_calm_series_has_no_break_as_of_any_date_in_95_of_100() -> None:
    random = np.random.default_rng(8)
    told = sum(any(breaks_known(counts(random, (104, CALM)))) for _ in range(100))
    assert told <= 5


def test_words_that_become_deeds_are_a_change_of_the_mix() -> None:
    random = np.random.default_rng(9)
    told = breaks(counts(random, (40, (0.0, 0.0, 4.0, 0.0)), (40, (0.0, 0.0, 0.0, 4.0))))
    assert [one.kind for one in told] == ["mix"]
    assert abs(told[0].at - 40) <= 1 and told[0].mix > 20 * abs(told[0].level)


def test_a_rise_of_all_classes_is_a_change_of_the_level() -> None:
    random = np.random.default_rng(10)
    told = breaks(counts(random, (40, (1.0, 1.0, 1.0, 1.0)), (40, (5.0, 5.0, 5.0, 5.0))))
    assert [one.kind for one in told] == ["level"]
    size = size_of(told[0])
    assert size.low < 5 < size.high and size.low < size.ratio < size.high


def test_the_gains_of_classes_are_those_of_level_and_mix() -> None:
    random = np.random.default_rng(11)
    for one in breaks(counts(random, (60, CALM), (44, CRISIS))):
        assert sum(one.gains) == pytest.approx(one.level + one.mix)
        assert one.low <= one.at <= one.high
        assert one.known >= one.at + 1


@settings(max_examples=15)
@given(st.integers(0, 10_000), st.integers(20, 90))
def test_what_is_told_as_of_a_date_rests_on_nothing_later(seed: int, end: int) -> None:
    told = counts(np.random.default_rng(seed), (40, CALM), (50, CRISIS))
    assert breaks_known(told)[:end] == breaks_known(told[:end])
    assert [one.at for one in breaks(told[:end])] == list(breaks_known(told)[end - 1])


@given(st.integers(0, 10_000))
def test_breaks_part_the_series(seed: int) -> None:
    told = breaks(counts(np.random.default_rng(seed), (30, CALM), (30, CRISIS), (30, CALM)))
    assert all(one.since < one.at < one.until <= 90 for one in told)
    assert all(a.at == b.since and a.until == b.at for a, b in pairwise(told))


def test_a_short_or_empty_series_has_no_breaks() -> None:
    assert breaks(np.zeros((0, 4))) == breaks(np.ones((3, 4))) == breaks(np.zeros((50, 4))) == []


def test_scatter_is_one_for_chance_and_more_for_bursts() -> None:
    random = np.random.default_rng(12)
    assert dispersions(random.poisson(3, 400).astype(float))[-1] < 1.15
    bursts = random.poisson(random.gamma(1, 3, 400)).astype(float)
    assert dispersions(bursts)[-1] > 2
