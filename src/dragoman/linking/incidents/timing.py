"""How far apart two tellings say that their acts were."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.model.event import Event
from dragoman.model.when import When

if TYPE_CHECKING:
    from dragoman.linking.incidents.tellings import Telling

# A report without a date for an act tells of about so many days before it came out.
NEWS = 10
DAY = timedelta(days=1)
# Two days that are told so far apart are not one: what lies nearer may be another time zone.
APART = 2
# Several acts of one incident lie within so many days.
SPREAD = 30


def dated(telling: Telling) -> bool:
    """True where the text itself dates the act; the publication date only stands in."""
    return telling.event.when.known and telling.event.when.basis != "report"


def when_of(event: Event, published: When) -> When:
    """When an act was; from the report's date, where the text does not tell."""
    if event.when.known and event.when.basis != "report":
        return event.when
    if published.start is None:
        return published
    return When(published.start - NEWS * DAY, published.end, "unknown", "report")


def distance(one: When, other: When) -> int | None:
    """Days between two intervals: 0 where they meet, 1 to the next day; None if unknown."""
    if not (one.known and other.known):
        return None
    return max(0, _after(one, other), _after(other, one))


def _after(one: When, other: When) -> int:
    """Days from the end of `other` to the start of `one`; 0 or less where it starts before."""
    if one.start is None or other.end is None:
        return 0
    return (one.start - other.end).days + 1


def width(when: When) -> int | None:
    """Days that an interval covers; None where an end is open."""
    return (when.end - when.start).days if when.start and when.end else None


def both_days(one: Telling, other: Telling) -> bool:
    """True where both texts tell the very day."""
    days = (t.event.when.single_day if dated(t) else None for t in (one, other))
    return all(days)


def published(telling: Telling) -> date:
    """The day by which tellings are put in order; the undated last."""
    return telling.report.date.start or date.max


def cannot_meet(one: Telling, other: Telling) -> bool:
    """True where the days that both texts tell rule out one act, or one incident of several."""
    if not both_days(one, other):
        return False
    days = distance(one.event.when, other.event.when) or 0
    return days >= (APART if one.kind == other.kind else SPREAD)
