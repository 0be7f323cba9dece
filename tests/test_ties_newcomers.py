"""Ties that a first reader finds wrong at a glance: none of them may be told."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.engine.tie_words import between_words
from dragoman.model.judgement import Tie


def told(text: str) -> list[Tie]:
    return list(dragoman.code(text, date="2025-07-10").ties)


@pytest.mark.parametrize(
    "text",
    [
        "Peru defends its interests in Chile.",
        "Western interests in Chile are at stake.",
        "Two Peruvian brothers died in custody.",
        "The deaths of two Peruvian brothers in Chile shook the town.",
    ],
)
def test_interests_and_nationalities_are_no_ties(text: str) -> None:
    assert [t.kind for t in told(text) if t.kind in ("owns", "kin")] == []


def test_a_sized_interest_is_owned() -> None:
    ties = told("Peru holds a 20 percent interest in a Chilean gas field.")
    assert [(t.kind, t.a, t.b, t.quantity) for t in ties] == [("owns", "PER", "CHL", 20)]


def test_numbers_beside_an_office_are_not_its_own() -> None:
    ties = told("Dozens of mayors wrote three letters to Peruvian President Ona Petraitė.")
    assert {t.quantity for t in ties if t.kind == "office"} <= {None}


def test_a_secretary_of_state_is_not_the_secretary_of_an_actor_called_state() -> None:
    text = "They wrote to Secretary of State Ona Petraitė."
    sides = [s.span.of(text) for t in told(text) for s in t.sides or ()]
    assert "State" not in sides


def test_a_sector_alone_is_no_code_of_a_side() -> None:
    text = "It appears that the government is deepening its alliance with Russia."
    for tie in told(text):
        assert (tie.a, tie.b) == (None, "RUS")
        assert tie.sides and tie.sides[0].span.of(text) == "the government"


@pytest.mark.parametrize(
    ("code", "name", "words"),
    [
        ("PERGOV", "Ona Petraitė", "PERGOV (Ona Petraitė) - PER"),
        ("PERGOV", None, "PERGOV - PER"),
        ("CHL", "Chile", "CHL - PER"),
    ],
)
def test_a_code_that_does_not_say_who_stands_with_its_name(
    code: str, name: str | None, words: str
) -> None:
    row = {"a": code, "b": "PER", "a_name": name, "b_name": "Peru", "table": None}
    assert between_words(row) == words


def test_relations_are_in_force_where_they_are_diplomatic() -> None:
    assert told("Kenya carefully navigated its relations with Sudan and Chad.") == []
    (tie,) = told("Kenya has diplomatic relations with Sudan.")
    assert (tie.kind, tie.a, tie.b) == ("agreement", "KEN", "SDN")
