"""Acts that the encoder finds, as rows: plain sentences, their parties and their factuality."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.model.event import Event
from dragoman.version import SWITCH

# A text, and of one of its events: type, one code on each side, factuality.
PLAIN = [
    (
        "Kenya bankrolled the rebuilding of three Somali clinics.",
        ("AID", "KEN", "SOM", "happened"),
    ),
    ("Brazil snubbed a Bolivian offer of talks.", ("REJECT", "BRA", "BOL", "happened")),
    ("Peru denied that it had shelled Ecuador.", ("ASSAULT", "PER", "ECU", "denied")),
    ("Ghana may expel the Togolese ambassador.", ("SANCTION", "GHA", "TGO", "possible")),
    ("Laos released four Thai fishermen on Sunday.", ("RETREAT", "LAO", "THA", "happened")),
    (
        "If Sudan closes the border, Chad will recall its envoy from Khartoum.",
        ("COERCE", "SDN", "", "conditional"),
    ),
]


def events(text: str) -> list[Event]:
    return list(dragoman.code(text, date="2025-06-28").events)


@pytest.mark.parametrize(("text", "wanted"), PLAIN, ids=[text[:30] for text, _ in PLAIN])
def test_plain_acts_are_told(text: str, wanted: tuple[str, str, str, str]) -> None:
    kind, actor, recipient, factuality = wanted
    told = [e for e in events(text) if e.type == kind and e.factuality == factuality]
    assert any(
        any(c.startswith(actor) for c in e.actor)
        and (not recipient or any(c.startswith(recipient) for c in e.recipient))
        for e in told
    ), events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya beat Uganda 2-0 in a friendly in Nairobi.",
        "Wheat futures retreated as Russian exports rose.",
        "The Nigerian economy will grow by three percent, the bank said.",
    ],
)
def test_what_only_looks_like_an_act_is_not_told(text: str) -> None:
    assert [e for e in events(text) if e.factuality == "happened"] == []


def test_without_the_encoder_the_tables_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Azerbaijan summoned the Russian ambassador on Saturday."
    both = events(text)
    monkeypatch.setenv(SWITCH, "off")
    alone = events(text)
    assert {e.type for e in both} == {e.type for e in alone} == {"ACCUSE"}
    assert alone[0].coder.endswith(" tables") and not both[0].coder.endswith(" tables")


def test_every_span_slices_back() -> None:
    text = PLAIN[0][0] + " " + PLAIN[4][0]
    found = dragoman.code(text, date="2025-06-28")
    for event in found.events:
        for span in (*event.actor_spans, *event.recipient_spans, event.event_span):
            assert span.of(found.report.text).strip()


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        ("Norway and Sweden signed a pact.", "SUPPORT", (("NOR",), ("SWE",))),
        ("Chad met Niger in Agadez, and China and India held talks.", "CONSULT", None),
    ],
)
def test_of_what_two_do_together_nobody_stands_on_both_sides(
    text: str, type_: str, sides: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> None:
    told = [e for e in events(text) if e.type == type_]
    assert told
    for event in told:
        assert not set(event.actor_spans) & set(event.recipient_spans)
        assert sides is None or (event.actor, event.recipient) == sides


def test_who_arrests_after_an_attack_did_not_attack() -> None:
    told = events("Police in Peru detained a teacher an hour after the bombing of a Chilean bank.")
    (bombing,) = [e for e in told if e.type == "ASSAULT"]
    assert bombing.actor == ()


def test_a_cue_of_no_table_is_heard() -> None:
    found = dragoman.code("Ghana scoffed that the Togolese claim was a fairy tale.")
    told = [(a.source.text, a.cue.of(found.report.text)) for a in found.attributions]
    assert ("Ghana", "scoffed") in told


def test_words_among_a_quotation_are_no_cue_of_their_own() -> None:
    found = dragoman.code("“I think that we were promised a bridge,” the mayor said.")
    assert [a.cue.of(found.report.text) for a in found.attributions] == ["said"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad's president telephoned his colleague in Niger to congratulate him.", "congratulate"),
        ("Brazil used the summit to criticise Venezuela.", "criticise"),
        ("Laos issued a statement to thank Vietnam.", "thank"),
    ],
)
def test_an_end_in_words_is_reached(text: str, word: str) -> None:
    assert [e.factuality for e in events(text) if e.event_span.of(text) == word] == ["happened"]


def test_an_end_in_deeds_may_fail() -> None:
    text = "Chad sent gunboats to sink a Libyan trawler."
    assert [e.factuality for e in events(text) if e.event_span.of(text) == "sink"] != ["happened"]
