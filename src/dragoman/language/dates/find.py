"""Finding all temporal expressions of a text, and what each stands for."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.dates import absolute, amounts, clock, listed, narrative, relative, years
from dragoman.language.dates.assembly import mentions, with_times
from dragoman.language.dates.context import Context, Reading
from dragoman.language.dates.grammar import Found, find
from dragoman.language.dates.tense import TenseHint, clause_tense
from dragoman.language.dates.tokens import pieces
from dragoman.model.event import DateMention
from dragoman.model.when import When

Reader = Callable[[Found, Context], list[Reading]]
EXPLICIT: dict[str, Reader] = {
    "iso": absolute.iso,
    "isomonth": absolute.iso_month,
    "slashed": absolute.slashed,
    "crossdays": listed.cross_days,
    "fullday": absolute.full_day,
    "fullmonth": absolute.full_month,
    "months": absolute.months,
    "half": years.half,
    "century": years.century,
    "decade": years.decade,
    "years": years.years,
    "partyear": years.part_of_year,
    "year": years.single_year,
    "fiscal": years.fiscal,
}
RESOLVED: dict[str, Reader] = {
    "daylist": listed.day_list,
    "yearday": listed.year_day,
    "month": listed.month,
    "weekday": listed.weekday,
    "season": listed.season,
    "quarter": listed.quarter,
    "relhalf": listed.relative_half,
    "holiday": listed.holiday,
    "relunit": relative.unit_value,
    "relname": relative.name_value,
    "wdweek": relative.weekday_of_week,
    "thatunit": narrative.same_unit,
    "dayshift": narrative.day_beside,
    "shift": relative.shift,
    "relspan": relative.around,
    "span": amounts.span,
    "pair": amounts.pair,
    "setof": amounts.every,
    "set": amounts.fixed_set,
    "today": clock.today,
    "tonight": clock.tonight,
    "overnight": clock.overnight,
    "ref": clock.reference,
    "clock": clock.clock,
    "daytime": clock.daytime,
}


def find_dates(
    text: str, reference: When, tense: TenseHint | None = None
) -> tuple[DateMention, ...]:
    """The temporal expressions of `text` in order, each with TIMEX3 value and interval.

    `reference` is the publication date as far as it is known: relative expressions resolve
    against it alone, to an interval where it is one, and to UNKNOWN where it is not known; never
    against today. Durations and repeated times have a value and no interval. `tense` may tell
    whether the clause at a span looks back or ahead; without it a cheap reading of the clause
    does. Linear in the length of the text.
    """
    context = Context(text, reference, tense or clause_tense)
    found = list(find(pieces(text)))
    context.explicit = [
        r for f in found if f.kind != "none" for r in _read(f, context, early=True) if r.explicit
    ]
    context.years = {r.value.when.start.year for r in context.explicit if r.value.when.start}
    for each in found:
        context.history.extend(_read(each, context))
    return mentions(with_times(context.history, text), text)


def _read(found: Found, context: Context, early: bool = False) -> list[Reading]:
    """A rule's readings; none where its figures are no date (31 February, the year 12000)."""
    reader = EXPLICIT.get(found.kind)
    if reader is None and early:
        return _listed_early(found, context)
    reader = reader or RESOLVED.get(found.kind)
    try:
        return reader(found, context) if reader else []
    except (ValueError, OverflowError):
        return []


def _listed_early(found: Found, context: Context) -> list[Reading]:
    """Lists, seasons, quarters and holidays that give their year count as explicit, too."""
    if found.kind not in ("daylist", "season", "quarter", "holiday"):
        return []
    if not any(piece.kind == "year" for run in found.runs for piece in run):
        return []
    try:
        return RESOLVED[found.kind](found, context)
    except (ValueError, OverflowError):
        return []
