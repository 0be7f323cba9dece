"""Who does an act and who suffers it: sides that the text tells nearby, and none in passing."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.model.event import Event


def told(text: str, type_: str) -> list[Event]:
    return [e for e in dragoman.code(text, date="2025-06-28").events if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Latvia has been under British sanctions since 2012.", "COERCE", "GBR", "LVA"),
        ("Kenya accepted demands from Somali rebels for reforms.", "CONCEDE", "KEN", "SOMREB"),
    ],
)
def test_a_side_is_told_by_words_nearby(text: str, type_: str, actor: str, recipient: str) -> None:
    assert [(e.actor, e.recipient) for e in told(text, type_)] == [((actor,), (recipient,))]


def test_people_of_another_clause_are_no_recipients() -> None:
    text = "Ecuador arrested a Colombian trader who had worked for a Venezuelan newspaper."
    assert [e.recipient for e in told(text, "COERCE")] == [("COLBUS",)]


def test_who_kills_is_not_among_the_killed() -> None:
    for text, type_ in (
        ("Somali President Farah was arrested by his own bodyguards on Monday.", "COERCE"),
        ("Two border guards were charged with shooting at Malian refugees.", "ASSAULT"),
    ):
        for event in told(text, type_):
            assert not set(event.actor_spans) & set(event.recipient_spans), text


def test_a_verb_keeps_its_own_subject() -> None:
    text = "Chile will visit nobody, but Peru will send troops to Haiti."
    assert {e.actor for e in told(text, "MOBILIZE")} == {("PER",)}
