"""Years, their seasons and quarters, decades and centuries: 'mid-2025', 'the early 2000s'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.language.dates.absolute import of_unit, valued
from dragoman.language.dates.calendar import (
    as_when,
    months_on,
    season_from,
)
from dragoman.language.dates.context import Context, Reading, Value
from dragoman.language.dates.grammar import Found
from dragoman.language.dates.picking import (
    SEASONS,
    digits,
    part_said,
    pick,
    reading,
    year_of,
)
from dragoman.language.dates.tokens import Piece
from dragoman.model.when import When

# A four-digit figure without a word that makes it a year is one only in these.
BARE_YEARS = range(1900, 2101)


def season_value(code: str, first_month: int, year: int, part: str | None = None) -> Value:
    """A season that starts in `year`."""
    return valued(f"{year:04}-{code}", season_from(year, first_month), part)


def season(found: Found, ctx: Context) -> list[Reading]:
    """'summer 2024', 'the winter of 2022-23'; a winter of a single year is either of two."""
    run = found.runs[0]
    piece, year = pick(run, *SEASONS), year_of(run)
    if piece is None or year is None:
        return []
    code, first = piece.value.split()
    value = season_value(code, int(first), year, part_said(run))
    two_years = pick(run, "dash", "hyphen", "slash") is not None and run[-1].kind in (
        "year",
        "day",
        "count",
    )
    if code == "WI" and not two_years:
        start = season_from(year - 1, int(first))[0]
        value = Value(value.timex, as_when((start, season_from(year, int(first))[1])))
    return [reading(run, value, True)]


def quarter_value(year: int, number: int) -> Value:
    """A calendar quarter, 1 to 4."""
    start = date(year, number * 3 - 2, 1)
    return valued(f"{year:04}-Q{number}", (start, months_on(start, 3)))


def half(found: Found, _: Context) -> list[Reading]:
    """'the first half of 2024', 'H1 2024'."""
    run = found.runs[0]
    name, year = pick(run, "half_name", "ordword", "nth"), year_of(run)
    number = int(re.sub(r"\D", "", name.value)) if name else 0
    if number not in (1, 2) or year is None:
        return []
    return [reading(run, half_value(year, number), True)]


def half_value(year: int, number: int) -> Value:
    """The first or the second six months."""
    start = date(year, number * 6 - 5, 1)
    return valued(f"{year:04}-H{number}", (start, months_on(start, 6)))


def century(found: Found, _: Context) -> list[Reading]:
    """'the 20th century' (TIMEX3: 19), 'late nineteenth century'."""
    run = found.runs[0]
    name = pick(run, "nth", "ordword")
    number = int(re.sub(r"\D", "", name.value)) if name else 0
    if not 2 <= number <= 22:
        return []
    return [reading(run, of_unit(date(number * 100 - 100, 1, 1), "C", part_said(run)), True)]


def decade(found: Found, _: Context) -> list[Reading]:
    """'the 1990s', 'the early 2000s', "the '90s"."""
    run = found.runs[0]
    piece = pick(run, "decade")
    if piece is None:
        return []
    number = digits(piece)
    year = number if number > 99 else 1900 + number
    return [reading(run, of_unit(date(year, 1, 1), "DE", part_said(run)), True)]


def years(found: Found, _: Context) -> list[Reading]:
    """'2014-2020', '1994/95', 'between 2014 and 2020': each year a reading."""
    run = found.runs[0]
    first, last = run[0], run[-1]
    start = int(first.text)
    end = int(last.text) if len(last.text) == 4 else start // 100 * 100 + int(last.text)
    if len(last.text) not in (2, 4) or not start < end < start + 1000:
        return single_year(Found("year", ((first,),), found.before), _)
    pairs: Sequence[tuple[Piece, int]] = ((first, start), (last, end))
    return [reading((p,), of_unit(date(y, 1, 1), "Y"), True) for p, y in pairs]


def part_of_year(found: Found, _: Context) -> list[Reading]:
    """'mid-2025', 'early 2011', 'the end of 2024'."""
    run = found.runs[0]
    year = year_of(run)
    return [reading(run, of_unit(date(year, 1, 1), "Y", part_said(run)), True)] if year else []


def single_year(found: Found, _: Context) -> list[Reading]:
    """'in 1453', or a bare figure of our time."""
    year = year_of(found.runs[0])
    announced = found.before is not None and found.before.kind in (
        "in",
        "by",
        "until",
        "of",
        "from",
    )
    if year is None or not (announced or year in BARE_YEARS):
        return []
    return [reading(found.runs[0], of_unit(date(year, 1, 1), "Y"), True, "year")]


def fiscal(found: Found, _: Context) -> list[Reading]:
    """'fiscal year 2024': its value is known, its bounds differ from state to state."""
    year = year_of(found.runs[0])
    if year is None:
        return []
    bounds = When(date(year - 1, 1, 1), date(year + 1, 1, 1), "decade", "text")
    return [reading(found.runs[0], Value(f"{year:04}", bounds))]
