"""Whom a harm is laid to, the versions of it that a passage contests, wars and acts in them."""

from __future__ import annotations

from datetime import date

import pytest

import dragoman
from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.linking.incidents import incidents
from dragoman.linking.incidents.features import unlike
from dragoman.linking.incidents.versions import versions
from dragoman.linking.incidents.wholes import COLUMNS
from dragoman.model.findings import Findings
from dragoman.model.report import report_id
from dragoman.model.span import Span
from dragoman.model.tables import read_table
from dragoman.model.when import day


def _coded(text: str, outlet: str, on: date) -> Findings:
    return code_report(verbatim(text, Given(day(on, "given"), outlet), report_id(text)))


CONTESTED = (
    "A Chadian airliner was shot down over Libya on May 3. Libya claimed that the jet had been "
    "taken for a rebel plane. But Chadian and French sources disputed this account, arguing that "
    "Libya's gunners could easily have seen its lights. Some alleged that Tripoli had fired on "
    "purpose."
)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The crash of a Libyan jet, attributed to Chadian air defences, killed nine.", "TCD",
         "LBY"),
        ("After the Libyan jet crash, blamed on Chadian missiles, Tripoli mourned.", "TCD", "LBY"),
        ("The murder of a Libyan consul was blamed on Chad.", "TCD", "LBY"),
    ],
)  # fmt: skip
def test_what_is_laid_to_somebody_is_told_of_him_by_others(
    text: str, actor: str, recipient: str
) -> None:
    found = [e for e in dragoman.code(text, date="2025-06-01").events if e.type == "ASSAULT"]
    assert [e.actor[0][:3] for e in found] == [actor]
    assert [e.recipient[0][:3] for e in found] == [recipient]
    assert found[0].source[-1].kind == "unnamed"


@pytest.mark.parametrize(
    "text",
    [
        "The crash of a Libyan jet, attributed to fog, killed nine.",
        "Chad attributed the crash of a Libyan jet to Sudanese missiles.",
        "The crash of a Libyan jet killed nine.",
    ],
)
def test_what_nobody_unnamed_lays_to_a_force_is_no_attack(text: str) -> None:
    assert not [e for e in dragoman.code(text, date="2025-06-01").events if e.type == "ASSAULT"]


def test_who_is_killed_is_not_killed_by_whom_he_looked_into() -> None:
    text = "A Chadian clerk was killed after investigating Libyan sabotage operations."
    (event, *_) = [e for e in dragoman.code(text).events if e.event_span.of(text) == "killed"]
    assert not [code for code in event.actor if code.startswith("LBY")]


def test_versions_are_set_against_each_other_where_one_is_rejected() -> None:
    found = _coded(CONTESTED, "Delta Post", date(2025, 6, 1))
    told = [span.of(CONTESTED) for _, span in versions(found, Span(0, len(CONTESTED)))]
    assert told == [
        "the jet had been taken for a rebel plane",
        "Libya's gunners could easily have seen its lights",
        "Tripoli had fired on purpose",
    ]
    calm = CONTESTED.replace("disputed this account, arguing", "said")
    assert not list(versions(_coded(calm, "Delta Post", date(2025, 6, 1)), Span(0, len(calm))))


def test_an_incident_holds_the_versions_as_positions() -> None:
    (one,) = [
        i
        for i in incidents([_coded(CONTESTED, "Delta Post", date(2025, 6, 1))], unlike)
        if i.disputes
    ]
    (dispute,) = one.disputes
    assert (dispute.attribute, len(dispute.positions)) == ("cause", 3)


def test_a_narrative_that_is_disputed_denies_no_act() -> None:
    events = _coded(CONTESTED, "Delta Post", date(2025, 6, 1)).events
    assert not [e for e in events if e.event_span.of(CONTESTED) == "shot" and e.denied_by]


@pytest.mark.parametrize("row", read_table("incidents/wholes.tsv", COLUMNS))
def test_a_war_as_a_whole_stands_in_its_example(row: dict[str, str]) -> None:
    assert row["word"] in row["example"].casefold()


def test_a_war_is_not_one_with_an_act_of_it() -> None:
    war = _coded("The Chadian invasion of Libya goes on.", "A", date(2025, 5, 4))
    act = _coded("Chadian troops shelled a Libyan town on May 3.", "B", date(2025, 5, 4))
    again = _coded("The Chadian invasion of Libya, which began long ago, goes on.", "C",
                   date(2025, 5, 5))  # fmt: skip
    both = incidents([war, act, again], lambda _one, _other: 1.0)
    held = [{e for i in both for e in i.events if event.id in i.events}
            for event in (war.events[0], act.events[0])]  # fmt: skip
    assert held[0].isdisjoint(held[1])


def test_what_something_is_called_is_no_act_of_who_calls_it_so() -> None:
    text = "The Chadian president called the strike an attack on all of Africa."
    assert not [e for e in dragoman.code(text).events if e.event_span.of(text) == "attack"]
