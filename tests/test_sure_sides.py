"""Sides that grammar tells beyond doubt, and who "we" and "I" are in somebody's words."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.model.event import Event


def _events(text: str, word: str) -> list[Event]:
    found = dragoman.code(text, date="2025-08-20").events
    return [e for e in found if e.event_span.of(text) == word]


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        ("Libyan reporters were held prisoner by Chad.", "held", "TCD", "LBY"),
        ("Chad resumed its peace talks with Libya, hosted by Niger.", "talks", "TCD", "LBY"),
        ("Macron spoke of a truce after talks with Scholz.", "talks", "FRA", "DEU"),
        (
            "The Togolese regime has arrested Ghanaian journalists, accusing them of treason.",
            "accusing", "TGO", "GHA",
        ),
    ],
)  # fmt: skip
def test_grammar_tells_the_sides(text: str, word: str, actor: str, recipient: str) -> None:
    (event,) = _events(text, word)
    assert [c[:3] for c in event.actor] == [actor]
    assert [c[:3] for c in event.recipient] == [recipient]


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ('"We bombed a Chadian town," the Libyan president said.', "bombed", "LBYGOV"),
        ('The Libyan president spoke. "Our jets bombed a Chadian town," he said.', "bombed",
         "LBYGOV"),
        ('"I met Lavrov in Geneva on May 3," Marco Rubio told reporters.', "met", "USAGOV"),
    ],
)  # fmt: skip
def test_we_and_i_are_who_speaks(text: str, word: str, actor: str) -> None:
    (event, *_) = _events(text, word)
    assert event.actor == (actor,)


def test_we_of_an_observer_is_nobody_known() -> None:
    text = '"We bombed a Chadian town," a Libyan journalist said.'
    assert not [e for e in _events(text, "bombed") if any("LBY" in c for c in e.actor)]


def test_we_outside_a_quotation_is_nobody_known() -> None:
    text = "We bombed a Chadian town. The Libyan president said nothing."
    assert not [e for e in _events(text, "bombed") if e.actor]
