"""Stated futures and duties: promises, threats, refusals and demands beside the act itself."""

from __future__ import annotations

import pytest

from dragoman.coding import code
from dragoman.language import analyse
from dragoman.model.report import Report, report_id

# The tables are tested for what they say; the encoder would cover what they get wrong.
pytestmark = pytest.mark.usefixtures("tables_alone")

STATED = [
    ("Ghana will release the Togolese sailors.", "AGREE", "0353", "GHA", "TGO"),
    ("Ghana said it would release the Togolese sailors.", "AGREE", "0353", "GHA", "TGO"),
    ("Ghana to host the Togolese president", "AGREE", "036", "GHA", "TGOGOV"),
    ("Ghana will not release the Togolese sailors.", "REJECT", "1243", "GHA", "TGO"),
    ("Ghana said it would not withdraw its troops from Togo.", "REJECT", "1246", "GHA", "TGO"),
    ("Ghana will expel two Togolese diplomats.", "THREATEN", "1313", "GHA", "TGOGOV"),
    ("Ghana said it would attack Togo.", "THREATEN", "138", "GHA", "TGO"),
    ("Ghana plans to release the Togolese sailors.", "AGREE", "0353", "GHA", "TGO"),
    ("Ghana is prepared to impose tariffs on Togo.", "THREATEN", "1312", "GHA", "TGO"),
    ("Ghana said Togo must release the sailors.", "REQUEST", "1053", "GHA", "TGO"),
    ("Ghana said Togo should release the sailors.", "REQUEST", "0253", "GHA", "TGO"),
]


def words_of(text: str) -> set[tuple[str, str, str, str]]:
    """The acts of words that happened: type, code, first actor and recipient."""
    events = code(analyse(Report(report_id(text), text, language="en"))).events
    return {
        (e.type, e.cameo, e.actor[0], e.recipient[0])
        for e in events
        if e.factuality == "happened" and e.actor and e.recipient
    }


@pytest.mark.parametrize(("text", "event_type", "cameo", "actor", "recipient"), STATED)
def test_what_is_stated_flatly_is_an_act_of_words(
    text: str, event_type: str, cameo: str, actor: str, recipient: str
) -> None:
    told = words_of(text)
    assert any(t[:3] == (event_type, cameo, actor) and t[3].startswith(recipient) for t in told), (
        told
    )


@pytest.mark.parametrize(
    "text",
    [
        "Would Ghana release the Togolese sailors?",
        "Ghana would release the Togolese sailors.",
        "Ghana would have released the Togolese sailors.",
        "Mali said Ghana would release the Togolese sailors.",
        "Ghana may release the Togolese sailors.",
        "Ghana must release the Togolese sailors.",
        "Ghana does not plan to release the Togolese sailors.",
        "Ghana may decide to release the Togolese sailors.",
    ],
)
def test_what_is_asked_supposed_or_told_of_another_is_none(text: str) -> None:
    assert words_of(text) == set()


def test_the_planned_act_stays_beside_its_promise() -> None:
    text = "Ghana said it would release the Togolese sailors."
    events = code(analyse(Report(report_id(text), text, language="en"))).events
    assert {(e.type, e.factuality) for e in events} == {
        ("AGREE", "happened"),
        ("RETREAT", "planned"),
    }
    assert len({e.id for e in events}) == len(events)
    assert len({e.event_span for e in events}) == 1
