"""Temporal expressions: what is found, its TIMEX3 value, and the interval it stands for."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.language.dates import find_dates
from dragoman.model.event import DateMention
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When, day, month

WEDNESDAY = day(date(2025, 3, 12))


def only(text: str, reference: When = WEDNESDAY) -> DateMention:
    found = find_dates(text, reference)
    assert len(found) == 1, [m.text for m in found]
    return found[0]


def values(text: str, reference: When = WEDNESDAY) -> list[tuple[str, str]]:
    return [(m.text, m.timex) for m in find_dates(text, reference)]


def interval(mention: DateMention) -> tuple[str | None, str | None]:
    when = mention.when
    return (
        when.start.isoformat() if when.start else None,
        when.end.isoformat() if when.end else None,
    )


@pytest.mark.parametrize(
    ("text", "timex", "start", "end", "precision"),
    [
        ("They met on 7 October 2023.", "2023-10-07", "2023-10-07", "2023-10-08", "day"),
        ("They met on October 7th, 2023.", "2023-10-07", "2023-10-07", "2023-10-08", "day"),
        ("Signed on 2023-10-07.", "2023-10-07", "2023-10-07", "2023-10-08", "day"),
        ("Signed on 07.10.2023.", "2023-10-07", "2023-10-07", "2023-10-08", "day"),
        ("Signed on 25/12/2023.", "2023-12-25", "2023-12-25", "2023-12-26", "day"),
        ("It fell in October 2023.", "2023-10", "2023-10-01", "2023-11-01", "month"),
        ("It fell in late July 2024.", "2024-07", "2024-07-21", "2024-08-01", "week"),
        ("It fell at the end of March 2024.", "2024-03", "2024-03-21", "2024-04-01", "week"),
        ("By mid-2024 it was over.", "2024", "2024-05-01", "2024-09-01", "season"),
        ("In the third quarter of 2024.", "2024-Q3", "2024-07-01", "2024-10-01", "season"),
        ("Trade fell in summer 2023.", "2023-SU", "2023-06-01", "2023-09-01", "season"),
        ("It was cold in the winter of 2022-23.", "2022-WI", "2022-12-01", "2023-03-01", "season"),
        ("Prices rose in the 1990s.", "199", "1990-01-01", "2000-01-01", "decade"),
        ("Prices rose in the early 2000s.", "200", "2000-01-01", "2004-01-01", "decade"),
        ("A border of the 19th century.", "18", "1800-01-01", "1900-01-01", "unknown"),
        ("A treaty of 1991 was kept.", "1991", "1991-01-01", "1992-01-01", "year"),
        ("In the first half of 2024.", "2024-H1", "2024-01-01", "2024-07-01", "year"),
    ],
)
def test_dates_that_give_their_year(
    text: str, timex: str, start: str, end: str, precision: str
) -> None:
    mention = only(text, UNKNOWN)
    assert (mention.timex, *interval(mention)) == (timex, start, end)
    assert mention.when.precision == precision


@pytest.mark.parametrize(
    ("text", "timex", "start", "end"),
    [
        ("He arrived yesterday.", "2025-03-11", "2025-03-11", "2025-03-12"),
        ("He came last week.", "2025-W10", "2025-03-03", "2025-03-10"),
        ("He came last month.", "2025-02", "2025-02-01", "2025-03-01"),
        ("He came earlier this year.", "2025", "2025-01-01", "2025-03-13"),
        ("He left late last year.", "2024", "2024-09-01", "2025-01-01"),
        ("He came in the past week.", "P1W", "2025-03-05", "2025-03-13"),
        ("He came three years ago.", "2022", "2022-01-01", "2023-01-01"),
        ("He came two days ago.", "2025-03-10", "2025-03-10", "2025-03-11"),
        ("He came last June.", "2024-06", "2024-06-01", "2024-07-01"),
        ("He came last summer.", "2024-SU", "2024-06-01", "2024-09-01"),
        ("They met on Friday.", "2025-03-07", "2025-03-07", "2025-03-08"),
        ("They met on Wednesday.", "2025-03-12", "2025-03-12", "2025-03-13"),
        ("They will meet on Friday.", "2025-03-14", "2025-03-14", "2025-03-15"),
        ("The pact is due to be signed on Friday.", "2025-03-14", "2025-03-14", "2025-03-15"),
        ("They met next Friday.", "2025-03-14", "2025-03-14", "2025-03-15"),
        ("Shells fell overnight.", "2025-03-11TNI", "2025-03-11", "2025-03-13"),
        ("They met on Friday evening.", "2025-03-07TEV", "2025-03-07", "2025-03-08"),
        ("They met at 11 a.m. on Monday.", "2025-03-10T11", "2025-03-10", "2025-03-11"),
        ("The raid came on June 27.", "2024-06-27", "2024-06-27", "2024-06-28"),
        ("Voters will decide in October.", "2025-10", "2025-10-01", "2025-11-01"),
        ("The army took it in October.", "2024-10", "2024-10-01", "2024-11-01"),
        ("They parade on Victory Day.", "2024-05-09", "2024-05-09", "2024-05-10"),
    ],
)
def test_relative_dates_count_from_publication(text: str, timex: str, start: str, end: str) -> None:
    mention = only(text)
    assert (mention.timex, *interval(mention)) == (timex, start, end)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("He came last month.", "XXXX-XX"),
        ("He came last week.", "XXXX-WXX"),
        ("He came yesterday.", "XXXX-XX-XX"),
        ("They met on Friday.", "XXXX-WXX-5"),
        ("The raid came on June 27.", "XXXX-06-27"),
        ("It rained in late July.", "XXXX-07"),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str, timex: str) -> None:
    mention = only(text, UNKNOWN)
    assert (mention.timex, mention.when) == (timex, UNKNOWN)


def test_a_publication_interval_gives_intervals() -> None:
    march = month(2025, 3)
    assert interval(only("He came last month.", march)) == ("2025-02-01", "2025-03-01")
    yesterday = only("He came yesterday.", march)
    assert (yesterday.timex, *interval(yesterday)) == ("XXXX-XX-XX", "2025-02-28", "2025-03-31")


def test_an_open_publication_date_leaves_an_open_interval() -> None:
    since = When(date(2025, 8, 15), None, "unknown", "text")
    assert interval(only("He came last month.", since)) == ("2025-07-01", None)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It ran for 100 years.", "P100Y"),
        ("It ended the 35-year conflict.", "P35Y"),
        ("Talks took several weeks.", "PXW"),
        ("It lasted three hours.", "PT3H"),
        ("It lasted twenty-five years.", "P25Y"),
        ("It lasted a couple of weeks.", "P2W"),
        ("It lasted half an hour.", "PT30M"),
        ("They vote every year.", "P1Y"),
        ("They meet every two weeks.", "P2W"),
        ("They meet every Tuesday.", "XXXX-WXX-2"),
        ("They meet annually.", "XXXX"),
        ("It is now a state.", "PRESENT_REF"),
        ("It recently joined.", "PAST_REF"),
    ],
)
def test_lengths_sets_and_references_have_a_value_and_no_interval(text: str, timex: str) -> None:
    mention = only(text)
    assert (mention.timex, mention.when) == (timex, UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "A 43-year-old officer and his son, age 37, left.",
        "It holds 357 individuals, 1,262 in all.",
        "They sent 2030 troops under Resolution 1973.",
        "They may march; the second army may not.",
        "The Sun said so, and May agreed.",
        "An F-16 and a Su-35 flew 20km.",
        "It paid $ 2010 for it.",
        "A quarter of the seats, three quarters of the votes.",
        "The fall of the city was swift.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == ()


def test_a_list_of_days_shares_month_and_year() -> None:
    assert values("Strikes on August 6 and 8, 2024 hit it.") == [
        ("August 6", "2024-08-06"),
        ("8, 2024", "2024-08-08"),
    ]


def test_a_range_knows_its_whole() -> None:
    first, last = find_dates("Drills ran from May 3 to 7, 2024.", UNKNOWN)
    assert first.within == last.within
    assert first.within is not None
    assert (first.within.start, first.within.end) == (date(2024, 5, 3), date(2024, 5, 8))


@pytest.mark.parametrize(
    ("text", "timexes"),
    [
        ("between 2014 and 2020", ["2014", "2020"]),
        ("in 2014-2020", ["2014", "2020"]),
        ("in 1994/95", ["1994", "1995"]),
        ("March–April 2022", ["2022-03", "2022-04"]),
        ("from July 28 to August 2, 2023", ["2023-07-28", "2023-08-02"]),
        ("December 30 - January 2, 2024", ["2023-12-30", "2024-01-02"]),
        ("7-9 October 2024", ["2024-10-07", "2024-10-09"]),
    ],
)
def test_ranges_are_two_mentions(text: str, timexes: list[str]) -> None:
    found = find_dates(text, UNKNOWN)
    assert [m.timex for m in found] == timexes
    assert all(m.within for m in found)


def test_a_narrative_counts_from_its_last_date() -> None:
    text = "On 3 October 2024 the letter came. The next day he spoke; two days later he left. \
That month the talks failed."
    assert [m.timex for m in find_dates(text, WEDNESDAY)] == [
        "2024-10-03",
        "2024-10-04",
        "2024-10-06",
        "2024-10",
    ]


def test_a_narrative_without_a_year_stays_without() -> None:
    found = find_dates("On October 3 they wrote. The following day he replied.", UNKNOWN)
    assert [(m.timex, m.when) for m in found] == [("XXXX-10-03", UNKNOWN), ("XXXX-10-04", UNKNOWN)]


def test_a_year_told_before_dates_what_follows_soon() -> None:
    text = (
        "The raid of June 2025 angered them.\n\nTwo blasts on August 6 and 8, far away, did more."
    )
    assert [m.timex for m in find_dates(text, UNKNOWN)] == ["2025-06", "2025-08-06", "2025-08-08"]


def test_a_year_told_far_before_dates_nothing() -> None:
    text = "The raid of June 2025 angered them.\n\nSince the attack of April 7, all had changed."
    assert find_dates(text, UNKNOWN)[1].when == UNKNOWN


def test_a_year_that_opens_the_sentence_overrules_publication() -> None:
    assert values("In 2008, war broke out on August 8.")[1] == ("August 8", "2008-08-08")


def test_a_weekday_gives_the_year() -> None:
    text = "Much changed in 2025. Here is how things stand on Saturday, August 9."
    assert find_dates(text, UNKNOWN)[1].timex == "2025-08-09"


def test_day_and_month_that_could_be_either_give_both() -> None:
    mention = only("Signed on 10/07/2023.", UNKNOWN)
    assert (mention.timex, *interval(mention)) == ("2023-XX-XX", "2023-07-10", "2023-10-08")


def test_a_day_that_no_year_has_is_no_date() -> None:
    assert find_dates("Signed on February 30, 2024.", UNKNOWN) == ()


def test_a_hint_overrules_the_clause() -> None:
    (mention,) = find_dates("They met on Friday.", WEDNESDAY, lambda _text, _span: "future")
    assert mention.timex == "2025-03-14"


def test_spans_are_exact_in_tokenised_text() -> None:
    text = "Talks in the U.S. , held on Feb. 28 , ended in the 2009 - 2010 season ."
    found = find_dates(text, WEDNESDAY)
    assert [m.text for m in found] == ["Feb. 28", "2009", "2010"]
    assert found[0].span == Span(28, 35)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The United States visits from April 29.", "2025-04-29"),
        ("A summit of industrialized countries from April 29.", "2025-04-29"),
        ("Both agreed to meet on April 2.", "2025-04-02"),
        ("Both agreed on April 29.", "2024-04-29"),
        ("The envoys visited on April 29.", "2024-04-29"),
        ("Both managed to meet on April 29.", "2024-04-29"),
    ],
)
def test_only_a_verb_tells_that_a_day_lies_behind(text: str, timex: str) -> None:
    assert only(text, day(date(2025, 3, 27))).timex == timex


def test_at_the_edge_of_the_calendar_there_is_no_turn_before() -> None:
    assert find_dates("LAST RAMADAN", day(date(1, 1, 1))) == ()
