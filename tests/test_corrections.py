"""Reports that correct or withdraw an earlier one."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.linking.origins import corrections
from dragoman.model.report import Report
from dragoman.model.when import UNKNOWN, day


def report(name: str, outlet: str | None, number: int, text: str, **fields: str) -> Report:
    when = day(date(2025, 7, number)) if number else UNKNOWN
    return Report(name, text, outlet=outlet, date=when, **fields)  # type: ignore[arg-type]


FIRST = report(
    "first",
    "Ganja Herald",
    1,
    "Forty miners died when a shaft flooded at Dashkesan on Monday, officials said.",
    title="Forty miners die at Dashkesan",
    url="https://herald.example/1",
)
WEATHER = report("weather", "Ganja Herald", 1, "It will rain over Sheki until Thursday evening.")


def found(*reports: Report) -> list[tuple[str, str, str | None, str | None]]:
    return [(c.report, c.kind, c.outlet, c.earlier) for c in corrections(reports)]


def test_a_notice_is_tied_to_the_report_it_speaks_of() -> None:
    notice = report(
        "notice",
        "Ganja Herald",
        3,
        "Correction: A report of July 1 on the flooded shaft at Dashkesan gave the number of "
        "miners who died as forty. Four died.",
    )
    assert found(FIRST, WEATHER, notice) == [("notice", "corrects", "Ganja Herald", "first")]


def test_another_paper_tells_of_a_withdrawal() -> None:
    other = report(
        "other",
        "Lankaran Post",
        4,
        "The Ganja Herald has withdrawn its report that forty miners died at Dashkesan.",
    )
    assert found(FIRST, WEATHER, other) == [("other", "withdraws", "Ganja Herald", "first")]


def test_the_address_settles_it() -> None:
    notice = report(
        "notice", "Ganja Herald", 5, "We have withdrawn the story at https://herald.example/1."
    )
    (row,) = corrections([FIRST, WEATHER, notice])
    assert (row.earlier, row.reason) == ("first", "the same address")


def test_an_earlier_version_that_is_not_there_is_none() -> None:
    alone = report(
        "alone",
        "Lankaran Post",
        2,
        "A bridge was opened in Astara. An earlier version of this article named the wrong river.",
    )
    assert found(FIRST, alone) == [("alone", "corrects", "Lankaran Post", None)]


def test_what_came_later_cannot_be_meant() -> None:
    early = report(
        "early",
        "Ganja Herald",
        0,
        "Correction: four miners died in the flooded shaft at Dashkesan.",
    )
    assert found(FIRST, early) == [("early", "corrects", "Ganja Herald", "first")]
    late = Report("late", FIRST.text, outlet="Ganja Herald", date=day(date(2025, 8, 1)))
    notice = Report("n", early.text, outlet="Ganja Herald", date=day(date(2025, 7, 3)))
    assert found(late, notice) == [("n", "corrects", "Ganja Herald", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister corrected the president's figures.",
        "Russia has withdrawn its troops, and the report was long.",
        "The court retracted nothing. Parliament amended the law on the press.",
        "A correction of the border is not planned.",
    ],
)
def test_other_corrections_are_none(text: str) -> None:
    assert found(FIRST, report("x", "Ganja Herald", 2, text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This article was amended on 2 July to give the right rank of the officer.", "corrects"),
        ("(Corrects spelling of the river in paragraph 2) Troops crossed the Bega.", "corrects"),
        ("We wrongly reported that the bridge had been closed.", "corrects"),
        ("This story has been retracted, because its source invented it.", "withdraws"),
        ("Please disregard our report on the fire. Nothing burned.", "withdraws"),
        ("(Adds quotes) Troops crossed the Bega on Monday.", "updates"),
        ("Correction: we have withdrawn this story.", "withdraws"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    (row,) = corrections([report("x", "Ganja Herald", 2, text)])
    assert (row.kind, row.earlier) == (kind, None)
    assert row.span.of(text)


def test_the_order_of_reports_does_not_matter() -> None:
    notice = report("notice", "Ganja Herald", 3, "Correction: four miners died at Dashkesan.")
    rows = corrections([FIRST, WEATHER, notice])
    assert corrections([notice, WEATHER, FIRST, FIRST]) == rows
