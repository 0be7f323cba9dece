"""Who asserts an event and who denies it, also where the denial stands in another sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman

# A text; for each event its type, who asserts and who denies it.
Told = tuple[str, tuple[str | None, ...], tuple[str | None, ...]]
LINKS: list[tuple[str, list[Told]]] = [
    (
        "Chad said that Sudanese troops had shelled the village. Sudan denied it.",
        [("ASSAULT", ("Chad",), ("Sudan",))],
    ),
    (
        "Chad accused Sudan of shelling a village. Khartoum rejected the accusation.",
        [
            ("ACCUSE", (), ()),
            ("ASSAULT", ("Chad",), ("Khartoum",)),
            ("REJECT", (), ()),
        ],
    ),
    (
        "Chad said Sudanese troops had attacked a town. Sudan denied that they had attacked it.",
        [("ASSAULT", ("Chad",), ("Sudan",)), ("ASSAULT", ("Chad",), ("Sudan",))],
    ),
    (
        "Kenya said it had not arrested the Somali envoy.",
        [("COERCE", (), ("Kenya",))],
    ),
    (
        "Israel struck the port. Iran denied any involvement in the strike.",
        [("ASSAULT", (), ()), ("ASSAULT", (), ("Iran",))],
    ),
    (
        "The ministry did not deny that Sudanese forces had attacked the convoy.",
        [("ASSAULT", ("The ministry",), ())],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LINKS, ids=[text[:40] for text, _ in LINKS])
def test_an_event_names_who_asserts_and_who_denies_it(text: str, wanted: list[Told]) -> None:
    told = [
        (
            e.type,
            tuple(c.source.text for c in e.asserted_by),
            tuple(c.source.text for c in e.denied_by),
        )
        for e in dragoman.code(text).events
    ]
    assert told == wanted


def test_what_is_not_denied_is_left_open() -> None:
    text = "The ministry did not deny that Sudanese forces had attacked the convoy."
    assert [e.factuality for e in dragoman.code(text).events] == ["possible"]


@given(st.lists(st.sampled_from([text for text, _ in LINKS]), min_size=1, max_size=3))
def test_claims_are_attributions_of_the_report(texts: list[str]) -> None:
    found = dragoman.code("\n\n".join(texts))
    for event in found.events:
        for claim in (*event.asserted_by, *event.denied_by):
            assert claim.source == found.attributions[claim.attribution].source
        denying = {found.attributions[c.attribution].stance for c in event.denied_by}
        assert denying <= {"denies", "asserts"}
