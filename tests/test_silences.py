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
    "The market has not responded to the request.",
    "Chad ignored Mali's request for lower tariffs.",
    "The officer declined to be named.",
]


# A text, and of its silence: the cue, what it is about, who asked.
PARTS = [
    ("The army of Chad declined to comment on the raid.", "declined to comment", "the raid", None),
    (
        "The army of Chad did not respond to questions from a news agency.",
        "did not respond",
        None,
        "a news agency",
    ),
    ("The army of Chad would not say how many died.", "would not say", "how many died", None),
    ("The army of Chad has not commented on the talks.", "has not commented", "the talks", None),
    ("The army of Chad remained silent about the raid.", "remained silent", "the raid", None),
    (
        "There was no immediate comment from the army of Chad on the raid.",
        "no immediate comment",
        "the raid",
        None,
    ),
    (
        "No official statement came from the army of Chad.",
        "No official statement",
        None,
        None,
    ),
    (
        "The army of Chad did not issue a statement about the raid.",
        "did not issue a statement",
        "the raid",
        None,
    ),
    (
        "The army of Chad declined a request for comment from reporters.",
        "declined a request",
        None,
        "reporters",
    ),
    ("The army of Chad has yet to explain the raid.", "has yet to explain", "the raid", None),
    ("The army of Chad refused to discuss the raid.", "refused to discuss", "the raid", None),
    ("The army of Chad gave no details of the raid.", "gave no details", "the raid", None),
    ("The army of Chad made no mention of the raid.", "made no mention", "the raid", None),
    ("The army of Chad offered no comment.", "offered no comment", None, None),
    ("The army of Chad ignored a question about the raid.", "ignored a question", "the raid", None),
]


@pytest.mark.parametrize(("text", "cue", "about", "asked"), PARTS, ids=[p[0][:40] for p in PARTS])
def test_the_parts_of_a_silence_are_told(
    text: str, cue: str, about: str | None, asked: str | None
) -> None:
    (one,) = dragoman.code(text).silences
    assert one.cue is not None
    assert one.actor == "TCDMIL"
    parts = [s.of(text) if s else None for s in (one.cue, one.about, one.asked_by)]
    assert parts == [cue, about, asked]


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


@pytest.mark.parametrize(
    "text",
    ["The Peruvian ministry did not comment on Friday.", "Chad will issue no statement for now."],
)
def test_nobody_is_silent_about_a_day(text: str) -> None:
    assert [s.about for s in dragoman.code(text).silences] == [None]


def test_details_that_were_not_given_are_not_who_is_silent() -> None:
    (silence,) = dragoman.code("No details were given.").silences
    assert silence.who is None


@pytest.mark.parametrize(
    "text",
    [
        "Ghana would prefer not to discuss the talks.",
        "As long as the ministry does not comment, people will fear.",
        "If Ghana did know, it would not discuss the talks.",
        "The senate had not confirmed the judge.",
    ],
)
def test_what_is_supposed_preferred_or_no_speech_is_no_silence(text: str) -> None:
    assert dragoman.code(text).silences == ()


def test_what_was_not_confirmed_is_a_silence() -> None:
    assert dragoman.code("The ministry has not confirmed the raid.").silences
