"""Dating a report from inside: what its words allow, and never more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.known_events import named_events
from dragoman.language.publication import date_from_inside, publication_bounds
from dragoman.model.report import Report, report_id
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When, day

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

COMING_SUMMIT = """The government is tidying the capital for COP29, which the country will host next
month. On October 3 a group of lawmakers abroad sent a letter about its prisons. The minister
answered the next day."""

LATE_RECALL = """The harbour authority opened a second pier in March 2025. Its head recalled that at
COP26 in Glasgow the port had promised to burn no more heavy oil."""

QUOTED_FUTURE = """The archive opened in 2019. Among its papers is a note of a clerk. "Next month we
will host COP21 and the guests will see the new road," it says."""

HISTORY = """The treaty of 1828 moved the border to the river. In 1920 the army came back over it.
Nobody asked the villages."""

CONTRADICTION = """The upcoming COP27 will fill the hotels. Traders here lost much in the Azerbaijan
Airlines crash of December 2024."""

VISIT = """Last month, Putin visited Baku and both sides signed papers. Shops in the old town sold
out of flags, said a trader who follows the Zangezur corridor."""

AFTER_ONLY = """The Alaska summit ended without a paper. Fishermen in Nome saw only the planes."""

SAID_OF_LATER = """The mayor said the 2030 games had been on his mind. A candidate for the 2028 vote
listened."""

OFFICE = """Foreign Minister Abbas Araghchi flew home. His hosts kept silent."""

FORECAST = """The bank said in 2015 that output will double by 2020. The bridge was finished in May
2023."""

VAGUE = """Officials met and talked. They will meet again on Friday, or later this month."""


def bounds(text: str) -> tuple[str | None, str | None]:
    found = publication_bounds(text)
    return (
        found.start.isoformat() if found.start else None,
        found.end.isoformat() if found.end else None,
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param(COMING_SUMMIT, "2024-10-04", "2024-11-01", id="an event of next month"),
        pytest.param(LATE_RECALL, "2025-03-01", None, id="an old event recalled"),
        pytest.param(QUOTED_FUTURE, "2019-01-01", None, id="a future inside quotation marks"),
        pytest.param(HISTORY, "1920-01-01", None, id="historical dates alone"),
        pytest.param(CONTRADICTION, None, None, id="clues that contradict each other"),
        pytest.param(VISIT, "2024-09-01", "2024-10-01", id="one of several visits"),
        pytest.param(AFTER_ONLY, "2025-08-15", None, id="only a lower bound"),
        pytest.param(SAID_OF_LATER, None, None, id="years spoken of are no years lived"),
        pytest.param(OFFICE, "2024-08-21", None, id="an office that had begun"),
        pytest.param(FORECAST, "2023-05-01", None, id="a forecast told as past"),
        pytest.param(VAGUE, None, None, id="relative words without an anchor"),
    ],
)
def test_a_report_is_bounded_by_what_it_tells(
    text: str, start: str | None, end: str | None
) -> None:
    assert bounds(text) == (start, end)


def test_the_precision_is_that_of_the_interval() -> None:
    assert publication_bounds(COMING_SUMMIT) == When(
        date(2024, 10, 4), date(2024, 11, 1), "month", "text"
    )
    assert publication_bounds(AFTER_ONLY).precision == "unknown"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Delegates left Dubai. COP28 took place last week.", "2023-12-04", "2023-12-25"),
        ("The upcoming COP30 worries growers.", None, "2025-11-10"),
        ("The country hosted COP29 last year.", "2025-01-01", "2026-01-01"),
        ("Talks on a possible Second Karabakh War began.", None, None),
        ("Vice President Joe Biden came.", "2009-01-20", None),
        ("After COP29, which ended badly, envoys stayed.", "2024-11-11", None),
        ("Last month a court fined a firm that had sponsored COP26.", None, None),
        ("Crowds marked the Rose Revolution.", "2003-11-03", None),
    ],
)
def test_what_stands_beside_a_known_event(text: str, start: str | None, end: str | None) -> None:
    assert bounds(text) == (start, end)


def test_a_known_date_is_left_alone() -> None:
    report = Report(report_id("x"), COMING_SUMMIT, date=day(date(2025, 1, 1), "given"))
    assert date_from_inside(report) is report


def test_a_report_that_tells_nothing_stays_undated() -> None:
    report = Report(report_id("x"), VAGUE)
    assert date_from_inside(report).date == UNKNOWN


def test_the_title_counts() -> None:
    report = Report(report_id("x"), "Shops are full.", title="The upcoming COP29 fills the shops")
    assert date_from_inside(report).date.end == date(2024, 11, 11)


def test_words_of_a_joined_alias_stand_in_one_sentence() -> None:
    apart = "Putin flew home. Baku was calm after the visit."
    sentences = [Span(0, 17), Span(17, len(apart))]
    assert named_events(apart, sentences) == []
    together = "Putin ended his visit to Baku."
    (named, *_) = named_events(together, [Span(0, len(together))])
    assert len(named.events) > 2
    assert all(e.start < e.end for e in named.events)


def test_a_long_line_full_of_clues_is_read_to_its_end() -> None:
    assert publication_bounds('"a COP29 last month in 2020 ' * 3000) == UNKNOWN


@given(st.text(max_size=300))
def test_any_text_gives_an_interval_or_nothing(text: str) -> None:
    found = publication_bounds(text)
    assert found == publication_bounds(text)
    assert found.basis == ("text" if found.known else "none")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real reports are not beside the checkout")
@pytest.mark.parametrize(
    ("number", "earliest", "truth"),
    [
        ("000", date(2025, 2, 1), date(2025, 3, 15)),
        ("001", date(2025, 8, 8), date(2025, 10, 15)),
        ("003", date(2024, 10, 3), date(2024, 10, 15)),
        ("004", date(2024, 9, 1), date(2024, 9, 15)),
    ],
)
def test_real_reports(number: str, earliest: date, truth: date) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    found = publication_bounds(path.read_text(encoding="utf-8"))
    assert found.start is not None
    assert earliest <= found.start <= truth
    assert found.end is None or truth < found.end


def test_a_list_under_dates_is_no_older_than_the_last_of_them() -> None:
    text = "May 3, 2024\n\nChad bombs a Libyan town.\n\nMay 9, 2024\n\nLibya recalls its envoy.\n"
    assert publication_bounds(text).start == date(2024, 5, 9)
    ahead = text.replace("Libya recalls", "Libya will recall")
    assert publication_bounds(ahead).start == date(2024, 5, 3)
