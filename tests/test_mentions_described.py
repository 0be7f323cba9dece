"""Actors by description, and names that the report itself explains."""

from __future__ import annotations

import pytest

from dragoman.language.mentions import find_mentions
from dragoman.language.parse import parse
from dragoman.model.actor import Mention
from dragoman.model.event import Place
from dragoman.model.report import Report
from dragoman.model.span import Span


def mentions(text: str, places: tuple[Place, ...] = ()) -> tuple[Mention, ...]:
    return find_mentions(parse(text), Report("r", text), places)


def codes(text: str) -> dict[str, tuple[str, ...]]:
    return {m.span.of(text): m.codes for m in mentions(text)}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Russian special forces searched the port.", "Russian special forces", "RUSMIL"),
        ("Georgia's foreign ministry objected.", "Georgia's foreign ministry", "GEOGOV"),
        ("Turkish police detained nine men.", "Turkish police", "TURCOP"),
        ("Ukrainian journalists left early.", "Ukrainian journalists", "UKRMED"),
        ("Protesters filled the square.", "Protesters", "OPP"),
        ("Two Armenian brothers were held.", "Armenian brothers", "ARMCVL"),
        ("Police in Georgia made arrests.", "Police in Georgia", "GEOCOP"),
        ("The president of Moldova resigned.", "president of Moldova", "MDAGOV"),
        ("Former Polish minister Jan Nowy spoke.", "Polish minister Jan Nowy", "POLELI"),
        ("An ambassador of Iran to Georgia left.", "ambassador of Iran", "IRNGOV"),
    ],
)
def test_a_noun_with_a_country_is_an_actor(text: str, words: str, code: str) -> None:
    assert codes(text)[words] == (code,)


def test_several_countries_of_one_noun() -> None:
    found = codes("The leaders of Armenia and Georgia met Russian and Iranian ministers.")
    assert ("ARMGOV", "GEOGOV") in found.values()
    assert ("RUSGOV", "IRNGOV") in found.values()


def test_counted_people_are_found_by_the_counting_word() -> None:
    text = "Dozens of Georgian lawmakers signed a letter."
    counted = next(m for m in mentions(text) if m.head == 0)
    assert counted.span.of(text) == "Dozens of Georgian lawmakers"
    assert counted.codes == ("GEOLEG",)


@pytest.mark.parametrize(
    "text",
    [
        "Russian oil and Iranian gas grew dear.",
        "The Georgian election was close.",
        "A peace settlement is near.",
    ],
)
def test_things_are_no_actors(text: str) -> None:
    assert all(m.kind == "state" and len(m.codes[0]) == 3 for m in mentions(text))


def test_a_compound_does_not_lend_its_country() -> None:
    found = codes("Armenia's Moscow-trained soldiers paraded.")
    assert found["Armenia's Moscow-trained soldiers"] == ("ARMMIL",)
    assert codes("Pro-Russian militants fled.")["militants"] == ("REB",)


def test_a_town_tells_whose_police_it_is() -> None:
    text = "Police in Gyumri closed the road to Moscow."
    place = Place("Gyumri", Span(10, 16), "Gyumri", "ARM")
    found = {m.span.of(text): m.codes for m in mentions(text, (place,))}
    assert found["Police in Gyumri"] == ("ARMCOP",)
    assert found["Gyumri"] == ("ARM",)


@pytest.mark.parametrize(
    "text",
    [
        "Georgian minister Vano Lomidze spoke. Lomidze left soon.",
        "Vano Lomidze, a Georgian minister, spoke. Lomidze left soon.",
        "Georgia's ambassador to Russia, Vano Lomidze, spoke. Lomidze left soon.",
        "Lomidze left soon. Minister Vano Lomidze of Georgia spoke.",
    ],
)
def test_the_report_teaches_who_somebody_is(text: str) -> None:
    named = [m for m in mentions(text) if m.name == "Vano Lomidze"]
    assert len(named) >= 2
    assert {m.codes for m in named} == {("GEOGOV",)}
    assert "Lomidze" in {m.span.of(text) for m in named}


def test_a_shared_surname_of_two_different_people_stays_open() -> None:
    text = "Georgian minister Vano Lomidze met Russian banker Oleg Lomidze. Lomidze smiled."
    last = [m for m in mentions(text) if m.span.start > 60 and m.name]
    assert last == []


def test_a_name_with_particles_is_one_name() -> None:
    text = "Yemeni minister Moammar al-Qadi spoke to Dutch envoy Piet van der Meer in Oslo."
    names = {m.name for m in mentions(text) if m.kind == "person"}
    assert names == {"Moammar al-Qadi", "Piet van der Meer"}


def test_an_unknown_person_has_no_code() -> None:
    text = "On Friday Karen Holloway walked to the market with John Pemberton."
    unknown = [m for m in mentions(text) if m.kind == "person"]
    assert unknown
    assert {m.codes for m in unknown} == {()}
    assert {m.basis for m in unknown} == {"ner"}


def test_an_unknown_party_keeps_its_name() -> None:
    text = "The Plains Farmers Party of Georgia objected."
    party = next(m for m in mentions(text) if m.codes == ("GEOPTY",))
    assert party.name is not None
    assert party.name.startswith("Plains Farmers Party")


def test_the_only_country_of_a_report_is_at_home() -> None:
    text = "Poland voted on Sunday. Police guarded the polls all over Poland."
    assert codes(text)["Police"] == ("POLCOP",)
    two = "Poland voted on Sunday. Police guarded the polls. Poland and Germany watched."
    assert codes(two)["Police"] == ("COP",)


def test_the_country_of_nearly_all_of_a_report_is_at_home() -> None:
    text = "Poland voted. Poland counted. Polish towns sang. Warsaw slept. Poland won."
    around = codes(f"{text} Police stood by. Troops stood by. Germany watched.")
    assert (around["Police"], around["Troops"]) == (("POLCOP",), ("MIL",))
    shared = codes(f"{text} Police stood by. Germany watched. Germans slept. Berlin sang.")
    assert shared["Police"] == ("COP",)


def test_a_body_belongs_to_the_country_before_it() -> None:
    found = mentions("Chile's Defense Department and the Greek State Department agreed.")
    bodies = [m for m in found if m.kind != "state"]
    assert {m.codes[0][:3] for m in bodies} == {"CHL", "GRC"}


def test_an_organisation_s_people_have_its_code() -> None:
    found = codes("NATO officials met the NATO alliance's troops.")
    assert found["NATO officials"] == ("IGONAT",)


@pytest.mark.parametrize("mark", ["'", "’"])
def test_an_apostrophe_may_be_straight_or_curly(mark: str) -> None:
    text = f"The French chargé d{mark}affaires left."
    assert codes(text)[f"The French chargé d{mark}affaires"] == ("FRAGOV",)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("India's delegate spoke.", "India's delegate", "INDGOV"),
        ("Turkish politicians spoke.", "Turkish politicians", "TUR"),
    ],
)
def test_who_belongs_to_a_state_is_of_no_party_for_that(text: str, words: str, code: str) -> None:
    assert codes(text)[words] == (code,)
