"""A dateline tells where a story was sent from: none of its words take part in the story."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.language.analysing import analyse
from dragoman.language.datelines import dateline_length, find_datelines
from dragoman.language.parse import paragraphs, parse
from dragoman.model.report import Report
from dragoman.model.when import day

WIRE = "BAKU, July 1 (Sample Wire) - "
SLASHED = "MOSCOW, July 8. /Sample/. "


@pytest.mark.parametrize("line", [WIRE, SLASHED, "TBILISI — ", "YEREVAN, Armenia (SW) -- "])
def test_a_dateline_names_no_actor_place_or_date(line: str) -> None:
    text = f"{line}Turkey and Georgia signed a treaty in Batumi on Friday."
    found = analyse(Report("r", text, date=day(date(2024, 7, 9))))
    spans = [m.span for part in (found.mentions, found.places, found.dates) for m in part]
    assert {"Turkey", "Georgia", "Batumi", "Friday"} <= {s.of(text).strip() for s in spans}
    assert all(s.start >= len(line) for s in spans)


@pytest.mark.parametrize("line", [WIRE, SLASHED])
def test_the_story_begins_a_sentence(line: str) -> None:
    text = f"{line}Turkey signed a treaty."
    assert [s.text for s in parse(text).sents][-1] == "Turkey signed a treaty."


def test_each_paragraph_may_have_one() -> None:
    text = f"A heading\n\n{WIRE}Envoys met.\n\nThey left."
    assert [s.of(text) for s in find_datelines(paragraphs(text))] == [WIRE]


@pytest.mark.parametrize(
    "paragraph",
    ["NATO - the alliance - met.", "Turkey - a neighbour - met.", "Envoys met in Baku.", ""],
)
def test_other_paragraphs_have_none(paragraph: str) -> None:
    assert dateline_length(paragraph) == 0
