"""Attributions within attributions: which are rows of their own, and which add nobody."""

from __future__ import annotations

import pytest

import dragoman


def sources(text: str) -> list[tuple[str | None, str]]:
    """Source and cue of each attribution."""
    found = dragoman.code(text)
    return [(a.source.text, a.cue.of(text)) for a in found.attributions]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor of Lagos said he believed the bridge was safe.", "The mayor of Lagos"),
        ("The embassy of Peru said the pilots were suspected of theft.", "The embassy of Peru"),
    ],
)
def test_who_says_what_he_thinks_is_one_source(text: str, source: str) -> None:
    assert sources(text) == [(source, "said")]


def test_who_speaks_on_after_what_he_said_is_told_again() -> None:
    text = "The Peruvian ministry said the two sides had met, noting that nothing was signed."
    assert sources(text) == [("The Peruvian ministry", "said"), ("The Peruvian ministry", "noting")]


def test_a_thing_that_shows_something_is_no_source() -> None:
    assert sources("The collapse of the bridge underlines the need for repairs.") == []
    assert sources("The report underlines that the bridge needs repairs.") == [
        ("The report", "underlines")
    ]


def test_a_name_is_no_saying() -> None:
    assert sources("A group called Dawn attacked the post.") == []
