"""What comes back: one answer that is a page, JSON or CSV as it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.model.rows import Json
from dragoman.web.tables import Table


def _nothing() -> Json:
    return {}


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is the JSON twin, `table` the CSV twin; `page` gives what only the page needs.

    `template` draws `data` and what `page` gives under their names.
    """

    title: str
    template: str
    data: Json
    table: Table
    page: Callable[[], Json] = field(default=_nothing)
