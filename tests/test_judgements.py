"""Judgements: their words, bounds, kinds, horizons and conditions, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.coding.estimates import lexicon
from dragoman.model.judgement import Judgement

DAY = "2025-07-10"
# A text, and its one judgement: kind, term, low, high.
JUDGED = [
    (
        "The rift is highly unlikely to derail the partnership in the near term.",
        ("forecast", "highly unlikely", 0.05, 0.2),
    ),
    (
        "Should Chad escalate, Niger may well turn to Algeria.",
        ("conditional", "may well", 0.4, 0.75),
    ),
    ("Analysts believe that Mali will not abandon Niger.", ("forecast", "will", 0.01, 0.05)),
    ("It is likely that Chad is behind the attack.", ("assessment", "likely", 0.55, 0.8)),
    (
        "Chad is almost certainly behind the attack.",
        ("assessment", "almost certainly", 0.95, 0.99),
    ),
    (
        "There is little chance that Peru will leave the pact.",
        ("forecast", "little chance", 0.05, 0.2),
    ),
    (
        "Diplomats warned that a blockade would provoke Peru.",
        ("warning", "would", 0.95, 0.99),
    ),
    ("Peru and Chile will probably not sign a treaty.", ("forecast", "probably not", 0.2, 0.45)),
    ("Peru should recall its envoy from Chile.", ("prescription", "should", 0.0, 1.0)),
]
NONE = [
    "The president of Peru will visit Chile on Monday.",
    "Peru could not reach the town before the Chilean army did.",
    "The envoy of Peru arrived in Chile in May.",
    "“We will meet the envoy of Peru,” the minister said.",
    "Chile wants a peace that Peru will respect.",
]


def judged(text: str) -> list[Judgement]:
    return list(dragoman.code(text, date=DAY).judgements)


@pytest.mark.parametrize(("text", "wanted"), JUDGED, ids=[text[:30] for text, _ in JUDGED])
def test_words_that_estimate_are_told_with_their_bounds(
    text: str, wanted: tuple[str, str, float, float]
) -> None:
    assert [(j.kind, j.term, j.low, j.high) for j in judged(text)] == [wanted]


@pytest.mark.parametrize("text", NONE)
def test_plans_abilities_and_descriptions_are_none(text: str) -> None:
    assert judged(text) == []


def test_horizon_condition_hinge_and_actors() -> None:
    (one,) = judged("If Chad escalates, Niger could leave the bloc in the coming weeks.")
    assert one.condition == "If Chad escalates"
    assert one.hinge == "Niger leave the bloc in the coming weeks"
    assert one.horizon is not None
    assert (one.horizon.start, one.horizon.end) == (date(2025, 7, 10), date(2025, 10, 8))
    assert one.actors[:2] == ("NER", "TCD")


def test_it_is_the_judgement_of_whoever_is_cited_else_of_the_author() -> None:
    (cited,) = judged("Observers say that Chad is likely to leave.")
    assert (cited.author.text, cited.author.kind) == ("Observers", "unnamed")
    (own,) = judged("Chad is likely to leave.")
    assert (own.author.text, own.author.kind) == (None, "author")


def test_every_expression_has_bounds_in_order() -> None:
    rows = [row for rows in lexicon().values() for row in rows]
    assert len(rows) >= 150
    assert all(0 <= low < high <= 1 for _, low, high in rows)


@given(st.lists(st.sampled_from([*[t for t, _ in JUDGED], *NONE]), max_size=4))
def test_statements_stand_in_their_evidence(texts: list[str]) -> None:
    text = "\n\n".join(texts)
    for row in dragoman.code(text, date=DAY).judgements:
        assert row.statement in row.span.of(text)
        assert row.term in text
        assert 0 <= row.low < row.high <= 1
