"""Sources without a name: how many they are, what lets them know, and whose they are."""

from __future__ import annotations

import pytest

import dragoman

# A sentence; its source's kind, how many at least and at most, access, whose they are.
Told = tuple[str, int | None, int | None, str | None, tuple[str, ...]]
SOURCES: list[tuple[str, Told]] = [
    ("According to observers, the pact is dead.", ("unnamed", 2, None, None, ())),
    ("Three Western officials said the base was shut.", ("unnamed", 3, 3, None, ())),
    (
        "A person familiar with the talks said they were slow.",
        ("unnamed", 1, 1, "familiar", ()),
    ),
    (
        "Two sources close to the presidency said the premier was ill.",
        ("unnamed", 2, 2, "close", ()),
    ),
    ("Diplomatic sources said the deal was near.", ("unnamed", 2, None, None, ())),
    (
        "At least four people briefed on the plan said it was dropped.",
        ("unnamed", 4, None, "briefed", ()),
    ),
    (
        "Several Turkish diplomats with direct knowledge of the matter said it was over.",
        ("unnamed", 3, 9, "direct knowledge", ("TURGOV",)),
    ),
    (
        "Officials of the Kuwaiti interior ministry said the road was open.",
        ("unnamed", 2, None, None, ("KWTGOV",)),
    ),
    ("Kenya said that the road was open.", ("named", None, None, None, ())),
    ("The dam is believed to be safe.", ("unnamed", None, None, None, ())),
]


@pytest.mark.parametrize(("text", "wanted"), SOURCES, ids=[text[:40] for text, _ in SOURCES])
def test_what_is_said_of_a_source_is_kept(text: str, wanted: Told) -> None:
    (row,) = dragoman.code(text).attributions
    source = row.source
    assert (source.kind, source.low, source.high, source.access, source.belongs) == wanted
