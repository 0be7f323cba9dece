"""`compare`: crises side by side, aligned on their breaks."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.dyads import how_made
from dragoman.cli.measure_options import (
    ApartOption,
    ChartOption,
    PeriodOption,
    Periods,
    ScaleOption,
    Scales,
    WeightOption,
)
from dragoman.cli.options import (
    DEFAULT_RECORD,
    AsOfOption,
    CoderOption,
    Format,
    FormatOption,
    OutputOption,
    RecordOption,
)
from dragoman.cli.say import note


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(compare)


def compare(  # noqa: PLR0913, PLR0917  # the options of a command
    cases: Annotated[
        list[str], typer.Argument(metavar="CASE...", help="RUS-AZE, or RUS-AZE@2025-06-27.")
    ],
    record: RecordOption = DEFAULT_RECORD,
    period: PeriodOption = Periods.month,
    before: Annotated[int, typer.Option(min=0, help="Periods before the break.")] = 6,
    after: Annotated[int, typer.Option(min=1, help="Periods after it.")] = 12,
    as_of: AsOfOption = None,
    scores: ScaleOption = Scales.plover,
    weigh: WeightOption = None,
    apart: ApartOption = False,
    coder: CoderOption = None,
    chart: ChartOption = None,
    form: FormatOption = Format.table,
    output: OutputOption = None,
) -> None:
    """Lay crises side by side: a pair at each of its breaks, or several at the largest of each."""
    from dragoman.cli.output import write
    from dragoman.engine.comparing import compare as measure
    from dragoman.engine.comparing import compared_notes, compared_rows
    from dragoman.engine.measures import compare_ask
    from dragoman.record import open_record
    from dragoman.web.chart_files import Drawing, write_chart
    from dragoman.web.views.comparing import chart_of

    told, ask = compare_ask(
        cases, period=period.value, as_of=as_of, scores=scores.value, coder=coder,
        weigh=[w.value for w in weigh or ()], apart=apart,
    )  # fmt: skip
    with open_record(record) as kept:
        found = measure(kept, told, ask, before, after)
    if chart:
        drawn = chart_of(found, period.value)
        write_chart(chart, [Drawing("compare", drawn.title, drawn)], how_made(ask))
    write("compare", compared_rows(found), form, output)
    for line in compared_notes(found):
        note(line)
