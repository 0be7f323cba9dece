"""Pages with several articles: each with its own title, outlet, date and text."""

from __future__ import annotations

import pytest

from dragoman.ingest import Given, read_text
from dragoman.model.report import Report
from dragoman.model.when import day, month
from tests.ingest_files import date_of as d

BODY = (
    "The government of Norland said that the bridge over the Long River would be closed from the "
    "morning on, and that lorries should use the ferry. {} The neighbours in Sudland called it a "
    "pretext. A spokesman said that talks would go on all the same, and that both sides had agreed "
    "to keep the border open for people on foot."
)
FIRST = BODY.format("It gave no reason for the closure.")
SECOND = BODY.format("Two men were held near the bridge at night.")
THIRD = "As of Saturday, August 9: " + BODY.format("A depot burned down.")
FOURTH = BODY.format("The president spoke of sabotage.")

PAGE = f"""logo
Norland closes its only bridge

Norland closes its only bridge

Al Jazeera10-07-2025
{FIRST}
The opinions in this piece are the writer's own and need not be those of Al Jazeera.
Orange background

Comments

No comments yet...

Related Articles

Two held near the bridge
Two held near the bridge

Sample Wire

time15 hours ago

  • Sample Wire

Two held near the bridge

{SECOND}

The quarrel over the bridge: List of key events
The quarrel over the bridge: List of key events

Sample Wire

timea day ago

  • Sample Wire

The quarrel over the bridge: List of key events

{THIRD}

President speaks of sabotage
President speaks of sabotage

Sample Weekly

timea day ago

  • Sample Weekly

President speaks of sabotage

{FOURTH}

DOWNLOAD THE APP

app-storeplay-store
"""


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The reports of the page above."""
    return read_text(PAGE)


def test_each_article_is_a_report_with_its_title_and_text(reports: list[Report]) -> None:
    assert [r.title for r in reports] == [
        "Norland closes its only bridge",
        "Two held near the bridge",
        "The quarrel over the bridge: List of key events",
        "President speaks of sabotage",
    ]
    assert [r.text for r in reports] == [FIRST, SECOND, THIRD, FOURTH]


def test_each_has_its_outlet_and_genre(reports: list[Report]) -> None:
    assert [r.outlet for r in reports] == [
        "Al Jazeera",
        "Sample Wire",
        "Sample Wire",
        "Sample Weekly",
    ]
    assert reports[0].genre == "opinion"
    assert reports[2].genre == "events"
    assert reports[0].notes.disclaimer is not None
    assert reports[1].notes.disclaimer is None


def test_a_date_is_read_in_the_order_of_its_outlet(reports: list[Report]) -> None:
    assert reports[0].date == day(d("2025-07-10"), "page")


def test_a_weekday_places_a_date_in_the_year_of_the_page(reports: list[Report]) -> None:
    assert reports[2].date == day(d("2025-08-09"), "text")


def test_ages_are_counted_from_the_article_that_has_a_date_and_an_age(
    reports: list[Report],
) -> None:
    after, before = reports[1].date, reports[3].date
    assert (after.start, after.end) == (d("2025-08-09"), d("2025-08-11"))
    assert (before.start, before.end) == (d("2025-08-08"), d("2025-08-10"))
    assert {after.basis, before.basis} == {"page"}
    assert {after.precision, before.precision} == {"week"}


def test_ages_without_any_date_stay_unknown() -> None:
    undated = PAGE.replace("10-07-2025", "").replace("Saturday, August 9", "the ninth day")
    assert [r.date.known for r in read_text(undated)] == [False] * 4


def test_a_weekday_without_a_year_in_sight_stays_unknown() -> None:
    (report,) = read_text(THIRD)
    assert not report.date.known


def test_a_date_that_the_user_gives_is_the_first_article_s() -> None:
    found = read_text(PAGE, Given(date=day(d("2025-07-12")), outlet="Sample Daily"))
    assert found[0].date == day(d("2025-07-12"), "given")
    assert found[0].outlet == "Sample Daily"
    assert found[2].date == day(d("2025-08-09"), "text")
    assert found[2].outlet == "Sample Wire"


def test_articles_parted_by_date_and_author() -> None:
    page = (
        f"Bridge closed\nBy Jane Roe\nJuly 10, 2025\n\n{FIRST}\n\n"
        f"Depot burns\nBy Karl Doe\nJuly 11, 2025\n\n{SECOND}\n"
    )
    one, two = read_text(page)
    assert (one.title, one.author, one.date.start) == ("Bridge closed", "Jane Roe", d("2025-07-10"))
    assert (two.title, two.author, two.date.start) == ("Depot burns", "Karl Doe", d("2025-07-11"))
    assert (one.text, two.text) == (FIRST, SECOND)


def test_headlines_of_other_articles_without_text_are_no_reports() -> None:
    page = (
        f"Bridge closed\nBridge closed\n\nSample Wire\n\n{FIRST}\n\nRelated Articles\n\n"
        "Depot burns\nDepot burns\n\nSample Wire\n\ntime3 hours ago\n\n"
        "Ferry stops\nFerry stops\n\nSample Wire\n\ntimea day ago\n"
    )
    (report,) = read_text(page)
    assert report.text == FIRST


def test_a_chronology_keeps_its_dates_and_has_none_itself() -> None:
    page = f"July 10, 2025\n{FIRST}\nJuly 12, 2025\n{SECOND}"
    (report,) = read_text(page)
    assert "July 10, 2025" in report.text
    assert "July 12, 2025" in report.text
    assert not report.date.known


def test_a_box_of_other_articles_inside_one_takes_nothing_from_it() -> None:
    page = f"{FIRST}\n\nRelated stories\n\nDepot burns\n\nFerry stops\n\n{SECOND}"
    (report,) = read_text(page)
    assert report.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("July 10, 2025", day(d("2025-07-10"), "page")),
        ("Published on 10 July 2025 14:05 GMT", day(d("2025-07-10"), "page")),
        ("Thursday, 10 July 2025", day(d("2025-07-10"), "page")),
        ("Updated: 12 July 2025\nPublished: 10 July 2025", day(d("2025-07-10"), "page")),
        ("2025-07-10", day(d("2025-07-10"), "page")),
        ("10.07.2025", day(d("2025-07-10"), "page")),
        ("25/07/2025", day(d("2025-07-25"), "page")),
        ("BBC | 03/04/2025", day(d("2025-04-03"), "page")),
        ("The New York Times | 03/04/2025", day(d("2025-03-04"), "page")),
        ("July 2025", month(2025, 7, "page")),
    ],
)
def test_dates_of_a_page_s_head(head: str, expected: object) -> None:
    (report,) = read_text(f"Bridge closed over the river\n{head}\n\n{FIRST}")
    assert report.date == expected
    assert report.title == "Bridge closed over the river"
    assert report.text == FIRST


def test_a_date_with_two_readings_is_the_interval_of_both() -> None:
    (report,) = read_text(f"Bridge closed over the river\nSample Wire 03/04/2025\n\n{FIRST}")
    assert (report.date.start, report.date.end) == (d("2025-03-04"), d("2025-04-04"))
    assert report.date.precision == "month"


@pytest.mark.parametrize(
    ("start", "expected", "outlet"),
    [
        ("MIDBRIDGE, July 1, 2025 (Sample Wire) - ", day(d("2025-07-01")), "Sample Wire"),
        ("MIDBRIDGE, Norland, 1 July 2025 — ", day(d("2025-07-01")), None),
        ("As of July 3, 2025, ", day(d("2025-07-03")), None),
    ],
)
def test_dates_of_the_text_s_opening(start: str, expected: object, outlet: str | None) -> None:
    (report,) = read_text(start + FIRST)
    assert report.date == expected
    assert report.outlet == outlet
    assert report.text == start + FIRST


@pytest.mark.parametrize(
    "start",
    [
        "On July 1, 2025, ",
        "In 2024 the two had met. ",
        "MIDBRIDGE (Sample Wire) - ",
        "July was hot. ",
    ],
)
def test_a_date_in_a_sentence_is_no_date_of_publication(start: str) -> None:
    (report,) = read_text(start + FIRST)
    assert not report.date.known
