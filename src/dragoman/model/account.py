"""What reports tell of an incident, value by value, and who holds each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When

Attribute = Literal[
    "when", "where", "who", "whom", "cause", "blame",
    "killed", "injured", "detained", "sum", "took place", "ties", "stand",
]  # fmt: skip
ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a value: through which report, in which words, since when.

    `holder` is the innermost source that the report cites, else its outlet, else its id. `since`
    is the day by which the report had surely come out, None where no such day is known. `cited`
    are the words for somebody whom the report does not name ("Some", "Western sources").
    """

    holder: str
    report: str
    span: Span
    since: date | None = None
    event: str | None = None
    outlet: str | None = None
    cited: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an attribute with all who hold it, the earliest first.

    `low` and `high` are the bounds of figures; `when` is the interval of dates; `text` is the
    value in words, by which two of one attribute are told apart.
    """

    attribute: Attribute
    text: str
    holdings: tuple[Holding, ...]
    low: float | None = None
    high: float | None = None
    when: When = UNKNOWN
