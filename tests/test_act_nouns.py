"""Nouns that name acts by themselves: what took place, came or was filed."""

from __future__ import annotations

import pytest

from dragoman.coding import code
from dragoman.language import analyse
from dragoman.model.report import Report, report_id


def types(text: str) -> set[str]:
    return {e.type for e in code(analyse(Report(report_id(text), text, language="en"))).events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An attack on a Kenyan school took place on Friday.", "ASSAULT"),
        ("The lawsuit was filed in Lagos against the Ghanaian ministry.", "ACCUSE"),
        ("The arrest of the Chilean editor came a day later.", "COERCE"),
        ("After the expulsion of Chadian envoys, Niger closed its border.", "SANCTION"),
        ("Guards of the Chilean mine were blamed for whippings and mock drownings.", "ASSAULT"),
        ("The Quito office of the Chilean agency was raided.", "COERCE"),
        ("Two Fijian gunmen surrendered to guards in Suva.", "RETREAT"),
    ],
)
def test_a_noun_tells_its_act(text: str, expected: str) -> None:
    assert expected in types(text)


def test_a_noun_before_another_is_no_act() -> None:
    assert not types("The angle of attack sensor of the Kenyan plane was broken.")
