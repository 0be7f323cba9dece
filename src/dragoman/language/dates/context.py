"""What an expression is resolved against: the publication date, and the dates before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.language.dates.calendar import Interval, as_when, precision_of
from dragoman.language.dates.tense import Tense, TenseHint
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When

# A full stop after a single letter or a short capitalised word (U.S., Mr., Oct.) ends nothing.
NO_ABBREVIATION = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})"
# A line break ends a sentence unless the next line goes on in lower case.
SENTENCE_END = re.compile(
    rf"(?:{NO_ABBREVIATION}\.|[!?])['\"”’)]*\s+(?=['\"“‘(]?[^\W\d_a-z])"
    r"|\n(?=\s*\n)|\n(?![a-z])"
)
_YEARLESS_DAY = re.compile(r"XXXX-\d\d-\d\d")
_REACH = 600  # characters back to a narrative anchor: a paragraph or two
_SENTENCE_REACH = 500  # characters; a longer sentence is searched no further


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means: its TIMEX3 value and its interval."""

    timex: str
    when: When = UNKNOWN


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and the characters it was read from; `explicit` when its own words give the year."""

    start: int
    end: int
    value: Value
    explicit: bool = False
    kind: str = ""


Deictic = Callable[[date], tuple[str, Interval]]


@dataclass(slots=True)
class Context:
    """One text on its way through the reader.

    `explicit` holds the readings that give their own year, all of the text in order, and `years`
    those years; `history` holds the readings resolved so far.
    """

    text: str
    reference: When
    hint: TenseHint
    explicit: list[Reading] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    history: list[Reading] = field(default_factory=list)

    def tense(self, start: int, end: int) -> Tense | None:
        """Behind or ahead, as the clause around the characters tells."""
        return self.hint(self.text, Span(start, end))

    def against_reference(self, blank: str, read: Deictic) -> Value:
        """`read` applied to the publication date; where that is an interval, the hull of what it
        gives for the first and the last day; `blank` as value where these differ or nothing is
        known."""
        first, last = self.reference.start, self.reference.end
        low = read(first) if first else None
        high = read(last - timedelta(days=1)) if last else None
        if low and high:
            timex = low[0] if low[0] == high[0] else blank
            return Value(timex, as_when((low[1][0], max(low[1][1], high[1][1]))))
        if low:
            return Value(blank, When(low[1][0], None, "unknown", "text"))
        if high:
            return Value(blank, When(None, high[1][1], "unknown", "text"))
        return Value(blank)

    def anchor(self, at: int, longest: int) -> Reading | None:
        """The last reading near before `at` that a narrative can count from: an interval of at
        most `longest` days, or a day of an unknown year."""
        for reading in reversed(self.history):
            if at - reading.start > _REACH:
                return None
            if _days(reading.value.when) <= longest or _YEARLESS_DAY.fullmatch(reading.value.timex):
                return reading
        return None

    def in_sentence(self, start: int, end: int) -> list[Reading]:
        """Explicit readings in the sentence around the characters."""
        low, high = self._sentence(start, end)
        return self.explicit[self._explicit_before(low) : self._explicit_before(high)]

    def explicit_before(self, at: int, most: int) -> list[Reading]:
        """The last `most` explicit readings that start before `at`."""
        end = self._explicit_before(at)
        return self.explicit[max(0, end - most) : end]

    def _explicit_before(self, at: int) -> int:
        return bisect_left(self.explicit, at, key=lambda r: r.start)

    def same_paragraph(self, reading: Reading, at: int) -> bool:
        """True when no blank or single line break parts the reading from `at`."""
        return "\n" not in self.text[reading.end : at]

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        low = max(0, start - _SENTENCE_REACH)
        stops = [m.end() for m in SENTENCE_END.finditer(self.text, low, start)]
        after = SENTENCE_END.search(self.text, end, min(len(self.text), end + _SENTENCE_REACH))
        return (stops[-1] if stops else low), (after.start() if after else end + _SENTENCE_REACH)


def _days(when: When) -> int:
    """The length of a closed interval; of an open one, more than any."""
    return (when.end - when.start).days if when.start and when.end else 10**7


def hull(first: When, second: When) -> When:
    """The smallest interval that holds both; open where either is."""
    start = min(first.start, second.start) if first.start and second.start else None
    end = max(first.end, second.end) if first.end and second.end else None
    if start and end:
        return When(start, end, precision_of(start, end), "text")
    return When(start, end, "unknown", "text") if start or end else UNKNOWN
