"""Actors asked for by code or by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.actor_tables import states
from dragoman.model.errors import UsageError
from dragoman.record import parse_filters
from dragoman.record.naming import actor_code, actor_pair, pair_words, state_named


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("AZE", "AZE"),
        ("azegov", "AZEGOV"),
        ("AZEG", "AZEG"),
        ("Azerbaijan", "AZE"),
        ("azerbaijan", "AZE"),
        ("MALI", "MLI"),
        ("Russian", "RUS"),
        ("Baku", "AZEGOV"),
        ("nato", "IGONAT"),
        ("Vladimir Putin", "RUSGOV"),
        ("XYZ", "XYZ"),
        ("XYZGOV", "XYZGOV"),
    ],
)
def test_a_code_or_a_name_gives_a_code(value: str, code: str) -> None:
    assert actor_code(value) == code


def test_every_state_is_found_by_its_name() -> None:
    for state in states():
        assert state_named(state.name) is not None
        assert actor_code(state.name.upper()) == actor_code(state.name)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Azerbajan", "'Azerbajan' is no actor code or name; near it are: Azerbaijan (AZE)"),
        ("Nope", "near it are: "),
        ("Баку", "expected a code such as AZE or RUSMIL, or a name such as Azerbaijan"),
        ("Sapo", "'Sapo' has several codes; give one of: SWESPY, UKRJUD"),
        ("x" * 5000, "is no actor code or name"),
    ],
)
def test_what_is_neither_is_refused_with_near_choices(value: str, said: str) -> None:
    with pytest.raises(UsageError) as wrong:
        actor_code(value)
    assert said in str(wrong.value)


@pytest.mark.parametrize(
    ("value", "pair"),
    [
        ("AZE-RUS", ("AZE", "RUS")),
        ("azerbaijan - Russia", ("AZE", "RUS")),
        ("Guinea-Bissau-Senegal", ("GNB", "SEN")),
        ("AZE-XYZ", ("AZE", "XYZ")),
    ],
)
def test_a_pair_by_code_or_name(value: str, pair: tuple[str, str]) -> None:
    assert actor_pair(value) == pair


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        ({"actor": "Azerbaijan"}, ()),
        ({"actor": "NATO"}, ()),
        ({"actor": "RUSGOV"}, ()),
        ({"actor": "Putin"}, (("Putin", "RUSGOV"),)),
        ({"dyad": "Putin-Azerbaijan"}, (("Putin", "RUSGOV"),)),
    ],
)
def test_a_name_that_shares_its_code_is_told(
    asked: dict[str, str], called: tuple[tuple[str, str], ...]
) -> None:
    assert parse_filters(asked).called == called


@given(st.text(max_size=30))
def test_any_pair_is_parted_in_two_or_refused(value: str) -> None:
    try:
        a, b = pair_words(value)
    except UsageError:
        return
    assert a
    assert b
    assert value.replace(" ", "").startswith(a.replace(" ", "")) or a in value
