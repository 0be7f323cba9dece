"""Names, seats and countries in a report, each with its actor code and exact words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.folding import Folded, fold
from dragoman.language.gazetteer import find_places
from dragoman.language.known import Known
from dragoman.language.mentions import find_mentions
from dragoman.language.names import find_names, fits_case
from dragoman.language.parse import parse
from dragoman.language.sightings import settle
from dragoman.model.actor import Mention
from dragoman.model.report import Report
from dragoman.model.when import UNKNOWN, day


def mentions(text: str, on: date | None = None) -> tuple[Mention, ...]:
    when = day(on) if on else UNKNOWN
    return find_mentions(parse(text), Report("r", text, date=when))


def codes(text: str) -> dict[str, tuple[str, ...]]:
    """Codes by the words of each mention."""
    return {m.span.of(text): m.codes for m in mentions(text)}


def kinds(text: str) -> dict[str, str]:
    return {m.span.of(text): m.kind for m in mentions(text)}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Georgia's envoys left early.", "Georgia", "GEO"),
        ("They praised Türkiye and Hungary.", "Türkiye", "TUR"),
        ("They praised Turkiye and Hungary.", "Turkiye", "TUR"),
        ("The U.S. sent aid.", "U.S.", "USA"),
        ("The United\nStates sent aid.", "United\nStates", "USA"),
        ("KAZAKHSTAN SIGNS A PACT", "KAZAKHSTAN", "KAZ"),
        ("An Armenian delegation arrived.", "Armenian", "ARM"),
        ("Turkish-Azerbaijani drills began.", "Turkish", "TUR"),
        ("Turkish-Azerbaijani drills began.", "Azerbaijani", "AZE"),
        ("The Russia–Ukraine front froze.", "Ukraine", "UKR"),
    ],
)
def test_a_country_is_found_by_any_of_its_names(text: str, words: str, code: str) -> None:
    assert codes(text)[words] == (code,)


@pytest.mark.parametrize("text", ["They told us to wait.", "It was an oman to them.", "Join us!"])
def test_small_words_are_no_countries(text: str) -> None:
    assert not any(m.kind == "state" for m in mentions(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Iraq War veterans marched.", "veterans"),
        ("Kenya experts met in Oslo.", "experts"),
        ("Togo analysts disagreed.", "analysts"),
    ],
)
def test_those_who_deal_with_a_country_are_not_of_it(text: str, who: str) -> None:
    told = {w: c for w, c in codes(text).items() if who in w}
    assert told and all(len(code) == 3 for found in told.values() for code in found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Italy's Christian Democrats met in Rome.", "ITAPTY"),
        ("The Social Democrats in Berlin left the cabinet.", "DEUPTY"),
    ],
)
def test_democrats_with_a_name_before_them_are_not_the_american_party(text: str, code: str) -> None:
    found = {c for told in codes(text).values() for c in told}
    assert code in found and "USAPTY" not in found


@pytest.mark.parametrize("text", ["The pro-Russian bloc lost.", "Anti-Iranian slogans were heard."])
def test_a_prefix_speaks_of_others(text: str) -> None:
    assert not any(c in {"RUS", "IRN"} for m in mentions(text) for c in m.codes)


@pytest.mark.parametrize(
    ("text", "seat", "code", "kind"),
    [
        ("Baku protested on Monday.", "Baku", "AZEGOV", "body"),
        ("The Kremlin said nothing.", "Kremlin", "RUSGOV", "body"),
        ("Yerevan handed a note to Baku.", "Baku", "AZEGOV", "body"),
        ("Talks between Ankara and Tehran failed.", "Tehran", "IRNGOV", "body"),
        ("The envoys met in Baku.", "Baku", "AZE", "place"),
        ("The minister flew to Baku on Monday.", "Baku", "AZE", "place"),
        ("Her visit to Tbilisi was short.", "Tbilisi", "GEO", "place"),
        ("A missile attack on Kyiv wounded nine people.", "Kyiv", "UKR", "place"),
        ("Warplanes bombed Damascus at night.", "Damascus", "SYR", "place"),
    ],
)
def test_a_capital_is_a_government_or_a_place(text: str, seat: str, code: str, kind: str) -> None:
    assert codes(text)[seat] == (code,)
    assert kinds(text)[seat] == kind


def test_a_people_is_no_government() -> None:
    assert codes("Georgians marched through the rain.")["Georgians"] == ("GEOCVL",)
    assert codes("A Georgian won the race.")["Georgian"] == ("GEOCVL",)


def test_a_possessive_mark_is_outside() -> None:
    text = "Iran's reply came. Iran’s allies waited."
    assert [s.span.of(text) for s in mentions(text) if s.kind == "state"] == ["Iran", "Iran"]


PIECES = st.sampled_from(
    [
        "Georgia",
        "Baku",
        "\n\n",
        "its army",
        "the Kremlin",
        "Türkiye",
        "U.S.",
        "Russian troops",
        "'s",
        "’s ",
        " ",
        "two ",
        "he said",
        ", ",
        ". ",
        "“",
        "”",
        "əş",
        "e\u0301",
        "ﬁ",
        "—",
        "-",
        "in ",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=60, deadline=None)
def test_mentions_slice_back_and_repeat(text: str) -> None:
    found = mentions(text)
    assert found == mentions(text)
    for mention in found:
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
        assert mention.span.start <= mention.head < mention.span.end


@given(st.text(max_size=80))
def test_folding_knows_the_way_back(text: str) -> None:
    folded = Folded(text)
    assert folded.text == fold(text)
    for i in range(len(folded.text)):
        start, end = folded.original(i, i + 1)
        assert folded.text[i] in fold(text[start:end])


def test_the_longest_name_wins() -> None:
    found = find_names("Papua New Guinea and Equatorial Guinea are apart.")
    assert [f.meanings[0].code for f in found] == ["PNG", "GNQ"]


@pytest.mark.parametrize(
    ("form", "words", "fits"),
    [
        ("US", "US", True),
        ("US", "us", False),
        ("Turkey", "TURKEY", True),
        ("Turkey", "turkey", False),
        ("House of Lords", "House Of Lords", True),
        ("House of Lords", "house of lords", False),
    ],
)
def test_case_tells_names_from_words(form: str, words: str, fits: bool) -> None:
    assert fits_case(form, words) is fits


def known(code: str, since: int | None, until: int | None, name: str = "Ada Berg") -> Known:
    first = date(since, 1, 1) if since else None
    return Known("Berg", "name", "person", code, name, first, date(until, 1, 1) if until else None)


OFFICES = (known("NORLEG", 2001, 2005), known("NORGOV", 2005, 2012))


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2003, 5, 1), "NORLEG"),
        (date(2007, 5, 1), "NORGOV"),
        (date(2012, 1, 1), "NORELI"),
        (None, "NOR"),
    ],
)
def test_an_office_counts_while_it_is_held(on: date | None, code: str) -> None:
    meaning = settle(OFFICES, day(on) if on else UNKNOWN)
    assert meaning is not None
    assert meaning.code == code


def test_two_people_of_different_states_are_nobody() -> None:
    both = (known("NORGOV", None, None), known("SWEGOV", None, None, "Eva Berg"))
    assert settle(both, UNKNOWN) is None
    chosen = settle(both, UNKNOWN, {("SWE", "Eva Berg")})
    assert chosen is not None
    assert chosen.name == "Eva Berg"


def test_a_doubtful_name_needs_a_sure_one() -> None:
    doubtful = Known("Berg", "name", "person", "NORGOV", "Ada Berg", doubtful=True)
    assert settle((doubtful,), UNKNOWN) is None
    assert settle((doubtful,), UNKNOWN, {("NOR", "Ada Berg")}) is not None


@pytest.mark.parametrize(
    "text",
    [
        "A reward of one million US dollars was offered.",
        "The reward was five million Turkish lira.",
        "The Egyptian pound and the Russian rouble fell.",
        "The General Agreement on Tariffs was signed.",
        "Let the talks begin.",
        "Anwar Haddadin came.",
    ],
)
def test_a_word_of_a_measure_or_a_longer_name_is_no_actor(text: str) -> None:
    assert not any(m.codes for m in mentions(text))


def test_a_ship_is_no_town() -> None:
    text = "The ship Sea Isle City was hit. The tanker Bridgeton sank."
    places = find_places(parse(text))
    assert not places


def test_an_acronym_with_small_letters_is_written_so() -> None:
    assert fits_case("LeT", "LeT")
    assert fits_case("LeT", "LET")
    assert not fits_case("LeT", "Let")


@pytest.mark.parametrize(
    "text", ["The Kyiv shelling killed two.", "A Kabul car bombing killed five."]
)
def test_a_town_left_of_a_blow_is_where_it_fell(text: str) -> None:
    assert [m.kind for m in mentions(text) if m.codes] == ["place"]
