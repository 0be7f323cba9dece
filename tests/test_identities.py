"""Identities: names put together and kept apart, whatever the order, and people's rulings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.linking.names import blocks
from dragoman.linking.names.identities import bearer_key, identities
from dragoman.model.identity import Answer, Bearer, Identity, IdentityRuling

RECORD = (
    Bearer("Ziyaddin Safarov", reports=("1", "2")),
    Bearer("Ziyaddin Seferov", "person", "AZE", reports=("3",)),
    Bearer("Huseyn Safarov", reports=("1",)),
    Bearer("Hüseyin Seferov", reports=("3",)),
    Bearer("Safarov", reports=("4",)),
    Bearer("Volodymyr Zelensky", "person", "UKR", known=True, reports=("1", "5")),
    Bearer("Zelenskyy", "person", "UKR", reports=("6",)),
    Bearer("Mirziyoyev", "person", "UZB"),
    Bearer("Mirzoyan", "person", "ARM"),
    Bearer("Novruz Mammadov", "person", "AZE", "Prime Minister"),
    Bearer("Ziya Mammadov", "person", "AZE", "Transport Minister"),
    Bearer("Mammadov", "person", "AZE"),
    Bearer("Khankendi", "place", "AZE"),
    Bearer("Stepanakert", "place", "AZE"),
    Bearer("Turkey", "state", "TUR", codes=("TUR",)),
    Bearer("Türkiye", "state", "TUR", codes=("TUR",)),
    Bearer("IAEA", "organisation"),
    Bearer("International Atomic Energy Agency", "organisation"),
)


def groups(found: list[Identity]) -> set[frozenset[str]]:
    """The names of each identity."""
    return {frozenset(m.name for m in identity.members) for identity in found}


def ruling(a: str, b: str, answer: Answer) -> IdentityRuling:
    return IdentityRuling(a, b, answer, "ana", "I asked him", "2026-11-29")


def test_one_actor_under_several_names() -> None:
    found = groups(identities(RECORD))
    assert {"Ziyaddin Safarov", "Ziyaddin Seferov"} in found
    assert {"Huseyn Safarov", "Hüseyin Seferov"} in found
    assert {"Volodymyr Zelensky", "Zelenskyy"} in found
    assert {"Khankendi", "Stepanakert"} in found
    assert {"Turkey", "Türkiye"} in found
    assert {"IAEA", "International Atomic Energy Agency"} in found


def test_a_surname_that_could_be_two_stays_by_itself_and_says_so() -> None:
    found = {i.name: i for i in identities(RECORD)}
    assert groups(list(found.values())) >= {frozenset({"Mammadov"}), frozenset({"Safarov"})}
    doubts = {(link.a, link.b) for link in found["Mammadov"].doubts}
    assert doubts == {
        ("Mammadov (AZE)", "Novruz Mammadov (AZE)"),
        ("Mammadov (AZE)", "Ziya Mammadov (AZE)"),
    }


def test_every_identity_tells_how_sure_it_is_and_why() -> None:
    for identity in identities(RECORD):
        assert len(identity.links) == len(identity.members) - 1
        assert all(link.reason for link in (*identity.links, *identity.doubts))
        sure = all(link.sure for link in identity.links)
        assert identity.status == ("certain" if sure else "proposed")


def test_two_names_of_the_actor_tables_are_two_actors() -> None:
    alike = [Bearer(n, "person", "AZE", known=True) for n in ("Ali Asadov", "Ali Asadof")]
    assert len(identities(alike)) == 2


@settings(deadline=None, max_examples=25)
@given(st.permutations(RECORD))
def test_the_order_of_names_does_not_matter(names: list[Bearer]) -> None:
    assert identities(names) == identities(RECORD)


@settings(deadline=None, max_examples=25)
@given(st.sets(st.sampled_from(RECORD), min_size=1))
def test_every_name_is_in_one_identity(names: set[Bearer]) -> None:
    members = [bearer_key(m) for i in identities(names) for m in i.members]
    assert sorted(members) == sorted(bearer_key(b) for b in names)


def test_a_name_added_twice_changes_nothing() -> None:
    assert identities([*RECORD, *RECORD]) == identities(RECORD)


def test_a_ruling_joins_what_was_apart_and_tells_who_made_it() -> None:
    one = ruling("Mammadov (AZE)", "Ziya Mammadov (AZE)", "same")
    found = next(i for i in identities(RECORD, [one]) if len(i.members) == 2 and "Mam" in i.name)
    assert found.status == "ruled"
    assert found.links[0].reason == "ruled same by ana on 2026-11-29: I asked him"


@pytest.mark.parametrize("answer", ["different", "unsure"])
def test_a_ruling_keeps_apart_what_was_joined(answer: Answer) -> None:
    one = ruling("Khankendi", "Stepanakert", answer)
    assert {"Khankendi"} in groups(identities(RECORD, [one]))


def test_the_last_ruling_on_a_pair_counts() -> None:
    first = ruling("Khankendi", "Stepanakert", "different")
    last = ruling("Stepanakert", "Khankendi", "same")
    assert {"Khankendi", "Stepanakert"} in groups(identities(RECORD, [first, last]))


def test_without_its_ruling_all_is_as_before() -> None:
    assert identities(RECORD, []) == identities(RECORD)


def test_a_ruling_on_names_that_are_not_there_changes_nothing() -> None:
    assert identities(RECORD, [ruling("Nobody", "Somebody", "same")]) == identities(RECORD)


@settings(deadline=None, max_examples=25)
@given(st.sets(st.sampled_from(RECORD), min_size=1))
def test_what_is_ruled_apart_never_meets(names: set[Bearer]) -> None:
    one = ruling("Ziyaddin Safarov", "Ziyaddin Seferov (AZE)", "different")
    for group in groups(identities(names, [one])):
        assert not {"Ziyaddin Safarov", "Ziyaddin Seferov"} <= group


def test_a_key_of_many_names_does_not_compare_each_with_each() -> None:
    many = [Bearer(f"{'Abcdefghij'[n % 10]}{n} Mammadov") for n in range(3 * blocks.MOST)]
    compared = sum(1 for _ in blocks.candidates(many))
    assert compared < len(many) * 2 * blocks.MOST
