"""Ties that a text tells, with their ends, quantities and ways; and what is none."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.coding.participants import Cast
from dragoman.coding.tie_words import proposed
from dragoman.coding.ties import fill
from dragoman.ingest import Given, verbatim
from dragoman.language import analyse
from dragoman.model.when import UNKNOWN

# A text, and its ties as (kind, a, b): codes, or words where there is no code.
Told = tuple[str, str, str]
TIES: list[tuple[str, list[Told]]] = [
    # border
    ("Peru shares a 171 km border with Chile.", [("border", "CHL", "PER")]),
    ("Ghana borders Togo.", [("border", "GHA", "TGO")]),
    ("The border between Peru and Chile is 171 km long.", [("border", "CHL", "PER")]),
    ("Peru's border with Chile runs through a desert.", [("border", "CHL", "PER")]),
    ("Chad and Niger share a border of 1,196 kilometres.", [("border", "NER", "TCD")]),
    ("Niger, a neighbour of Chad, sent rice.", [("border", "NER", "TCD")]),
    # member
    ("Ghana is a member of the African Union.", [("member", "GHA", "IGOAUU")]),
    ("Ghana has been a member of the African Union since 1963.", [("member", "GHA", "IGOAUU")]),
    ("Sweden joined NATO in 2024.", [("member", "SWE", "IGONAT")]),
    ("Norway belongs to NATO.", [("member", "NOR", "IGONAT")]),
    ("Mali withdrew from ECOWAS in January 2025.", [("member", "MLI", "IGOECO")]),
    # ally
    ("Ghana is Togo's closest ally.", [("ally", "GHA", "TGO")]),
    ("Ghana and Togo are allies.", [("ally", "GHA", "TGO")]),
    ("Ghana, an ally of Togo, sent rice.", [("ally", "GHA", "TGO")]),
    ("The alliance between Ghana and Togo is old.", [("ally", "GHA", "TGO")]),
    ("Ghana is allied with Togo.", [("ally", "GHA", "TGO")]),
    # supply
    (
        "A third of Jordan's gas imports come from Egypt via the Arab pipeline.",
        [("supply", "EGY", "JOR")],
    ),
    ("Some 30 percent of Jordan's gas imports come from Egypt.", [("supply", "EGY", "JOR")]),
    ("Italy imports gas from Algeria.", [("supply", "DZA", "ITA")]),
    ("Italy gets a third of its gas from Algeria.", [("supply", "DZA", "ITA")]),
    ("Norway supplies Germany with gas.", [("supply", "NOR", "DEU")]),
    ("Ethiopia sells electricity to Djibouti.", [("supply", "ETH", "DJI")]),
    ("Italy depends on Algerian gas.", [("supply", "DZA", "ITA")]),
    ("Algeria is Italy's largest supplier of gas.", [("supply", "DZA", "ITA")]),
    ("Algeria supplied 40 percent of Italy's gas in 2023.", [("supply", "DZA", "ITA")]),
    ("India buys 1.6 million barrels a day from Iraq.", [("supply", "IRQ", "IND")]),
    ("Italy's dependence on Algeria for gas is growing.", [("supply", "DZA", "ITA")]),
    # owns
    ("Gazprom owns 49 percent of the Bulgarian pipeline.", [("owns", "RUSBUS", "BGR")]),
    ("Kuwait holds a 5 percent stake in Germany's port.", [("owns", "KWT", "DEU")]),
    ("Kuwait acquired a 10 percent stake in Peru's gas field.", [("owns", "KWT", "PER")]),
    ("The port of Hambantota is owned by China.", [("owns", "CHN", "LKA")]),
    # arms
    ("Iran arms the rebels of Yemen.", [("arms", "IRN", "YEMREB")]),
    ("Sweden sells fighter jets to Brazil.", [("arms", "SWE", "BRA")]),
    ("Brazil buys its fighter jets from Sweden.", [("arms", "SWE", "BRA")]),
    ("Sweden supplied 60 percent of Brazil's weapons.", [("arms", "SWE", "BRA")]),
    ("Sweden is Brazil's main supplier of weapons.", [("arms", "SWE", "BRA")]),
    # base
    ("Japan has a military base in Djibouti.", [("base", "JPN", "DJI")]),
    ("Japan keeps 180 soldiers in Djibouti.", [("base", "JPN", "DJI")]),
    ("Djibouti hosts a Japanese base.", [("base", "JPN", "DJI")]),
    ("The Japanese base in Djibouti opened in 2011.", [("base", "JPN", "DJI")]),
    ("Japanese troops are stationed in Djibouti.", [("base", "JPN", "DJI")]),
    # agreement
    ("Ghana has a treaty with Togo.", [("agreement", "GHA", "TGO")]),
    ("The treaty between Ghana and Togo dates from 1978.", [("agreement", "GHA", "TGO")]),
    ("Ghana signed a defence pact with Togo in 2019.", [("agreement", "GHA", "TGO")]),
    ("Ghana leased the port to China for 99 years.", [("agreement", "CHN", "GHA")]),
    ("Zambia owes China 4 billion dollars.", [("agreement", "CHN", "ZMB")]),
    ("China lent Zambia 1.3 billion dollars.", [("agreement", "CHN", "ZMB")]),
    (
        "Peru allowed a Chinese company to run the port for 30 years.",
        [("agreement", "CHNBUS", "PER")],
    ),
    # sponsors
    ("Libya sponsors the rebels of Chad.", [("sponsors", "LBY", "TCDREB")]),
    ("Libya is the main sponsor of the rebels of Chad.", [("sponsors", "LBY", "TCDREB")]),
    ("Libya finances the rebels of Chad.", [("sponsors", "LBY", "TCDREB")]),
    # kin
    ("Romania and Moldova share a language.", [("kin", "ROU", "MDA")]),
    ("Turkey regards Azerbaijan as a brotherly nation.", []),
    ("The president of Chad is a cousin of the king of Jordan.", [("kin", "TCDGOV", "JORGOV")]),
    # office
    ("Anna Example, president of Chad, spoke.", [("office", "TCDGOV", "TCD")]),
    ("Anna Example is the president of Chad.", [("office", "Anna Example", "TCD")]),
    ("Anna Example resigned as prime minister of Chad.", [("office", "Anna Example", "TCD")]),
    # none
    ("Georgia does not border Iran.", []),
    ("Ghana will supply Togo with gas.", []),
    ("Ghana stopped supplying Togo with gas.", []),
    ("Ghana wants a treaty with Togo.", []),
    ("Ghana gave Togo a vantage point for watching missile tests.", []),
    ("Ghana may join the African Union.", []),
    ("If Ghana joins NATO, Togo will follow.", []),
    ("Ghana denied arming the rebels of Chad.", []),
    ("Ghana has no base in Togo.", []),
    ("Ghana supports the proposal.", []),
    ("Ghana backs Togo.", []),
    ("Ghana supports Togo.", []),
    ("Ghana left the room.", []),
    ("The schools used as polling stations reopen on Wednesday.", []),
    ("A radio station in Togo reported it.", []),
    ("Ghana's minister bought bread in Togo.", []),
]


# A text, and of its first tie: quantity, unit, low, high, the value and the unit to compare by.
Amount = tuple[float | None, str | None, float | None, float | None, float | None, str | None]
AMOUNTS: list[tuple[str, Amount]] = [
    ("Peru shares a 171-kilometre border with Chile.", (171, "km", 171, 171, 171, "km")),
    ("Peru shares a 100 mile border with Chile.", (100, "mile", 100, 100, 160.9344, "km")),
    (
        "Roughly 40 % of Jordan's gas imports come from Egypt.",
        (40, "percent", 36, 44, 40, "percent"),
    ),
    ("Half of Jordan's gas comes from Egypt.", (50, "percent", 50, 50, 50, "percent")),
    (
        "Two thirds of Jordan's gas comes from Egypt.",
        (66.67, "percent", 66.67, 66.67, 66.67, "percent"),
    ),
    ("Most of Jordan's gas comes from Egypt.", (None, "percent", 50, 100, None, "percent")),
    ("Nearly all of Jordan's gas comes from Egypt.", (100, "percent", 90, 100, 100, "percent")),
    (
        "Iraq sells 1.2 million barrels a day to India.",
        (1.2e6, "barrel/day", 1.2e6, 1.2e6, 69684131.4, "m3/year"),
    ),
    (
        "Algeria sells 30 billion cubic metres of gas a year to Italy.",
        (3e10, "m3/year", 3e10, 3e10, 3e10, "m3/year"),
    ),
    ("Japan keeps more than 3,000 men in Djibouti.", (3000, "men", 3000, None, None, None)),
    ("Japan keeps up to 300 soldiers in Djibouti.", (300, "soldiers", None, 300, None, None)),
    ("Ghana leased the port to China for 99 years.", (99, "year", 99, 99, 99, "year")),
    ("China lent Zambia $3 billion.", (3e9, "USD", 3e9, 3e9, 3e9, "USD")),
    ("Kuwait holds a 5 percent stake in Germany's port.", (5, "percent", 5, 5, 5, "percent")),
]


@pytest.mark.parametrize(("text", "wanted"), AMOUNTS, ids=[text[:40] for text, _ in AMOUNTS])
def test_how_much_is_told_with_its_bounds_and_compared(text: str, wanted: Amount) -> None:
    tie = dragoman.code(text).ties[0]
    first = tie.quantities[0]
    normal = first.normal
    compared = (normal.value, normal.unit) if normal else (None, None)
    assert (tie.quantity, tie.unit, first.low, first.high, *compared) == wanted
    assert first.span.of(text)


# A text, and when its first tie begins, when it ends, and whether it has.
HELD: list[tuple[str, tuple[str | None, str | None, bool]]] = [
    ("Ghana has been a member of the African Union since 1963.", ("1963-01-01", None, False)),
    ("Sweden joined NATO in March 2024.", ("2024-03-01", None, False)),
    ("Mali left ECOWAS in January 2025.", (None, "2025-02-01", True)),
    ("Mali is no longer a member of ECOWAS.", (None, None, True)),
    ("Ghana had a base in Togo until 2019.", (None, "2020-01-01", False)),
    ("Ghana leased the port to China in 2017 for 99 years.", ("2017-01-01", "2116-01-01", False)),
    ("The treaty of 1978 between Ghana and Togo holds.", ("1978-01-01", None, False)),
    (
        "Algeria supplied 40 percent of Italy's gas from 2015 to 2019.",
        ("2015-01-01", "2020-01-01", False),
    ),
    ("Peru shares a 171 km border with Chile.", (None, None, False)),
]


@pytest.mark.parametrize(("text", "wanted"), HELD, ids=[text[:40] for text, _ in HELD])
def test_since_when_and_until_when_it_holds(
    text: str, wanted: tuple[str | None, str | None, bool]
) -> None:
    tie = dragoman.code(text).ties[0]
    start, end = tie.interval.start, tie.interval.end
    told = (str(start) if start else None, str(end) if end else None, tie.ended)
    assert told == wanted


def test_the_way_and_the_goods_are_told() -> None:
    text = "A third of Jordan's gas imports come from Egypt via the Arab pipeline."
    (tie,) = dragoman.code(text).ties
    assert (tie.via, tie.what) == ("the Arab pipeline", "gas imports")


def test_a_side_that_the_clause_leaves_out_is_marked() -> None:
    text = "Peru is dry. The border with Chile is 171 km long."
    (tie,) = dragoman.code(text).ties
    assert (tie.a, tie.b) == ("CHL", "PER")
    assert [s.nearby for s in tie.sides or ()] == [False, True]


def test_a_word_proposed_from_elsewhere_is_filled_by_the_same_steps() -> None:
    analysis = analyse(verbatim("Chad hawks 40 tonnes of maize to Niger.", Given(UNKNOWN), "x"))
    verb = analysis.doc[1]
    (tie,) = fill(proposed(verb, "supply"), analysis, Cast(analysis))
    assert (tie.kind, tie.a, tie.b, tie.quantity) == ("supply", "TCD", "NER", 40)


def ends(text: str) -> list[Told]:
    rows: list[Told] = []
    for t in dragoman.code(text).ties:
        assert t.sides is not None
        one, other = (s.code or s.span.of(text) for s in t.sides)
        rows.append((t.kind, one, other))
    return rows


@pytest.mark.parametrize(("text", "wanted"), TIES, ids=[text[:40] for text, _ in TIES])
def test_ties_are_told_with_their_ends(text: str, wanted: list[Told]) -> None:
    assert ends(text) == wanted


@pytest.mark.parametrize("text", [text for text, _ in TIES])
def test_all_spans_of_ties_slice_back(text: str) -> None:
    for tie in dragoman.code(text).ties:
        spans = [tie.span, tie.words, *(s.span for s in tie.sides or ())]
        spans += [q.span for q in tie.quantities]
        assert all(s is not None and s.of(text).strip() for s in spans)
        assert all(s is not None and tie.span.start <= s.start for s in spans)


def test_a_figure_of_another_act_measures_no_purchase() -> None:
    text = "Mali raised tariffs on grain by 50 percent in answer to its purchase of Libyan oil."
    assert [(t.kind, t.a, t.b, t.quantity) for t in dragoman.code(text).ties] == [
        ("supply", "LBY", "MLI", None)
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peru's state-owned bank built a mall.", ("PER", "PERBUS")),
        ("A state-owned bank built a mall.", None),
    ],
)
def test_a_state_owns_what_is_state_owned(text: str, sides: tuple[str, str] | None) -> None:
    found = [(t.a, t.b) for t in dragoman.code(text).ties if t.kind == "owns"]
    assert found == ([sides] if sides else [])


def test_a_base_is_not_of_a_person_spoken_of_before() -> None:
    text = "A retired Peruvian officer is known for his maps of installations in Chile."
    assert [t for t in dragoman.code(text).ties if t.kind == "base"] == []
