"""Rows under the years and days that they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import groupby

from dragoman.engine.whens import day_label, interval
from dragoman.model.rows import Json


def by_year(
    rows: Sequence[Json], tell: Callable[[Json], Json], when: str, last: bool = False
) -> Iterator[Json]:
    """`{"label", "dated", "days": [{"label", "rows"}]}` by the interval `when` of ordered rows.

    With `last` its end says the year, not its beginning. What has no date stands by itself.
    """
    for year, of_year in groupby(rows, partial(_year, when, last)):
        days = [
            {"label": label, "rows": [tell(row) for row in of_day]}
            for label, of_day in groupby(of_year, partial(_day, when, year))
        ]
        yield {"label": str(year) if year else "Without a date", "dated": bool(year), "days": days}


def _day(when: str, year: int | None, row: Json) -> str:
    return day_label(row[when], year)


def _year(when: str, last: bool, row: Json) -> int | None:
    start, end = interval(row[when])
    if last and end:
        return (end - timedelta(days=1)).year
    known = start or end
    return known.year if known else None
