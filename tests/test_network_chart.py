"""The drawing of a network: spread over its sheet, with names that can be read."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.analysis.acts import weighed
from dragoman.analysis.network import edges, nodes, relations
from dragoman.brief.labels import LETTER, LINE, Circle, labels
from dragoman.brief.network_chart import MOST_NODES, NetworkChart, network_chart
from dragoman.brief.network_layout import Sheet, layout
from dragoman.model.errors import UsageError
from dragoman.record import Record
from tests.acts_samples import act, acts
from tests.test_series import JUNE

SHEET = Sheet((860, 600), margin=(70, 24), gap=26)


def drawn(pairs: list[tuple[int, int, str]], related_only: bool = False) -> NetworkChart:
    """The drawing of acts of one on the other."""
    told = [act(JUNE, kind, actor=f"A{a:02}", recipient=f"A{b:02}", incident=str(n))
            for n, (a, b, kind) in enumerate(pairs) if a != b]  # fmt: skip
    found = edges(weighed(acts(*told)))
    related = relations(found)
    name = "The Republic of {}".format
    return network_chart("n", nodes(found, related), related, name, related_only)


CODES = st.integers(0, 45)
PAIRS = st.lists(st.tuples(CODES, CODES, st.sampled_from(["AID", "COERCE", "ACCUSE"])), max_size=90)


@given(PAIRS)
@settings(max_examples=25, deadline=None)
def test_no_name_lies_over_another_or_over_a_circle(pairs: list[tuple[int, int, str]]) -> None:
    chart = drawn(pairs)
    boxes = [(n.label[0], n.label[1] - LINE, n.label[0] + LETTER * len(n.short), n.label[1])
             for n in chart.nodes if n.label]  # fmt: skip
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 0.2 or b[3] <= a[1] + 0.2
    assert all(b[0] >= 0 and b[2] <= chart.width for b in boxes)
    assert len(chart.nodes) <= MOST_NODES


@given(PAIRS)
@settings(max_examples=25, deadline=None)
def test_circles_stand_apart_on_the_sheet(pairs: list[tuple[int, int, str]]) -> None:
    chart = drawn(pairs)
    for a, b in combinations(chart.nodes, 2):
        assert hypot(a.x - b.x, a.y - b.y) >= a.r + b.r
    for one in chart.nodes:
        assert 0 < one.x < chart.width and 0 < one.y < chart.height


def test_a_hub_with_many_others_does_not_crowd_the_middle() -> None:
    codes = [f"A{n:02}" for n in range(30)]
    told = [("A00", code, 5.0, 5.0) for code in codes[1:]]
    places = layout(codes, told, dict.fromkeys(codes, 4.0), SHEET)
    middle = [x for x, y in places.values() if abs(x - 430) < 107 and abs(y - 300) < 75]
    # A quarter of each side of the sheet holds not much more than its share of the actors.
    assert len(middle) <= 8
    assert layout(codes, told, dict.fromkeys(codes, 4.0), SHEET) == places


def test_friends_stand_nearer_than_enemies() -> None:
    codes = ["A", "B", "C", "D"]
    told = [("A", "B", 9.0, 9.0), ("C", "D", 9.0, 9.0), ("A", "C", -9.0, 9.0)]
    places = layout(codes, told, dict.fromkeys(codes, 4.0), SHEET)

    def far(a: str, b: str) -> float:
        return hypot(places[a][0] - places[b][0], places[a][1] - places[b][1])

    assert far("A", "B") < far("A", "C")


def test_a_name_without_room_is_left_out() -> None:
    crowd = [Circle("somebody with a long name", 50.0 + 9 * n, 20.0, 4.0) for n in range(12)]
    found = labels(crowd, 860, 600)
    assert found[0] is not None and None in found


def test_who_has_no_relation_left_is_not_drawn() -> None:
    assert {n.code for n in drawn([(1, 2, "AID")], related_only=True).nodes} == {"A01", "A02"}


def test_weak_relations_are_left_out_when_asked(record: Record) -> None:
    from tests.test_engine_measures import fill  # noqa: PLC0415  # the coder is loaded for it

    fill(record)
    whole = dragoman.network(record, days=4000)
    most = whole["cooperation"].max() or whole["conflict"].max()
    assert isinstance(most, float)
    fewer = dragoman.network(record, days=4000, least=most)
    assert 0 < fewer.height <= whole.height
    assert dragoman.network(record, days=4000, least=1e6).is_empty()
    assert dragoman.network(record, days=4000, least=1e6, show="nodes").height > 0
    with pytest.raises(UsageError, match="least 'much' cannot be; expected a number from 0"):
        dragoman.network(record, least="much")
    assert isinstance(whole, pl.DataFrame)
