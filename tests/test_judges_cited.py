"""Whose a judgement is where a pronoun, an interview or a neighbouring clause tells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.language.turns import turns

INTERVIEW = (
    "We asked the biologist Ona Petraitė.\n\n{0}: Seals are likely to move north.\n\nWhy is "
    "that?\n\n{0}: The ice is thin.\n\nAnd here?\n\n{0}: Here the herd may well shrink."
)
CITED = [
    ("Two bankers said that the peso fell. They said that default could be near.", "Two bankers"),
    ("The ferry was unsafe, inspectors have said, and may sink.", "inspectors"),
    ("Officials said that the bank expects a recession in Chile.", "the bank"),
]
NONE = [
    "Peru is set to host the summit.",
    "Kenya is expected to sign the treaty on Monday.",
    "The mine will be available to visitors.",
    "The quarrel marks a shift in the balance of power in the Andes.",
    "The rebels do not have a chance.",
    "The senators have ignored the will of the people.",
]


def authors(text: str) -> list[str | None]:
    return [j.author.text for j in dragoman.code(text, date="2025-07-10").judgements]


@pytest.mark.parametrize(("text", "author"), CITED)
def test_who_is_cited_for_it(text: str, author: str) -> None:
    assert authors(text)[-1:] == [author]


@pytest.mark.parametrize("head", ["OP", "O.P.", "Petraitė", "Ona Petraitė"])
def test_who_answers_in_an_interview_judges(head: str) -> None:
    assert authors(INTERVIEW.format(head)) == ["Ona Petraitė"] * 2


def test_a_head_that_names_nobody_is_no_speaker() -> None:
    assert authors(INTERVIEW.format("Image")) == [None] * 2


def test_a_clause_beside_what_is_said_is_the_authors() -> None:
    text = (
        "Prosecutors have sought his arrest for alleged crimes, and Petraitė's travel to Chile "
        "could lead to his detention."
    )
    assert authors(text) == [None]


@pytest.mark.parametrize("text", NONE)
def test_what_is_fixed_or_only_sounds_so_is_no_judgement(text: str) -> None:
    assert authors(text) == []


@given(st.text(max_size=80))
def test_turns_of_any_text_are_in_order_and_inside(text: str) -> None:
    mentions = dragoman.code("Ona Petraitė spoke.").mentions
    found = turns(f"OP: a\nOP: b\nOP: c\n{text}", mentions)
    assert [t.span for t in found] == sorted(t.span for t in found)
    assert all(t.name == "Ona Petraitė" for t in found)
