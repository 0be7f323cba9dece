"""Rows of tables as ties: codes over time, intervals, what is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.actor_tables import state_codes
from dragoman.linking.state_numbers import spells
from dragoman.linking.table_ties import NAMED_FAULTS
from dragoman.model.judgement import TIE_KINDS
from dragoman.model.tie_kinds import kinds_read, tie_kinds
from tests.tie_tables import FEUDS, HEADER, LOANS, PACTS, ties_of

ARM, AZE, RUS, VIE, YUG, FRN = 371, 373, 365, 816, 345, 220
FEUD = ("one", "two", "from", "to", "name")
LOAN = ("lender", "to", "year", "sum")


def told(rows: Sequence[tuple[object, ...]], *columns: str) -> list[tuple[object, ...]]:
    """The columns of the ties that rows of pacts come to."""
    return ties_of(rows).ties.select(columns).rows()


def test_years_that_say_the_same_are_one_tie() -> None:
    rows = [(ARM, AZE, year, 0, 1) for year in (1994, 1995, 1996)]
    found = ties_of([*rows, (ARM, AZE, 1998, 0, 1), (FRN, RUS, 1999, 1, 0)]).ties
    assert found.select("a", "b", "since", "until", "rows", "terms").rows() == [
        ("ARM", "AZE", date(1994, 1, 1), date(1997, 1, 1), "1-3", "nonaggression"),
        ("ARM", "AZE", date(1998, 1, 1), date(1999, 1, 1), "4", "nonaggression"),
        ("FRA", "RUS", date(1999, 1, 1), date(2000, 1, 1), "5", "defence"),
    ]


def test_where_the_table_ends_no_end_is_claimed() -> None:
    rows = [(ARM, AZE, 1994, 0, 1), (FRN, RUS, 1995, 1, 0), (ARM, FRN, 1994, 1, 0)]
    rows += [(ARM, FRN, 1995, 1, 0)]
    assert told(rows, "a", "b", "cut") == [
        ("ARM", "AZE", "since"),
        ("ARM", "FRA", "both"),
        ("FRA", "RUS", "until"),
    ]


def test_other_terms_are_another_tie() -> None:
    rows = [(ARM, AZE, 1994, 0, 1), (ARM, AZE, 1995, 1, 1)]
    assert told(rows, "terms") == [("defence|nonaggression",), ("nonaggression",)]


def test_either_order_of_the_two_is_one_tie() -> None:
    rows = [(ARM, AZE, 1994, 0, 1), (AZE, ARM, 1994, 0, 1), (AZE, ARM, 1995, 0, 1)]
    assert told(rows, "a", "b", "rows", "row_count") == [("ARM", "AZE", "1-3", 3)]


@pytest.mark.parametrize(
    ("number", "year", "code"),
    [
        (RUS, 1921, "RUS"), (RUS, 1922, "RUS"), (RUS, 1923, "SUN"), (RUS, 1991, "SUN"),
        (RUS, 1992, "RUS"), (VIE, 1970, "VDR"), (VIE, 1977, "VNM"), (817, 1970, "XSV"),
        (265, 1980, "DDR"), (260, 1980, "DEU"), (255, 1900, "DEU"), (255, 1995, "DEU"),
        (YUG, 1900, "SRB"), (YUG, 1980, "YUG"), (YUG, 2004, "SCG"), (YUG, 2010, "SRB"),
        (315, 1980, "CSK"), (680, 1980, "YMD"), (678, 1980, "YEM"), (300, 1900, "XAH"),
    ],
)  # fmt: skip
def test_a_number_is_the_state_that_it_was_then(number: int, year: int, code: str) -> None:
    [(a, b)] = told([(2, number, year, 1, 0)], "a", "b")
    assert {a, b} == {"USA", code}


def test_a_feud_goes_on_with_the_state_that_follows() -> None:
    found = ties_of([(2, RUS, 1950, 2005, "Far")], FEUDS, FEUD).ties
    assert found.select("a", "b", "since", "until").rows() == [
        ("RUS", "USA", date(1991, 12, 26), date(2006, 1, 1)),
        ("SUN", "USA", date(1950, 1, 1), date(1991, 12, 26)),
    ]


def test_days_are_half_open_and_may_be_missing() -> None:
    rows = [(ARM, AZE, "1990-02-03", "1990-02-05", "days"),
            (ARM, AZE, None, "2001", "no start"),
            (ARM, AZE, "1991", None, "no end"),
            (ARM, AZE, "2000", "2020", "at the end")]  # fmt: skip
    found = ties_of(rows, FEUDS, FEUD).ties
    assert found.select("what", "since", "until", "cut").rows() == [
        ("at the end", date(2000, 1, 1), date(2021, 1, 1), "until"),
        ("days", date(1990, 2, 3), date(1990, 2, 6), None),
        ("no end", date(1991, 1, 1), None, None),
        ("no start", None, date(2002, 1, 1), None),
    ]


def test_names_codes_and_quantities() -> None:
    rows = [("Azerbaijan", "GEO", 2020, "12.5"), ("European Union", "MDA", 2020, 3),
            ("Atlantis", "GEO", 2020, 3), ("Azerbaijan", "ZZZ", 2020, 3),
            ("Azerbaijan", "GEO", 2021, -9), ("Azerbaijan", "GEO", 2021, 0),
            ("Azerbaijan", "GEO", 2021, "much"), ("Azerbaijan", "GEO", 2021, "inf"),
            ("Georgia", "GEO", 2021, 1)]  # fmt: skip
    found = ties_of(rows, LOANS, LOAN)
    assert found.ties.select("a", "b", "quantity", "unit").rows() == [
        ("AZE", "GEO", 12.5, "million USD"),
        ("IGOEUU", "MDA", 3.0, "million USD"),
    ]
    said = {(f.what, f.value): (f.rows, f.quiet) for f in found.faults}
    assert said == {
        ("actor name", "Atlantis"): (1, False),
        ("actor iso3", "ZZZ"): (1, False),
        ("missing", None): (1, True),
        ("nothing", None): (1, True),
        ("quantity", "much"): (1, False),
        ("quantity", "inf"): (1, False),
        ("same", "GEO"): (1, False),
    }


def test_a_bad_row_loses_no_good_one() -> None:
    bad = [(ARM, AZE, "nineteen", 1, 0), (ARM, AZE, 99999, 1, 0), (999, AZE, 1994, 1, 0),
           (None, None, None, None, None), ("=1+1", AZE, 1994, 1, 0), (1e9, AZE, 1994, 1, 0),
           (ARM, ARM, 1994, 1, 0), (ARM, AZE, 1994, 0, 0), (-371, AZE, 1994, 1, 0)]  # fmt: skip
    found = ties_of([*bad, (ARM, AZE, 1994, 1, 0)])
    assert found.ties.select("a", "b", "rows").rows() == [("ARM", "AZE", "10")]
    assert {f.what for f in found.faults} == {"time", "actor cow", "same", "nothing"}
    assert sum(f.rows for f in found.faults if f.what == "actor cow") == 4


def test_of_many_unknown_numbers_the_first_are_named() -> None:
    found = ties_of([(1000 + n, AZE, 1994, 1, 0) for n in range(100)])
    assert found.ties.is_empty()
    assert len(found.faults) == NAMED_FAULTS + 1
    assert found.faults[-1].value == "and 80 others"
    assert sum(f.rows for f in found.faults) == 100


def test_no_rows_are_no_ties() -> None:
    assert ties_of([]).ties.is_empty()


YEARS = st.lists(
    st.tuples(
        st.sampled_from([ARM, AZE, FRN]),
        st.sampled_from([RUS, YUG, 2]),
        st.integers(1985, 2010),
        st.sampled_from([0, 1]),
        st.sampled_from([0, 1]),
    ),
    max_size=60,
)


@given(YEARS, st.randoms())
def test_intervals_are_the_same_whatever_the_order(rows: list[tuple[int, ...]], by: object) -> None:
    said = ("kind", "a", "b", "terms", "since", "until", "cut", "row_count")
    shuffled = list(rows)
    by.shuffle(shuffled)  # type: ignore[attr-defined]
    first = ties_of(list(rows)).ties.select(said).rows()
    assert ties_of(shuffled).ties.select(said).rows() == first


@given(YEARS)
def test_intervals_cover_the_years_told_and_no_others(rows: list[tuple[int, ...]]) -> None:
    found = ties_of(list(rows)).ties
    covered: dict[tuple[object, ...], list[tuple[date, date]]] = {}
    years = 0
    for a, b, terms, since, until in found.select("a", "b", "terms", "since", "until").rows():
        covered.setdefault((a, b, terms), []).append((since, until))
        years += until.year - since.year
    for spans in covered.values():
        # What meets or overlaps has become one.
        assert all(end < start for (_, end), (start, _) in pairwise(sorted(spans)))
    assert years == len({r for r in rows if r[3] or r[4]})


@given(st.lists(st.tuples(*[st.text(max_size=12)] * 5), max_size=20))
def test_any_cells_give_ties_or_reasons(rows: list[tuple[str, ...]]) -> None:
    found = ties_of(list(rows))
    assert found.rows == len(rows)
    for since, until in found.ties.select("since", "until").rows():
        assert since < until


def test_the_spells_of_a_number_leave_no_day_out() -> None:
    by_number: dict[tuple[str, int], list[tuple[date | None, date | None]]] = {}
    for spell in spells():
        by_number.setdefault((spell.system, spell.number), []).append((spell.since, spell.until))
    for times in by_number.values():
        assert times[0][0] is None and times[-1][1] is None
        assert all(before[1] == after[0] for before, after in pairwise(times))


def test_codes_are_states_or_ours_for_those_long_gone() -> None:
    strange = {s.code for s in spells()} - state_codes()
    assert all(re.fullmatch(r"X[A-Z]{2}|VDR", code) for code in strange)


def test_every_kind_of_a_text_is_in_the_table_of_kinds() -> None:
    assert set(TIE_KINDS) <= set(tie_kinds())
    assert "ally" in kinds_read("formal") and "rivalry" in kinds_read("hostile")
    assert PACTS


TAKEN = ("a", "b", "start", "end", "kind", "number", "code", "fault", "year", "since", "wrong")


@pytest.mark.parametrize("name", [*TAKEN, "a_as", "#", "^.*$", "side 1", "*"])
@pytest.mark.parametrize("place", range(len(HEADER)))
def test_a_column_may_have_any_name(place: int, name: str) -> None:
    """Columns that are called as ours are on the way give the same ties."""
    header = [name if n == place else f"own {n}" for n in range(len(HEADER))]
    renamed = dict(zip(HEADER, header, strict=True))
    text = re.sub(r'= "(\w+)"', lambda m: f'= "{renamed.get(m[1], m[1])}"', PACTS)
    found = ties_of([(371, 373, 1994, 0, 1), (999, 373, 1994, 0, 1)], text, header)
    assert found.ties.select("a", "b", "terms").rows() == [("ARM", "AZE", "nonaggression")]
    assert [(f.what, f.value) for f in found.faults] == [("actor cow", "999")]


@pytest.mark.parametrize("name", [*TAKEN[2:], "^.*$", "side 2", "b_as"])
def test_a_side_may_have_any_name(name: str) -> None:
    text = PACTS.replace("[sides.a]", f'[sides."{name}"]')
    text = text.replace('kind = "ally"', f'kind = "ally"\na = "{name}"')
    found = ties_of([(371, 373, 1994, 0, 1)], text)
    assert found.ties.select("a", "b").rows() == [("ARM", "AZE")]


def test_an_end_one_day_before_the_beginning_is_none() -> None:
    rows = [
        (371, 373, "2002-01-02", "2002-01-01", "x"),
        (371, 373, "2002-01-02", "2002-01-02", "y"),
    ]
    found = ties_of(rows, FEUDS, ("one", "two", "from", "to", "name"))
    assert found.ties.get_column("what").to_list() == ["y"]
    assert [f.what for f in found.faults] == ["time"]
