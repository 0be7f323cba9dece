"""The network: edges, blocs, brokers, triads, third parties, and what changed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.analysis.acts import weighed
from dragoman.analysis.network import changes, edges, nodes, relations, triads
from dragoman.analysis.third_parties import third_parties
from dragoman.engine.event_import import import_events
from dragoman.record import Record
from tests.acts_samples import act, acts
from tests.event_files import ICEWS, icews, write

DAY = date(2025, 6, 1)


def on(who: str, whom: str, kind: str, n: int = 0) -> dict[str, Any]:
    """An act of one on another."""
    day = DAY + timedelta(days=n)
    return act(day, kind, actor=who, recipient=whom, incident=f"{who}{whom}{kind}{n}")


def made(*rows: dict[str, Any]) -> pl.DataFrame:
    """The edges of some acts."""
    return edges(weighed(acts(*rows)))


def test_an_edge_adds_up_what_one_did_to_the_other() -> None:
    found = made(on("AZE", "RUS", "AID"), on("AZE", "RUS", "ACCUSE"), on("RUS", "AZE", "COERCE"))
    there, back = (found.row(n, named=True) for n in (0, 1))
    assert (there["actor"], there["acts"], there["net"]) == ("AZE", 2, 7)
    assert (there["words"], there["deeds"], back["net"]) == (-3, 10, -7)
    (both,) = relations(found).iter_rows(named=True)
    assert (both["a"], both["b"], both["net"], both["strength"]) == ("AZE", "RUS", 0, 20)


def test_two_planted_blocs_and_their_broker_are_found_in_95_of_100() -> None:
    found = 0
    for seed in range(100):
        random = np.random.default_rng(seed)
        rows = []
        for bloc in (("AAA", "BBB", "CCC", "DDD"), ("WWW", "XXX", "YYY", "ZZZ")):
            rows += [on(a, b, "COOPERATE", n) for a in bloc for b in bloc if a != b
                     for n in range(int(random.integers(2, 6)))]  # fmt: skip
        rows += [on("MMM", "DDD", "SUPPORT"), on("MMM", "WWW", "SUPPORT")]
        told = made(*rows)
        who = {row["code"]: row for row in nodes(told, relations(told)).iter_rows(named=True)}
        one, two = (
            {who[c]["bloc"] for c in bloc}
            for bloc in (["AAA", "BBB", "CCC"], ["XXX", "YYY", "ZZZ"])
        )
        broker = max(who, key=lambda code: who[code]["brokerage"])
        found += len(one) == len(two) == 1 and one != two and broker in ("MMM", "DDD", "WWW")
    assert found >= 95


def test_a_triad_with_one_enmity_is_unbalanced() -> None:
    found = made(on("AAA", "BBB", "AID"), on("AAA", "CCC", "AID"), on("BBB", "CCC", "ASSAULT"))
    (one,) = triads(relations(found))
    assert (one.members, one.signs, one.balanced) == (("AAA", "BBB", "CCC"), "++-", False)
    both = made(on("AAA", "BBB", "AID"), on("AAA", "CCC", "COERCE"), on("BBB", "CCC", "ASSAULT"))
    assert [t.balanced for t in triads(relations(both))] == [True]


def test_changes_say_what_turned() -> None:
    before = relations(made(on("AAA", "BBB", "AID"), on("AAA", "CCC", "AID")))
    after = relations(made(on("AAA", "BBB", "COERCE"), on("BBB", "CCC", "SUPPORT")))
    told = {(r["a"], r["b"]): (r["what"], r["change"])
            for r in changes(before, after).iter_rows(named=True)}  # fmt: skip
    assert told == {("AAA", "BBB"): ("turned", -17), ("AAA", "CCC"): ("ended", -10),
                    ("BBB", "CCC"): ("new", 5)}  # fmt: skip


def test_who_takes_a_side_after_a_quarrel_is_found() -> None:
    quarrel = [on("RUS", "AZE", "COERCE", n) for n in (100, 200)]
    sided = [on("TUR", "AZE", "SUPPORT", n) for n in (103, 204)]
    sided += [on("TUR", "RUS", "ACCUSE", n) for n in (105, 207)]
    steady = [on("IRN", "AZE", "CONSULT", n) for n in range(0, 365, 30)]
    until = DAY + timedelta(days=365)
    told = third_parties(acts(*quarrel, *sided, *steady), ("AZE", "RUS"), DAY, until)
    first = told.row(0, named=True)
    assert (first["code"], first["reactions"]) == ("TUR", 4)
    assert first["side"] == 1 and first["expected"] < 1
    iran = told.filter(code="IRN").row(0, named=True)
    assert iran["reactions"] <= 2


@given(st.permutations(range(8)))
def test_the_order_of_acts_changes_nothing(order: list[int]) -> None:
    pairs = [("AAA", "BBB"), ("BBB", "CCC"), ("CCC", "AAA"), ("DDD", "AAA")]
    rows = [on(*pairs[n % 4], ("AID", "COERCE")[n % 2], n) for n in range(8)]
    plain, mixed = made(*rows), made(*(rows[n] for n in order))
    assert mixed.sort("actor", "recipient").equals(plain.sort("actor", "recipient"))
    for found in (plain, mixed):
        assert nodes(found, relations(found)).equals(nodes(plain, relations(plain)))


def test_the_network_of_a_record(record: Record, tmp_path: Path) -> None:
    turkey = {"Source Name": "Turkey", "Source Sectors": "", "Source Country": "Turkey"}
    told = [icews(n, f"2018-06-{n:02}") for n in range(1, 11)]
    told += [icews(n, f"2018-06-{n - 9:02}", "050", **turkey) for n in range(11, 21)]
    told += [icews(30, "2016-01-01", "190")]
    import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    found = dragoman.network(record)
    assert found.select("actor", "recipient", "acts").rows() == [
        ("RUS", "AZE", 10), ("TUR", "AZE", 10),
    ]  # fmt: skip
    assert dragoman.network(record, show="nodes")["code"].to_list()[0] == "AZE"
    early = dragoman.network(record, as_of="2018-06-05")
    assert early["acts"].to_list() == [5, 4]
    third = dragoman.network(record, show="third", dyad="AZE-RUS")
    assert third["code"].to_list() == ["TUR"]
    moved = dragoman.network(record, show="changes", versus="2016-06-01")
    assert moved.rows(named=True)[0]["what"] in ("colder", "new")
    assert dragoman.network(record, around="TUR")["actor"].to_list() == ["TUR"]
