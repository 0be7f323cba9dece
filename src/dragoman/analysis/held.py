"""While a tie held, as closely as it is known: an end of it may be vague, or open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Certainty = Literal["sure", "maybe", "open"]
Days = tuple[date, date]
Row = Mapping[str, Any]
# The four days of the two ends, in order.
Known = tuple[date | None, date | None, date | None, date | None]
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Held:
    """A tie of two, told of once or often; `a` acts on `b` where its kind has a direction.

    It began no earlier than `began_from` and held from `began_by` on; it ended no earlier than
    `ended_from` and held no longer from `ended_by` on. What is not known is None. `told` are the
    half-open days of the reports that tell it, in order; `ids` are the rows, `table` the table
    that they are from.
    """

    kind: str
    a: str | None
    b: str | None
    began_from: date | None
    began_by: date | None
    ended_from: date | None
    ended_by: date | None
    ended: bool
    told: tuple[Days, ...]
    table: str | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open days of a tie: "sure" where it held on all of them, "open" where nobody tells.

    "maybe" are days in which it began, ended or was told of, on which of them is not known.
    """

    certainty: Certainty
    start: date
    end: date


def held(rows: Iterable[Row]) -> list[Held]:
    """Rows of ties as what held when; rows that tell the same of the same time are one.

    The record keeps days. Of a report the first of a year or a month stands for all of it, since
    "since 1963" gives that day; the days of a table are taken as they are, and where it begins or
    ends itself is no beginning or end of the tie.
    """
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        said = (row["since"], row["until"], bool(row["ended"]), row["cut"], _table(row))
        found.setdefault((row["kind"], row["a"], row["b"], *said), []).append(row)
    made = [_of_table(g) if _table(g[0]) else _of_reports(g) for g in found.values()]
    return sorted(made, key=lambda h: (h.began_from or date.min, h.kind, h.a or "", h.b or ""))


def stretches(one: Held, first: date, end: date) -> list[Stretch]:
    """The tie within half-open days, in order; none lies over another."""
    cut = (Stretch(s.certainty, max(s.start, first), min(s.end, end))
           for s in _whole(one, first, end))  # fmt: skip
    return [s for s in cut if s.start < s.end]


def _of_table(rows: Sequence[Row]) -> Held:
    row = rows[0]
    start, end = _day(row["since"]), _day(row["until"])
    since = None if row["cut"] in ("since", "both") else start
    until = None if row["cut"] in ("until", "both") else end
    return _made(rows, (since, start, end, until), ())


def _of_reports(rows: Sequence[Row]) -> Held:
    told = tuple(sorted({days for row in rows if (days := _published(row))}))
    since, until = _day(rows[0]["since"]), _day(rows[0]["until"])
    began, ended = _after(since), _before(until)
    # What holds when it is told had begun by then.
    if since and began and told and not rows[0]["ended"] and told[0][1] > since:
        began = min(began, told[0][1])
    if began and ended and began > ended:
        began, ended = since, until
    return _made(rows, (since, began, ended, until), told)


def _made(rows: Sequence[Row], known: Known, told: tuple[Days, ...]) -> Held:
    row, ids = rows[0], tuple(r["id"] for r in rows)
    sides, ended = (row["a"], row["b"]), bool(row["ended"])
    return Held(row["kind"], *sides, *known, ended, told, _table(row), ids)


def _whole(one: Held, first: date, end: date) -> Iterator[Stretch]:
    """All of it, reaching at least as far as the days where an end is open."""
    told = () if one.ended else one.told
    # One that is told to have ended had ended when it was told.
    last = one.told[-1][1] if one.ended and one.told else end
    begins, ends = one.began_by, one.ended_from
    if begins is None and ends is None:
        yield from _tellings(told, first, last)
        return
    if begins is None:
        assert ends  # noqa: S101  # one of the two is known here
        begins = min(_held_by(told[0]), ends) if told else ends
    yield _vague(one.began_from, begins, min(first, begins))
    if ends is None:
        ends = max(_held_until(told[-1]), begins) if told else begins
        yield Stretch("sure", begins, ends)
        if told and ends < told[-1][1]:
            yield Stretch("maybe", ends, told[-1][1])
            ends = told[-1][1]
        yield Stretch("open", ends, last)
    else:
        yield Stretch("sure", begins, ends)
        yield Stretch("maybe" if one.ended_by else "open", ends, one.ended_by or last)


def _vague(began: date | None, held: date, first: date) -> Stretch:
    """Before it held for sure: since it may have begun, or all that is before."""
    return Stretch("maybe", began, held) if began else Stretch("open", first, held)


def _tellings(told: Sequence[Days], first: date, last: date) -> Iterator[Stretch]:
    """Nothing is known but that it held when it was told."""
    at = min(first, told[0][0]) if told else first
    for start, stop in told:
        yield Stretch("open", at, max(start, at))
        certainty: Certainty = "sure" if _is_day((start, stop)) else "maybe"
        yield Stretch(certainty, max(start, at), max(stop, at))
        at = max(stop, at)
    yield Stretch("open", at, last)


def _held_by(told: Days) -> date:
    """From when on it had been told for sure."""
    return told[0] if _is_day(told) else told[1]


def _held_until(told: Days) -> date:
    """Until when it had not been told yet for sure."""
    return told[1] if _is_day(told) else told[0]


def _is_day(told: Days) -> bool:
    return (told[1] - told[0]).days == 1


def _table(row: Row) -> str | None:
    return str(row["table"]["name"]) if row["table"] else None


def _published(row: Row) -> Days | None:
    start, end = (_day((row["published"] or {}).get(k)) for k in ("start", "end"))
    return (start, end) if start and end else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _after(day: date | None) -> date | None:
    """The first day after the year or month that the day stands for, or the day itself."""
    if day is None or day.day != 1:
        return day
    if day.month in (1, _DECEMBER):
        return date(day.year + 1, 1, 1)
    return day.replace(month=day.month + 1)


def _before(day: date | None) -> date | None:
    """The first day of the year or month that ends before the day, or the day itself."""
    if day is None or day.day != 1:
        return day
    return date(day.year - 1, 1, 1) if day.month == 1 else day.replace(month=day.month - 1)
