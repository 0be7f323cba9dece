"""The mappings that ship, on the tables that they are for, where those are at hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dragoman.ingest.table_files import TableFile
from dragoman.ingest.table_maps import map_for
from dragoman.linking.table_ties import TableTies, table_ties

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "ties"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the tables of ties are not at hand")


def read(name: str) -> tuple[str, TableTies]:
    """The mapping that fits a table, and what its rows come to."""
    file = TableFile(GOLD / f"{name}.parquet")
    mapping, told = map_for(frozenset(file.columns), name)
    return mapping, table_ties(file.read(told.columns()), told)


def between(found: TableTies, a: str, b: str) -> pl.DataFrame:
    """The ties of two."""
    return found.ties.filter((pl.col("a") == a) & (pl.col("b") == b)).sort("since")


@pytest.mark.parametrize(
    ("name", "mapping"),
    [
        ("archigos_leaders", "archigos"),
        ("atop_alliance_dyadyear", "atop"),
        ("cow_mid_dyadyear", "cow-mid"),
        ("cow_shared_igos_dyadyear", "cow-igos"),
        ("cow_states", "cow-states"),
        ("cow_trade_dyadyear", "cow-trade"),
        ("un_idealpoints_2020", "un-ideal-points"),
    ],
)
def test_every_row_gives_a_tie_or_says_that_there_is_none(name: str, mapping: str) -> None:
    found_mapping, found = read(name)
    assert found_mapping == mapping
    assert [f for f in found.faults if not f.quiet] == []
    assert not found.ties.is_empty()


def test_of_the_rivalries_only_those_of_venice_have_no_state() -> None:
    _, found = read("tss_rivalries")
    assert [(f.what, f.value) for f in found.faults] == [("actor cow", "324")]
    [row] = between(found, "ARM", "AZE").select("since", "until", "cut").rows()
    assert row == (date(1991, 1, 1), date(2021, 1, 1), "until")


def test_the_alliance_of_armenia_and_azerbaijan_has_its_obligations() -> None:
    _, found = read("atop_alliance_dyadyear")
    [row] = between(found, "ARM", "AZE").select("terms", "since", "until", "cut").rows()
    terms, *rest = row
    assert {"nonaggression", "consultation"} <= set(terms.split("|"))
    assert rest == [date(1993, 1, 1), date(2019, 1, 1), "until"]


def test_the_soviet_union_is_no_russia() -> None:
    _, found = read("cow_shared_igos_dyadyear")
    soviet = found.ties.filter((pl.col("a") == "SUN") | (pl.col("b") == "SUN"))
    assert soviet.get_column("since").min() == date(1923, 1, 1)
    assert soviet.get_column("until").max() == date(1992, 1, 1)
