"""Places: what is one, which one is meant, and what stays unknown."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import places_store
from dragoman.language.analysing import analyse
from dragoman.language.gazetteer import find_places
from dragoman.language.parse import parse
from dragoman.language.places_entry import name_key
from dragoman.language.places_tables import adjectives, aliases, own_places, short_forms, words
from dragoman.model.event import Place
from dragoman.model.report import Report
from dragoman.model.span import Span


def places(text: str, skip: tuple[Span, ...] = ()) -> dict[str, Place]:
    """The places of `text` by the words that name them; each slices back."""
    found = find_places(parse(text), skip)
    for place in found:
        assert place.span.of(text) == place.text
    return {p.text: p for p in found}


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "precision"),
    [
        ("Police came to Yekaterinburg.", "Yekaterinburg", "Yekaterinburg", "RUS", "city"),
        ("Shells fell on Kiev at night.", "Kiev", "Kyiv", "UKR", "city"),
        ("Residents left Stepanakert by road.", "Stepanakert", "Khankendi", "AZE", "city"),
        ("The train stops in Nakhichevan.", "Nakhichevan", "Nakhchivan", "AZE", "region"),
        ("It crossed the Bering Strait.", "Bering Strait", "Bering Strait", None, "feature"),
        ("The deal was made in Turkey.", "Turkey", "Turkey", "TUR", "country"),
        ("Drones hit a depot in Donetsk region.", "Donetsk", "Donetsk", "UKR", "region"),
        ("Troops hold al-Tanf in the desert of Syria.", "al-Tanf", "Al-Tanf", "SYR", "feature"),
        ("A U.S. jet landed.", "U.S.", "United States", "USA", "country"),
        ("Kyiv’s mayor left for Łódź, Poland.", "Łódź", "Łódź", "POL", "city"),
    ],
)  # fmt: skip
def test_names_and_their_entries(
    text: str, words: str, name: str, country: str | None, precision: str
) -> None:
    place = places(text)[words]
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert place.lat is not None
    assert place.lon is not None


def test_a_town_has_its_geonameid_and_point() -> None:
    place = places("The council met in Tbilisi on Monday.")["Tbilisi"]
    assert place.geonameid == 611717
    assert place.lat == pytest.approx(41.69, abs=0.05)
    assert place.lon == pytest.approx(44.83, abs=0.05)


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton sang on the stage.",
        "The Washington Post wrote about it.",
        "Mr. Sydney declined to speak.",
        "Reading the letter took him an hour.",
        "The Central Union of workers met.",
        "Police closed the road. Nobody was hurt.",
        "Azerbaijan Airlines cancelled its flights.",
        "Vladimir Petrov and Florence Dupont met.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert places(text) == {}


def test_adjectives_before_a_noun_are_toponyms_where_nothing_happens() -> None:
    found = places("The Russian and Georgian envoys met a South Korean team on the European side.")
    assert {w: p.country for w, p in found.items()} == {
        "Russian": "RUS", "Georgian": "GEO", "South Korean": "KOR", "European": None,
    }  # fmt: skip
    assert {p.use for p in found.values()} == {"adjective"}
    report = Report("r", "Turkish police arrested a German journalist on Monday.")
    assert [p.use for p in analyse(report).toponyms] == ["adjective", "adjective"]
    assert analyse(report).places == ()


@pytest.mark.parametrize(
    "text",
    [
        "She speaks French and some Italian.",
        "Turks and Armenians talked for hours.",
        "An African American teacher wrote the book.",
    ],
)
def test_languages_and_peoples_are_no_toponyms(text: str) -> None:
    assert places(text) == {}


def test_places_of_a_dateline_are_toponyms_where_nothing_happens() -> None:
    text = "BATUMI, Georgia (Sample Wire) - Police arrested two sailors in Poti on Friday."
    analysis = analyse(Report("r", text))
    assert [(p.text, p.use) for p in analysis.toponyms] == [
        ("BATUMI", "dateline"), ("Georgia", "dateline"), ("Poti", "name"),
    ]  # fmt: skip
    assert [p.text for p in analysis.places] == ["Poti"]


def test_adjectives_tell_which_place() -> None:
    assert places("Georgian police in Batumi, Georgia, made arrests.")["Georgia"].country == "GEO"
    found = places("He moved from Atlanta, Georgia, to Savannah, Georgia.")
    assert (found["Georgia"].country, found["Georgia"].precision) == ("USA", "region")


def test_the_country_beside_a_name_decides() -> None:
    assert places("The fair was held in Paris, Texas.")["Paris"].country == "USA"
    assert places("The fair was held in Paris, the capital of France.")["Paris"].country == "FRA"
    assert places("A fire broke out in London, Ky.")["Ky."].name == "Kentucky"


def test_a_name_that_could_be_two_places_is_neither() -> None:
    place = places("The family moved to Springfield last year.")["Springfield"]
    assert place == Place("Springfield", Span(20, 31), "Springfield")
    assert (place.lat, place.lon, place.geonameid) == (None, None, None)
    assert place.precision == "unknown"


def test_spans_to_skip_hold_no_place() -> None:
    text = "Jordan met his brother in Jordan."
    found = find_places(parse(text), (Span(0, 6),))
    assert [p.span for p in found] == [Span(26, 32)]


def test_counties_of_one_name_are_told_apart_by_their_state() -> None:
    for state, lat in (("Illinois", 41.3), ("Iowa", 42.4), ("Tennessee", 35.4)):
        found = places(f"A barn burned down in Grundy County, {state}, on Monday.")
        assert found["Grundy County"].lat == pytest.approx(lat, abs=0.3)


def test_a_capital_is_not_its_country() -> None:
    assert places("Ships wait off Kingston, Jamaica.")["Kingston"].precision == "city"


def test_places_in_the_names_of_local_bodies_are_toponyms_where_nothing_happens() -> None:
    text = "He stood trial at Leeds Crown Court, and Fisheries Canada and the US Army watched."
    analysis = analyse(Report("r", text))
    told = [(p.text, p.country, p.use) for p in analysis.toponyms]
    assert told == [("Leeds", "GBR", "body"), ("Canada", "CAN", "body"), ("US", "USA", "body")]
    assert analysis.places == ()


def test_a_town_that_its_province_follows_needs_no_other_sign() -> None:
    found = places("Mourners came from Logan, Utah, and from Norman, Oklahoma.")
    assert [p.country for p in found.values()] == ["USA"] * 4


def test_a_province_is_meant_before_a_smaller_town_of_its_name() -> None:
    assert places("The firm is a Delaware company.")["Delaware"].precision == "region"
    assert places("He was born in Delaware, Ohio.")["Delaware"].precision == "city"
    found = places("New York Governor Ann Doe spoke in New York City.")
    assert (found["New York"].precision, found["New York City"].precision) == ("region", "city")


def test_other_names_of_small_towns_need_a_clear_sign() -> None:
    assert "Tskhaltubo" in places("Buses left the town of Tskhaltubo in Georgia.")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A fire broke out in Hackney on Sunday.", "Hackney", "GBR"),
        ("Police searched a farm in Essex.", "Essex", "GBR"),
        ("Flights from Schiphol Airport were late.", "Schiphol", "NLD"),
        ("Soldiers left Fort Campbell on Monday.", "Fort Campbell", "USA"),
        ("Crowds filled Trafalgar Square.", "Trafalgar Square", "GBR"),
    ],
)
def test_counties_districts_airports_and_bases(text: str, name: str, country: str) -> None:
    (place,) = places(text).values()
    assert (place.name, place.country) == (name, country)


def test_a_given_name_of_the_text_is_no_province() -> None:
    text = "Georgia Miller won the race. Georgia trains in Georgia, her coach said of Georgia."
    assert [p.span.start for p in find_places(parse(text))] == [text.index("in Georgia") + 3]


def test_places_that_no_table_lists_lie_in_the_place_beside_them() -> None:
    found = places("Shells hit the villages of Zvorikino and Pelagovka in the Kherson region.")
    assert {(p.country, p.precision) for p in found.values()} == {("UKR", "region")}
    assert {"Zvorikino", "Pelagovka"} <= found.keys()
    place = places("Shots were heard in Cairo’s Amalkoum district.")["Amalkoum"]
    assert (place.country, place.precision, place.geonameid) == ("EGY", "city", None)
    place = places("They fled the village of Zvorikino. Italy sent tents.")["Zvorikino"]
    assert (place.country, place.lat) == (None, None)


def test_the_seat_of_a_province_is_meant_by_its_name_alone() -> None:
    found = places("Drones flew over Kharkiv on Friday. Kharkiv region was without power.")
    assert found["Kharkiv"].precision == "region"
    assert places("Drones flew over Kharkiv on Friday.")["Kharkiv"].precision == "city"


def test_a_neighbour_outweighs_a_larger_town_far_away() -> None:
    found = places("The choirs of Halifax and of Huddersfield sang for an hour, and nobody left.")
    assert [p.country for p in found.values()] == ["GBR", "GBR"]


def test_a_day_does_not_make_a_longer_name() -> None:
    assert "Denver" in places("The two senators flew to Denver Sunday night.")


def test_seats_are_places_only_where_something_happens() -> None:
    assert places("The White House denied it.") == {}
    assert "White House" in places("They met at the White House on Friday.")


def test_the_same_text_has_the_same_places() -> None:
    text = "Ships left Odesa and Constanta for Batumi; Georgia and Romania protested."
    assert find_places(parse(text)) == find_places(parse(text))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("ABaké lnos’'-.,—“”0 \n\u0130"), max_size=80))
def test_any_text_slices_back(text: str) -> None:
    for place in find_places(parse(text)):
        assert place.text == place.span.of(text)


def test_tables_have_points_on_earth_and_shapes_that_fit() -> None:
    entries = [e for group in own_places().values() for e in group]
    assert len(entries) > 4000
    assert all(-90 <= e.lat <= 90 and -180 <= e.lon <= 180 for e in entries)
    assert len({e.name for e in entries if e.precision == "feature"}) > 200
    assert {len(e.country) for e in entries if e.country} == {3}
    assert adjectives()["russian"] == "RUS"
    assert "Ky." in short_forms()
    assert all(w == w.lower() for w in words("stop"))


def test_aliases_name_towns_of_the_gazetteer() -> None:
    towns = places_store.lookup(key for key, _ in aliases().values())
    lost = [
        a
        for a, (key, c) in aliases().items()
        if not any(t.country == c for t in towns.get(key, ()))
    ]
    assert len(lost) < len(aliases()) / 10, lost


def test_keys_fold_case_accents_and_apostrophes() -> None:
    assert name_key("Naxçıvan") == "naxcivan"
    assert name_key("Sana'a") == "sanaa"
    assert name_key("Deir  ez-Zor") == "deir ez zor"


def _few_cities() -> tuple[list[places_store._City], dict[str, places_store._Country]]:
    city = places_store._City(1, "Testopol", 1.5, 2.5, "XX", 5000, "01", ["Testopolis", "TST", "Т"])
    return [city], {"XX": places_store._Country("XXX", "Testopol")}


def _make_few(path: Path) -> None:
    places_store._read = _few_cities
    places_store._make(path)


def test_the_gazetteer_is_made_once_and_named_by_its_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places_store.CACHE, str(tmp_path / "deep" / "cache"))
    monkeypatch.setattr(places_store, "_read", _few_cities)
    path = places_store.ensure_gazetteer()
    made = path.stat().st_mtime_ns
    assert path.parent == tmp_path / "deep" / "cache"
    assert f"-{places_store.SCHEMA}-" in path.name
    assert places_store.ensure_gazetteer().stat().st_mtime_ns == made
    with sqlite3.connect(path) as base:
        keys = [k for (k,) in base.execute("SELECT key FROM name ORDER BY key")]
        assert base.execute("SELECT capital FROM place").fetchone() == (1,)
    base.close()
    assert keys == ["testopol", "testopolis"]


def test_a_cache_that_cannot_be_written_is_left_for_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    folders = [tmp_path / "file" / "cache", tmp_path / "other"]
    monkeypatch.setattr(places_store, "_folders", lambda: iter(folders))
    monkeypatch.setattr(places_store, "_read", _few_cities)
    assert places_store.ensure_gazetteer().parent == tmp_path / "other"
    monkeypatch.setattr(places_store, "_folders", lambda: iter(folders[:1]))
    with pytest.raises(OSError, match=places_store.CACHE):
        places_store.ensure_gazetteer()


def test_two_makers_at_once_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    spawn = multiprocessing.get_context("spawn")
    makers = [spawn.Process(target=_make_few, args=(path,)) for _ in range(2)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert [m.exitcode for m in makers] == [0, 0]
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()
