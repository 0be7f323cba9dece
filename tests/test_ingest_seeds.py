"""Five real articles, debris and all, kept beside the project: read where they are at hand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dragoman.ingest import read_text
from dragoman.ingest.debris import debris
from dragoman.model.report import Report

FOLDER = Path(__file__).parents[2] / "shared" / "seeds"
PATHS = sorted(FOLDER.glob("*.txt"))

pytestmark = pytest.mark.skipif(
    not PATHS, reason="the five real articles are kept outside the project, and are not here"
)


def seed(number: int) -> tuple[str, list[Report]]:
    """A seed's raw text and its reports."""
    raw = PATHS[number].read_text(encoding="utf-8")
    return raw, read_text(raw)


def test_the_page_of_an_aggregator_gives_four_dated_reports() -> None:
    _, reports = seed(2)
    starts = [r.date.start for r in reports]
    assert starts[0] == date(2025, 7, 10)
    assert len(starts) == 4
    assert all(s in (date(2025, 8, 8), date(2025, 8, 9)) for s in starts[1:])
    assert {r.outlet for r in reports} == {"Al Jazeera"}
    assert reports[2].genre == "events"
    assert all(r.title for r in reports)


def test_the_others_give_one_report_each() -> None:
    assert [len(seed(n)[1]) for n in (0, 1, 3, 4)] == [1, 1, 1, 1]


def test_titles_only_where_there_are_some() -> None:
    assert [bool(seed(n)[1][0].title) for n in (0, 1, 3, 4)] == [False, False, True, False]


def test_the_note_on_the_author_is_kept_apart() -> None:
    (report,) = seed(4)[1]
    assert report.notes.biography is not None
    assert report.author is not None
    assert report.author not in report.text


@pytest.mark.parametrize("number", range(5))
def test_every_sentence_of_the_articles_survives(number: int) -> None:
    raw, reports = seed(number)
    kept = "\n".join(
        part
        for r in reports
        for part in (r.title, r.text, r.notes.biography, r.notes.disclaimer, r.notes.credits)
        if part
    )
    lines = [line.strip() for line in raw.splitlines()]
    lost = [
        sentence
        for line in lines
        if not debris().is_debris(line)
        for sentence in re.split(r"(?<=[.!?”])\s+", line)
        if len(sentence.split()) >= 8 and sentence not in kept
    ]
    assert lost == []


@pytest.mark.parametrize("number", range(5))
def test_no_line_of_debris_survives(number: int) -> None:
    table = debris()
    for report in seed(number)[1]:
        for line in report.text.split("\n"):
            assert not table.is_debris(line), line
            assert not table.fits("credit", line), line
            assert not table.fits("disclaimer", line), line
        assert report.language == "en"
