"""One text, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.report import Report, report_id
from dragoman.model.when import UNKNOWN, When

if TYPE_CHECKING:
    from dragoman.coding.explained import Explanation


def explained(text: str, date: When = UNKNOWN) -> Explanation:
    """How an English text published on `date` is read; without a date, its own words may bound it.

    Raises TableError when a table of what the reader knows is wrong.
    """
    # Loading the parser takes half a second, so only reading does it.
    from dragoman.coding.explain import explain  # noqa: PLC0415
    from dragoman.engine.pipeline import dated  # noqa: PLC0415
    from dragoman.language import analyse  # noqa: PLC0415

    return explain(analyse(dated(Report(report_id(text), text, date=date, language="en"))))
