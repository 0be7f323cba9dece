"""Crises side by side, aligned on their breaks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.analysis.periods import PERIODS
from dragoman.brief.compare_chart import CompareChart, compare_chart
from dragoman.engine.comparing import (
    AFTER,
    BEFORE,
    Compared,
    case_of,
    compared_notes,
    compared_rows,
)
from dragoman.engine.comparing import compare as measured
from dragoman.model.errors import UsageError
from dragoman.record.parsing import parse_count
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.measure_schemas import CompareFilters
from dragoman.web.tables import table_of
from dragoman.web.views.dyads import asked_of

# More lines than this cannot be told apart.
_MOST = 6


def compare(ask: Ask) -> Answer:
    """The cases asked for, or a form to ask with."""
    ask.check(CompareFilters.model_fields)
    given = [one for value in ask.params.get("case", ()) for one in value.split() if one]
    if len(given) > _MOST:
        raise UsageError(f"{len(given)} cases are too many; expected {_MOST} at most")
    found = _found(ask, given) if given else []
    rows = list(compared_rows(found))
    period = ask.one("period") or "month"
    return Answer(
        title="Crises side by side",
        template="compare.html",
        data={
            "cases": [one.name for one in found],
            "rows": rows,
            "notes": compared_notes(found),
        },
        table=table_of("compare", rows),
        page=lambda: {
            "given": " ".join(given),
            "chart": chart_of(found, period) if found else None,
            "periods": PERIODS,
            "period": period,
            "as_of": ask.one("as_of"),
        },
    )


def _found(ask: Ask, given: Sequence[str]) -> list[Compared]:
    cases = [case_of(one) for one in given]
    before, after = (
        parse_count(text, name) if (text := ask.one(name)) else default
        for name, default in (("before", BEFORE), ("after", AFTER))
    )
    return measured(ask.record, cases, asked_of(ask, *cases[0].pair), before, after)[:_MOST]


def chart_of(found: Sequence[Compared], period: str) -> CompareChart:
    """The drawing of cases."""
    return compare_chart(
        "Words and deeds, aligned on the breaks", [(one.name, one.rows) for one in found], period
    )
