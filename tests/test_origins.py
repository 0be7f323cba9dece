"""Independent origins: what is left when copies, quotations and citations are folded."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.linking.origins import circles, links, only_origin, origins, rested_on, tellings_of
from dragoman.linking.origins.speakers import Speaker
from dragoman.model.origin import Telling
from dragoman.model.span import Span
from tests.origin_reports import groups, origins_of, told

MINISTRY = (
    "Reuters",
    1,
    "{Police detained 12 activists in Ganja} on Tuesday, the interior ministry said.",
)
COPY = (
    "Northern Star",
    1,
    f"GANJA, July 1 (Reuters) - {MINISTRY[2]}",
)
THROUGH = (
    "Civil Georgia",
    2,
    "{Azerbaijani police arrested a dozen activists}, Turan said, citing the Interior Ministry.",
)
LAWYER = (
    "Turan",
    1,
    "{Twelve activists were arrested} in Ganja, their lawyer Aida Karimova told Turan.",
)
RELATIVES = (
    "Meydan TV",
    2,
    "{At least 14 people were taken away}, two relatives told Meydan TV.",
)
AGAIN = ("OC Media", 2, "{A dozen people are in custody}, lawyer Aida Karimova said.")
ALL = (MINISTRY, COPY, THROUGH, LAWYER, RELATIVES, AGAIN)


def test_copies_chains_and_the_same_speaker_are_one_origin() -> None:
    assert groups(*ALL) == [
        ("statement", "the Interior Ministry", [0, 1, 2]),
        ("witness", "Aida Karimova", [3, 5]),
        ("witness", None, [4]),
    ]


def test_two_outlets_that_name_nobody_are_two() -> None:
    assert groups(
        ("Ganja Herald", 1, "{Soldiers closed the road} to the mine before dawn."),
        ("Lankaran Post", 1, "{The army blocked the way} up to the mine on Tuesday."),
    ) == [("own", "Ganja Herald", [0]), ("own", "Lankaran Post", [1])]


def test_papers_that_credit_one_agency_are_one_though_words_differ() -> None:
    assert groups(
        ("Ganja Herald", 1, "MAPUTO, July 1 (AFP) - {Rebels burned a depot} near Palma."),
        ("Lankaran Post", 2, "{A warehouse was set on fire} by insurgents, AFP reported."),
    ) == [("agency", "Agence France-Presse", [0, 1])]


def test_unnamed_sources_of_two_outlets_are_not_told_to_be_one() -> None:
    assert groups(
        ("Reuters", 1, "{The envoy offered a truce}, two officials told Reuters."),
        ("Ganja Herald", 1, "{A ceasefire was offered}, a senior official said."),
        ("Lankaran Post", 2, "{The envoy had offered a truce}, officials told Reuters."),
    ) == [("unnamed", None, [0, 2]), ("unnamed", None, [1])]


def test_each_reason_slices_back_and_is_said_in_words() -> None:
    texts = {told(*one)[0].report.id: told(*one)[0].report.text for one in ALL}
    for origin in origins_of(*ALL):
        assert origin.reasons
        for reason in origin.reasons:
            assert reason.report in origin.reports
            if reason.span:
                assert reason.span.of(texts[reason.report]).strip()
    shown = {
        r.span.of(texts[r.report]): r.words for o in origins_of(*ALL) for r in o.reasons if r.span
    }
    assert shown["Turan"] == "cites Turan"
    assert shown["two relatives"] == "on the word of two relatives"


@settings(deadline=None, max_examples=25)
@given(st.randoms(use_true_random=False), st.integers(1, len(ALL)))
def test_the_order_does_not_matter(chance: random.Random, count: int) -> None:
    pairs = [told(*one) for one in ALL[:count]]
    wanted = origins([t for _, t in pairs], [f for f, _ in pairs])
    shuffled = [*pairs]
    chance.shuffle(shuffled)
    tellings = [t for _, t in shuffled]
    assert origins(tellings * 2, [f for f, _ in reversed(shuffled)]) == wanted


@settings(deadline=None, max_examples=25)
@given(st.sets(st.sampled_from(ALL), min_size=1))
def test_each_telling_is_in_one_origin(chosen: set[tuple[str, int, str]]) -> None:
    found = [t for origin in origins_of(*sorted(chosen)) for t in origin.tellings]
    assert sorted(t.report for t in found) == sorted(told(*one)[1].report for one in chosen)


@settings(deadline=None, max_examples=15)
@given(st.sets(st.sampled_from(ALL), min_size=1), st.integers(3, 28))
def test_a_reprint_is_no_further_origin(chosen: set[tuple[str, int, str]], number: int) -> None:
    texts = sorted(chosen)
    before = origins_of(*texts)
    reprint = ("Reprinting Times", number, texts[0][2])
    assert len(origins_of(*texts, reprint)) == len(before)


def test_a_circle_is_found_and_nothing_stands_behind_it() -> None:
    circle = (
        ("Ganja Herald", 1, "{Troops crossed the river}, according to Lankaran Post."),
        ("Lankaran Post", 1, "{Troops have crossed the river}, Ganja Herald reported."),
    )
    (origin,) = origins_of(*circle)
    assert origin.circular
    assert (origin.kind, origin.name) == ("unnamed", None)
    pairs = [told(*one) for one in circle]
    (found,) = circles([t for _, t in pairs], [f for f, _ in pairs])
    assert found.outlets == ("Ganja Herald", "Lankaran Post")
    assert [r.words for r in found.shown] == ["cites Lankaran Post", "cites Ganja Herald"]


def test_a_chain_is_no_circle() -> None:
    chain = (
        ("Ganja Herald", 1, "{Troops crossed the river} at dawn."),
        ("Lankaran Post", 1, "{Troops have crossed the river}, Ganja Herald reported."),
        ("Sheki Daily", 2, "{Soldiers crossed the river}, Lankaran Post said."),
    )
    pairs = [told(*one) for one in chain]
    assert circles([t for _, t in pairs], [f for f, _ in pairs]) == ()
    assert groups(*chain) == [("own", "Ganja Herald", [0, 1, 2])]
    known = links([t for _, t in pairs], [f for f, _ in pairs])
    rested = rested_on(pairs[0][1].report, known)
    assert [t.report for t in rested] == sorted(t.report for _, t in pairs[1:])
    assert rested_on(pairs[2][1].report, known) == ()


def test_events_are_tellings_of_the_act_and_its_parties() -> None:
    found, _ = told(*MINISTRY)
    (telling,) = tellings_of(found)
    assert telling.span.of(found.report.text) == "Police detained 12 activists"
    assert telling.event == found.events[0].id
    assert tellings_of(found, ()) == ()


def test_what_rests_on_one_is_told() -> None:
    one = origins_of(MINISTRY, COPY)
    assert only_origin(one) == one[0]
    assert only_origin(origins_of(*ALL)) is None
    assert only_origin(()) is None


def test_a_document_is_known_through_the_outlet_that_has_it() -> None:
    assert groups(
        (
            "Ganja Herald",
            1,
            "{Four posts will close}, according to a memo seen by the Ganja Herald.",
        ),
        ("Lankaran Post", 2, "{Four posts are to be closed}, the Ganja Herald reported."),
        ("Sheki Daily", 2, "{Four posts will close}, the health ministry said."),
    ) == [("own", "Ganja Herald", [0, 1]), ("statement", "the health ministry", [2])]


def test_a_mouthpiece_is_its_body_and_a_capital_its_government() -> None:
    assert groups(
        ("Ganja Herald", 1, "{The envoy will stay}, said a spokeswoman for the foreign ministry."),
        ("Lankaran Post", 1, "{The envoy stays}, Azerbaijan's foreign ministry said."),
        ("Sheki Daily", 2, "{The envoy stays for now}, Baku said."),
    ) == [("statement", "a spokeswoman for the foreign ministry", [0, 1, 2])]


def test_a_denial_is_no_copy() -> None:
    found = groups(
        ("Ganja Herald", 1, "{The mayor has offered to resign}, an aide said."),
        (
            "Lankaran Post",
            1,
            "{The mayor has not offered to resign}, her lawyer, Ana Lomidze, said.",
        ),
    )
    assert [numbers for _, _, numbers in found] == [[0], [1]]


def test_of_several_agencies_the_one_that_others_rest_on_counts() -> None:
    assert groups(
        ("Ganja Herald", 1, "{The summit ended without a declaration}.\n\n(AFP, Reuters)"),
        ("Reuters", 1, "{Leaders left the summit with no common text} on Tuesday."),
        ("Sheki Daily", 2, "{No text came out of the summit}. We waited at the door."),
    ) == [("agency", "Reuters", [0, 1]), ("own", "Sheki Daily", [2])]


def test_what_came_later_is_not_followed() -> None:
    found = groups(
        ("Ganja Herald", 1, "{Troops crossed the river}, Lankaran Post reported."),
        ("Lankaran Post", 9, "{Troops crossed the river}, the defence ministry said."),
    )
    assert [numbers for _, _, numbers in found] == [[0], [1]]


def test_a_body_that_could_be_two_is_neither() -> None:
    found = groups(
        ("Ganja Herald", 1, "{Two ships sank}, the health ministry said."),
        ("Lankaran Post", 1, "{A pair of ships went down}, the defence ministry said."),
        ("Sheki Daily", 2, "{Ships were lost}, the ministry said."),
        ("Astara News", 2, "{Ships sank}, a spokesman for the defence ministry said."),
    )
    assert [numbers for _, _, numbers in found] == [[0], [1, 3], [2]]


def test_a_name_of_a_body_in_short_is_its_name_in_full() -> None:
    assert groups(
        ("Ganja Herald", 1, "{Two ships sank}, the IAEA said."),
        ("Lankaran Post", 1, "{Ships went down}, the International Atomic Energy Agency said."),
    ) == [("statement", "the International Atomic Energy Agency", [0, 1])]


def test_a_source_told_by_an_adjective_alone_is_named_as_its_state() -> None:
    assert Speaker("statement", "Kenyan").label == "Kenya"
    assert Speaker("statement", "Kenyan officials").label == "Kenyan officials"


def test_whom_a_report_does_not_name_adds_no_origin_to_it() -> None:
    text = (
        "Gunmen raided a depot near Lome. Officials said that four guards were hurt in the raid. "
        "Western sources blamed the raid on rebels."
    )
    found, _ = told("Lome Herald", 3, "{" + text + "}")
    places = [text.index(words) for words in ("raided", "were hurt", "blamed")]
    tellings = [Telling(found.report.id, Span(at, at + 6)) for at in places]
    (only,) = origins(tellings, [found])
    assert (only.kind, only.name, len(only.tellings)) == ("own", "Lome Herald", 3)
