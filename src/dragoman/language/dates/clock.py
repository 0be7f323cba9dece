"""Times of day, 'today' and its kin, and references to past, present and future."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.language.dates.calendar import BLANKS, Interval, as_when, one_day
from dragoman.language.dates.context import Context, Reading, Value
from dragoman.language.dates.grammar import Found
from dragoman.language.dates.picking import pick, reading
from dragoman.language.dates.tokens import Piece

CLOCK_KIND = "clock"
DAYTIME_KIND = "daytime"


def today(found: Found, ctx: Context) -> list[Reading]:
    """'today', 'yesterday', 'tomorrow'."""
    run = found.runs[0]
    if found.before is not None and found.before.kind == "name" and run[0].text[:1].isupper():
        return []  # a paper's name: "Yerevan Today"
    shift = timedelta(days=int(run[0].value))

    def read(d: date) -> tuple[str, Interval]:
        return (d + shift).isoformat(), one_day(d + shift)

    return [reading(run, ctx.against_reference(BLANKS["D"], read))]


def tonight(found: Found, ctx: Context) -> list[Reading]:
    """'tonight', 'this morning', 'last night'."""
    run = found.runs[0]
    days, code = run[0].value.split()
    shift = timedelta(days=int(days))

    def read(d: date) -> tuple[str, Interval]:
        return f"{(d + shift).isoformat()}T{code}", one_day(d + shift)

    return [reading(run, ctx.against_reference(f"{BLANKS['D']}T{code}", read))]


def overnight(found: Found, ctx: Context) -> list[Reading]:
    """The night that ends on the day of publication: both its days."""
    run = found.runs[0]

    def read(d: date) -> tuple[str, Interval]:
        before = d - timedelta(days=1)
        return f"{before.isoformat()}T{run[0].value}", (before, one_day(d)[1])

    return [reading(run, ctx.against_reference(f"{BLANKS['D']}T{run[0].value}", read))]


def reference(found: Found, _: Context) -> list[Reading]:
    """'now', 'recently', 'in the future'."""
    run = found.runs[0]
    value = run[0].value if run[0].kind == "ref" else "PAST_REF"
    return [reading(run, Value(value))]


def clock(found: Found, ctx: Context) -> list[Reading]:
    """'11 a.m.', '15:00 GMT': a time that a day beside it may complete."""
    run = found.runs[0]
    if len(run) == 1 and run[0].text.count(":") == 2:  # a race's: hours, minutes, seconds
        return [reading(run, Value("PT{}H{}M{}S".format(*map(int, run[0].text.split(":")))))]
    said = _time(run)
    return [reading(run, Value(said), kind=CLOCK_KIND)] if said else []


def daytime(found: Found, ctx: Context) -> list[Reading]:
    """'evening': counts only where a day stands before it."""
    run = found.runs[0]
    part = pick(run, "daytime")
    code = part.value.lstrip("T") if part else ""
    return [reading(run, Value(f"T{code}"), kind=DAYTIME_KIND)]


def _time(run: tuple[Piece, ...]) -> str | None:
    piece = run[0]
    hours, *rest = piece.text.split(":") if piece.kind != "cardinal" else [piece.value]
    hour = int(hours)
    half = pick(run, "ampm")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.text[0] in "Pp" else 0)
    if hour > 24 or any(int(r) > 59 for r in rest):
        return None
    return ":".join([f"T{hour:02}", *rest])


def joined(day: Reading, time: Reading) -> Reading:
    """A day and a time of it as one reading."""
    value = Value(f"{day.value.timex[:10]}{time.value.timex}", day.value.when)
    start, end = min(day.start, time.start), max(day.end, time.end)
    return Reading(start, end, value, day.explicit, day.kind)


def on_day(time: Reading, day: Value) -> Reading:
    """A time alone, on a day known from elsewhere."""
    single = day.when.single_day
    if single is None:
        return time
    value = Value(f"{single.isoformat()}{time.value.timex}", as_when(one_day(single)))
    return Reading(time.start, time.end, value)
