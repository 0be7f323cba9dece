"""Ties that a text tells, with their ends, quantities and ways; and what is none."""

from __future__ import annotations

import pytest

import dragoman

# A text, and its ties as (kind, a, b, quantity, unit, via).
Told = tuple[str, str, str, float | None, str | None, str | None]
TIES: list[tuple[str, list[Told]]] = [
    (
        "A third of Jordan's gas imports come from Egypt via the Arab pipeline.",
        [("supply", "EGY", "JOR", None, None, "the Arab pipeline")],
    ),
    (
        "Some 30 percent of Jordan's gas imports come from Egypt.",
        [("supply", "EGY", "JOR", 30.0, "percent", None)],
    ),
    (
        "Peru shares a 171 km border with Chile.",
        [("border", "CHL", "PER", 171.0, "km", None)],
    ),
    ("Ghana is a member of the African Union.", [("member", "GHA", "IGOAUU", None, None, None)]),
    ("Japan has a military base in Djibouti.", [("base", "JPN", "DJI", None, None, None)]),
    ("Ghana is Togo's closest ally.", [("ally", "GHA", "TGO", None, None, None)]),
    ("Italy imports gas from Algeria.", [("supply", "DZA", "ITA", None, None, None)]),
    ("Georgia does not border Iran.", []),
    ("Ghana will supply Togo with gas.", []),
    ("Ghana stopped supplying Togo with gas.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TIES, ids=[text[:30] for text, _ in TIES])
def test_ties_are_told_with_their_ends(text: str, wanted: list[Told]) -> None:
    found = dragoman.code(text).ties
    assert [(t.kind, t.a, t.b, t.quantity, t.unit, t.via) for t in found] == wanted
    assert all(t.span.of(text) == text for t in found)


def test_since_when_it_holds() -> None:
    (one,) = dragoman.code("Ghana has been a member of the African Union since 1963.").ties
    assert one.interval.start is not None
    assert one.interval.start.year == 1963
    assert one.interval.end is None
