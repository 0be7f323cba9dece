"""Dates and ages as pages print them beside their articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.ingest.draft import Age
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN, Basis, Precision, When, day, month, year

KINDS = ("month", "weekday", "number", "unit", "day", "label", "asof", "filler")
_COLUMNS = (Column("kind", choices=KINDS), Column("word"), Column("value", optional=True))

# Years outside these are other numbers; scanned archives go back to the first of them.
FIRST_YEAR, LAST_YEAR = 1900, 2099

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,4})([-/.])(\d{1,2})\2(\d{2,4})(?![\d/-])")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?|[+-]\d\d:?\d\d\b"
)
_YEAR = r"(?P<year>\d{4})"


@dataclass(frozen=True, slots=True)
class Words:
    """The table's words by kind."""

    of: dict[str, dict[str, str]]

    def pattern(self, kind: str) -> str:
        """An alternation of the kind's words, longest first."""
        words = sorted(self.of[kind], key=len, reverse=True)
        return "(?:" + "|".join(re.escape(w) for w in words) + ")"


@cache
def words() -> Words:
    """The table, read once."""
    of: dict[str, dict[str, str]] = {k: {} for k in KINDS}
    for row in read_table("ingest/dates.tsv", _COLUMNS):
        of[row["kind"]][row["word"]] = row["value"]
    return Words(of)


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
    """

    start: int
    end: int
    when: When
    month_day: tuple[int, int] | None = None
    weekday: int | None = None


def find_date(line: str, order: str | None = None, basis: Basis = "page") -> Found | None:
    """The first date in `line`; `order` is how its numbers are read ("dmy", "mdy", "ymd")."""
    line = line[:400]
    for finder in (_find_worded, _find_iso, _find_numeric):
        if found := finder(line, order, basis):
            return found
    return None


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


def age_line(line: str) -> Age | None:
    """The age that a line states ("3 hours ago", "a day ago", "Yesterday"), or None."""
    if len(line) > 60:
        return None
    plain = line.casefold().strip(" .|•·-–—")
    if match := _age_pattern().fullmatch(plain):
        count = match["count"]
        number = float(count) if count.isdigit() else float(words().of["number"][count])
        return _age(number, float(words().of["unit"][match["unit"]]))
    plain = _without_labels(plain)
    days = words().of["day"].get(plain)
    return Age(float(days) * 24, float(days) * 24 + 24) if days is not None else None


@cache
def _age_pattern() -> re.Pattern[str]:
    label = words().pattern("label")
    return re.compile(
        rf"(?:{label}\W{{0,3}})?(?P<count>\d{{1,3}}|{words().pattern('number')})\s?"
        rf"(?P<unit>{words().pattern('unit')})\.?\s+ago"
    )


def _age(number: float, unit: float) -> Age:
    """Pages round: "a day ago" is said from 22 to 36 hours, others from half a unit off."""
    if unit == 24 and number == 1:
        return Age(22, 36)
    return Age(max(0.0, (number - 0.5) * unit), (number + 0.5) * unit)


def _without_labels(plain: str) -> str:
    for label in sorted(words().of["label"], key=len, reverse=True):
        if plain.startswith((f"{label} ", f"{label}:")):
            return plain[len(label) :].strip(" :")
    return plain


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
    best = min(hits, key=lambda m: (m.start(), -len(m[0])))
    parts = best.groupdict()
    number = int(words().of["month"][parts["month"].casefold()])
    written = int(parts["year"]) if parts["year"] else None
    weekday = parts.get("weekday")
    iso = int(words().of["weekday"][weekday.casefold()]) if weekday else None
    of_month = int(parts["day"]) if parts.get("day") else None
    if written and not of_month:
        when = month(written, number, basis) if _sane(written) else UNKNOWN
    elif written and of_month:
        when = _day(written, number, of_month, basis)
    else:
        when = UNKNOWN
    if of_month and not _day(2000, number, of_month, basis).known:
        return None
    return Found(best.start(), best.end(), when, (number, of_month) if of_month else None, iso)


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
            when = _two_readings(int(one), two, _full_year(three), order_here, basis)
        if when.known:
            return Found(match.start(), match.end(), when)
    return None


def _two_readings(one: int, two: int, written: int, order: str | None, basis: Basis) -> When:
    """Day first or month first; where nothing tells, the interval that holds both."""
    day_first = _day(written, two, one, basis)
    month_first = _day(written, one, two, basis)
    if order == "mdy" and month_first.known:
        return month_first
    if order in ("dmy", "ymd") and day_first.known:
        return day_first
    if not (day_first.start and month_first.start):
        return day_first if day_first.known else month_first
    return spanning(day_first, month_first, basis)


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
    """A date without a year, placed by its weekday in the year nearest to `anchor`.

    Unknown where the weekday fits no year within one of the anchor's.
    """
    if not (found.month_day and found.weekday and anchor.start):
        return UNKNOWN
    fitting = [
        d
        for y in (anchor.start.year - 1, anchor.start.year, anchor.start.year + 1)
        if (d := _day(y, *found.month_day, basis).single_day) and d.isoweekday() == found.weekday
    ]
    # Five years at the least lie between two that fit, so there is one or none.
    return day(fitting[0], basis) if fitting else UNKNOWN


def days_around(start: date, low_hours: float, end: date, high_hours: float) -> tuple[date, date]:
    """The whole days that lie between `start` plus `low_hours` and `end` plus `high_hours`."""
    first = (start.toordinal() * 24 + low_hours) // 24
    last = -((-(end.toordinal() * 24 + high_hours)) // 24)
    return date.fromordinal(int(first)), date.fromordinal(int(max(last, first + 1)))


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
