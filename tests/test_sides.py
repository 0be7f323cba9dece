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


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Kenya accepted demands from Somali rebels for reforms.", "REQUEST", "SOMREB", "KEN"),
        ("Three Swedes were detained in Oman on fraud charges.", "ACCUSE", "OMN", "SWECVL"),
        (
            "The European Union demanded the withdrawal of Serbian troops from Kosovo.",
            "REQUEST", "IGOEUU", "SRBMIL",
        ),
        (
            "Hundreds of Malians began a hunger strike to protest against Ghana's decision.",
            "PROTEST", "MLICVL", "GHA",
        ),
    ],
)  # fmt: skip
def test_an_act_tells_the_sides_of_another(
    text: str, type_: str, actor: str, recipient: str
) -> None:
    assert ((actor,), (recipient,)) in [(e.actor, e.recipient) for e in told(text, type_)]


def test_who_is_blamed_for_an_act_did_it() -> None:
    text = "The Peruvian mayor blamed the bombing on separatists."
    assert [(e.actor, e.recipient) for e in told(text, "ASSAULT")] == [(("PEROPP",), ())]


def test_nobody_does_what_is_done_to_him() -> None:
    text = "The Irish students arrived at the court in Accra handcuffed."
    assert [e.actor for e in told(text, "COERCE")] != [("IRLEDU",)]
    assert ("IRLEDU",) in [e.recipient for e in told(text, "COERCE")]


def test_what_nothing_is_said_about_took_place() -> None:
    text = "Officials of Chad said nothing about their discussions with Niger."
    assert [e.factuality for e in told(text, "CONSULT")] == ["happened"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Cooperation between Chile and Peru on border posts was strengthened.", "COOPERATE"),
        ("The mayor and the council of Asunción failed to agree on a budget.", "REJECT"),
    ],
)
def test_two_joined_parties_stand_on_one_side_each(text: str, type_: str) -> None:
    event = told(text, type_)[0]
    assert len(event.actor_spans) == len(event.recipient_spans) == 1
    assert event.actor_spans != event.recipient_spans


def test_who_acts_in_another_clause_is_not_acted_on() -> None:
    text = "Mali has left the bloc, while Niger has questioned the reliability of its own guards."
    for event in dragoman.code(text).events:
        assert not (event.actor == ("NER",) and "MLI" in event.recipient), event


def test_both_of_a_hyphened_pair_act() -> None:
    [raid] = told("The U.S.-Israeli raid on Natanz killed nobody.", "ASSAULT")[:1]
    assert raid.actor == ("USA", "ISR")


def test_who_fight_each_other_stand_on_both_sides() -> None:
    text = "Turkey closed its border with Georgia because of fighting between Chad and Libya."
    assert [(e.actor, e.recipient) for e in told(text, "ASSAULT")] == [(("TCD",), ("LBY",))]


def test_who_acts_where_others_met_was_not_met() -> None:
    text = "Leaders of Kenya met in Niamey, where President Talon of Benin signed the pact."
    assert not any("BEN" in code for e in told(text, "CONSULT") for code in e.recipient)


def test_a_place_of_telling_is_not_where_it_happened() -> None:
    text = "Gunmen shelled Moyale, killing about 20 people, relief officials in Nairobi said."
    assert not any(e.where and e.where.name == "Nairobi" for e in told(text, "ASSAULT"))


def test_who_back_another_do_not_back_each_other() -> None:
    [backing] = told("Nigeria and Bolivia backed her.", "SUPPORT")
    assert set(backing.actor) == {"NGA", "BOL"}
    assert not set(backing.recipient) & {"NGA", "BOL"}
    [thanks] = told("Kenya and Togo congratulated each other.", "SUPPORT")
    assert (thanks.actor, thanks.recipient) == (("KEN",), ("TGO",))
