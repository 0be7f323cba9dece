"""Whose a judgement is: one name for one person, and nobody who cannot judge."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.model.actor import Source


def author(text: str) -> Source:
    found = dragoman.code(text, date="2025-07-10").judgements
    assert found, text
    return found[-1].author


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ona Petraitė of Lithuania, an ally, said that a truce could be close.",
        "The independent analyst Ona Petraitė said that the pact is unlikely to hold.",
        "Ona Petraitė spoke in Lima. Petraitė said that the pact is unlikely to hold.",
        "Ona Petraitė, a Peruvian analyst, spoke. She said that the pact is unlikely to hold.",
    ],
)
def test_a_person_has_one_name_however_told(text: str) -> None:
    assert (author(text).text, author(text).kind) == ("Ona Petraitė", "named")


def test_who_is_not_a_person_keeps_the_words_of_the_text() -> None:
    assert author("Two diplomats said that Peru is likely to leave the pact.").text == (
        "Two diplomats"
    )


@pytest.mark.parametrize(
    "text",
    [
        "This quarrel signals that Peru may leave the pact.",
        "The sudden visit fed talk that Chilean troops may be hidden in Peru.",
        "Peru is poised to pursue wider goals.",
        "Peru is set to win more from the pact.",
    ],
)
def test_a_thing_does_not_judge_and_who_is_to_act_is_no_author(text: str) -> None:
    assert author(text).kind in ("author", "outlet")


def test_who_expects_is_still_somebody() -> None:
    assert author("The envoy of Peru is expected to attend the talks.").kind == "unnamed"


def test_without_a_doubt_is_no_condition() -> None:
    told = dragoman.code("Without a doubt, Peru will leave the pact.").judgements
    assert [(j.kind, j.condition) for j in told] == [("forecast", None)]
