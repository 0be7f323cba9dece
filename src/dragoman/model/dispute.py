"""What cannot all be true, and who holds what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dragoman.model.account import Value

Status = Literal["open", "settled", "faded"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values of one attribute of an incident that exclude each other.

    `subject` says what it is about; each of `positions` is a value with its holders and their
    evidence; `since` is the day on which a second position was first told, `until` the last on
    which any was. `status` is "faded" where, since one position was first told, nobody has told
    another; "settled" only by a ruling.
    """

    id: str
    subject: str
    attribute: str
    positions: tuple[Value, ...]
    since: date | None = None
    until: date | None = None
    status: Status = "open"


@dataclass(frozen=True, slots=True)
class Change:
    """A holder who told one value, and later another that excludes it: no dispute with anybody."""

    holder: str
    attribute: str
    before: Value
    after: Value
    on: date
