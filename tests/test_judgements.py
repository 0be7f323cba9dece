"""Judgements: their words, bounds, kinds, horizons and conditions, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.coding.estimate_table import Expression, lexicon
from dragoman.coding.estimates import Estimate
from dragoman.model.judgement import Judgement

DAY = "2025-07-10"
# Each example is read whole, which takes its time.
FEW = settings(max_examples=15)
JUDGED = [
    "The rift is highly unlikely to derail the partnership in the near term.",
    "Should Chad escalate, Niger may well turn to Algeria.",
    "Analysts believe that Mali will not abandon Niger.",
    "There is little chance that Peru will leave the pact.",
    "Diplomats warned that a blockade would provoke Peru.",
    "“Peru will sooner or later regret it,” said Ona Petraitė. “It may fall.”",
    "Peru should recall its envoy from Chile.",
]
NONE = [
    "The president of Peru will visit Chile on Monday.",
    "Peru could not reach the town before the Chilean army did.",
    "The envoy of Peru arrived in Chile in May.",
    "“We will meet the envoy of Peru,” the minister said.",
    "Chile wants a peace that Peru will respect.",
    "Will Peru leave the pact?",
    "It is unclear whether Peru will leave the pact.",
    "The ministry has not said when the court will rule.",
    "Voters may register until November.",
    "The judge gave the ministers a chance to explain themselves.",
    "The envoy would not say who paid him.",
    "I would miss the harbour.",
    "Peru promised that it would pay.",
    "The mayor said that he could live with the ruling.",
    "Peru, bound to the pact by a treaty, sells copper.",
    "The bank kept its rate at 4 percent.",
    "Whoever is chosen expects to be thanked.",
    "The minister called it impossible.",
    "A would-be president left the hall.",
]


def judged(text: str) -> list[Judgement]:
    return list(dragoman.code(text, date=DAY).judgements)


@pytest.mark.parametrize("text", NONE)
def test_plans_abilities_and_descriptions_are_none(text: str) -> None:
    assert judged(text) == []


def test_horizon_condition_hinge_and_actors() -> None:
    (one,) = judged("If Chad escalates, Niger could leave the bloc in the coming weeks.")
    assert one.condition == "If Chad escalates"
    assert one.hinge == "Niger leave the bloc in the coming weeks"
    assert one.horizon is not None
    assert (one.horizon.start, one.horizon.end) == (date(2025, 7, 10), date(2025, 10, 8))
    assert one.actors[0] == "NER"
    assert "TCD" in one.actors


def test_it_is_the_judgement_of_whoever_is_cited_else_of_the_author() -> None:
    (cited,) = judged("Observers say that Chad is likely to leave.")
    assert (cited.author.text, cited.author.kind) == ("Observers", "unnamed")
    (own,) = judged("Chad is likely to leave.")
    assert (own.author.text, own.author.kind) == (None, "author")


def test_every_expression_has_bounds_in_order() -> None:
    rows = [row for rows in lexicon().values() for row in rows]
    assert len(rows) >= 400
    assert all(0 <= row.low < row.high <= 1 for row in rows)


@FEW
@given(st.lists(st.sampled_from([*JUDGED, *NONE]), max_size=4))
def test_spans_slice_back(texts: list[str]) -> None:
    text = "\n\n".join(texts)
    for row in dragoman.code(text, date=DAY).judgements:
        assert row.statement_span is not None
        assert row.statement_span.of(text) == row.statement
        assert row.span.start <= row.statement_span.start < row.statement_span.end <= row.span.end
        assert row.term in [span.of(text) for span in row.term_spans]
        assert (row.condition_span.of(text) if row.condition_span else None) == row.condition
        assert row.horizon_span is None or row.horizon_span.of(text).strip()
        assert 0 <= row.low < row.high <= 1


@FEW
@given(st.sampled_from(JUDGED))
def test_the_same_text_gives_the_same_rows(text: str) -> None:
    assert judged(text) == judged(text)


@given(st.sampled_from([row for rows in lexicon().values() for row in rows]), st.booleans())
def test_a_contrary_twice_is_the_thing_itself(row: Expression, twice: bool) -> None:
    one = Estimate((), row.low, row.high, row.kind)
    other = one.opposite
    assert other.low == pytest.approx(1 - row.high)
    assert not twice or (other.opposite.low, other.opposite.high) == pytest.approx(row[1:3])


@FEW
@given(st.integers(1, 99))
def test_a_figure_lies_within_its_bounds(percent: int) -> None:
    (one,) = judged(f"There is a {percent} percent chance that the truce collapses.")
    assert one.low < percent / 100 < one.high
    assert one.high - one.low <= 0.1 + 1e-9


@FEW
@given(st.integers(1, 60), st.sampled_from(["days", "weeks", "months", "years"]))
def test_a_horizon_begins_with_the_report_and_lies_ahead(number: int, unit: str) -> None:
    (one,) = judged(f"The truce will collapse within {number + 1} {unit}.")
    assert one.horizon is not None
    assert one.horizon.start == date(2025, 7, 10)
    assert one.horizon.end is not None
    assert one.horizon.end > one.horizon.start
