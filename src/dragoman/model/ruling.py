"""What people decide about incidents, disputes and events: rows beside the machine's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.span import Span

Matter = Literal["actor", "incident", "dispute", "event"]
Decision = Literal["accept", "reject", "amend"]

MATTERS: tuple[Matter, ...] = get_args(Matter)
DECISIONS: tuple[Decision, ...] = get_args(Decision)


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event that a ruling is about, by its id, and by where its words stand.

    Another version of the coder gives the event another id; its words stay where they are.
    """

    event: str
    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision; `made_at` is when, UTC.

    On an incident `answer` is "same", "different" or "unsure" of the two `events`. On a dispute it
    is "settled", `detail` the attribute, `value` the position, and `events` those that hold it. On
    an event it is "accept", "reject" or "amend", the last with the field in `detail` and its right
    `value`.
    """

    id: str
    matter: Matter
    answer: str
    who: str
    why: str
    made_at: str
    events: tuple[Anchor, ...]
    detail: str = ""
    value: str = ""
