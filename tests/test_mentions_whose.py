"""Whose somebody is by place, people and title, and by other spellings of a name."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.language.actor_tables import people
from dragoman.language.gazetteer import find_places
from dragoman.language.known import known_names
from dragoman.language.mentions import find_mentions
from dragoman.language.parse import parse
from dragoman.language.spellings import spellings, titled
from dragoman.model.report import Report
from dragoman.model.when import UNKNOWN, day


def codes(text: str, on: date | None = None) -> dict[str, tuple[str, ...]]:
    """Codes by the words of each mention, with the gazetteer's places."""
    doc = parse(text)
    report = Report("r", text, date=day(on) if on else UNKNOWN)
    return {m.span.of(text): m.codes for m in find_mentions(doc, report, find_places(doc))}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Gunmen shot nine villagers near Kunduz.", "villagers", "AFGCVL"),
        ("Gunmen shot nine villagers near Kunduz.", "Gunmen", "AFGUAF"),
        ("Rebels in northern Mali burned a bridge.", "Rebels in northern Mali", "MLIREB"),
        ("Opposition leaders in Harare wept.", "Opposition leaders in Harare", "ZWEOPP"),
        ("Bavarian police closed the road.", "Bavarian police", "DEUCOP"),
        ("Shells hit Palestinian homes.", "Palestinian homes", "PSECVL"),
        ("Two Danish ships were boarded.", "Danish ships", "DNKBUS"),
        ("Troops took a rebel base.", "rebel base", "REB"),
        ("French-led troops withdrew.", "French-led troops", "FRAMIL"),
        ("Security forces in Guinea beat marchers.", "Security forces in Guinea", "GINMIL"),
        ("A newspaper based in Dakar closed.", "newspaper based in Dakar", "SENMED"),
        ("Refugees fleeing Liberia got food.", "Refugees", "LBRREF"),
        ("Two men were shot in Dhaka.", "men", "BGD"),
        ("Norwegian mediators landed.", "Norwegian mediators", "NORGOV"),
        ("Congolese nurses went home.", "Congolese nurses", "CODHLH"),
        ("Israel sealed off the West Bank.", "West Bank", "PSE"),
        (
            "Two leaders of the Armenian diaspora wept.",
            "Two leaders of the Armenian diaspora",
            "ARMCVL",
        ),
    ],
)
def test_a_place_or_an_adjective_tells_whose_they_are(text: str, words: str, code: str) -> None:
    assert codes(text)[words] == (code,)


@pytest.mark.parametrize(
    "text",
    [
        "Activists said so in Geneva.",
        "Tourists were robbed in Lima.",
        "Nine children died in Israeli shelling.",
    ],
)
def test_people_abroad_and_blows_teach_no_country(text: str) -> None:
    first = "children" if "Nine" in text else text.split(maxsplit=1)[0]
    assert all(len(code) == 3 for code in codes(text)[first])


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Muslims in India prayed.", "Muslims", "INDCVL"),
        ("Two Turks in Sweden were hurt.", "Turks", "TURCVL"),
        ("Guatemalan Indians marched.", "Indians", "GTMCVL"),
        ("Two ethnic Azerbaijanis were hurt.", "Azerbaijanis", "AZECVL"),
    ],
)
def test_a_people_of_another_state_is_that_state_s(text: str, words: str, code: str) -> None:
    assert [c for w, c in codes(text).items() if words in w] == [(code,)]


def test_a_title_and_a_surname_mean_the_holder_of_that_office() -> None:
    found = codes("Secretary Kerry met Foreign Minister Lavrov.", date(2014, 3, 5))
    assert found["Secretary Kerry"] == ("USAGOV",)
    assert found["Foreign Minister Lavrov"] == ("RUSGOV",)


def test_a_title_and_a_surname_behind_another_country_mean_somebody_else() -> None:
    found = codes("Bulgarian Minister Ivanov spoke.", date(2002, 5, 1))
    assert found["Bulgarian Minister Ivanov"] == ("BGRGOV",)


def test_a_title_does_not_take_the_first_half_of_a_name() -> None:
    found = codes("President Michel Suleiman spoke.", date(2009, 5, 1))
    assert found["President Michel Suleiman"] == ("LBNGOV",)


@pytest.mark.parametrize("name", ["Omar El Bashir", "Mahmud Abbas", "Sergey Lavrov"])
def test_a_name_is_known_by_its_other_spellings(name: str) -> None:
    assert len(codes(f"{name} came.")[name][0]) >= 3


def test_a_title_and_a_surname_out_of_office_mean_nobody_of_the_tables() -> None:
    assert codes("Secretary Kerry spoke.", date(2021, 5, 1))["Secretary Kerry"] != ("USAGOV",)


def test_before_the_first_office_only_the_state_is_known() -> None:
    assert codes("Boris Pistorius wrote a book.", date(1999, 5, 1))["Boris Pistorius"] == ("DEU",)


def test_a_deputy_minister_is_no_deputy() -> None:
    found = codes("Russian Deputy Energy Minister Oleg Lomidze spoke.")
    assert found["Russian Deputy Energy Minister Oleg Lomidze"] == ("RUSGOV",)


def test_an_office_before_a_rank_tells_the_sector() -> None:
    found = codes("Jordanian Interior Minister General Khalid Haddadin spoke.")
    assert found["Jordanian Interior Minister General Khalid Haddadin"] == ("JORGOV",)


def test_spellings_leave_out_the_one_given_and_single_words() -> None:
    assert "Mohammed Deif" not in set(spellings("Mohammed Deif"))
    assert "Muhammad Deif" in set(spellings("Mohammed Deif"))
    assert list(spellings("Mohammed")) == []


def test_titles_are_those_of_the_office_alone() -> None:
    row = next(p for p in people() if p.name == "Abiy Ahmed" and p.office == "Prime Minister")
    assert "Prime Minister Abiy" in set(titled(row))
    assert all(k.form.strip() for k in known_names())
