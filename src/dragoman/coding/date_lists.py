"""The time of an act with several dates in a list: "two blasts on May 6 and 8"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.language.dates.context import hull
from dragoman.model.event import DateMention
from dragoman.model.when import When

# What stands between two dates of a list.
_BETWEEN = re.compile(r"\s*(?:,|,?\s+and|&)\s+(?:on\s+)?")


def whole_list(told: DateMention, dates: Iterable[DateMention], text: str) -> When:
    """The smallest interval with a date of the text and all that stand in one list with it."""
    ordered = sorted({told.span: told, **{d.span: d for d in dates}}.items())
    runs: list[list[DateMention]] = []
    for span, mention in ordered:
        last = runs[-1][-1].span.end if runs else 0
        if runs and _BETWEEN.fullmatch(text[last : span.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    run = next(run for run in runs if told in run)
    when = told.when
    for other in run:
        when = when if other is told else hull(when, other.when)
    return when
