"""Dates and ages as pages print them beside their articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.ingest.date_words import words
from dragoman.model.letters import table_word
from dragoman.model.when import UNKNOWN, Basis, Precision, When, day, month, year

# Years outside these are other numbers; scanned archives go back to the first of them.
FIRST_YEAR, LAST_YEAR = 1900, 2099

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,4})([-/.])(\d{1,2})\2(\d{2,4})(?![\d/-])")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?|[+-]\d{1,2}(?::?\d\d)?\b"
)
_YEAR = r"(?P<year>\d{4})"


@cache
def _worded() -> tuple[re.Pattern[str], ...]:
    """Patterns for dates with a month's name: day first, month first, month and year."""
    name = words().pattern("month")
    weekday = rf"(?:(?P<weekday>{words().pattern('weekday')})\.?,?\s+(?:the\s+)?)?"
    number = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    return tuple(
        re.compile(p, re.IGNORECASE)
        for p in (
            rf"\b{weekday}{number}[\s.-]+(?:of\s+)?(?P<month>{name})\b\.?(?:,?[\s-]+{_YEAR}\b)?",
            rf"\b{weekday}(?P<month>{name})\b\.?\s+{number}\b(?:,?\s+{_YEAR}\b)?",
            rf"\b(?P<month>{name})\b\.?,?\s+{_YEAR}\b",
        )
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line: the characters it takes, its interval, or what of it is known.

    `when` is unknown where the year is missing; `month_day` and `weekday` (ISO) are what is there.
    `readings` are the two days that 03-07-2025 may be; `when` holds both where no order is known.
    """

    start: int
    end: int
    when: When
    month_day: tuple[int, int] | None = None
    weekday: int | None = None
    readings: tuple[When, ...] = ()


def find_date(line: str, order: str | None = None, basis: Basis = "page") -> Found | None:
    """The first date in `line`; `order` is how its numbers are read ("dmy", "mdy", "ymd")."""
    line = line[:400]
    for finder in (_find_worded, _find_iso, _find_numeric):
        if found := finder(line, order, basis):
            return found
    return None


def find_dates(text: str) -> list[Found]:
    """The dates with a month's name in `text`, in order; a year may be missing."""
    matches = (m for p in _worded() for m in p.finditer(text))
    found = (f for m in matches if (f := _from_words(m, "text")))
    return sorted(found, key=lambda f: f.start)


def read_date(text: str, order: str | None = None, basis: Basis = "metadata") -> When:
    """The date that a field holds ("2025-07-10", "10 July 2025", "2025"); unknown if it is none."""
    text = text.strip()[:100]
    found = find_date(text, order, basis)
    if found and found.when.known:
        return found.when
    if match := _COMPACT.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]), basis)
    if re.fullmatch(r"\d{4}", text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return year(int(text), basis)
    return UNKNOWN


def date_line(line: str, order: str | None = None) -> Found | None:
    """The date of a line that holds nothing else but labels and a time of day."""
    if len(line) > 120:
        return None
    found = find_date(line, order)
    if found is None:
        return None
    rest = _CLOCK.sub(" ", f"{line[: found.start]} | {line[found.end :]}")
    return found if _is_filler(rest) else None


def is_updated(line: str) -> bool:
    """True when the line's label says that the page was changed then, not published."""
    return _label_of(line) == "updated"


def has_label(line: str) -> bool:
    """True when the line begins with words that stand before a date, such as "Published"."""
    return _label_of(line) is not None


def _label_of(line: str) -> str | None:
    """What the longest label at the line's beginning says: "published", "updated", or None."""
    start = line[:60].casefold().strip()
    labels = words().of["label"]
    found = [w for w in labels if start.startswith(w) and not start[len(w) : len(w) + 1].isalpha()]
    return labels[max(found, key=len)] if found else None


def _is_filler(rest: str) -> bool:
    """True when nothing is left of `rest` but labels, fillers and marks."""
    plain = rest.casefold()
    for kind in ("label", "filler", "weekday"):
        plain = re.sub(rf"(?<!\w){words().pattern(kind)}(?!\w)", " ", plain)
    return not re.search(r"\w", plain)


def _find_worded(line: str, _order: str | None, basis: Basis) -> Found | None:
    hits = [m for p in _worded() if (m := p.search(line))]
    if not hits:
        return None
    return _from_words(min(hits, key=lambda m: (m.start(), -len(m[0]))), basis)


def _from_words(match: re.Match[str], basis: Basis) -> Found | None:
    """What a date with a month's name says."""
    parts = match.groupdict()
    number = int(words().of["month"][table_word(parts["month"])])
    written = int(parts["year"]) if parts["year"] else None
    weekday = parts.get("weekday")
    iso = int(words().of["weekday"][table_word(weekday)]) if weekday else None
    of_month = int(parts["day"]) if parts.get("day") else None
    if written and not of_month:
        when = month(written, number, basis) if _sane(written) else UNKNOWN
    elif written and of_month:
        when = _day(written, number, of_month, basis)
    else:
        when = UNKNOWN
    if of_month and not _day(2000, number, of_month, basis).known:
        return None
    return Found(match.start(), match.end(), when, (number, of_month) if of_month else None, iso)


def _find_iso(line: str, _order: str | None, basis: Basis) -> Found | None:
    for match in _ISO.finditer(line):
        written, number = int(match[1]), int(match[2])
        if match[3]:
            when = _day(written, number, int(match[3]), basis)
        elif _sane(written) and 1 <= number <= 12:
            when = month(written, number, basis)
        else:
            when = UNKNOWN
        if when.known:
            return Found(match.start(), match.end(), when)
    return None


def _find_numeric(line: str, order: str | None, basis: Basis) -> Found | None:
    for match in _NUMERIC.finditer(line):
        one, two, three = match[1], int(match[3]), match[4]
        if len(one) == 4:
            when = _day(int(one), two, int(three), basis)
        elif len(one) > 2 or len(three) == 3:
            continue
        else:
            # Dates parted by points are written day first wherever they are written so.
            order_here = "dmy" if match[2] == "." else order
            readings = _readings(int(one), two, _full_year(three), basis)
            when = _chosen(readings, order_here, basis)
            both = readings if match[2] != "." else ()
            if when.known:
                return Found(match.start(), match.end(), when, readings=both)
            continue
        if when.known:
            return Found(match.start(), match.end(), when)
    return None


def _readings(one: int, two: int, written: int, basis: Basis) -> tuple[When, When]:
    """The days that two numbers and a year may be: day first, and month first."""
    return _day(written, two, one, basis), _day(written, one, two, basis)


def _chosen(readings: tuple[When, When], order: str | None, basis: Basis) -> When:
    """The reading in this order, the only one that is a day, or the interval that holds both."""
    day_first, month_first = readings
    if not (day_first.known and month_first.known):
        return day_first if day_first.known else month_first
    if order == "mdy":
        return month_first
    return day_first if order else spanning(day_first, month_first, basis)


def spanning(one: When, other: When, basis: Basis) -> When:
    """The shortest interval that holds both of two closed ones."""
    starts = [w.start for w in (one, other) if w.start]
    ends = [w.end for w in (one, other) if w.end]
    return interval(min(starts), max(ends), basis)


def interval(start: date, end: date, basis: Basis) -> When:
    """Days `start` up to, not including, `end`, with the precision that their number allows."""
    return When(start, end, precision_of((end - start).days), basis)


def precision_of(days: int) -> Precision:
    """The finest precision that an interval of so many days has."""
    steps: tuple[tuple[int, Precision], ...] = (
        (1, "day"), (7, "week"), (31, "month"), (92, "season"), (366, "year"),
    )  # fmt: skip
    return next((name for most, name in steps if days <= most), "decade")


def in_year(found: Found, anchor: When, basis: Basis = "text") -> When:
    """A date without a year, placed in the year nearest to `anchor` in which its weekday fits.

    Unknown where none fits within a year of the anchor, or half a year without a weekday.
    """
    if not (found.month_day and anchor.start):
        return UNKNOWN
    near = anchor.start
    most = 366 if found.weekday else 183
    fitting = [
        d
        for y in (near.year - 1, near.year, near.year + 1)
        if (d := _day(y, *found.month_day, basis).single_day)
        and found.weekday in (None, d.isoweekday())
        and abs((d - near).days) <= most
    ]
    return day(min(fitting, key=lambda d: abs(d - near)), basis) if fitting else UNKNOWN


def _full_year(text: str) -> int:
    number = int(text)
    if len(text) > 2:
        return number
    # Two digits: the web's pages, so 1970 to 2069, as POSIX reads them.
    return number + (2000 if number < 69 else 1900)


def _day(written: int, number: int, of_month: int, basis: Basis) -> When:
    if not _sane(written):
        return UNKNOWN
    try:
        first = date(written, number, of_month)
    except ValueError:
        return UNKNOWN
    return When(first, first + timedelta(days=1), "day", basis)


def _sane(written: int) -> bool:
    return FIRST_YEAR <= written <= LAST_YEAR
