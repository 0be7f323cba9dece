"""Through whom a saying came: each link is kept, and the origin is the source."""

from __future__ import annotations

import pytest

import dragoman

# A text; its attributions as (source, through whom, the nearest first).
CHAINS: list[tuple[str, list[tuple[str | None, list[str]]]]] = [
    (
        "The paper reprints a comment from the channel “Night Ferry”: in its view, “all is lost.”",
        [("the channel “Night Ferry”", ["The paper"])],
    ),
    (
        "The newspaper reprinted a statement by the union: “We will not move.”",
        [("the union", ["The newspaper"])],
    ),
    (
        "The agency, citing two officials, reported that the base had been closed.",
        [("two officials", ["The agency"]), ("The agency", [])],
    ),
    (
        "The weekly quoted a diplomat as saying that the deal was dead.",
        [("The weekly", []), ("a diplomat", ["The weekly"])],
    ),
    (
        "The general was quoted by state media as saying that the town was calm.",
        [("state media", []), ("The general", ["state media"])],
    ),
    (
        "The daily reported that the minister had said that the talks failed.",
        [("The daily", []), ("the minister", ["The daily"])],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CHAINS, ids=[text[:40] for text, _ in CHAINS])
def test_each_link_is_kept(text: str, wanted: list[tuple[str | None, list[str]]]) -> None:
    rows = dragoman.code(text).attributions
    assert [(a.source.text, [s.text for s in a.chain]) for a in rows] == wanted
