"""One act that a sentence tells twice has one row, with the parties of both words."""

from __future__ import annotations

import pytest

from dragoman.coding import code
from dragoman.coding.doubles import DOUBLE_COLUMNS
from dragoman.language import analyse
from dragoman.model.event import Event
from dragoman.model.report import Report, report_id
from dragoman.model.tables import Row, read_table


def told(text: str) -> tuple[Event, ...]:
    return code(analyse(Report(report_id(text), text, language="en"))).events


def with_examples() -> list[Row]:
    return [r for r in read_table("frames/doubles.tsv", DOUBLE_COLUMNS) if r["example"]]


@pytest.mark.parametrize("row", with_examples(), ids=lambda r: r.place)
def test_no_type_is_told_twice_in_an_example(row: Row) -> None:
    types = [e.type for e in told(row["example"]) if e.factuality == "happened"]
    assert len(types) == len(set(types)) <= 1


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        ("Kenya retaliated by expelling two Somali envoys.", "expelling", "KEN", "SOM"),
        (
            "Officials of Fiji held talks with officials of Tonga to discuss herring.",
            "talks",
            "FJI",
            "TON",
        ),
        (
            "Fiji retaliated by summoning the envoy of Tonga to hand over a note of protest.",
            "summoning",
            "FJI",
            "TON",
        ),
    ],
)
def test_the_row_that_remains_has_the_parties_of_both(
    text: str, word: str, actor: str, recipient: str
) -> None:
    (event,) = told(text)
    assert event.event_span.of(text) == word
    assert [c[:3] for c in event.actor] == [actor]
    assert [c[:3] for c in event.recipient] == [recipient]


def test_the_finer_recipient_is_kept() -> None:
    text = "The premier of Fiji travelled to Tonga for a meeting with the Tongan king."
    (event,) = told(text)
    assert (event.mode, event.recipient) == ("visit", ("TONGOV",))
    assert [s.of(text) for s in event.recipient_spans] == ["Tongan king"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru expelled the Chilean envoy and recalled its own.", {"expelled", "recalled"}),
        ("Gabon condemned the attack of Chad on Niger.", {"condemned", "attack"}),
        ("Peru arrested two Chilean envoys and seized their car.", {"arrested", "seized"}),
    ],
)
def test_two_acts_have_two_rows(text: str, words: set[str]) -> None:
    assert {e.event_span.of(text) for e in told(text)} == words
