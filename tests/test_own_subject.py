"""Who stands in a verb's own subject acts; who dies in an attack does not make it."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding.code import code
from dragoman.language import analyse
from dragoman.model.event import Event
from dragoman.model.report import Report
from dragoman.model.when import When

PUBLISHED = When(date(2026, 11, 20), date(2026, 11, 21), "day", "given")


def events(text: str) -> tuple[Event, ...]:
    return code(analyse(Report("r", text, date=PUBLISHED))).events


def words(text: str, event: Event) -> tuple[list[str], list[str]]:
    sides = (event.actor_spans, event.recipient_spans)
    actor, recipient = ([s.of(text) for s in spans] for spans in sides)
    return actor, recipient


def one(text: str, name: str) -> Event:
    (found,) = [e for e in events(text) if e.type == name]
    return found


@pytest.mark.parametrize(
    ("text", "name", "actor", "recipient"),
    [
        (
            "Malta and its Nordic allies have long opposed any pact that gives up the island.",
            "REJECT",
            ["Malta"],
            [],
        ),
        (
            "Ghana and its ally Togo condemned Benin.",
            "ACCUSE",
            ["Ghana", "Togo"],
            ["Benin"],
        ),
        (
            "Elena Vella, an aide to Prime Minister Robert Kanu of Malta, met the Tongan envoy.",
            "CONSULT",
            ["Elena Vella"],
            ["Tongan envoy"],
        ),
        (
            "Talks stalled after the June 4 attack by Hezbollah.",
            "ASSAULT",
            ["Hezbollah"],
            [],
        ),
        (
            "The party dismissed Ama Mensah as its spokesman in Ghana.",
            "SANCTION",
            ["party"],
            ["Ama Mensah"],
        ),
        (
            "The court in Accra tried to prosecute Mensah and Boateng.",
            "ACCUSE",
            ["court in Accra"],
            ["Mensah", "Boateng"],
        ),
    ],
)
def test_sides_are_whom_the_grammar_tells(
    text: str, name: str, actor: list[str], recipient: list[str]
) -> None:
    assert words(text, one(text, name)) == (actor, recipient)


def test_those_of_a_mutual_act_stay_on_two_sides() -> None:
    met = one("The Fijian and Tongan ministers met in Suva.", "CONSULT")
    assert met.actor
    assert met.recipient


def test_allies_are_not_whose_allies_they_are() -> None:
    assert one("Ghana's allies condemned Benin.", "ACCUSE").actor == ()


def test_who_is_killed_in_an_attack_does_not_make_it() -> None:
    killed = one("Four Kenyan soldiers were killed in an attack near Garissa.", "ASSAULT")
    assert (killed.actor, killed.recipient) == ((), ("KENMIL",))
    assert killed.where is not None
    assert killed.where.name == "Garissa"


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in a bombing in Lagos on Monday.",
        "Bishops of Angola were wounded in a raid.",
    ],
)
def test_deaths_in_an_attack_are_told_though_nobody_is_said_to_make_it(text: str) -> None:
    killed = one(text, "ASSAULT")
    assert killed.actor == ()
    assert killed.recipient


def test_a_tale_of_long_ago_is_not_dated_by_its_report() -> None:
    text = (
        "In June 1987 rebels kidnapped a Libyan consul in Chad. Chadian soldiers freed him at the "
        "border.\n\nChad expelled a Libyan envoy."
    )
    kidnapped, freed, expelled = events(text)
    assert kidnapped.when.start == date(1987, 6, 1)
    assert not freed.when.known
    assert expelled.when.basis == "report"


def test_a_place_of_another_thing_is_not_where_the_act_is() -> None:
    support = one("Ghana's support for Togo has raised concerns in Nigeria.", "SUPPORT")
    assert support.where is None
    held = one("At a conference in London, Chad accused Niger of fraud.", "ACCUSE")
    assert held.where is not None
