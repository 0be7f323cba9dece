"""Confidence: the share of events that are right, of those told as surely."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.coding.confidence import BASES, COLUMNS, TABLE, share_right
from dragoman.model.tables import read_table

FIGURES = st.floats(0.0, 1.0)


@given(st.sampled_from(BASES), FIGURES, FIGURES)
def test_who_is_surer_is_right_at_least_as_often(basis: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= share_right(basis, low) <= share_right(basis, high) <= 1.0


def test_shares_rise_and_tell_of_how_many() -> None:
    for basis in BASES:
        rows = [r for r in read_table(TABLE, COLUMNS) if r["basis"] == basis]
        assert all(int(r["events"]) > 0 for r in rows)
        for one, other in pairwise(rows):
            assert float(one["told"]) < float(other["told"])
            assert float(one["right"]) < float(other["right"])


def test_a_measured_figure_is_told_as_it_was_measured() -> None:
    row = next(r for r in read_table(TABLE, COLUMNS) if r["basis"] == "encoder")
    assert share_right("encoder", float(row["told"])) == float(row["right"])


def test_a_plain_act_is_told_more_surely_than_a_doubtful_one() -> None:
    (plain,) = dragoman.code("Kenya expelled two Somali diplomats.").events
    assert 0.8 < plain.confidence <= 1.0
