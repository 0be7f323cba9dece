"""Silences: who was asked, or expected to speak, and said nothing; and what is none."""

from __future__ import annotations

import pytest

import dragoman

SILENT = [
    ("The Peruvian ministry did not comment on the report.", "PERGOV"),
    ("The army of Chad would not say how many died.", "TCDMIL"),
    ("Officials of Chad said nothing.", "TCDGOV"),
    ("The Peruvian ministry has yet to respond.", "PERGOV"),
    ("The Peruvian ministry could not be reached.", "PERGOV"),
    ("There was no reply from the Peruvian ministry.", "PERGOV"),
    ("Chad's army did not return calls.", "TCDMIL"),
]
SPOKEN = [
    "The Peruvian ministry did not say that the bridge was safe.",
    "The visit, though never confirmed, was in May.",
    "The Peruvian ministry commented on the report.",
    "There was no bridge from Peru.",
]


@pytest.mark.parametrize(("text", "actor"), SILENT, ids=[text[:30] for text, _ in SILENT])
def test_who_says_nothing_is_told(text: str, actor: str) -> None:
    (one,) = dragoman.code(text).silences
    assert one.actor == actor
    assert one.span.of(text)


@pytest.mark.parametrize("text", SPOKEN)
def test_what_is_said_is_no_silence(text: str) -> None:
    assert dragoman.code(text).silences == ()


def test_what_no_statement_tells_of_took_place_all_the_same() -> None:
    text = "Chad's army did not issue a statement offering its version of the talks with Niger."
    talks = [e for e in dragoman.code(text).events if e.type == "CONSULT"]
    assert [e.factuality for e in talks] == ["happened"]
