"""The actor tables fit their schema, contradict each other nowhere and cover the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.actor_columns import PREFIXES, day_after, first_day
from dragoman.language.actor_rows import Dated, Named, Person, State, held_on, overlap
from dragoman.language.actor_tables import (
    NAMED_TABLES,
    agents,
    named,
    people,
    sectors,
    state_codes,
    states,
    titles,
)
from dragoman.model.errors import TableError
from dragoman.model.tables import USER_TABLES

# Two who follow each other in an office may both hold their name for that long.
HAND_OVER = timedelta(days=180)


def test_all_members_of_the_united_nations_are_there() -> None:
    members = [s for s in states() if s.kind == "un"]
    assert len(members) == 193
    assert all(s.iso2 and s.geonameid for s in members)
    # They share their adjectives with a larger neighbour, which is meant by default.
    assert {s.code for s in members if not s.adjectives} == {"COG", "DMA"}


@pytest.mark.parametrize("code", ["TWN", "XKX", "PSE", "VAT", "ESH", "HKG", "SUN", "YUG", "XAB"])
def test_states_beyond_the_members_are_there(code: str) -> None:
    assert code in state_codes()


def test_codes_and_ids_are_given_once() -> None:
    assert len(state_codes()) == len(states())
    for field in ("iso2", "geonameid"):
        given_ = [v for s in states() if (v := getattr(s, field))]
        assert len(given_) == len(set(given_))


def test_points_lie_on_the_globe() -> None:
    for s in states():
        assert -90 <= s.lat <= 90, s.code
        assert -180 <= s.lon <= 180, s.code


def test_codes_stand_for_a_state_or_a_prefix_and_a_sector() -> None:
    known = set(sectors())
    for code in [p.actor for p in people()] + [n.code for n in named()]:
        assert len(code) == 6, code
        assert code[:3] in PREFIXES or (code[:3] in state_codes() and code[3:] in known), code


def test_prefixes_are_explained() -> None:
    assert set(PREFIXES) <= set(sectors())


def test_organisations_that_people_serve_have_a_row() -> None:
    rows = {n.code for n in named()}
    assert {p.code for p in people() if len(p.code) == 6} <= rows


def test_codes_of_organisations_are_not_shared() -> None:
    """One IGO, MNC or IMG code names one actor, so that no two are counted as one."""
    names = defaultdict(set)
    for n in named():
        if n.code[:3] in ("IGO", "MNC", "IMG"):
            names[n.code].add(n.name)
    assert {c: n for c, n in names.items() if len(n) > 1} == {}


def test_rows_begin_before_they_end() -> None:
    rows: list[Dated] = [*states(), *people(), *named()]
    for row in rows:
        assert not (row.since and row.until) or row.since < row.until, row


def test_no_name_has_two_meanings_at_one_time_unless_marked() -> None:
    meanings: dict[str, list[tuple[str, Dated]]] = defaultdict(list)
    for key, names, row in _meanings():
        for name in names:
            meanings[name].append((key, row))
    clashes = {
        (name, a[0], b[0])
        for name, rows in meanings.items()
        for a, b in combinations(rows, 2)
        if a[0] != b[0] and _together(a[1], b[1]) > HAND_OVER
    }
    assert clashes == set()


def test_names_are_clean() -> None:
    for _, names, row in _meanings():
        for name in names:
            assert name, row
            assert name == " ".join(name.split()), row
            assert "?" not in name, row


def test_a_mark_and_its_absence_do_not_stand_side_by_side() -> None:
    rows: list[Person | Named] = [*people(), *named()]
    for row in rows:
        assert not set(row.aliases) & set(row.doubtful), row


def test_persons_carry_their_aliases_on_every_row() -> None:
    rows = [p for p in people() if p.name == "Vladimir Putin"]
    assert len(rows) > 2
    assert all("Putin" in p.aliases for p in rows)
    assert {p.office for p in rows if held_on(p, date(2010, 1, 1))} == {"Prime Minister"}


@pytest.mark.parametrize(
    ("surname", "day", "name"),
    [
        ("Aliyev", date(1999, 5, 1), "Heydar Aliyev"),
        ("Aliyev", date(2024, 12, 26), "Ilham Aliyev"),
        ("Pashinyan", date(2020, 11, 10), "Nikol Pashinyan"),
        ("Macron", date(2022, 3, 1), "Emmanuel Macron"),
        ("Rutte", date(2025, 1, 1), "Mark Rutte"),
        ("Bush", date(2003, 3, 20), "George W. Bush"),
    ],
)
def test_a_surname_means_who_held_office(surname: str, day: date, name: str) -> None:
    assert {p.name for p in people() if surname in p.aliases and held_on(p, day)} == {name}


def test_every_member_state_has_a_leader_since_2000() -> None:
    led = {p.code for p in people() if p.until is None or p.until > date(2000, 1, 1)}
    # Small states whose heads of government are little named in world news.
    missing = {s.code for s in states() if s.kind == "un"} - led
    assert missing <= {"SMR"}


def test_groups_change_what_they_are() -> None:
    taliban = [n for n in named() if "Afghan Taliban" in n.aliases]
    assert [n.code for n in taliban if held_on(n, date(2010, 1, 1))] == ["AFGREB"]
    assert [n.code for n in taliban if held_on(n, date(2023, 1, 1))] == ["AFGGOV"]


def test_the_world_is_covered_broadly() -> None:
    count: dict[str, int] = defaultdict(int)
    for n in named():
        count[n.kind] += 1
    assert set(count) == set(NAMED_TABLES.values())
    assert count["body"] >= 500
    assert min(count[k] for k in ("organisation", "group", "company", "media")) >= 250
    assert len({p.name for p in people()}) >= 900
    assert len({n.code[:3] for n in named() if n.kind == "body"}) >= 120


def test_agents_are_found_in_singular_and_plural() -> None:
    for words, sector in [
        ("troops", "MIL"),
        ("gunman", "UAF"),
        ("gunmen", "UAF"),
        ("foreign ministries", "GOV"),
        ("members of parliament", "LEG"),
        ("police", "COP"),
    ]:
        assert agents()[words].sector == sector, words
    assert len({a.phrase for a in agents().values()}) >= 700


def test_agents_differ_where_their_words_differ() -> None:
    for key, agent in agents().items():
        assert key in (agent.phrase.lower(), agent.plural.lower()), key


def test_titles_of_more_words_come_first() -> None:
    lengths = [len(t.split()) for t in titles()]
    assert lengths == sorted(lengths, reverse=True)
    assert len(lengths) >= 300
    assert titles()["lieutenant general"].sector == "MIL"


def test_a_wrong_row_is_refused_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "actors" / "companies.tsv"
    table.parent.mkdir()
    table.write_text("code\tname\taliases\tkind\tsince\tuntil\nQQQBUS\tAcme\t\tcompany\n")
    monkeypatch.setenv(USER_TABLES, str(tmp_path))
    with pytest.raises(TableError, match=r"companies\.tsv:2: column 'code' has 'QQQBUS'"):
        named.__wrapped__()


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_days_months_and_years_nest(day: date) -> None:
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        first, after = first_day(text), day_after(text)
        assert first and after and first <= day < after


@pytest.mark.parametrize("text", ["2020-13", "2020-1", "20", "yesterday", "2020-02-30"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        first_day(text)


def _meanings() -> Iterable[tuple[str, Iterable[str], State | Person | Named]]:
    for s in states():
        yield s.code, (s.name, *s.aliases, *s.adjectives, *s.peoples, *s.seats), s
    for p in people():
        yield p.name, (p.name, *p.aliases), p
    for n in named():
        yield f"{n.kind} {n.code} {n.name}", (n.name, *n.aliases), n


def _together(a: Dated, b: Dated) -> timedelta:
    """How long both rows held at once."""
    if not overlap(a, b):
        return timedelta()
    starts = [r.since or date.min for r in (a, b)]
    ends = [r.until or date.max for r in (a, b)]
    return min(ends) - max(starts)
