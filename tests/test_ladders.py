"""Ladders: an act, its answer and the answer to that, by rules that are shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.answer_words import answering
from dragoman.analysis.ladders import WINDOW, ladder_acts, steps
from dragoman.analysis.reciprocity import reciprocity
from tests.acts_samples import act, acts

DAY = date(2025, 6, 1)
PAIR = ("AZE", "RUS")


def at(n: int, kind: str, actor: str = "AZE", **about: Any) -> dict[str, Any]:
    """An act of one on the other so many days later."""
    other = "RUS" if actor == "AZE" else "AZE"
    day = DAY + timedelta(days=n)
    return act(day, kind, actor=actor, recipient=other, incident=f"{actor}{n}{kind}", **about)


def paired(*rows: dict[str, Any], window: int = WINDOW) -> list[tuple[str, str | None, str | None]]:
    """Incident, the one it answers, and the rule."""
    found = ladder_acts(acts(*rows), window)
    names = found["incident"].to_list()
    return [
        (names[s.act], None if s.to is None else names[s.to], s.rule) for s in steps(found, window)
    ]


def test_an_act_is_answered_and_the_answer_too() -> None:
    assert paired(at(0, "ACCUSE"), at(2, "SANCTION", "RUS"), at(5, "COERCE")) == [
        ("AZE0ACCUSE", None, None),
        ("RUS2SANCTION", "AZE0ACCUSE", "sign"),
        ("AZE5COERCE", "RUS2SANCTION", "sign"),
    ]


def test_words_that_say_so_come_before_the_same_kind_and_that_before_the_last() -> None:
    expel = {"mode": "expel"}
    first, last = at(0, "SANCTION", **expel), at(2, "ACCUSE")
    same = at(3, "SANCTION", "RUS", **expel)
    assert paired(first, last, same)[1:] == [("RUS3SANCTION", "AZE0SANCTION", "kind")]
    told = at(3, "SANCTION", "RUS", answers="in response", **expel)
    assert ("RUS3SANCTION", "AZE2ACCUSE", "told") in paired(first, last, told)


def test_what_is_too_late_of_another_sign_or_by_the_same_side_answers_nothing() -> None:
    assert paired(at(0, "ACCUSE"), at(WINDOW + 1, "SANCTION", "RUS")) == []
    assert paired(at(0, "ACCUSE"), at(1, "AID", "RUS")) == []
    assert paired(at(0, "ACCUSE"), at(1, "SANCTION")) == []
    assert paired(at(0, "ACCUSE", days=40), at(1, "SANCTION", "RUS")) == []


def test_of_one_day_only_words_say_which_came_first() -> None:
    assert paired(at(0, "ACCUSE"), at(0, "SANCTION", "RUS")) == []
    assert len(paired(at(0, "ACCUSE"), at(0, "SANCTION", "RUS", answers="retaliated"))) == 2


def test_planted_reactions_are_found_beside_chance_in_95_of_100() -> None:
    found = 0
    for seed in range(100):
        random = np.random.default_rng(seed)
        days = np.sort(random.choice(700, 25, replace=False))
        rows = [at(int(d), "COERCE") for d in days]
        rows += [at(int(d) + int(random.integers(1, 4)), "SANCTION", "RUS") for d in days]
        ordered = ladder_acts(acts(*rows), 5)
        told = reciprocity(ordered, steps(ordered, 5), PAIR, 5)
        russia = next(f for f in told if (f.actor, f.sign) == ("RUS", "conflict"))
        assert russia.share is not None and russia.chance is not None
        found += (
            russia.share > 0.8 and russia.share > 3 * russia.chance and russia.delay in (1, 2, 3)
        )
    assert found >= 95


@given(st.permutations(range(6)))
def test_the_order_of_rows_changes_nothing(order: list[int]) -> None:
    rows = [at(n, ("ACCUSE", "COERCE")[n % 2], ("AZE", "RUS")[n % 2]) for n in range(6)]
    assert paired(*(rows[n] for n in order)) == paired(*rows)


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=25))
def test_an_answer_comes_after_what_it_answers_and_stands_in_its_chain(
    given_acts: list[tuple[int, bool]],
) -> None:
    rows = [at(n, "ACCUSE", "AZE" if who else "RUS", events=[str(k)])
            for k, (n, who) in enumerate(given_acts)]  # fmt: skip
    found = steps(ladder_acts(acts(*rows)))
    chains = {step.act: step for step in found}
    assert len(chains) == len(found)
    for step in found:
        if step.to is not None:
            assert step.delay is not None and 0 < step.delay <= WINDOW
            assert chains[step.to].chain == step.chain
            assert chains[step.to].place == step.place - 1


@pytest.mark.parametrize(
    ("sentence", "quad", "words"),
    [
        ("In response, Moscow expelled two envoys.", 4, "in response"),
        ("Baku Retaliated by closing the office.", 4, "retaliated"),
        ("It took reciprocal steps.", 2, "reciprocal"),
        ("It took  tit-for-tat\nmeasures.", 4, "tit-for-tat"),
        ("It retaliated with aid.", 2, None),
        ("They met in Baku.", 1, None),
    ],
)
def test_words_of_answers(sentence: str, quad: int, words: str | None) -> None:
    assert answering(sentence, quad) == words
