"""Filters from words: what is wrong is said, with the choices."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.errors import UsageError
from dragoman.record import Filters, parse_filters


def test_words_become_filters() -> None:
    found = parse_filters(
        {
            "actor": "aze",
            "dyad": "AZE-RUS",
            "type": ["coerce", "ACCUSE,PROTEST"],
            "since": "2025-06-01",
            "until": "2025-07-01",
            "outlet": ["Sample, Wire"],
            "factuality": "denied",
            "limit": 5,
        }
    )
    assert found == Filters(
        actor="AZE",
        dyad=("AZE", "RUS"),
        types=("COERCE", "ACCUSE", "PROTEST"),
        since=date(2025, 6, 1),
        until=date(2025, 7, 1),
        outlets=("Sample, Wire",),
        factuality=("denied",),
        limit=5,
    )


def test_nothing_given_is_nothing_asked() -> None:
    empty = parse_filters({"actor": None, "type": [], "since": " ", "outlet": ""})
    assert empty == Filters()
    assert not empty.about_events


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("type", "RAID", "no such type 'RAID'; there are: AGREE, CONSULT"),
        ("factuality", "maybe", "there are: happened, denied, possible"),
        ("mode", "shout", "no such mode 'shout'; there are: "),
        ("since", "yesterday", "YYYY-MM-DD"),
        ("since", "2025-02-30", "'2025-02-30' is no date"),
        ("as_of", "20250701", "as-of '20250701' is no date"),
        ("actor", "Баку", "no actor code"),
        ("actor", "AZE;", "no actor code"),
        ("dyad", "AZE", "expected two actor codes, such as AZE-RUS"),
        ("dyad", "AZE-", "no pair"),
        ("limit", "-1", "no count"),
        ("limit", "9" * 30, "no count"),
        ("limit", "²", "no count"),
        ("colour", "red", "no such filter 'colour'; there are: actor"),
        ("place", "a\0b", "NUL"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(name: str, value: str, said: str) -> None:
    with pytest.raises(UsageError) as wrong:
        parse_filters({name: value})
    assert said in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_no_day_is_left() -> None:
    with pytest.raises(UsageError, match="until is the first day after"):
        parse_filters(since="2025-07-01", until="2025-07-01")


@given(
    st.dictionaries(
        st.sampled_from(["actor", "dyad", "since", "limit", "type", "report", "text"]), st.text()
    )
)
def test_any_words_parse_or_are_refused(words: dict[str, str]) -> None:
    try:
        assert isinstance(parse_filters(words), Filters)
    except UsageError as wrong:
        assert str(wrong)
