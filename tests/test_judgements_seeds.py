"""Judgements of the five real reports, read from beside the project where they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.coding import code
from dragoman.ingest import read_input
from dragoman.language import analyse
from dragoman.language.publication import date_from_inside
from dragoman.model.judgement import Judgement
from dragoman.model.report import Report

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are not here")


@cache
def told() -> tuple[Judgement, ...]:
    paths = sorted(SEEDS.glob("*.txt"))
    reports = [r for p in paths for r in read_input(str(p)) if isinstance(r, Report)]
    return tuple(j for r in reports for j in code(analyse(date_from_inside(r))).judgements)


def only(words: str) -> Judgement:
    """The one judgement in whose statement the words stand."""
    (found,) = [j for j in told() if words in j.statement]
    return found


def test_a_spat_that_derails_nothing() -> None:
    one = only("unlikely to derail")
    assert (one.term, one.low, one.high) == ("highly unlikely", 0.05, 0.2)
    assert (one.kind, set(one.actors)) == ("forecast", {"AZE", "RUS"})
    assert one.author.kind == "author"


def test_two_clauses_that_one_will_foretells_are_one() -> None:
    one = only("status quo will endure")
    assert "tensions will subside and the status quo" in one.statement
    assert (one.kind, one.low, one.high) == ("forecast", 0.95, 0.99)


def test_coordination_in_the_near_term() -> None:
    one = only("act in close coordination")
    assert (one.term, one.low, one.high, one.kind) == ("likely", 0.55, 0.8, "forecast")
    assert one.actors[0] == "AZE"
    assert one.horizon is not None


def test_consequences_under_their_condition() -> None:
    one = only("could be severe")
    assert one.kind == "conditional"
    assert (one.condition or "").startswith("Should Russia escalate")
    assert "escalate" not in one.statement
    assert "RUS" in one.actors


def test_a_wider_realignment() -> None:
    one = only("wider realignment")
    assert (one.kind, one.term, one.low, one.high) == ("forecast", "may", 0.2, 0.6)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("could be close", "Tusk"),
        ("now be viewed as illegal", "Fattah"),
        ("shift the regional balance", "Chalabi"),
    ],
)
def test_it_is_theirs(words: str, who: str) -> None:
    assert who in (only(words).author.text or "")
