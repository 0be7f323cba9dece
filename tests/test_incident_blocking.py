"""Which events are compared, and how little is kept and weighed for it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from benchmarks.stream import stream
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.engine import link_shelf
from dragoman.engine.incidents import incidents_listed
from dragoman.linking.incidents import blocking, linker
from dragoman.linking.incidents.features import features, plain_features, word_bounds
from dragoman.linking.incidents.linker import linked
from dragoman.linking.incidents.piles import Piles
from dragoman.linking.incidents.scoring import logit
from dragoman.linking.incidents.tellings import tellings
from dragoman.model.findings import Findings
from dragoman.record import Record
from tests.incident_reports import findings

MADE = stream(60).reports
_moves = st.lists(st.tuples(st.booleans(), st.integers(0, 3), st.sampled_from("abcd")))


@given(_moves)
def test_names_lie_under_their_keys_until_they_are_taken(
    moves: list[tuple[bool, int, str]],
) -> None:
    piles = Piles()
    wanted: dict[int, dict[str, None]] = {}
    for comes, key, name in moves:
        here = wanted.setdefault(key, {})
        if comes:
            piles.add(key, name)
            here[name] = None
        else:
            piles.take(key, name)
            here.pop(name, None)
        assert {k: list(piles.under(k)) for k in wanted} == {k: list(v) for k, v in wanted.items()}


def test_no_pair_is_left_out_that_its_words_could_join() -> None:
    told = [t for f in (*MADE, *findings()) for t in tellings(f)]
    for one, other in itertools.combinations(told, 2):
        most = logit(plain_features(one, other) | word_bounds(one, other))
        assert most >= logit(features(one, other, lambda _a, _b: 1.0)) - 1e-9


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(60)), st.integers(0, 40), st.integers(2, 30))
def test_full_keys_pair_none_in_whatever_order_they_fill_and_empty(
    order: list[int], gone: int, full: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocking, "FULL", full)
        once = linked(MADE[n] for n in order)
        once.remove(e.id for n in order[:gone] for e in MADE[n].events)
        assert once.clusters() == linked(MADE[n] for n in sorted(order[gone:])).clusters()


def test_a_key_that_was_full_by_far_is_counted_anew_when_most_is_gone(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_ENCODER", "off")
    for module in (blocking, linker):
        monkeypatch.setattr(module, "FULL", 2)
    monkeypatch.setattr(link_shelf, "CROWD", 4)
    copies = [_copy(findings()[2], n) for n in range(8)]
    for found in copies:
        record.add_findings(found, coder="old")
    assert {row["reports"] for row in incidents_listed(record)} == {1}
    for found in copies[2:]:
        record.add_findings(replace(found, events=()), coder="new")
    assert [row["reports"] for row in incidents_listed(record)] == [2]


def _copy(found: Findings, number: int) -> Findings:
    """The same told by another report."""
    report = replace(found.report, id=f"{found.report.id}{number}")
    [event] = found.events[:1]
    return replace(found, report=report, events=(replace(event, id=f"{event.id}{number}"),))
